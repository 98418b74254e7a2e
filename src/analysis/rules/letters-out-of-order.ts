// Letters that bear numbers, sent in another order than their numbers say.

import type { Origin, Procedure, Step } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { fixOf, reworded, wholeWord } from "../edits.ts";
import { pairsOf } from "../pairs.ts";
import { citedStep } from "../places.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { itemsWithin } from "../walk.ts";
import { citation, headOf } from "../wording.ts";

export const messages = defineMessages({
  "letters-out-of-order": {
    ...warning,
    message:
      'A pupil who goes through "{procedure}" step by step has `{second}` ({secondClause}) after `{first}` ({firstClause}): the numbers run the other way.',
    hint: "Number the letters in the order in which they are sent, or correct which letter a step sends.",
  },
});

export const lettersOutOfOrder: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()].filter(isOwn).flatMap(outOfOrder);

interface Letter {
  readonly name: string;
  readonly series: string;
  readonly number: number;
  readonly step: Step;
  readonly sentence: Origin;
}

/** The first pair of each series: where one number is wrong, many pairs are. */
function outOfOrder({ title, anyOrder, steps }: Procedure): readonly Diagnostic[] {
  if (anyOrder) return [];
  const letters = steps.flatMap(lettersOf);
  return [...Map.groupBy(letters, ({ series }) => series).values()].flatMap((series) => {
    const pair = pairsOf(series).find(([first, second]) => first.step !== second.step && first.number > second.number);
    if (pair === undefined || isSentAgain(series)) return [];
    const [first, second] = pair;
    const args = {
      procedure: title,
      first: first.name,
      firstClause: citation(citedStep(first.step)),
      second: second.name,
      secondClause: citation(citedStep(second.step)),
    };
    const labels = [{ span: headOf(first.step.origin), text: `\`${first.name}\` goes out here` }];
    return [
      messages.lettersOutOfOrder(args, headOf(second.step.origin), { labels, fixes: exchangedLetters(first, second) }),
    ];
  });
}

function exchangedLetters(first: Letter, second: Letter): readonly Fix[] {
  return fixOf(
    `let \`${second.name}\` go out first`,
    reworded(first.sentence.span, wholeWord(first.name), second.name),
    reworded(second.sentence.span, wholeWord(second.name), first.name),
  );
}

/** A ladder that begins anew sends its first letter again. */
function isSentAgain(series: readonly Letter[]): boolean {
  return new Set(series.map(({ name }) => name)).size < series.length;
}

/** `letter-2`, `stage-2-letter`: what is left without its number is the series. */
function lettersOf(step: Step): readonly Letter[] {
  return itemsWithin(step.items).flatMap((item) => {
    if (item.kind !== "sentence" || item.object === undefined || item.modal === "must not") return [];
    const name = item.object;
    const number = /(?<![\w])(?:[a-z-]*-)?(\d{1,2})(?:-[a-z-]*)?$/.exec(name)?.[1];
    if (number === undefined || !/letter|notice|warning|stage/.test(name)) return [];
    return [{ name, series: name.replace(number, ""), number: Number(number), step, sentence: item.origin }];
  });
}
