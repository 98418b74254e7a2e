// Duties: what the school owes again and again, week by week or term by term. A cadence that is not said is a hole.

import type * as Ast from "../syntax/ast.ts";
import { checkAnchor } from "./check-anchors.ts";
import { checkRepetition } from "./check-lengths.ts";
import { checkSentence } from "./check-sentences.ts";
import type * as Model from "./model.ts";
import { namedOf, titleFrom } from "./named.ts";
import { about, holeAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { checkPeriod, periodFromWords, phraseText } from "./units.ts";

export function checkDuty(outer: Scope, duty: Ast.Duty): Model.Duty | undefined {
  const title = duty.title?.text ?? titleFrom(duty.name.text);
  const plain = about(outer, duty.name.text, `the duty "${title}"`, duty);
  const anchor = duty.anchor === undefined ? ({ kind: "school" } as const) : checkAnchor(plain, duty.anchor);
  const scope = anchor === undefined ? plain : { ...plain, anchor };
  const every = checkEvery(scope, duty, title);
  const items = duty.items.map((sentence) => checkSentence(scope, sentence)).filter((item) => item !== undefined);
  return every === undefined || anchor === undefined ? undefined : { ...namedOf(scope, duty), every, anchor, items };
}

function checkEvery(scope: Scope, { every }: Ast.Duty, title: string): Model.Duty["every"] | undefined {
  const what = `how often "${title}" falls due`;
  if (every.kind === "unspecified") return { kind: "hole", name: holeAt(scope, "every", what, every.span) };
  if (every.kind === "words") {
    const unit = checkPeriod(scope, every);
    return unit === undefined ? undefined : { kind: "period", unit };
  }
  const period = every.digits === "1" ? periodFromWords(phraseText(every.unit)) : undefined;
  if (period !== undefined) return { kind: "period", unit: period };
  const length = checkRepetition(scope, every, "every", what);
  const n = length?.n.kind === "constant" ? length.n.value : undefined;
  return length === undefined || typeof n !== "number" ? undefined : { kind: "quantity", n, unit: length.unit };
}
