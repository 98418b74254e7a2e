// The morning list → plain data for other programs, in an envelope that says what it is and of which version.

import { formatMoment } from "../school/moment.ts";
import type { Moment } from "../school/moment.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type { Item, MorningList } from "./morning-list.ts";

/** Moments are texts such as `2026-03-13 08:45`, school-local. */
export function morningListToJson(list: MorningList): object {
  const { policy, title, school, asOf, pupils, roles, codes, irregular, overturned, vacancies, unscheduled, silences } =
    list;
  return {
    format: "rollcall/morning-list",
    version: 1,
    policy: { name: policy, title },
    school,
    asOf: formatMoment(asOf),
    pupils,
    roles: roles.map(({ role, title: roleTitle, holders, inSchool, items }) => ({
      role,
      title: roleTitle,
      holders,
      inSchool,
      items: items.map(itemToJson),
    })),
    codes: codes.map(itemToJson),
    irregular: irregular.map(itemToJson),
    overturned: overturned.map(itemToJson),
    vacancies: vacancies.map(itemToJson),
    unscheduled: unscheduled.map(itemToJson),
    silences,
  };
}

function itemToJson({ since, due, ...item }: Item): object {
  const said = (moment: Moment | undefined): string | undefined =>
    moment === undefined ? undefined : formatMoment(moment);
  return withoutUndefined({ ...item, since: said(since), due: said(due) });
}
