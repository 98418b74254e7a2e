// Coverage and its proof → text for people, and plain data for programs.

import { makePaint } from "../diagnostics/paint.ts";
import { wrap } from "../support/wrap.ts";
import type { ClauseFile } from "../yaml/clause-file.ts";
import type { ClauseCoverage } from "./clause-coverage.ts";
import { placeOf } from "./mutants.ts";
import type { Notice } from "./laboratory.ts";
import { proves } from "./prove.ts";
import type { ProofReport } from "./prove.ts";
import type { Proof } from "./trial.ts";

export interface PrintOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** The count, and every missing clause with what it says. Ends in a line break. */
export function printCoverage(coverage: ClauseCoverage, file: ClauseFile, { width, colour }: PrintOptions): string {
  const paint = makePaint(colour);
  const { evaluated, noted, missing } = coverage;
  const all = evaluated.length + noted.length + missing.length;
  const lines = missing.flatMap((id) => {
    const clause = file.clauses.get(id);
    const says = clause === undefined ? "" : `${clause.says} (${clause.where})`;
    return [`  ${paint("red", id)}`, ...wrap(says, width, "      ")];
  });
  const sum = `${all} clauses: ${evaluated.length} evaluated, ${noted.length} noted, ${missing.length} missing`;
  return [
    ...(lines.length === 0 ? [] : [paint("bold", "Missing:"), ...lines, ""]),
    paint(missing.length === 0 ? "green" : "red", sum),
    "",
  ].join("\n");
}

export interface ProofOptions extends PrintOptions {
  /** Show who noticed each change too, not only what went by. */
  readonly all: boolean;
}

/** Every change that nothing noticed, then the counts. Ends in a line break. */
export function printProof(report: ProofReport, file: ClauseFile, options: ProofOptions): string {
  const { width, colour } = options;
  const paint = makePaint(colour);
  const loose = report.proofs.filter(({ notice }) => !proves(notice));
  const unnoticed = loose.filter(({ notice }) => notice.by === "nothing");
  const refused = loose.filter(({ notice }) => notice.by === "compiler");
  const block = (title: string, proofs: readonly Proof[]): readonly string[] =>
    proofs.length === 0 ? [] : [paint("bold", title), ...proofs.flatMap((proof) => proofLines(proof, width)), ""];
  return [
    ...(options.all
      ? block(
          "Noticed:",
          report.proofs.filter(({ notice }) => proves(notice)),
        )
      : []),
    ...block("No example notices:", unnoticed),
    ...block("Refused by the compiler, which proves nothing:", refused),
    ...(report.failing.length === 0
      ? []
      : [
          paint("bold", "Examples that fail as things stand, and so prove nothing:"),
          ...report.failing.map((title) => `  ${title}`),
          "",
        ]),
    countNotices(report.proofs),
    printCoverage(report, file, options),
  ].join("\n");
}

/** One line for each change of a clause's rules, and who noticed. */
export function proofLines({ mutant, notice }: Proof, width: number): readonly string[] {
  return [
    `  ${placeOf(mutant)}  ${mutant.clauses.join(", ")}`,
    ...wrap(`${mutant.says}: ${noticeWords(notice)}`, width, "      "),
  ];
}

export function noticeWords(notice: Notice): string {
  switch (notice.by) {
    case "example":
      return `noticed by the example “${notice.title}”`;
    case "name":
      return `other rules speak of it: ${notice.message}`;
    case "silence":
      return `what the policy leaves unsaid would be hidden: ${notice.what}`;
    case "check":
      return `check would warn: ${notice.message}`;
    case "compiler":
      return `the compiler refuses it: ${notice.message}`;
    case "nothing":
      return "nothing notices";
  }
}

function countNotices(proofs: readonly Proof[]): string {
  const count = (by: Notice["by"]): number => proofs.filter(({ notice }) => notice.by === by).length;
  return `${proofs.length} changes tried: ${count("example")} noticed by an example, ${count("name")} by a name that would dangle, ${count("silence")} on the list of what is unsaid, ${count("check")} by a warning of the compiler, ${count("compiler")} refused by the compiler, ${count("nothing")} by nothing`;
}

/** The keys evaluated, noted and missing hold clause ids. */
export function coverageToJson(policy: string, { evaluated, noted, missing }: ClauseCoverage): object {
  return { format: "rollcall/coverage", version: 1, policy, evaluated, noted, missing };
}

export function proofToJson(policy: string, report: ProofReport): object {
  return {
    ...coverageToJson(policy, report),
    failing: report.failing,
    proofs: report.proofs.map((proof) => ({
      clauses: proof.mutant.clauses,
      place: placeOf(proof.mutant),
      change: proof.mutant.kind,
      says: proof.mutant.says,
      noticed: proof.notice,
    })),
  };
}
