// The morning list → rows for a spreadsheet: one for each item, and nothing that a heading would have to explain.

import { formatMoment } from "../school/moment.ts";
import type { Item, MorningList } from "./morning-list.ts";

export const morningHeadings = [
  "role",
  "kind",
  "urgency",
  "pupil",
  "first name",
  "class",
  "parent",
  "what",
  "by",
  "due",
  "why",
  "clauses",
  "rule",
] as const;

export function morningRows(list: MorningList): readonly (readonly string[])[] {
  return [
    ...list.roles.flatMap(({ title, items }) => items.map((item) => rowOf(title, item))),
    ...[list.codes, list.irregular, list.overturned, list.vacancies, list.unscheduled].flatMap((items) =>
      items.map((item) => rowOf("", item)),
    ),
  ];
}

function rowOf(
  role: string,
  { kind, urgency, pupil, parent, what, by, due, why, clauses, rule }: Item,
): readonly string[] {
  return [
    role,
    kind,
    urgency,
    pupil?.id ?? "",
    pupil?.firstName ?? "",
    pupil?.class ?? "",
    parent ?? "",
    what,
    by,
    due === undefined ? "" : formatMoment(due),
    why,
    clauses.join(" "),
    rule,
  ];
}
