// Who noticed which edit → the mutation score: of the edits that make another policy, how many some example notices.

import { makePaint } from "../diagnostics/paint.ts";
import { positionOf, spanText } from "../source/text.ts";
import type { Notice } from "./laboratory.ts";
import { placeOf } from "./mutants.ts";
import type { PrintOptions } from "./print-coverage.ts";
import type { Proof, Verdict } from "./trial.ts";

export interface Score {
  readonly noticed: number;
  /** Edits that the compiler took, and that left no other mark than what examples can see. */
  readonly tried: number;
  readonly unnoticed: readonly Proof[];
  /** Edits that the compiler refuses or warns of: nobody makes them without being told. */
  readonly refused: number;
  /** Edits from which nothing follows that is computed: of a duty without a cadence, of what is unsaid, of words for people. */
  readonly idle: number;
  readonly failing: readonly string[];
}

export function scoreOf({ proofs, failing }: Verdict): Score {
  const by = (kind: Notice["by"]): readonly Proof[] => proofs.filter(({ notice }) => notice.by === kind);
  const noticed = by("example").length;
  const unnoticed = proofs.filter(({ notice }) => notice.by === "nothing" && !notice.idle);
  const refused = by("name").length + by("compiler").length + by("check").length;
  const tried = noticed + unnoticed.length;
  return { noticed, tried, unnoticed, refused, idle: proofs.length - tried - refused, failing };
}

/** Exactly, without rounding: nine of ten are 90%, 899 of 1,000 are not. */
export function reachesScore({ noticed, tried }: Score, percent: number): boolean {
  return noticed * 100 >= percent * tried;
}

/** Every unnoticed edit at its place, then the score. Ends in a line break. */
export function printScore(policy: string, score: Score, { colour }: PrintOptions): string {
  const paint = makePaint(colour);
  const { noticed, tried, unnoticed, refused, idle, failing } = score;
  return [
    ...(unnoticed.length === 0 ? [] : [paint("bold", "No example notices:")]),
    ...unnoticed.flatMap(({ mutant }) => [`  ${placeOf(mutant)}  ${mutant.says}`, `      ${firstLine(mutant.span)}`]),
    ...(failing.length === 0 ? [] : [paint("bold", "Examples that fail as things stand, and so notice nothing:")]),
    ...failing.map((title) => `  ${title}`),
    ...(unnoticed.length + failing.length === 0 ? [] : [""]),
    paint(
      unnoticed.length === 0 ? "green" : "bold",
      `${policy}: ${noticed} of ${tried} edits noticed, a score of ${percentWords(noticed, tried)}`,
    ),
    `not counted: ${refused} edits that the compiler refuses or warns of, ${idle} from which nothing follows that is computed`,
    "",
  ].join("\n");
}

/** Never rounded up: 99.96% is no 100%. */
export function percentWords(part: number, whole: number): string {
  if (whole === 0) return "100%";
  const tenths = Math.floor((part * 1000) / whole);
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

function firstLine(span: Proof["mutant"]["span"]): string {
  return (spanText(span).split("\n")[0] ?? "").trim();
}

export function scoreToJson({ noticed, tried, unnoticed, refused, idle, failing }: Score): object {
  return {
    noticed,
    tried,
    refused,
    idle,
    failing,
    unnoticed: unnoticed.map(({ mutant }) => ({
      line: positionOf(mutant.span).line,
      place: placeOf(mutant),
      change: mutant.kind,
      says: mutant.says,
      clauses: mutant.clauses,
    })),
  };
}
