// Marks as they are written in an example: `GG GG /. UN C1C1` → one mark a session. Codes of two characters come before their first.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { Half } from "../school/calendar-plan.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { exampleMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";

export interface ReadMark {
  readonly day: Day;
  readonly half: Half;
  readonly code: string;
}

/** A session attended as usual, which needs no mark of its own. */
const AS_USUAL = ".";
/** No mark was taken. */
const MISSING = "-";

/** Five groups from Monday, or one group for one day. */
export function readMarks(scope: Scope, marks: Ast.Text, first: Day, unit: "week" | "day"): readonly ReadMark[] {
  const groups = [...marks.text.matchAll(/\S+/g)];
  const expected = unit === "week" ? 5 : 1;
  if (groups.length !== expected) {
    const count = groups.length;
    const fault =
      unit === "week"
        ? exampleMessages.marksNotFiveDays({ count }, marks.span)
        : exampleMessages.marksNotOneDay({ count }, marks.span);
    scope.report(fault);
    return [];
  }
  return groups.flatMap((group, index) =>
    readGroup(scope, group[0], partOf(marks, group[0], group.index), first + index),
  );
}

function readGroup(scope: Scope, group: string, span: Span, day: Day): readonly ReadMark[] {
  const found: string[] = [];
  for (let rest = group; rest !== "";) {
    const code = codeAtStart(scope, rest, day);
    if (code === undefined) {
      const known = scope.names.longestCodesFirst.filter((each) => isInForce(scope, each, day));
      const suggestion = suggestName(rest, known, "codes of that day");
      scope.report(exampleMessages.markNotKnown({ text: rest, day: formatDay(day), suggestion }, span));
      return [];
    }
    found.push(code);
    rest = rest.slice(code.length);
  }
  const [morning, afternoon] = found;
  if (found.length !== 2 || morning === undefined || afternoon === undefined) {
    scope.report(exampleMessages.marksNotTwo({ group }, span));
    return [];
  }
  const both: readonly ReadMark[] = [
    { day, half: "AM", code: morning },
    { day, half: "PM", code: afternoon },
  ];
  return both.filter(({ code }) => code !== AS_USUAL);
}

/** Only codes in force on the day count: before `C1` existed, the text `C1` was no mark. */
function codeAtStart(scope: Scope, text: string, day: Day): string | undefined {
  const first = text.charAt(0);
  if (first === AS_USUAL || first === MISSING) return first;
  return scope.names.longestCodesFirst.find((code) => text.startsWith(code) && isInForce(scope, code, day));
}

function isInForce({ names }: Scope, code: string, day: Day): boolean {
  const versions = names.codes.get(code) ?? [];
  return versions.some(({ from, until }) => (from ?? -Infinity) <= day && day <= (until ?? Infinity));
}

/** The place of a group inside the quotation marks, where the text stands there letter for letter. */
function partOf({ span }: Ast.Text, group: string, index: number): Span {
  const from = span.from + spanText(span).search(/\S/) + 1 + index;
  const part = { ...span, from, to: from + group.length };
  return part.to <= span.to && spanText(part) === group ? part : span;
}
