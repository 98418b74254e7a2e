// Every story on the page and on the command line: the same pupil, the same policy, the same answers.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stories } from "../../playground/pupil/story-book.ts";
import type { Story } from "../../playground/pupil/story-book.ts";
import { answer } from "../../playground/worker/desk.ts";
import type { Compiled, Questions } from "../../playground/worker/protocol.ts";
import type { PupilView } from "../../playground/worker/pupil-protocol.ts";
import { recordOf } from "../../playground/worker/pupil-record.ts";
import { formatMoment, makeCalendar } from "../../src/index.ts";
import type { Outcome } from "../../src/index.ts";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import { writeSchool } from "../../src/data/write-school.ts";
import { makeSource } from "../../src/source/text.ts";
import { call } from "../cli/call.ts";

const scratch = mkdtempSync(join(tmpdir(), "rollcall-stories-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function ask<K extends keyof Questions>(kind: K, about: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, { tell: () => undefined, breathe: () => Promise.resolve() });
}

async function open(policy: string): Promise<Compiled> {
  const text = await ask("shelf", { name: policy });
  if (text === undefined) throw new Error(`${policy} is not on the shelf`);
  return ask("compile", { policy: text, readings: [] });
}

function momentOf({ day }: Story): number {
  return day * 86_400 + 16 * 3600;
}

/** The school's folder that the command line reads: this one pupil. */
function writeFolder(policy: string, story: Story): string {
  const source = makeSource("calendar.yaml", readFileSync(`policies/${policy}/calendar.yaml`, "utf8"));
  const { plan } = readCalendarPlan(source);
  if (plan === undefined) throw new Error(`the calendar of ${policy} cannot be read`);
  const record = recordOf(story.sketch, makeCalendar(plan), momentOf(story));
  const school = { name: "One pupil", staff: [], log: [], pupils: [record], attributes: {} };
  const folder = join(scratch, policy, story.name);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of writeSchool(school, plan)) writeFileSync(join(folder, name), text);
  return folder;
}

async function explained(policy: string, story: Story, ...more: readonly string[]): Promise<unknown> {
  const at = formatMoment(momentOf(story));
  const folder = writeFolder(policy, story);
  const words = [
    "explain",
    `policies/${policy}`,
    "pupil",
    "--data",
    folder,
    "--as-of",
    at,
    "--format",
    "json",
    ...more,
  ];
  const { written, said } = await call(words);
  if (written === "") throw new Error(said);
  return JSON.parse(written);
}

/** What must come of each story under each policy: words of what is owed, what holds, or what is asked. */
const outcomes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "hall-green": {
    holiday: ["Ten sessions in ten school weeks", "consider penalty notice", "Did this parent allow the leave?"],
    fridays: ["Ten sessions in ten school weeks", "consider penalty notice", "Is the attendance causing concern?"],
    illness: ["Fifteen days of illness", "send sickness return", "refer the pupil to"],
    refusal: ["Persistently absent", "consider penalty notice", "refer the pupil to"],
    late: ["sign in", "Is punctuality a concern?"],
    "no-contact": ["must contact the parents", "establish reason"],
    "second-notice": ["parent must pay", "Ten sessions in ten school weeks"],
  },
  delapre: {
    holiday: ["At the national threshold", "must consider legal action", "Did this parent allow the absence?"],
    fridays: ["At the national threshold"],
    illness: ["send sickness return"],
    refusal: ["Persistently absent"],
    late: ["take the pupil to class", "Is the pupil late on a regular basis?"],
    "no-contact": ["missing from education", "First-day response"],
    "second-notice": ["must pay"],
  },
};

/** Reasons are asked for one thing after another, so two stories stand for all. */
const explainedStories = stories.filter(({ name }) => name === "holiday" || name === "no-contact");

function wordsOf(view: PupilView): string {
  return [
    ...view.owed.flatMap(({ what, procedure }) => [what, procedure]),
    ...view.standing.map(({ title }) => title),
    ...view.questions.map(({ question }) => question),
  ].join("\n");
}

describe.each(Object.keys(outcomes))("under %s", (policy) => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await open(policy);
  });

  test("the policy runs", () => {
    expect(compiled.vocabulary).toBeDefined();
  });

  test.each(stories)("“$title” comes to what its school would do", async (story) => {
    const view = (await ask("pupil", { sketch: story.sketch, asOf: momentOf(story) })) as PupilView;
    for (const words of outcomes[policy]?.[story.name] ?? []) expect(wordsOf(view)).toContain(words);
    expect(view.owed.length).toBeGreaterThan(0);
  });

  test.each(stories)("“$title” has the same answers on the page and on the command line", async (story) => {
    const view = (await ask("pupil", { sketch: story.sketch, asOf: momentOf(story) })) as PupilView;
    const { outcome } = (await explained(policy, story)) as { readonly outcome: Outcome };
    expect(view.owed.map(({ id, state, opened, due }) => ({ id, state, opened, due }))).toEqual(
      outcome.obligations.map(({ id, state, opened, due }) => ({ id, state, opened, due })),
    );
    expect(view.standing.map(({ name }) => name)).toEqual(
      outcome.statuses.filter(({ holds }) => holds === true).map(({ name }) => name),
    );
    expect(view.bands.map(({ name, row }) => ({ name, row }))).toEqual(
      outcome.bands.filter(({ row }) => row !== undefined),
    );
    expect(new Set(view.questions.map(({ decision }) => decision))).toEqual(
      new Set(outcome.questions.map(({ decision }) => decision)),
    );
  });

  test.each(explainedStories)("“$title” has the same reasons on the page and on the command line", async (story) => {
    const view = (await ask("pupil", { sketch: story.sketch, asOf: momentOf(story) })) as PupilView;
    for (const { id } of view.owed.filter(({ state }) => state === "open" || state === "overdue").slice(0, 2)) {
      const why = await ask("why", { about: { kind: "owed", id } });
      const { explanations } = (await explained(policy, story, "--why", id)) as {
        readonly explanations: readonly {
          readonly sentence: string;
          readonly card: { readonly clauses: readonly string[] };
        }[];
      };
      expect(why?.sentence).toBe(explanations[0]?.sentence);
      expect(why?.clauses.map((clause) => clause.id)).toEqual(explanations[0]?.card.clauses);
      expect(why?.clauses.filter(({ says }) => says === "")).toEqual([]);
    }
  });
});
