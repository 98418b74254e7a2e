// Something the school owes on a day on which it may be closed (S6).

import type { Deadline, Sentence } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { unitWords } from "../../units/unit.ts";
import type { Unit } from "../../units/unit.ts";
import { outsideRoles } from "../nation.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { namesOf } from "../said-of.ts";
import { deadlineMoments } from "../walk.ts";
import { citation, headOf } from "../wording.ts";

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
      return [messages.deadlineOnClosedDay(args, headOf(sentence.origin))];
    });

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
