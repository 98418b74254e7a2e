// A date written as dates are, that no calendar has → why not: June has 30 days.

import { isDate, monthLength } from "./day.ts";
import { MONTHS } from "./months.ts";

/** `June has 30 days` of `2026-06-31`, with or without a time behind it; undefined of a date that exists, and of any other text. */
export function whyNoSuchDay(text: string): string | undefined {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text) ?? [];
  if (year === "" || isDate(Number(year), Number(month), Number(date))) return undefined;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return "a year has the months 01 to 12";
  if (Number(date) === 0) return `${name} begins with 01`;
  const which = name === "February" ? `${name} ${year}` : name;
  return `${which} has ${monthLength(Number(year), Number(month))} days`;
}

/** `There is no date 2026-06-31: June has 30 days.`; undefined of a date that exists, and of any other text. */
export function sayNoSuchDay(text: string): string | undefined {
  const why = whyNoSuchDay(text);
  return why === undefined ? undefined : `There is no date ${text.slice(0, 10)}: ${why}.`;
}
