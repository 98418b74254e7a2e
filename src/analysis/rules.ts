// Every rule by its code, in the order of the alphabet. A rule that is not listed here is never asked, and a test says so.

import type { Rule } from "./rule.ts";
import { alwaysTrue } from "./rules/always-true.ts";
import { arrivalsCodedTwice } from "./rules/arrivals-coded-twice.ts";
import { bandGap } from "./rules/band-gap.ts";
import { bandOverlap } from "./rules/band-overlap.ts";
import { cadenceUnsaid } from "./rules/cadence-unsaid.ts";
import { clausesDisagree } from "./rules/clauses-disagree.ts";
import { dayLengthUndecided } from "./rules/day-length-undecided.ts";
import { dayStartsDiffer } from "./rules/day-starts-differ.ts";
import { deadlineUnsaid } from "./rules/deadline-unsaid.ts";
import { endingUnsaid } from "./rules/ending-unsaid.ts";
import { judgementWithoutTest } from "./rules/judgement-without-test.ts";
import { lateArrivalsUncoded } from "./rules/late-arrivals-uncoded.ts";
import { lateCodeWithoutException } from "./rules/late-code-without-exception.ts";
import { limitsNearlyEqual } from "./rules/limits-nearly-equal.ts";
import { neverTrue } from "./rules/never-true.ts";
import { openingUnsaid } from "./rules/opening-unsaid.ts";
import { partWithoutEffect } from "./rules/part-without-effect.ts";
import { registerMissing } from "./rules/register-missing.ts";
import { registerOpenTooLong } from "./rules/register-open-too-long.ts";
import { registerTimeUnsaid } from "./rules/register-time-unsaid.ts";
import { reportAfterRegisterCloses } from "./rules/report-after-register-closes.ts";
import { sessionsUnequal } from "./rules/sessions-unequal.ts";
import { settledBeforehand } from "./rules/settled-beforehand.ts";
import { statuteCountedDifferently } from "./rules/statute-counted-differently.ts";
import { statuteRedefined } from "./rules/statute-redefined.ts";
import { textAmbiguous } from "./rules/text-ambiguous.ts";
import { thresholdUnsaid } from "./rules/threshold-unsaid.ts";
import { valueUnsaid } from "./rules/value-unsaid.ts";
import { waitUnsaid } from "./rules/wait-unsaid.ts";

export const rules: ReadonlyMap<string, Rule> = new Map([
  ["always-true", alwaysTrue],
  ["arrivals-coded-twice", arrivalsCodedTwice],
  ["band-gap", bandGap],
  ["band-overlap", bandOverlap],
  ["cadence-unsaid", cadenceUnsaid],
  ["clauses-disagree", clausesDisagree],
  ["day-length-undecided", dayLengthUndecided],
  ["day-starts-differ", dayStartsDiffer],
  ["deadline-unsaid", deadlineUnsaid],
  ["ending-unsaid", endingUnsaid],
  ["judgement-without-test", judgementWithoutTest],
  ["late-arrivals-uncoded", lateArrivalsUncoded],
  ["late-code-without-exception", lateCodeWithoutException],
  ["limits-nearly-equal", limitsNearlyEqual],
  ["never-true", neverTrue],
  ["opening-unsaid", openingUnsaid],
  ["part-without-effect", partWithoutEffect],
  ["register-missing", registerMissing],
  ["register-open-too-long", registerOpenTooLong],
  ["register-time-unsaid", registerTimeUnsaid],
  ["report-after-register-closes", reportAfterRegisterCloses],
  ["sessions-unequal", sessionsUnequal],
  ["settled-beforehand", settledBeforehand],
  ["statute-counted-differently", statuteCountedDifferently],
  ["statute-redefined", statuteRedefined],
  ["text-ambiguous", textAmbiguous],
  ["threshold-unsaid", thresholdUnsaid],
  ["value-unsaid", valueUnsaid],
  ["wait-unsaid", waitUnsaid],
]);
