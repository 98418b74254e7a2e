// The pupil who shows a finding, in words: what stands at a witness's figure, told as the school would tell it.

import type { SessionSet, Value, Window } from "../checker/model.ts";
import { assertNever } from "../support/assert-never.ts";
import { unitWords } from "../units/unit.ts";
import type { Figure } from "./figures.ts";
import { shareWords } from "./witness.ts";
import type { Witness } from "./witness.ts";
import { plural } from "./wording.ts";

/** `A pupil who attends 19 of 20 sessions, exactly 95%,`: what follows says what becomes of them. */
export function pupilAt(figure: Figure, witness: Witness): string {
  if (witness.kind === "share") {
    return `A pupil who ${sharedDeed(figure.value)} ${shareWords(witness.sessions, witness.possible)},`;
  }
  return `A pupil with ${amountWords(figure.value, witness)}`;
}

function sharedDeed(value: Value): string {
  return value.kind === "rate" && value.of.category !== "attended" ? `has ${setWords(value.of)} in` : "attends";
}

function amountWords(value: Value, witness: Exclude<Witness, { kind: "share" }>): string {
  const amount = witness.kind === "days" ? halfDays(witness.sessions) : String(witness.count);
  const one = witness.kind === "count" && witness.count === 1;
  if (value.kind === "sessions") {
    return `${amount} ${setWords(value.of)} ${one ? "session" : "sessions"}${windowWords(value.window)}`;
  }
  if (value.kind === "days") return `${amount} ${setWords(value.of)} days${windowWords(value.window)}`;
  if (value.kind === "occasions") return `${amount} ${one ? "absence" : "absences"}${windowWords(value.window)}`;
  return `the figure ${amount}`;
}

function halfDays(sessions: number): string {
  return sessions % 2 === 0 ? String(sessions / 2) : `${Math.floor(sessions / 2)}½`;
}

/** `unauthorised`, `absent, coded G or O,`. */
export function setWords({ category, codes }: SessionSet): string {
  const which = category === "any" ? "" : category;
  return codes.length === 0 ? which : `${which} (${codes.join(", ")})`.trim();
}

/** ` this half-term`, ` in 10 school weeks`; nothing where the window hangs on what happened. */
function windowWords(window: Window): string {
  switch (window.kind) {
    case "this":
    case "previous":
      return ` ${window.kind} ${window.period === "school-year" ? "year" : window.period}`;
    case "last":
      return ` in the last ${window.n} ${unitWords(window.unit, window.n)}`;
    case "school-weeks":
      return ` in ${plural(window.n, "school week")}`;
    case "since":
    case "between":
    case "last-of":
    case "hole":
    case "ever":
      return "";
    default:
      return assertNever(window);
  }
}
