// A policy as it is being written → what its rules mean, and what runs: enough to try it on a pupil at every key. What takes
// longer, its examples and what is unwise or unlawful in it, is left to those who ask (compile.ts).
// Reads nothing itself: files come from a library that the caller makes, and so does the reader of YAML (yaml-form.ts), which weighs
// much and which a policy in plain words does not need in order to run.

import { interpret } from "./backends/interpreter/interpret.ts";
import { checkExamples, checkRules } from "./checker/check-policy.ts";
import type { CheckedExamples, CheckedRules } from "./checker/check-policy.ts";
import { lacksWords } from "./checker/echoes.ts";
import type { Choices } from "./checker/readings.ts";
import { extendedName, NATION, namedFile, namedFiles } from "./checker/headers.ts";
import type { Model } from "./checker/model.ts";
import { sound } from "./checker/sound.ts";
import type { Sound } from "./checker/sound.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { lower } from "./ir/from-model.ts";
import type { Lowered } from "./ir/from-model.ts";
import type { Program } from "./runtime/program.ts";
import type { SourceText } from "./source/text.ts";
import { Bug } from "./support/bug.ts";
import { remember } from "./support/remember.ts";
import type * as Ast from "./syntax/ast.ts";
import { parsePolicy } from "./syntax/parse.ts";
import type { ParsedPolicy } from "./syntax/parse.ts";
import { rereadPolicy } from "./syntax/reread.ts";
import type { ReadPolicy } from "./syntax/reread.ts";
import type { ClauseFile, ClauseReading } from "./yaml/clause-file.ts";

/** Where the compiler finds what a policy speaks of; whoever calls it does the reading. It gives the same each time it is asked. */
export interface Library {
  /** The policy of that name, in either form: a layer that another extends. */
  readonly layer: (name: string) => SourceText | undefined;
  /** A file named in a policy, such as `./clauses.yaml`, looked for beside it. */
  readonly beside: (policy: SourceText, file: string) => SourceText | undefined;
  /** Whether that file is there, where this is known before its text is at hand. Unsaid, it is there if `beside` finds it. */
  readonly isBeside?: (policy: SourceText, file: string) => boolean;
  /** What reads YAML. Without it clause files are left unread, and a policy in the form of YAML is a Bug. */
  readonly yaml?: YamlForm;
}

/** What an author may write in YAML. It gives the same clauses for the same source each time it is asked. */
export interface YamlForm {
  readonly policy: (source: SourceText) => ParsedPolicy;
  readonly clauses: (source: SourceText) => ClauseReading;
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
  /** Whether each clause file that it or a layer above it names has been read. */
  readonly complete: boolean;
}

export interface Draft extends Layer {
  readonly read: ReadPolicy | ParsedPolicy;
  readonly choose: Choices | undefined;
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
  const read = readAgain(source, library, before?.read);
  const layer = openLayer(source, read, library, choose, []);
  const diagnostics = tell(layer, ({ found }) => found);
  const soundModel = layer.model === undefined ? undefined : sound(layer.model, diagnostics);
  return { ...layer, read, choose, diagnostics, ready: soundModel === undefined ? undefined : run(soundModel) };
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
export function readLayer(source: SourceText, library: Library): ParsedPolicy {
  return isYaml(source) ? readYaml(source, library) : parsePolicy(source);
}

function readYaml(source: SourceText, { yaml }: Library): ParsedPolicy {
  if (yaml === undefined)
    throw new Bug(`${source.name} is YAML, and whoever asked for it brought nothing that reads YAML`);
  return yaml.policy(source);
}

function readAgain(
  source: SourceText,
  library: Library,
  before: ReadPolicy | ParsedPolicy | undefined,
): ReadPolicy | ParsedPolicy {
  if (isYaml(source)) return readYaml(source, library);
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
      complete: true,
    };
  const name = extendedName(ast);
  const here = [...within, ast.name.text];
  const goesRound = name !== undefined && here.includes(name);
  const above = name === undefined || goesRound ? undefined : layerAbove(name, library, choose, here);
  const isThere = (file: string): boolean =>
    library.isBeside?.(source, file) ?? library.beside(source, file) !== undefined;
  const clausesNamed = namedFile(ast, "clauses-from");
  const clauses = clausesIn(source, clausesNamed, library);
  const missingFiles = namedFiles(ast).filter((file) => !isThere(file));
  const checkUnder = (parent: Model | undefined): CheckedRules =>
    checkRules({ policy: ast, parent, clauses: clauses?.file, choose, missingFiles, goesRound });
  const alone = checkUnder(above?.model);
  // Who forgets to extend the law is told so once, and not at each of its words.
  const forgotten = name === undefined && ast.level !== "nation" && lacksWords(alone.diagnostics);
  const under = forgotten ? layerAbove(NATION, library, choose, here) : undefined;
  const rules = under === undefined ? alone : fewerErrors(alone, checkUnder(under.model));
  const found = [...diagnostics, ...(clauses?.diagnostics ?? []), ...rules.diagnostics];
  const unread = library.yaml === undefined && clausesNamed !== undefined && isThere(clausesNamed);
  const complete = !unread && above?.complete !== false;
  return { source, ast, model: rules.model, clauses: clauses?.file, rules, found, above, complete };
}

function fewerErrors(alone: CheckedRules, under: CheckedRules): CheckedRules {
  const count = ({ diagnostics }: CheckedRules): number =>
    diagnostics.filter(({ severity }) => severity === "error").length;
  return count(under) < count(alone) ? under : alone;
}

function clausesIn(source: SourceText, named: string | undefined, library: Library): ClauseReading | undefined {
  const { yaml } = library;
  const file = yaml === undefined ? undefined : fileBeside(source, named, library);
  return file === undefined ? undefined : yaml?.clauses(file);
}

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
      source === undefined
        ? undefined
        : openLayer(source, readLayer(source, library), library, choose, [...within, name]),
    );
  }
  return layers.get(key);
}

export function fileBeside(source: SourceText, file: string | undefined, library: Library): SourceText | undefined {
  return file === undefined ? undefined : library.beside(source, file);
}
