// One walk through everything a condition, value or item holds, so that no rule needs a traversal of its own.
// It visits what is written; names of statuses, measures and parameters are not followed (see figures.ts for that).

import type { Condition, Deadline, Item, MomentExpression, Sentence } from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";

/** The condition itself and every condition inside it. */
export function conditionsWithin(condition: Condition): readonly Condition[] {
  return [condition, ...partsOf(condition).flatMap(conditionsWithin)];
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return condition.parts;
    case "not":
      return [condition.part];
    case "compare":
    case "judged":
    case "during":
    case "field-is":
    case "flag":
    case "status":
    case "in-band":
    case "session-now":
    case "done":
    case "step":
    case "arrived":
    case "moments":
    case "hole":
    case "always":
      return [];
    default:
      return assertNever(condition);
  }
}

/** The moment itself and the moments it chooses between. */
export function momentParts(moment: MomentExpression): readonly MomentExpression[] {
  return moment.kind === "choice" ? [moment, ...momentParts(moment.first), ...momentParts(moment.second)] : [moment];
}

export function deadlineMoments(deadline: Deadline): readonly MomentExpression[] {
  return deadline.kind === "by" ? momentParts(deadline.moment) : [];
}

/** The items and everything inside their branches and repetitions, in reading order. */
export function itemsWithin(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => {
    if (item.kind === "branch") return [item, ...itemsWithin(item.then), ...itemsWithin(item.otherwise)];
    return item.kind === "repeat" ? [item, ...itemsWithin(item.body)] : [item];
  });
}

/** Each sentence with the conditions of the branches it stands in. */
export function sentencesWithin(
  items: readonly Item[],
): readonly { readonly sentence: Sentence; readonly branches: readonly Condition[] }[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case "sentence":
        return [{ sentence: item, branches: [] }];
      case "wait":
        return [];
      case "repeat":
        return sentencesWithin(item.body);
      case "branch": {
        const { condition, then, otherwise } = item;
        const negated: Condition = { kind: "not", part: condition, span: condition.span };
        return [...under(condition, then), ...under(negated, otherwise)];
      }
      default:
        return assertNever(item);
    }
  });
}

function under(condition: Condition, items: readonly Item[]): ReturnType<typeof sentencesWithin> {
  return sentencesWithin(items).map(({ sentence, branches }) => ({ sentence, branches: [condition, ...branches] }));
}
