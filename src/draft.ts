// A policy as it is being written → what its rules mean, and what runs: enough to try it on a pupil at every key. What takes
// longer, its examples and what is unwise or unlawful in it, is left to those who ask (compile.ts).
// Reads nothing itself: files come from a library that the caller makes.

import { interpret } from "./backends/interpreter/interpret.ts";
import { checkExamples, checkRules } from "./checker/check-policy.ts";
import type { CheckedExamples, CheckedRules } from "./checker/check-policy.ts";
import type { Choices } from "./checker/readings.ts";
import { extendedName, namedFile, namedFiles } from "./checker/headers.ts";
import type { Model } from "./checker/model.ts";
import { sound } from "./checker/sound.ts";
import type { Sound } from "./checker/sound.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { lower } from "./ir/from-model.ts";
import type { Lowered } from "./ir/from-model.ts";
import type { Program } from "./runtime/program.ts";
import type { SourceText } from "./source/text.ts";
import { remember } from "./support/remember.ts";
import type * as Ast from "./syntax/ast.ts";
import { parsePolicy } from "./syntax/parse.ts";
import type { ParsedPolicy } from "./syntax/parse.ts";
import { rereadPolicy } from "./syntax/reread.ts";
import type { ReadPolicy } from "./syntax/reread.ts";
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

/** One text and, below one another, the layers it extends. */
export interface Layer {
  readonly source: SourceText;
  readonly ast: Ast.Policy | undefined;
  readonly model: Model | undefined;
  readonly clauses: ClauseFile | undefined;
  readonly rules: CheckedRules | undefined;
  /** Of this text alone, its examples left aside. */
  readonly found: readonly Diagnostic[];
  readonly above: Layer | undefined;
}

export interface Draft extends Layer {
  readonly read: ReadPolicy | ParsedPolicy;
  /** What is wrong in the rules of this text, and in those of the layers it extends. */
  readonly diagnostics: readonly Diagnostic[];
  /** What runs. Only sound rules do; their examples may still have faults. */
  readonly ready: (Lowered & { readonly program: Program }) | undefined;
}

/**
 * `choose` takes other readings than the chosen ones, by question. `before` is any draft of the same policy: the declarations
 * that it has word for word are not read again, and what comes of it is the same without it.
 */
export function draft(source: SourceText, library: Library, choose?: Choices, before?: Draft): Draft {
  const read = readAgain(source, before?.read);
  const layer = openLayer(source, read, library, choose, []);
  const diagnostics = tell(layer, ({ found }) => found);
  const soundModel = layer.model === undefined ? undefined : sound(layer.model, diagnostics);
  return { ...layer, read, diagnostics, ready: soundModel === undefined ? undefined : run(soundModel) };
}

export function run(model: Sound<Model>): NonNullable<Draft["ready"]> {
  const lowered = lower(model);
  return { ...lowered, program: interpret(lowered.ir) };
}

/** What its author is told: all of what was found in a layer, and the errors of those it extends, for these it rests on. */
export function tell(layer: Layer, found: (layer: Layer) => readonly Diagnostic[]): readonly Diagnostic[] {
  const above = layer.above === undefined ? [] : tell(layer.above, found);
  return [...above.filter(({ severity }) => severity === "error"), ...found(layer)];
}

/** The examples of one text. A layer keeps them, for whoever extends it asks at every key. */
export const examplesOf = remember(({ rules }: Layer): CheckedExamples =>
  rules === undefined ? { examples: [], diagnostics: [] } : checkExamples(rules),
);

/** A policy in either of its forms. */
export function readLayer(source: SourceText): ParsedPolicy {
  return isYaml(source) ? parseYamlPolicy(source) : parsePolicy(source);
}

function readAgain(source: SourceText, before: ReadPolicy | ParsedPolicy | undefined): ReadPolicy | ParsedPolicy {
  if (isYaml(source)) return parseYamlPolicy(source);
  return rereadPolicy(source, before !== undefined && "kept" in before ? before : undefined);
}

function isYaml({ name }: SourceText): boolean {
  return name.endsWith(".yaml");
}

/** `within` are the layers below, so that one that extends itself by whatever way is told so. */
function openLayer(
  source: SourceText,
  read: ParsedPolicy,
  library: Library,
  choose: Choices | undefined,
  within: readonly string[],
): Layer {
  const { policy: ast, diagnostics } = read;
  if (ast === undefined)
    return {
      source,
      ast,
      model: undefined,
      clauses: undefined,
      rules: undefined,
      found: diagnostics,
      above: undefined,
    };
  const name = extendedName(ast);
  const here = [...within, ast.name.text];
  const goesRound = name !== undefined && here.includes(name);
  const above = name === undefined || goesRound ? undefined : layerAbove(name, library, choose, here);
  const clauseFile = fileBeside(source, namedFile(ast, "clauses-from"), library);
  const clauses = clauseFile === undefined ? undefined : clausesIn(clauseFile);
  const missingFiles = namedFiles(ast).filter((file) => library.beside(source, file) === undefined);
  const rules = checkRules({
    policy: ast,
    parent: above?.model,
    clauses: clauses?.file,
    choose,
    missingFiles,
    goesRound,
  });
  const found = [...diagnostics, ...(clauses?.diagnostics ?? []), ...rules.diagnostics];
  return { source, ast, model: rules.model, clauses: clauses?.file, rules, found, above };
}

const clausesIn = remember(readClauses);

const layersOf = remember<Library, Map<string, Layer | undefined>>(() => new Map());

/** A layer is checked once for each library and choice of readings: an editor asks at every key. */
function layerAbove(
  name: string,
  library: Library,
  choose: Choices | undefined,
  within: readonly string[],
): Layer | undefined {
  const layers = layersOf(library);
  const key = JSON.stringify([name, ...(choose ?? [])]);
  if (!layers.has(key)) {
    const source = library.layer(name);
    layers.set(
      key,
      source === undefined ? undefined : openLayer(source, readLayer(source), library, choose, [...within, name]),
    );
  }
  return layers.get(key);
}

export function fileBeside(source: SourceText, file: string | undefined, library: Library): SourceText | undefined {
  return file === undefined ? undefined : library.beside(source, file);
}
