// The national limit, counted over other sessions than the law counts: all absence, or only some of the codes.

import type { SessionSet, Value } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { setWords } from "../pupil-words.ts";
import { keyOf } from "../same.ts";
import { codesOfSet, isInForce } from "../session-codes.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { PlacedThreshold, Survey } from "../survey.ts";
import { citation, headOf } from "../wording.ts";
import { fixOf, replaced } from "../edits.ts";

export const messages = defineMessages({
  "statute-counted-differently": {
    ...warning,
    message:
      "A pupil with {count} sessions coded {code} in the same weeks {reaches} this limit ({clause}), {but} the national one ({nationalClause}): this one counts {here}, that one {there}.",
    hint: "Count the sessions that the law counts, or make plain that this limit is the school's own.",
  },
});

export const statuteCountedDifferently: Rule = (survey) => {
  const national = survey.thresholds.filter((place) => survey.isNational(place) && place.part === "status");
  return survey.thresholds
    .filter((place) => survey.isOwn(place))
    .flatMap((own) => national.flatMap((law) => compare(survey, own, law)));
};

function compare(survey: Survey, own: PlacedThreshold, law: PlacedThreshold): readonly Diagnostic[] {
  const [here, there] = [own.threshold.figure.value, law.threshold.figure.value];
  if (here.kind !== "sessions" || there.kind !== "sessions") return [];
  const isSameLimit = keyOf(own.threshold.interval) === keyOf(law.threshold.interval);
  if (!isSameLimit || sameBut(here) !== sameBut(there)) return [];
  const [ours, theirs] = [codesNow(survey, here.of), codesNow(survey, there.of)];
  const extra = ours.filter((code) => !theirs.includes(code));
  const left = theirs.filter((code) => !ours.includes(code));
  if (extra.length === 0 && left.length === 0) return [];
  const wider = extra.length > 0;
  const args = {
    count: own.threshold.limit.n,
    code: plainest(wider ? extra : left),
    reaches: wider ? "reaches" : "does not reach",
    but: wider ? "but not" : "but does reach",
    clause: citation(own.origin),
    nationalClause: citation(law.origin),
    here: `${setWords(here.of)} sessions`,
    there: `${setWords(there.of)} sessions`,
  };
  const labels = [{ span: headOf(law.origin), text: "what the law counts" }];
  const witness = { code: args.code, sessions: args.count };
  return [messages.statuteCountedDifferently(args, own.condition.span, { labels, witness, fixes: lawful(own, law) })];
}

/** The status of the law stands for its whole condition. */
function lawful(own: PlacedThreshold, { declaration: { name } }: PlacedThreshold): readonly Fix[] {
  if (own.declaration.name === name) return [];
  return fixOf(`use the national status \`${name}\``, replaced(own.condition.span, name));
}

/** Illness where it is among them: everyone knows such a pupil. */
function plainest(codes: readonly string[]): string {
  return codes.find((code) => code === "I") ?? codes[0] ?? "";
}

function sameBut(value: Extract<Value, { kind: "sessions" }>): string {
  return keyOf({ ...value, of: undefined });
}

function codesNow({ model, day }: Survey, of: SessionSet): readonly string[] {
  return codesOfSet(
    model.codes.filter((code) => isInForce(code, day)),
    of,
  );
}
