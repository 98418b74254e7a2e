// A policy with one edit → the model it would be, checking no more than the edit can reach; or what the compiler says of it.

import { checkDeclarations } from "../checker/check-declarations.ts";
import type { OwnParts } from "../checker/check-declarations.ts";
import { checkExample } from "../checker/check-examples.ts";
import { questionsOf } from "../checker/check-expectations.ts";
import { checkLayer } from "../checker/check-layer.ts";
import type { CheckedLayer } from "../checker/check-layer.ts";
import { sortDeclarations } from "../checker/declarations.ts";
import type { CheckedExample } from "../checker/example.ts";
import { lazily } from "../checker/lazily.ts";
import { objectName, sentencesOf } from "../checker/objects.ts";
import type * as Model from "../checker/model.ts";
import { sound } from "../checker/sound.ts";
import type { Sound } from "../checker/sound.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type * as Ast from "../syntax/ast.ts";
import { assertNever } from "../support/assert-never.ts";
import type { Mutant } from "./mutants.ts";
import { at } from "./tree.ts";
import { withinStatement } from "./within-statement.ts";

export interface Mould {
  readonly policy: Ast.Policy;
  readonly parent: Model.Model | undefined;
  /** The readings as chosen. Saying so spares the checker from trying all the others too. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly layer: CheckedLayer;
  /** How often a sentence speaks of each object, and has each field recorded: that alone makes them known elsewhere. */
  readonly spoken: ReadonlyMap<string, number>;
}

/** The model of the policy as edited, or why there is none; and its examples checked anew where the edit can reach them. */
export type Remade =
  | { readonly kind: "model"; readonly model: Sound<Model.Model>; readonly examples: ExamplesAnew }
  | { readonly kind: "errors"; readonly errors: readonly Diagnostic[] };

/** Undefined where the examples mean what they meant. Finds the first that can no longer be said, in the order asked. */
export type ExamplesAnew =
  ((order: readonly Ast.Example[]) => { readonly unsaid: string } | readonly CheckedExample[]) | undefined;

export function makeMould(
  policy: Ast.Policy,
  parent: Model.Model | undefined,
  chosen: ReadonlyMap<string, string>,
): Mould {
  const bare = withoutExamples(policy);
  const spoken = new Map<string, number>();
  for (const sentence of sentencesOf(sortDeclarations(bare, chosen), chosen))
    for (const word of wordsMadeKnown(sentence)) spoken.set(word, (spoken.get(word) ?? 0) + 1);
  return { policy, parent, chosen, layer: checkLayer({ policy: bare, parent }, chosen), spoken };
}

function wordsMadeKnown({ object, recording, act }: Ast.Sentence): readonly string[] {
  const objects = object?.kind === "words" ? [objectName(object)] : [];
  return [...objects, ...recording.map(({ text }) => `${text} of ${act.text}`)];
}

export function remake(mould: Mould, mutant: Mutant): Remade {
  const examplesToo = (mutant.kind === "remove" || mutant.kind === "read") && takesNames(mould.policy, mutant);
  const alone = examplesToo || takesLastWord(mould, mutant) ? undefined : remakeDeclaration(mould, mutant);
  return alone ?? remakeWhole(mould, mutant, examplesToo);
}

// ---------------------------------------------------------------- the whole policy

function remakeWhole(mould: Mould, { ast, choose }: Mutant, examplesToo: boolean): Remade {
  const choices = new Map([...mould.chosen, ...choose]);
  const layer = checkLayer({ policy: withoutExamples(ast), parent: mould.parent }, choices);
  const found = layer.diagnostics();
  const model = sound(layer.model, found);
  if (model === undefined) return { kind: "errors", errors: found.filter(({ severity }) => severity === "error") };
  return { kind: "model", model, examples: examplesToo ? examplesAnew(layer) : undefined };
}

function examplesAnew({ scope, model }: CheckedLayer): ExamplesAnew {
  const asked = lazily(() => questionsOf(model));
  return (order) => {
    const checked: CheckedExample[] = [];
    for (const example of order) {
      let broken = false;
      const report = ({ severity }: Diagnostic): void => void (broken ||= severity === "error");
      checked.push(checkExample({ ...scope, report }, example, asked));
      if (broken) return { unsaid: example.title.text };
    }
    return checked;
  };
}

function withoutExamples(policy: Ast.Policy): Ast.Policy {
  return { ...policy, declarations: policy.declarations.filter(({ kind }) => kind !== "example") };
}

const unnamed: ReadonlySet<string> = new Set([
  "sentence",
  "wait",
  "branch",
  "repeat",
  "transition",
  "measure-row",
  "coding-row",
  "register-moment",
  "register-zone",
  "allowed",
  "decision-test",
]);

/** Only what bears a name can be spoken of elsewhere; another reading may bring and take any name. */
function takesNames(policy: Ast.Policy, { kind, path }: Mutant): boolean {
  const taken = at(policy, path) as { readonly kind: string };
  return kind === "read" || !unnamed.has(taken.kind) || "outcome" in taken;
}

