// Something the school owes on a day on which it may be closed (S6).

import type { Deadline, Sentence } from "../../checker/model.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { unitWords } from "../../units/unit.ts";
import type { Unit } from "../../units/unit.ts";
import { outsideRoles } from "../nation.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import { deadlineMoments } from "../walk.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, insertedAfter, wordsIn } from "../edits.ts";

export const messages = defineMessages({
  "deadline-on-closed-day": {
    ...advice,
    message:
      "`{act}` is due a number of {unit} later ({clauses}), which may fall on a day when the school is closed and nobody is there to do it.",
    hint: "Add `or next school day` or `or last school day before`, or count in school days.",
  },
});

export const deadlineOnClosedDay: Rule = ({ sentences, isOwn }) =>
  sentences
    .filter(({ sentence }) => isOwn(sentence) && isOwedBySchool(sentence))
    .flatMap(({ sentence }) => {
      const unit = sentence.deadline === undefined ? undefined : openUnit(sentence.deadline);
      if (unit === undefined) return [];
      const args = { act: sentence.act, unit: unitWords(unit, 2), clauses: citation(sentence.origin) };
      return [messages.deadlineOnClosedDay(args, headOf(sentence.origin), { fixes: movedOff(sentence) })];
    });

/** Behind the length of time, where no moment follows from which it is counted. */
function movedOff({ deadline, origin }: Sentence): readonly Fix[] {
  if (deadline?.kind !== "within" || deadline.of !== undefined) return [];
  const units = [unitWords(deadline.unit, 2), unitWords(deadline.unit, 1)].map((words) =>
    words.replace(" ", String.raw`\s+`),
  );
  const length = wordsIn(origin.span, new RegExp(String.raw`\bwithin\s+\d+\s+(?:${units.join("|")})(?![\w-])`));
  return [
    ...fixOf("let it be due on the next school day", insertedAfter(length, " or next school day")),
    ...fixOf("let it be due on the last school day before", insertedAfter(length, " or last school day before")),
  ];
}

/** Units whose end may be a day without school. */
const running: ReadonlySet<Unit> = new Set<Unit>(["calendar-day", "working-day", "week", "month", "year"]);

function openUnit(deadline: Deadline): Unit | undefined {
  if (deadline.kind === "within") {
    return deadline.closed === undefined && running.has(deadline.unit) ? deadline.unit : undefined;
  }
  const counted = deadlineMoments(deadline).find((moment) => moment.kind === "counted" && running.has(moment.unit));
  return counted?.kind === "counted" ? counted.unit : undefined;
}

function isOwedBySchool({ actors, modal }: Sentence): boolean {
  const outside = (name: string): boolean => name === "parents" || name === "parent" || outsideRoles.has(name);
  return modal === "must" && !namesOf(actors).every(outside);
}
