// An edit of a policy tried the plain way: compiled anew and played with every example in turn. The quick way is held to it,
// and timed against it.

import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { checkPolicy } from "../../src/checker/check-policy.ts";
import { sound } from "../../src/checker/sound.ts";
import type { Compilation } from "../../src/compile.ts";
import type { Mutant } from "../../src/coverage/mutants.ts";
import { examplePasses } from "../../src/examples/run-example.ts";
import { lower } from "../../src/ir/from-model.ts";
import type { Calendar } from "../../src/school/calendar.ts";

export interface PlainTrial {
  readonly school: Compilation;
  readonly parent: Pick<Compilation, "model">;
  readonly calendar: Calendar;
}

/** `example`: one comes out otherwise than written. `compiler`: the edited policy, or one of its examples, cannot be said. */
export type PlainNotice = "example" | "compiler" | "nothing";

/** Who notices when everything is done anew. */
export function noticedPlainly({ school, parent, calendar }: PlainTrial, { ast, choose }: Mutant): PlainNotice {
  const chosen = school.model?.readings.map(({ question, chosen: label }) => [question, label ?? ""] as const) ?? [];
  const { model, diagnostics, examples } = checkPolicy({
    policy: ast,
    parent: parent.model,
    clauses: school.clauses,
    choose: new Map([...chosen, ...choose]),
  });
  const checked = sound(model, diagnostics);
  if (checked === undefined) return "compiler";
  const lowered = lower(checked);
  const policy = { ...lowered, model, program: interpret(lowered.ir) };
  return examples.some((example) => !examplePasses(policy, example, calendar)) ? "example" : "nothing";
}

/** Whether some example comes out otherwise, or can no longer be said. */
export function isNoticedPlainly(trial: PlainTrial, mutant: Mutant): boolean {
  return noticedPlainly(trial, mutant) !== "nothing";
}
