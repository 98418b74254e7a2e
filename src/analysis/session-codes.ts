// Which register codes a set of sessions takes in: `unauthorised` → G, N, O, U.

import type { RegisterCode, SessionSet } from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import type { Day } from "../school/day.ts";

/** Of the given codes, those whose sessions belong. A missing mark has no code. */
export function codesOfSet(codes: readonly RegisterCode[], { category, codes: named }: SessionSet): readonly string[] {
  const within = codes.filter((code) => isInCategory(code, category)).map(({ name }) => name);
  return named.length === 0 ? within : within.filter((name) => named.includes(name));
}

/** Without a day, every code that ever was. */
export function isInForce({ from, until }: RegisterCode, day: Day | undefined): boolean {
  return day === undefined || ((from ?? day) <= day && day <= (until ?? day));
}

function isInCategory(code: RegisterCode, category: SessionSet["category"]): boolean {
  const attended = code.category === "attending" || code.category === "approved";
  const absent = code.category === "authorised" || code.category === "unauthorised";
  switch (category) {
    case "attended":
      return attended;
    case "absent":
      return absent;
    case "authorised":
    case "unauthorised":
      return code.category === category;
    case "possible":
      return attended || absent;
    case "away":
      return absent && !code.onSite;
    case "late":
      return code.late;
    case "missing":
      return false;
    case "any":
      return true;
    default:
      return assertNever(category);
  }
}