/** With the sentence that goes, nothing speaks any longer of what it spoke of. */
function takesLastWord({ policy, spoken }: Mould, { kind, path }: Mutant): boolean {
  if (kind !== "remove") return false;
  const gone = new Map<string, number>();
  for (const { node } of withinStatement(at(policy, path) as object, path, () => false)) {
    if (!("kind" in node) || node.kind !== "sentence") continue;
    for (const word of wordsMadeKnown(node as Ast.Sentence)) gone.set(word, (gone.get(word) ?? 0) + 1);
  }
  return [...gone].some(([word, count]) => count >= (spoken.get(word) ?? 0));
}

// ---------------------------------------------------------------- one declaration

/**
 * Edges, figures, conditions and deadlines change no name and no unit, so that every other declaration means what it meant.
 * Undefined where the declaration does not stand alone, as one that replaces another of the layer above.
 */
function remakeDeclaration({ parent, chosen, layer }: Mould, { ast, path, kind }: Mutant): Remade | undefined {
  const declaration = path[0] === "declarations" ? (at(ast, path.slice(0, 2)) as Ast.Declaration) : undefined;
  if (declaration === undefined) return undefined;
  const found: Diagnostic[] = [];
  let unknownHoles = 0;
  const known: Model.Hole[] = [];
  const hole = (wished: string, _: string, { span }: Model.Origin): string => {
    const same = layer.model.holes.find(
      ({ name, origin }) => origin.span.from === span.from && origin.span.to === span.to && name.startsWith(wished),
    );
    if (same === undefined) unknownHoles += 1;
    else known.push(same);
    return same?.name ?? wished;
  };
  const scope = { ...layer.scope, report: (diagnostic: Diagnostic) => void found.push(diagnostic), hole };
  const own = checkDeclarations(scope, sortDeclarations({ ...ast, declarations: [declaration] }, chosen), parent);
  if (unknownHoles > 0) return undefined;
  const model = joined(layer.model, own, parent);
  if (model === undefined || (kind === "remove" && losesHole(layer.model, declaration, known))) return undefined;
  const made = sound(model, found);
  if (made === undefined) return { kind: "errors", errors: found.filter(({ severity }) => severity === "error") };
  return { kind: "model", model: made, examples: undefined };
}

/** A removal that leaves the policy with less unsaid is checked as a whole, so that the list of what is unsaid is right. */
function losesHole({ holes }: Model.Model, { span }: Ast.Declaration, known: readonly Model.Hole[]): boolean {
  return holes.some(
    (hole) =>
      hole.origin.span.source === span.source &&
      hole.origin.span.from >= span.from &&
      hole.origin.span.to <= span.to &&
      !known.includes(hole),
  );
}

const tables = [
  "parameters",
  "words",
  "acts",
  "measures",
  "statuses",
  "bands",
  "procedures",
  "duties",
  "decisions",
  "documents",
] as const;

/** The model with the declarations in place of its own of the same names. */
function joined(model: Model.Model, own: OwnParts, parent: Model.Model | undefined): Model.Model | undefined {
  const changed: Record<string, unknown> = {};
  for (const table of tables) {
    const mine: ReadonlyMap<string, Model.Named> = own[table];
    if (mine.size === 0) continue;
    const all: ReadonlyMap<string, Model.Named> = model[table];
    if ([...mine.keys()].some((name) => parent?.[table].has(name) === true || !all.has(name))) return undefined;
    changed[table] = new Map([...all, ...mine]);
  }
  for (const list of ["registers", "codings"] as const) {
    const mine: readonly Model.Named[] = own[list];
    if (mine.length === 0) continue;
    const rest = replaceSame(model[list], mine);
    if (rest === undefined) return undefined;
    changed[list] = rest;
  }
  return own.codes.length > 0 ? undefined : { ...model, ...changed };
}

/** By place: two registers may bear one name, for two groups. */
function replaceSame(all: readonly Model.Named[], mine: readonly Model.Named[]): readonly Model.Named[] | undefined {
  const from = ({ origin }: Model.Named): string => `${origin.layer} ${origin.span.from}`;
  const places = new Map(mine.map((node) => [from(node), node]));
  const replaced = all.map((node) => places.get(from(node)) ?? node);
  return all.filter((node) => places.has(from(node))).length === mine.length ? replaced : undefined;
}

/** What the declaration that a path leads into is called, as examples speak of it. */
export function namesOf({ chosen, policy }: Mould, { path, choose }: Mutant): ReadonlySet<string> {
  if (path[0] !== "declarations") return new Set();
  const declarations = [at(policy, path.slice(0, 2)) as Ast.Declaration];
  const sorted = [chosen, new Map([...chosen, ...choose])].map((choices) =>
    sortDeclarations({ ...policy, declarations }, choices),
  );
  return new Set(
    sorted.flatMap((kinds) =>
      Object.values(kinds)
        .flat()
        .map((node) => nameOf(node)),
    ),
  );
}

function nameOf(node: Exclude<Ast.Declaration, { kind: "readings" }>): string {
  switch (node.kind) {
    case "code-declaration":
      return node.code.text;
    case "note":
    case "example":
      return "";
    case "parameter":
    case "word":
    case "register":
    case "coding":
    case "act":
    case "measure":
    case "status":
    case "bands":
    case "procedure":
    case "duty":
    case "decision":
    case "document":
      return node.name.text;
    default:
      return assertNever(node);
  }
}
