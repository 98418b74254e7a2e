// Every rule by its code, in the order of the alphabet. A rule that is not listed here is never asked, and a test says so.

import type { Rule } from "./rule.ts";
import { absenceNeverHandedOn } from "./rules/absence-never-handed-on.ts";
import { actorNotPermitted } from "./rules/actor-not-permitted.ts";
import { actorUnsaid } from "./rules/actor-unsaid.ts";
import { actorsDiffer } from "./rules/actors-differ.ts";
import { alwaysTrue } from "./rules/always-true.ts";
import { approvedAfterInForce } from "./rules/approved-after-in-force.ts";
import { arrivalsCodedTwice } from "./rules/arrivals-coded-twice.ts";
import { askedInBeforeOpening } from "./rules/asked-in-before-opening.ts";
import { bandGap } from "./rules/band-gap.ts";
import { bandOverlap } from "./rules/band-overlap.ts";
import { bandsDisagree } from "./rules/bands-disagree.ts";
import { baseUnsaid } from "./rules/base-unsaid.ts";
import { cadenceUnsaid } from "./rules/cadence-unsaid.ts";
import { clausesDisagree } from "./rules/clauses-disagree.ts";
import { codeNeverCounted } from "./rules/code-never-counted.ts";
import { codeOutlived } from "./rules/code-outlived.ts";
import { codeWithdrawn } from "./rules/code-withdrawn.ts";
import { dayEndUnsaid } from "./rules/day-end-unsaid.ts";
import { dayLengthUndecided } from "./rules/day-length-undecided.ts";
import { dayStartsDiffer } from "./rules/day-starts-differ.ts";
import { dayUnitsMixed } from "./rules/day-units-mixed.ts";
import { deadlineBeforeStart } from "./rules/deadline-before-start.ts";
import { deadlineOnClosedDay } from "./rules/deadline-on-closed-day.ts";
import { deadlineUnsaid } from "./rules/deadline-unsaid.ts";
import { decisionNeverAsked } from "./rules/decision-never-asked.ts";
import { documentMisnamed } from "./rules/document-misnamed.ts";
import { dutyOrDiscretion } from "./rules/duty-or-discretion.ts";
import { dutyStatedTwice } from "./rules/duty-stated-twice.ts";
import { edgeDiffers } from "./rules/edge-differs.ts";
import { endingUnsaid } from "./rules/ending-unsaid.ts";
import { fieldNeverPrinted } from "./rules/field-never-printed.ts";
import { figureOutlived } from "./rules/figure-outlived.ts";
import { groundLeftOut } from "./rules/ground-left-out.ts";
import { guardWithoutEffect } from "./rules/guard-without-effect.ts";
import { judgementWithoutTest } from "./rules/judgement-without-test.ts";
import { ladderNotFalling } from "./rules/ladder-not-falling.ts";
import { lateArrivalsUncoded } from "./rules/late-arrivals-uncoded.ts";
import { lateCodeWithoutException } from "./rules/late-code-without-exception.ts";
import { lawOutlived } from "./rules/law-outlived.ts";
import { lawRepealed } from "./rules/law-repealed.ts";
import { lettersOutOfOrder } from "./rules/letters-out-of-order.ts";
import { limitStatedTwice } from "./rules/limit-stated-twice.ts";
import { limitWithoutPeriod } from "./rules/limit-without-period.ts";
import { limitsNearlyEqual } from "./rules/limits-nearly-equal.ts";
import { mustAndMustNot } from "./rules/must-and-must-not.ts";
import { namedDayMissed } from "./rules/named-day-missed.ts";
import { namesDrift } from "./rules/names-drift.ts";
import { neverStartsAgain } from "./rules/never-starts-again.ts";
import { neverTrue } from "./rules/never-true.ts";
import { newcomerLeftOut } from "./rules/newcomer-left-out.ts";
import { noWayOut } from "./rules/no-way-out.ts";
import { noticeToImproveMissing } from "./rules/notice-to-improve-missing.ts";
import { offenceMisquoted } from "./rules/offence-misquoted.ts";
import { oldNameBesideNew } from "./rules/old-name-beside-new.ts";
import { oneOfSeveral } from "./rules/one-of-several.ts";
import { openingUnsaid } from "./rules/opening-unsaid.ts";
import { partWithoutEffect } from "./rules/part-without-effect.ts";
import { penaltyAmountDiffers } from "./rules/penalty-amount-differs.ts";
import { recipientsDiffer } from "./rules/recipients-differ.ts";
import { referenceDangles } from "./rules/reference-dangles.ts";
import { registerMissing } from "./rules/register-missing.ts";
import { registerOpenTooLong } from "./rules/register-open-too-long.ts";
import { registerTimeUnsaid } from "./rules/register-time-unsaid.ts";
import { removalTooEarly } from "./rules/removal-too-early.ts";
import { reportAfterRegisterCloses } from "./rules/report-after-register-closes.ts";
import { reviewOverdue } from "./rules/review-overdue.ts";
import { reviewTooRare } from "./rules/review-too-rare.ts";
import { reviewUnsaid } from "./rules/review-unsaid.ts";
import { rightMadeDiscretion } from "./rules/right-made-discretion.ts";
import { rowNeverReached } from "./rules/row-never-reached.ts";
import { sessionsUnequal } from "./rules/sessions-unequal.ts";
import { settledBeforehand } from "./rules/settled-beforehand.ts";
import { statuteCountedDifferently } from "./rules/statute-counted-differently.ts";
import { statuteRedefined } from "./rules/statute-redefined.ts";
import { stepUnreachable } from "./rules/step-unreachable.ts";
import { stepsOutOfOrder } from "./rules/steps-out-of-order.ts";
import { targetMeetsAbsence } from "./rules/target-meets-absence.ts";
import { textAmbiguous } from "./rules/text-ambiguous.ts";
import { thresholdUnsaid } from "./rules/threshold-unsaid.ts";
import { toldToOneself } from "./rules/told-to-oneself.ts";
import { triggersDiffer } from "./rules/triggers-differ.ts";
import { valueUnsaid } from "./rules/value-unsaid.ts";
import { waitUnsaid } from "./rules/wait-unsaid.ts";
import { waitsForAnOffer } from "./rules/waits-for-an-offer.ts";
import { warningPeriodDiffers } from "./rules/warning-period-differs.ts";
import { windowUnsaid } from "./rules/window-unsaid.ts";
import { wordDefinedTwice } from "./rules/word-defined-twice.ts";

