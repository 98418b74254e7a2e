// The names under which the national layer declares what the law fixes. A rule compares a policy with what stands there,
// on the policy's own day; where a nation declares no such thing, the rule has nothing to say.

import type { Ratio } from "../units/ratio.ts";
import { numberOf } from "./figures.ts";
import type { Survey } from "./survey.ts";

export const national = {
  longestOpenRegister: "longest-open-register",
  issuePenaltyNotice: "issue-penalty-notice",
  penaltyNotice: "penalty-notice",
  noticeToImprove: "notice-to-improve",
  reportAbsence: "report-absence",
  leastToImprove: "notice-to-improve-least",
  mostToImprove: "notice-to-improve-most",
  removeFromRegister: "remove-from-register",
  removalAfterAbsence: "removal-after-absence",
} as const;

/** The figure that the law sets, not what a policy made of it. */
export function nationalNumber(survey: Survey, name: string): Ratio | undefined {
  const parameter = survey.model.parameters.get(name);
  const own = parameter?.layers.find(({ layer }) => isNationName(survey, layer));
  if (own === undefined) return undefined;
  const { day, model } = survey;
  const standing = own.history.find(
    ({ from, until }) => day === undefined || ((from ?? day) <= day && day <= (until ?? day)),
  );
  return standing === undefined ? undefined : numberOf(model, day, standing.value);
}

/** The amounts of money that the law sets on the policy's day for what bears such a word in its name. */
export function nationalAmounts(survey: Survey, word: string): readonly number[] {
  return [...survey.model.parameters.values()]
    .filter(({ name, type }) => type.kind === "money" && name.split("-").includes(word))
    .flatMap(({ name }) => nationalNumber(survey, name)?.n ?? []);
}

function isNationName({ model }: Survey, layer: string): boolean {
  return model.layers.some(({ name, level }) => name === layer && level === "nation");
}

/** Those outside a school who can look for a child, by the names of the national layer. */
export const outsideRoles: ReadonlySet<string> = new Set([
  "local-authority",
  "attendance-support-team",
  "social-care",
  "social-worker",
  "police",
]);
