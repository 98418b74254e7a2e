// A small policy to prove things of: compiled from text in memory, with the clauses and the calendar of the command line's.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Library } from "../../src/draft.ts";
import { policyCalendar } from "../../src/coverage/policy-calendar.ts";
import { provenBy } from "../../src/coverage/prove.ts";
import type { ProofReport } from "../../src/coverage/prove.ts";
import { openTrial, tryAll } from "../../src/coverage/trial.ts";
import type { Edits } from "../../src/coverage/trial.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";

const beside = (file: string): string => readFileSync(`${root}test/cli/fixtures/hill-top/${file}`, "utf8");

const library: Library = {
  layer: () => undefined,
  beside: (_, file) => makeSource(file, beside(file.replace("./", ""))),
};

const head = `school policy hill-top "Hill Top"
clauses from "./clauses.yaml"
calendar from "./calendar.yaml"

role headteacher "Headteacher"
role school-office "School office"
role parents "Parents"
code / "Present" attending on site
code \\ "Present" attending on site
code N "No reason known yet" unauthorised
act telephone "telephoned"
act send "sent"
`;

/** A policy of these declarations, ready to run; it has to be sound. */
export function compileSmall(declarations: string) {
  const compilation = compile(makeSource("hill-top.rollcall", `${head}${declarations}`), library);
  const { ast, model, clauses, ready } = compilation;
  expect(
    compilation.diagnostics.filter(({ severity }) => severity === "error").map(({ code, args }) => [code, args]),
  ).toEqual([]);
  const { calendar } = policyCalendar(compilation, library);
  if (
    ast === undefined ||
    ready === undefined ||
    model === undefined ||
    clauses === undefined ||
    calendar === undefined
  )
    throw new Error("the policy, its clauses or its calendar could not be read");
  return { compilation, policy: { ...ready, model }, ast, clauses, calendar, library };
}

/** Tries the edits of such a policy. */
export async function proofOf(declarations: string, edits: Edits = "cited"): Promise<ProofReport> {
  const { compilation, ast, clauses, calendar } = compileSmall(declarations);
  const trial = openTrial({ compilation, parent: undefined, calendar, edits });
  return provenBy(ast, clauses, await tryAll(trial, [trial.helper]));
}

/** Each change and who noticed, in short. */
export async function noticesOf(declarations: string): Promise<readonly string[]> {
  return (await proofOf(declarations)).proofs.map(({ mutant, notice }) => {
    const who =
      notice.by === "example" ? notice.title : notice.by === "silence" ? `silence: ${notice.what}` : notice.by;
    return `${mutant.clauses.join(" ")} ${mutant.says}: ${who}`;
  });
}