export const rules: ReadonlyMap<string, Rule> = new Map([
  ["absence-never-handed-on", absenceNeverHandedOn],
  ["actor-not-permitted", actorNotPermitted],
  ["actor-unsaid", actorUnsaid],
  ["actors-differ", actorsDiffer],
  ["always-true", alwaysTrue],
  ["approved-after-in-force", approvedAfterInForce],
  ["arrivals-coded-twice", arrivalsCodedTwice],
  ["asked-in-before-opening", askedInBeforeOpening],
  ["band-gap", bandGap],
  ["band-overlap", bandOverlap],
  ["bands-disagree", bandsDisagree],
  ["base-unsaid", baseUnsaid],
  ["cadence-unsaid", cadenceUnsaid],
  ["clauses-disagree", clausesDisagree],
  ["code-never-counted", codeNeverCounted],
  ["code-outlived", codeOutlived],
  ["code-withdrawn", codeWithdrawn],
  ["day-end-unsaid", dayEndUnsaid],
  ["day-length-undecided", dayLengthUndecided],
  ["day-starts-differ", dayStartsDiffer],
  ["day-units-mixed", dayUnitsMixed],
  ["deadline-before-start", deadlineBeforeStart],
  ["deadline-on-closed-day", deadlineOnClosedDay],
  ["deadline-unsaid", deadlineUnsaid],
  ["decision-never-asked", decisionNeverAsked],
  ["document-misnamed", documentMisnamed],
  ["duty-or-discretion", dutyOrDiscretion],
  ["duty-stated-twice", dutyStatedTwice],
  ["edge-differs", edgeDiffers],
  ["ending-unsaid", endingUnsaid],
  ["field-never-printed", fieldNeverPrinted],
  ["figure-outlived", figureOutlived],
  ["ground-left-out", groundLeftOut],
  ["guard-without-effect", guardWithoutEffect],
  ["judgement-without-test", judgementWithoutTest],
  ["ladder-not-falling", ladderNotFalling],
  ["late-arrivals-uncoded", lateArrivalsUncoded],
  ["late-code-without-exception", lateCodeWithoutException],
  ["law-outlived", lawOutlived],
  ["law-repealed", lawRepealed],
  ["letters-out-of-order", lettersOutOfOrder],
  ["limit-stated-twice", limitStatedTwice],
  ["limit-without-period", limitWithoutPeriod],
  ["limits-nearly-equal", limitsNearlyEqual],
  ["must-and-must-not", mustAndMustNot],
  ["named-day-missed", namedDayMissed],
  ["names-drift", namesDrift],
  ["never-starts-again", neverStartsAgain],
  ["never-true", neverTrue],
  ["newcomer-left-out", newcomerLeftOut],
  ["no-way-out", noWayOut],
  ["notice-to-improve-missing", noticeToImproveMissing],
  ["offence-misquoted", offenceMisquoted],
  ["old-name-beside-new", oldNameBesideNew],
  ["one-of-several", oneOfSeveral],
  ["opening-unsaid", openingUnsaid],
  ["part-without-effect", partWithoutEffect],
  ["penalty-amount-differs", penaltyAmountDiffers],
  ["recipients-differ", recipientsDiffer],
  ["reference-dangles", referenceDangles],
  ["register-missing", registerMissing],
  ["register-open-too-long", registerOpenTooLong],
  ["register-time-unsaid", registerTimeUnsaid],
  ["removal-too-early", removalTooEarly],
  ["report-after-register-closes", reportAfterRegisterCloses],
  ["review-overdue", reviewOverdue],
  ["review-too-rare", reviewTooRare],
  ["review-unsaid", reviewUnsaid],
  ["right-made-discretion", rightMadeDiscretion],
  ["row-never-reached", rowNeverReached],
  ["sessions-unequal", sessionsUnequal],
  ["settled-beforehand", settledBeforehand],
  ["statute-counted-differently", statuteCountedDifferently],
  ["statute-redefined", statuteRedefined],
  ["step-unreachable", stepUnreachable],
  ["steps-out-of-order", stepsOutOfOrder],
  ["target-meets-absence", targetMeetsAbsence],
  ["text-ambiguous", textAmbiguous],
  ["threshold-unsaid", thresholdUnsaid],
  ["told-to-oneself", toldToOneself],
  ["triggers-differ", triggersDiffer],
  ["value-unsaid", valueUnsaid],
  ["wait-unsaid", waitUnsaid],
  ["waits-for-an-offer", waitsForAnOffer],
  ["warning-period-differs", warningPeriodDiffers],
  ["window-unsaid", windowUnsaid],
  ["word-defined-twice", wordDefinedTwice],
]);
