// What the thresholds of a policy say over figures that somebody else has counted, and why.

import type { Edge } from "../units/edge.ts";
import type { Ratio } from "../units/ratio.ts";

/** A comparison that was looked at: a figure, the edge and the limit that it was held to, as the policy has them. */
export interface ComparisonMade {
  /** The words of the policy. */
  readonly text: string;
  /** Undefined where the figure is not known. */
  readonly holds: boolean | undefined;
  /** The measure whose figure it was, where it was one. */
  readonly figure?: string;
  readonly edge?: Edge;
  readonly limit?: number | Ratio;
}

/** A status, or a row of bands, with everything it was decided on. */
export interface Verdict<Answer> {
  readonly is: Answer;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly because: readonly ComparisonMade[];
}

/** Every figure must be a whole number from nought to this, so that no product of two leaves the whole numbers that are exact. */
export const LARGEST_FIGURE: number = 2 ** 26 - 1;

/** A figure as it was handed over: whole, and neither below nought nor too large, or it would not be what its lowest bits say. */
export function wholeFigure(value: number, measure: string): number {
  return (value & LARGEST_FIGURE) === value ? value : refuseFigure(value, measure);
}

/** Apart from what is asked of every figure, which stays small enough to stand where it is called. */
function refuseFigure(value: number, measure: string): never {
  throw new RangeError(
    `${measure} is ${value}: a figure must be a whole number from 0 to ${LARGEST_FIGURE}; give a share as { n, d }`,
  );
}

// ---------------------------------------------------------------- why

/** A comparison before anybody is judged. */
export type ComparisonWords = Omit<ComparisonMade, "holds">;

/** What the verdicts of one status or of bands are made of. */
export interface VerdictWords {
  readonly kind: "status" | "bands";
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly parts: readonly ComparisonWords[];
  readonly rows: readonly {
    readonly title: string;
    readonly rule: string;
    readonly clauses: readonly string[];
    readonly parts: readonly ComparisonWords[];
  }[];
}

type AnyVerdict = Verdict<boolean | string | undefined>;

/** Verdicts by what they are about and by what everything looked at came to: there are few, so each is made once. */
export type KnownVerdicts = (AnyVerdict | undefined)[][];

const ANSWERS = [false, true, undefined] as const;

/** The verdict for a key: of a status its answer and that of each comparison, three to each; of bands the row, or none. */
export function meetVerdict(
  words: readonly VerdictWords[],
  known: KnownVerdicts,
  place: number,
  key: number,
): AnyVerdict {
  const about = words[place] as VerdictWords;
  const verdict = about.kind === "status" ? statusVerdict(about, key) : bandsVerdict(about, key);
  (known[place] as (AnyVerdict | undefined)[])[key] = verdict;
  return verdict;
}

function statusVerdict({ rule, clauses, parts }: VerdictWords, key: number): AnyVerdict {
  let rest = key;
  const next = (): boolean | undefined => {
    const answer = ANSWERS[rest % 3];
    rest = Math.floor(rest / 3);
    return answer;
  };
  return { is: next(), rule, clauses, because: parts.map((part) => ({ ...part, holds: next() })) };
}

function bandsVerdict({ rule, clauses, rows }: VerdictWords, key: number): AnyVerdict {
  const row = rows[key];
  return row === undefined
    ? { is: undefined, rule, clauses, because: [] }
    : {
        is: row.title,
        rule: row.rule,
        clauses: row.clauses,
        because: row.parts.map((part) => ({ ...part, holds: true })),
      };
}
