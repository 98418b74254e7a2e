// The form of thresholds, as the worker tells it: every figure once, with its place; what it was; and what the layers above set.

import { expect, test } from "vitest";
import { answer } from "../../playground/worker/desk.ts";
import type { FormAnswer } from "../../playground/worker/form-protocol.ts";
import type { PolicyText, Questions } from "../../playground/worker/protocol.ts";

function ask<K extends keyof Questions>(kind: K, about: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, { tell: () => undefined, breathe: () => Promise.resolve() });
}

async function shelved(name: string): Promise<PolicyText> {
  const policy = await ask("shelf", { name });
  if (policy === undefined) throw new Error(`${name} is not on the shelf`);
  return policy;
}

async function formFor(policy: PolicyText, opened = policy.text): Promise<FormAnswer> {
  await ask("compile", { policy, readings: [] });
  const form = await ask("form", { text: policy.text, opened });
  if (form === undefined) throw new Error("the form is of another text");
  return form;
}

test.each(["hall-green", "newquay"])(
  "every figure of %s is one field: its place holds its text, and no two have one id",
  async (name) => {
    const policy = await shelved(name);
    const { own, inherited, topics } = await formFor(policy);
    expect(own.length).toBeGreaterThan(15);
    for (const { from, to, text, line } of own) {
      expect(policy.text.slice(from, to)).toBe(text);
      expect(policy.text.slice(0, from).split("\n")).toHaveLength(line);
    }
    const ids = [...own, ...inherited].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(topics.map((topic) => topic.name));
    expect([...own, ...inherited].filter(({ topic }) => !known.has(topic))).toEqual([]);
  },
);

test("an edit of one figure changes what it was and nothing else", async () => {
  const policy = await shelved("hall-green");
  const before = await formFor(policy);
  const target = before.own.find(({ title }) => title === "Target");
  if (target === undefined) throw new Error("there is no target");
  const text = `${policy.text.slice(0, target.from)}96%${policy.text.slice(target.to)}`;
  const after = await formFor({ ...policy, text }, policy.text);
  const changed = after.own.filter(({ was }) => was !== undefined);
  expect(changed.map(({ id, text: now, was }) => ({ id, now, was }))).toEqual([
    { id: target.id, now: "96%", was: "95.5%" },
  ]);
  expect(after.own.map(({ id }) => id)).toEqual(before.own.map(({ id }) => id));
});

test("a clause says in plain words why the figure is there", async () => {
  const { own } = await formFor(await shelved("hall-green"));
  const closes = own.find(({ before }) => before === "closes ");
  expect(closes?.clauses.map(({ id }) => id)).toEqual(["HAL-056"]);
  expect(closes?.clauses[0]?.says).not.toBe("");
});

test("what the nation sets is shown with its lock, and can be set here where it may move", async () => {
  const policy = await shelved("hall-green");
  const { inherited } = await formFor(policy);
  const fixed = inherited.find(({ title, text }) => title === "Penalty threshold" && text === "10");
  expect(fixed?.setBy).toBe("the national rules, “School attendance in England”");
  expect(fixed?.limit?.fixed).toBe(true);
  expect(fixed?.setHere).toBeUndefined();
  const open = inherited.find(({ title, text }) => title === "Longest open register" && text === "30");
  expect(open?.limit).toMatchObject({ fixed: false, says: expect.stringContaining("At most 30 minutes") });
  const { setHere } = open ?? {};
  if (setHere === undefined) throw new Error("it cannot be set here");
  const text = policy.text.slice(0, setHere.at) + setHere.text + policy.text.slice(setHere.at);
  const { problems } = await ask("compile", { policy: { ...policy, text }, readings: [] });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const set = await ask("form", { text, opened: policy.text });
  expect(set?.own.filter(({ isNew }) => isNew === true).map(({ title, text: now }) => `${title} ${now}`)).toEqual([
    "Longest open register 30",
  ]);
  expect(set?.inherited.some(({ id }) => id === open?.id)).toBe(false);
});

test("a figure beyond its lock is an error at its own place", async () => {
  const policy = await shelved("hall-green");
  const text = policy.text.replace(
    "\nparameter target is",
    "\nparameter longest-open-register is 45 minutes\nparameter target is",
  );
  const { problems } = await ask("compile", { policy: { ...policy, text }, readings: [] });
  const form = await ask("form", { text, opened: policy.text });
  const field = form?.own.find(({ title }) => title === "Longest open register");
  if (field === undefined) throw new Error("there is no such field");
  const told = problems.filter(({ from, to }) => from >= field.around.from && to <= field.around.to);
  expect(told.map(({ severity, code }) => `${severity} ${code}`)).toContain("error locked-value-loosened");
});

test("of a text that cannot be read there are no fields, but the reason and its line", async () => {
  const policy = await shelved("hall-green");
  const text = policy.text.replace("parameter target is 95.5%", "parameter target is is 95.5%");
  const { unreadable, own } = await formFor({ ...policy, text });
  expect(own).toEqual([]);
  expect(unreadable?.message).not.toBe("");
  expect(unreadable?.line).toBe(policy.text.slice(0, policy.text.indexOf("parameter target")).split("\n").length);
});

test("a text that is no longer the one compiled has no form", async () => {
  const policy = await shelved("hall-green");
  await ask("compile", { policy, readings: [] });
  expect(await ask("form", { text: `${policy.text} `, opened: policy.text })).toBeUndefined();
});
