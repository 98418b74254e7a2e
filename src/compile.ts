// The whole compiler on one screen: what an author wrote → a model, findings about it, and a program that runs.
// Reads nothing itself: files come from a library that the caller makes.

import { judgeAcceptances } from "./analysis/acceptance.ts";
import type { AcceptedFinding } from "./analysis/acceptance.ts";
import { analyse } from "./analysis/analyse.ts";
import { withPupilsTouched } from "./analysis/lock-breaches.ts";
import { interpret } from "./backends/interpreter/interpret.ts";
import { checkPolicy } from "./checker/check-policy.ts";
import type { CheckedExample } from "./checker/example.ts";
import { extendedName, namedFile, namedFiles } from "./checker/headers.ts";
import type { Model } from "./checker/model.ts";
import { sound } from "./checker/sound.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { lower } from "./ir/from-model.ts";
import type { Lowered } from "./ir/from-model.ts";
import type { Program } from "./runtime/program.ts";
import type { Day } from "./school/day.ts";
import type { SourceText } from "./source/text.ts";
import type * as Ast from "./syntax/ast.ts";
import { parsePolicy } from "./syntax/parse.ts";
import { readAccepted } from "./yaml/accepted-file.ts";
import { readClauses } from "./yaml/clause-file.ts";
import type { ClauseFile } from "./yaml/clause-file.ts";
import { parseYamlPolicy } from "./yaml/parse-yaml.ts";

/** Where the compiler finds what a policy speaks of; whoever calls it does the reading. */
export interface Library {
  /** The policy of that name, in either form: a layer that another extends. */
  readonly layer: (name: string) => SourceText | undefined;
  /** A file named in a policy, such as `./clauses.yaml`, looked for beside it. */
  readonly beside: (policy: SourceText, file: string) => SourceText | undefined;
}

export interface Compilation {
  readonly source: SourceText;
  readonly ast: Ast.Policy | undefined;
  readonly model: Model | undefined;
  readonly clauses: ClauseFile | undefined;
  readonly examples: readonly CheckedExample[];
  /** All that is wrong, unwise or unlawful in this text, and what is wrong in the layers it extends. */
  readonly diagnostics: readonly Diagnostic[];
  /** What its ledger of accepted findings keeps out of `diagnostics`. */
  readonly accepted: readonly AcceptedFinding[];
  /** What runs; only a sound policy has it. */
  readonly ready: (Lowered & { readonly program: Program }) | undefined;
}

/**
 * Compiles a policy and the layers it extends. `choose` takes other readings than the chosen ones, by question. Without
 * `today` no review is overdue, and nothing that was accepted has run out.
 */
export function compile(
  source: SourceText,
  library: Library,
  choose?: ReadonlyMap<string, string>,
  today?: Day,
): Compilation {
  return compileLayer(source, library, { choose, today }, []);
}

interface Options {
  readonly choose: ReadonlyMap<string, string> | undefined;
  readonly today: Day | undefined;
}

function compileLayer(source: SourceText, library: Library, options: Options, within: readonly string[]): Compilation {
  const parsed = source.name.endsWith(".yaml") ? parseYamlPolicy(source) : parsePolicy(source);
  if (parsed.policy === undefined) return broken(source, parsed.diagnostics);
  const { policy } = parsed;
  const parentName = extendedName(policy);
  const goesRound = parentName !== undefined && [...within, policy.name.text].includes(parentName);
  const parentSource = parentName === undefined || goesRound ? undefined : library.layer(parentName);
  const asked = [...within, policy.name.text, parentName ?? ""];
  const parent = parentSource === undefined ? undefined : compileLayer(parentSource, library, options, asked);
  const clauseFile = namedFile(policy, "clauses-from");
  const clauses = clauseFile === undefined ? undefined : library.beside(source, clauseFile);
  const clauseReading = clauses === undefined ? undefined : readClauses(clauses);
  const missingFiles = namedFiles(policy).filter((file) => library.beside(source, file) === undefined);
  const checked = checkPolicy({
    policy,
    parent: parent?.model,
    clauses: clauseReading?.file,
    choose: options.choose,
    missingFiles,
    goesRound,
  });
  const refused = withPupilsTouched(checked.model, checked.diagnostics);
  const below = (parent?.diagnostics ?? []).filter(({ severity }) => severity === "error");
  const found = [...below, ...parsed.diagnostics, ...(clauseReading?.diagnostics ?? []), ...refused];
  const soundModel = sound(checked.model, found);
  const lowered = soundModel === undefined ? undefined : lower(soundModel);
  const findings =
    lowered === undefined ? [] : analyse(checked.model, options.today).filter(({ span }) => span.source === source);
  const ledgerFile = namedFile(policy, "accepted-from");
  const ledger = ledgerFile === undefined ? undefined : library.beside(source, ledgerFile);
  const ledgerReading = ledger === undefined ? undefined : readAccepted(ledger);
  const { today } = options;
  const judged = judgeAcceptances({ policy, model: checked.model, today }, findings, ledgerReading?.entries ?? []);
  return {
    source,
    ast: policy,
    model: checked.model,
    clauses: clauseReading?.file,
    examples: checked.examples,
    diagnostics: [...found, ...(ledgerReading?.diagnostics ?? []), ...judged.told],
    accepted: judged.accepted,
    ready: lowered === undefined ? undefined : { ...lowered, program: interpret(lowered.ir) },
  };
}

function broken(source: SourceText, diagnostics: readonly Diagnostic[]): Compilation {
  return {
    source,
    ast: undefined,
    model: undefined,
    clauses: undefined,
    examples: [],
    diagnostics,
    accepted: [],
    ready: undefined,
  };
}
