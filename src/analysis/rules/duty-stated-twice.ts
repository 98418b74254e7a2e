// One duty that stands in two places: whoever changes one of them changes half of it.

import type { Duty, Origin } from "../../checker/model.ts";
import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { pairsOf } from "../pairs.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../same.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, insertedAfter, statementRemoved, wholeWord, wordsIn } from "../edits.ts";

export const messages = defineMessages({
  "duty-stated-twice": {
    ...advice,
    message: '"{first}" ({firstClause}) and "{second}" ({secondClause}) ask the same of the same people just as often.',
    hint: "Keep one of them and let it cite both clauses.",
  },
});

export const dutyStatedTwice: Rule = ({ model, isOwn }) =>
  [...Map.groupBy([...model.duties.values()].filter(isOwn), dutyKey).values()]
    .flatMap(pairsOf)
    .map(([first, second]) => {
      const args = {
        first: first.title,
        firstClause: citation(first.origin, ...first.items.map(({ origin }) => origin)),
        second: second.title,
        secondClause: citation(second.origin, ...second.items.map(({ origin }) => origin)),
      };
      const labels = [{ span: headOf(first.origin), text: "stated here first" }];
      return messages.dutyStatedTwice(args, headOf(second.origin), { labels, fixes: keepFirst(first, second) });
    });

/** The first takes over the clauses of the second, sentence by sentence. */
function keepFirst(first: Duty, second: Duty): readonly Fix[] {
  const pairs = [[first.origin, second.origin] as const].concat(
    first.items.map(({ origin }, index) => [origin, second.items[index]?.origin ?? origin] as const),
  );
  const cited = pairs
    .filter(([own, other]) => newClauses(own, other).length > 0)
    .map(([own, other]) => citing(own, other));
  return fixOf(`keep "${first.title}" with the clauses of both`, ...cited, statementRemoved(second.origin.span));
}

function newClauses(own: Origin, other: Origin): readonly string[] {
  return other.clauses.filter((clause) => !own.clauses.includes(clause));
}

/** Behind the clauses that it has; undefined where it has none. */
function citing(own: Origin, other: Origin): Edit | undefined {
  const last = own.clauses.at(-1);
  const place = last === undefined ? undefined : wordsIn(own.span, wholeWord(last));
  return insertedAfter(
    place,
    newClauses(own, other)
      .map((clause) => `, ${clause}`)
      .join(""),
  );
}

function dutyKey({ every, anchor, items }: Duty): string {
  return keyOf([every.kind === "hole" ? "unspecified" : every, anchor, items]);
}
