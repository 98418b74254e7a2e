// What can be said of one outcome under two policies, and what shows it. Stricter and looser are claimed only where they are
// proved for everyone; a pupil alone shows that there is a difference, never which way all others fall.

import type { Origin } from "../checker/model.ts";
import type { Case } from "../explain/case.ts";
import type { Outcome } from "../runtime/outcome.ts";
import type { PlainFacts, WitnessPupil } from "../witness/plain-facts.ts";
import type { TurningFigure } from "../witness/turning-figures.ts";

/**
 * `stricter`: reaches everyone it reached, and more; or asks it sooner, or asks more. `looser` is the other way round.
 * `different`: a pupil is treated otherwise, and no more is claimed. `not-shown`: the rules differ, and neither a proof of
 * sameness nor a pupil who is treated otherwise was found.
 */
export type Verdict = "same" | "stricter" | "looser" | "different" | "not-shown";

export type OutcomeKind = "status" | "band" | "step" | "act" | "duty" | "deadline" | "gate" | "register" | "amount";

/** What one side of a comparison says, and where. */
export interface Said {
  readonly says: string;
  readonly origin: Origin;
}

export interface Comparison {
  readonly kind: OutcomeKind;
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly proved: boolean;
  /** Why, in one plain sentence without its full stop; empty for what is the same. */
  readonly because: string;
  readonly before: Said;
  readonly after: Said;
  readonly turning: readonly TurningFigure[];
  /** Pupils likely to be treated otherwise, smallest first. */
  readonly facts: readonly PlainFacts[];
  readonly probe?: Probe;
}

/** How one outcome is read from a run: equal texts mean that the pupil is treated alike. */
export interface Probe {
  readonly read: (outcome: Outcome) => string;
  readonly explain: (opened: Case) => string;
  /** The procedures in which what came before is taken as done on time. */
  readonly onTime: readonly string[];
}

export interface Witnessed {
  readonly pupil: WitnessPupil;
  /** Under the second policy, where it was asked on another day. */
  readonly second: WitnessPupil;
  readonly says: string;
  readonly before: string;
  readonly after: string;
}

export interface Judgement extends Comparison {
  readonly witness?: Witnessed;
}
