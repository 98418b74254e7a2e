// Many policies side by side, as the worker answers it: the table with its provisions, one pupil under each, and both as files.

import { expect, test } from "vitest";
import { stories } from "../../playground/pupil/story-book.ts";
import { answer } from "../../playground/worker/desk.ts";
import type { Compared } from "../../playground/worker/compare-protocol.ts";
import type { Progress, Questions } from "../../playground/worker/protocol.ts";

const told: Progress[] = [];
const work = { tell: (progress: Progress) => void told.push(progress), breathe: () => Promise.resolve() };

function ask<K extends keyof Questions>(kind: K, about: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, work);
}

const slade: Compared = { kind: "shelved", name: "slade" };
const rufford: Compared = { kind: "shelved", name: "rufford" };

async function edited(from: string, to: string): Promise<Compared> {
  const policy = await ask("shelf", { name: "slade" });
  if (policy === undefined || !policy.text.includes(from)) throw new Error(`the policy does not say ${from}`);
  return { kind: "edited", policy: { ...policy, text: policy.text.replace(from, to) }, readings: [] };
}

const holiday = stories.find(({ name }) => name === "holiday");
if (holiday === undefined) throw new Error("there is no such story");
const pupil = { sketch: holiday.sketch, asOf: holiday.day * 86_400 + 16 * 3600, title: "A fortnight away" };

test("every entry has its provision, and of the edited text its place; the work tells how far it is", async () => {
  told.length = 0;
  const mine = await edited("slade", "slade");
  const table = await ask("comparePolicies", { policies: [mine, rufford] });
  expect(told.map(({ what, done, all }) => [what, done, all])).toEqual([
    ["slade", 0, 2],
    ["rufford", 1, 2],
  ]);
  expect(table.policies.map(({ name }) => name)).toEqual(["slade", "rufford"]);
  expect(table.rows.length).toBeGreaterThan(20);
  const text = mine.kind === "edited" ? mine.policy.text : "";
  const [own, theirs] = [0, 1].map((place) => table.rows.flatMap(({ cells }) => cells[place] ?? []));
  for (const { provision, says } of [...(own ?? []), ...(theirs ?? [])])
    expect(provision?.place, says).toMatch(/, line \d+$/);
  const placed = (own ?? []).flatMap(({ provision }) => provision?.span ?? []);
  expect(placed.length).toBeGreaterThan(10);
  expect(placed.every(({ from, to }) => from < to && to <= text.length)).toBe(true);
  expect((theirs ?? []).every(({ provision }) => provision?.span === undefined)).toBe(true);
  const opens = table.rows.find(({ title }) => title === "morning register opens")?.cells[0]?.[0]?.provision;
  expect(text.slice(opens?.span?.from, opens?.span?.to)).toContain("opens 08:45");
  const clauses = (own ?? []).flatMap((entry) => entry.clauses);
  expect(clauses.some(({ says }) => says !== "")).toBe(true);
});

test("a text that cannot run is left out, and what keeps it from running is told", async () => {
  const table = await ask("comparePolicies", {
    policies: [await edited("closes 08:55", "closes nobody knows"), rufford],
  });
  expect(table.policies.map(({ name }) => name)).toEqual(["rufford"]);
  expect(table.leftOut.map(({ name }) => name)).toEqual(["slade"]);
  expect(table.leftOut[0]?.problems.length).toBeGreaterThan(0);
});

test("the same pupil under each: what the absence brings, and not what comes to every child", async () => {
  const table = await ask("comparePupil", { policies: [slade, rufford], pupil });
  expect(table.rows[0]?.section).toContain("A fortnight away, Mon 16 Mar 2026");
  expect(table.views.map(({ owed }) => owed.length > 0)).toEqual([true, true]);
  const threshold = table.rows
    .find(({ title }) => title === "holds")
    ?.cells.map((cell) => cell.map(({ says }) => says));
  expect(threshold?.every((cell) => cell.includes("“At the national threshold”"))).toBe(true);
  const plain = await ask("comparePupil", {
    policies: [slade, rufford],
    pupil: { ...pupil, sketch: { ...holiday.sketch, marks: [], log: [] } },
  });
  expect(plain.views.map(({ owed }) => owed)).toEqual([[], []]);
});

test("as CSV every row has a cell for each, and as Markdown only the rows asked for", async () => {
  const csv = await ask("compareFile", { policies: [slade, rufford], format: "csv" });
  expect(csv.split("\r\n")[0]).toBe("\uFEFFSection,Subject,Slade,Rufford Primary School");
  const only = [["Times", "morning register opens"]] as const;
  const markdown = await ask("compareFile", { policies: [slade, rufford], format: "markdown", only });
  expect(markdown.split("\n").filter((line) => line.startsWith("| morning"))).toEqual([
    "| morning register opens | 08:45 | 08:50 |",
  ]);
  expect(markdown).not.toContain("morning register closes");
  const ofPupil = await ask("compareFile", { policies: [slade, rufford], pupil, format: "markdown" });
  expect(ofPupil).toContain("At the national threshold");
});

test("no cell of the file is run as a formula by a spreadsheet", async () => {
  const mine = await edited('"Slade"', '"=HYPERLINK(1)"');
  const csv = await ask("compareFile", { policies: [mine, rufford], format: "csv" });
  expect(csv.split("\r\n")[0]).toContain(",'=HYPERLINK(1),");
});
