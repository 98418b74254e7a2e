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
import { remember } from "./support/remember.ts";
import type * as Ast from "./syntax/ast.ts";
import { parsePolicy } from "./syntax/parse.ts";
import { readAccepted } from "./yaml/accepted-file.ts";
import { readClauses } from "./yaml/clause-file.ts";
import type { ClauseFile } from "./yaml/clause-file.ts";
import { parseYamlPolicy } from "./yaml/parse-yaml.ts";

/** Where the compiler finds what a policy speaks of; whoever calls it does the reading. It gives the same each time it is asked. */
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
export function compile(source: SourceText, library: Library, choose?: Choices, today?: Day): Compilation {
  const checked = checkLayer(source, library, choose, []);
  const { ast, model, diagnostics } = checked;
  if (ast === undefined || model === undefined) return { ...checked, accepted: [], ready: undefined };
  const soundModel = sound(model, diagnostics);
  const lowered = soundModel === undefined ? undefined : lower(soundModel);
  const findings = lowered === undefined ? [] : analyse(model, today).filter(({ span }) => span.source === source);
  const ledger = beside(checked.source, namedFile(ast, "accepted-from"), library);
  const accepted = ledger === undefined ? undefined : readAccepted(ledger);
  const judged = judgeAcceptances({ policy: ast, model, today }, findings, accepted?.entries ?? []);
  return {
    ...checked,
    diagnostics: [...diagnostics, ...(accepted?.diagnostics ?? []), ...judged.told],
    accepted: judged.accepted,
    ready: lowered === undefined ? undefined : { ...lowered, program: interpret(lowered.ir) },
  };
}

type Choices = ReadonlyMap<string, string>;

type Checked = Omit<Compilation, "accepted" | "ready">;

/** `within` are the layers below, so that one that extends itself by whatever way is told so. */
function checkLayer(
  source: SourceText,
  library: Library,
  choose: Choices | undefined,
  within: readonly string[],
): Checked {
  const parsed = source.name.endsWith(".yaml") ? parseYamlPolicy(source) : parsePolicy(source);
  const { policy: ast, diagnostics } = parsed;
  if (ast === undefined) return { source, ast, model: undefined, clauses: undefined, examples: [], diagnostics };
  const above = extendedName(ast);
  const here = [...within, ast.name.text];
  const goesRound = above !== undefined && here.includes(above);
  const parent = above === undefined || goesRound ? undefined : layerAbove(above, library, choose, here);
  const clauseFile = beside(source, namedFile(ast, "clauses-from"), library);
  const clauses = clauseFile === undefined ? undefined : clausesIn(clauseFile);
  const missingFiles = namedFiles(ast).filter((file) => library.beside(source, file) === undefined);
  const { model, examples, ...checked } = checkPolicy({
    policy: ast,
    parent: parent?.model,
    clauses: clauses?.file,
    choose,
    missingFiles,
    goesRound,
  });
  const found = [
    ...(parent?.diagnostics ?? []).filter(({ severity }) => severity === "error"),
    ...diagnostics,
    ...(clauses?.diagnostics ?? []),
    ...withPupilsTouched(model, checked.diagnostics),
  ];
  return { source, ast, model, clauses: clauses?.file, examples, diagnostics: found };
}

const clausesIn = remember(readClauses);

const layersOf = remember<Library, Map<string, Checked | undefined>>(() => new Map());

/** A layer is checked once for each library and choice of readings: an editor asks at every key. */
function layerAbove(
  name: string,
  library: Library,
  choose: Choices | undefined,
  within: readonly string[],
): Checked | undefined {
  const layers = layersOf(library);
  const key = JSON.stringify([name, ...(choose ?? [])]);
  if (!layers.has(key)) {
    const source = library.layer(name);
    layers.set(key, source === undefined ? undefined : checkLayer(source, library, choose, [...within, name]));
  }
  return layers.get(key);
}

function beside(source: SourceText, file: string | undefined, library: Library): SourceText | undefined {
  return file === undefined ? undefined : library.beside(source, file);
}
