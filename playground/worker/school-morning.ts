// The morning list → what the page lists: role by role, and what is nobody's own.

import { makeWorld, makingMorningList, morningHeadings, morningRows } from "../../src/index.ts";
import type { Item, MorningList } from "../../src/index.ts";
import type { Ready } from "./ready.ts";
import type { School } from "./school-memory.ts";
import type { MorningGroup, MorningItem, MorningView } from "./school-protocol.ts";
import { follow } from "./work.ts";
import type { Work } from "./work.ts";

export async function morningView(
  work: Work,
  { school, calendar }: School,
  ready: Ready,
  asOf: number,
): Promise<MorningView> {
  const { model, ready: compiled } = ready.compilation;
  const world = makeWorld(compiled.program, calendar);
  const steps = makingMorningList({ policy: { ...compiled, model }, world, school, asOf });
  const list = await follow(work, "Writing the morning list", school.pupils.length, steps);
  return {
    kind: "morning",
    asOf,
    headings: morningHeadings,
    rows: morningRows(list),
    roles: list.roles.map(({ role, title, holders, items }) => ({ role, title, holders, items: items.map(itemOf) })),
    besides: besidesOf(list),
  };
}

function besidesOf({ codes, irregular, overturned, vacancies, unscheduled }: MorningList): readonly MorningGroup[] {
  const groups: readonly (readonly [string, readonly Item[]])[] = [
    ["Codes to record in the register", codes],
    ["To put right on record", irregular],
    ["No longer so", overturned],
    ["Roles to fill", vacancies],
    ["Duties for which the policy gives no time", unscheduled],
  ];
  return groups.flatMap(([title, items]) => (items.length === 0 ? [] : [{ title, items: items.map(itemOf) }]));
}

function itemOf({ urgency, kind, pupil, parent, what, by, why, clauses }: Item): MorningItem {
  return {
    urgency,
    kind,
    ...(pupil === undefined ? {} : { pupil }),
    ...(parent === undefined ? {} : { parent }),
    what,
    by,
    why,
    clauses,
  };
}
