// One clock that counts some of its days as school days and others as working or calendar days.

import type { Procedure } from "../../checker/model.ts";
import type { Fix, Label } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wordList } from "../../support/word-list.ts";
import type { Unit } from "../../units/unit.ts";
import { unitWords } from "../../units/unit.ts";
import { unitsCountedIn } from "../clock-units.ts";
import type { CountedUnit } from "../clock-units.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, reworded, wholeWord } from "../edits.ts";

export const messages = defineMessages({
  "day-units-mixed": {
    ...advice,
    message:
      '"{procedure}" counts in {units} ({clauses}): a pupil whose absence runs into a training day or a holiday is on different days of it by each count.',
    hint: "Count in one unit, or say why the units differ.",
  },
});

const days: readonly Unit[] = ["school-day", "working-day", "calendar-day"];

export const dayUnitsMixed: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()].filter(isOwn).flatMap((procedure) => {
    const counted = unitsCountedIn(procedure).filter(({ unit }) => days.includes(unit));
    const units = days.filter((unit) => counted.some((each) => each.unit === unit));
    if (units.length < 2) return [];
    const args = {
      procedure: procedure.title,
      units: wordList(
        units.map((unit) => unitWords(unit, 2)),
        "and",
      ),
      clauses: citation(...counted.map(({ origin }) => origin)),
    };
    return [
      messages.dayUnitsMixed(args, headOf(procedure.origin), {
        labels: firstOfEach(procedure, units, counted),
        fixes: units.flatMap((unit) => countedIn(unit, counted)),
      }),
    ];
  });

/** Not possible where a day is counted without naming its unit, as in `day 3 of absence`. */
function countedIn(unit: Unit, counted: readonly CountedUnit[]): readonly Fix[] {
  const others = counted.filter((each) => each.unit !== unit);
  const edits = others.map(({ unit: other, origin }) =>
    [2, 1]
      .map((count) => reworded(origin.span, wholeWord(unitWords(other, count)), unitWords(unit, count)))
      .find((edit) => edit !== undefined),
  );
  return fixOf(`count in ${unitWords(unit, 2)} throughout`, ...edits);
}

function firstOfEach(procedure: Procedure, units: readonly Unit[], counted: readonly CountedUnit[]): readonly Label[] {
  return units.flatMap((unit) => {
    const first = counted.find((each) => each.unit === unit && each.origin !== procedure.origin);
    return first === undefined ? [] : [{ span: headOf(first.origin), text: `in ${unitWords(unit, 2)}` }];
  });
}
