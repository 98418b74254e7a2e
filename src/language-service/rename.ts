// A name, and what it is to be called from now on → the edits of every policy that speaks of it; or why it stays as it is. What was
// edited is read again before anything is offered: each word must still mean what it meant, and nothing may be wrong that was right.

import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Edit } from "../diagnostics/diagnostic.ts";
import { applyEdits } from "../diagnostics/apply-fixes.ts";
import type { Draft, Layer } from "../draft.ts";
import { spanText } from "../source/text.ts";
import type { Span } from "../source/text.ts";
import { lex } from "../syntax/lex.ts";
import { token } from "../syntax/token-types.ts";
import { bindingAt, bindingsOf } from "./bindings.ts";
import { sayPlace } from "./say-place.ts";
import { bindingsTo, chainOf, familyOf, isSamePolicy, referencesTo, rootOf } from "./references.ts";
import type { Reference } from "./references.ts";
import { isSameTarget, targetWords } from "./target.ts";
import type { Target, TargetTable } from "./target.ts";
import type { Binding } from "./words-bound.ts";

export type Renaming = { readonly edits: readonly Edit[] } | { readonly refusal: string };

export interface Renamed {
  readonly layer: Layer;
  readonly offset: number;
  /** All policies that may be edited. */
  readonly shelf: readonly Draft[];
  /** The same policies with other texts, by the name of their source. */
  readonly redraft: (texts: ReadonlyMap<string, string>) => readonly Draft[];
}

/** What would be renamed: the word at the place, as it stands there; or why it cannot be. */
export function renamePlace({ layer, offset, shelf }: Omit<Renamed, "redraft">): Span | { readonly refusal: string } {
  const binding = bindingAt(layer, offset);
  if (binding === undefined) return { refusal: "There is no name here that an author gave." };
  return refusalFor(binding, layer, shelf) ?? inside(binding);
}

export function rename(asked: Renamed, wanted: string): Renaming {
  const { layer, offset, shelf } = asked;
  const binding = bindingAt(layer, offset);
  if (binding === undefined) return { refusal: "There is no name here that an author gave." };
  const text = wanted.trim();
  const refused = refusalFor(binding, layer, shelf) ?? nameFault(text, binding) ?? takenBy(binding, text, asked);
  if (refused !== undefined) return refused;
  const edits = referencesTo(layer, binding.target, shelf)
    .filter(({ part }) => part === binding.part)
    .map((reference): Edit => ({ span: inside(reference), text: asWritten(text, reference) }))
    .filter((edit) => spanText(edit.span) !== edit.text);
  return changedMeaning(asked, binding, text, edits) ?? { edits };
}

// ---------------------------------------------------------------- what stays as it is

const fixedNames: { readonly [Table in TargetTable]?: string } = {
  layer:
    "A policy's name is also that of its file, and other policies extend it by that name. Rename the file first, then the word.",
  code: "Register codes are the nation's: a school marks its register with them and cannot call them anything else.",
  clause: "A clause bears the number it has in the document it stands in.",
  register: "There are two registers, morning and afternoon, and these are their names.",
  band: "A band is named by its title. Change the words in quotation marks, and the rules that ask for that band.",
};

function refusalFor(
  { target }: Binding,
  layer: Layer,
  shelf: readonly Layer[],
): { readonly refusal: string } | undefined {
  const fixed = fixedNames[target.table];
  if (fixed !== undefined) return { refusal: fixed };
  const root = rootOf(layer, target);
  const spoken = bindingsTo(root, target);
  if (!spoken.some(({ declares }) => declares) && target.table !== "object" && target.table !== "field")
    return { refusal: `\`${target.name}\` is a word of the language itself.` };
  if (shelf.some((each) => isSamePolicy(each, root))) return undefined;
  const owner = root.ast?.title.text ?? root.source.name;
  return {
    refusal: `\`${target.name}\` is ${targetWords[target.table]} of “${owner}”, which is not among the files open here: it is not yours to rename.`,
  };
}

/** One word, or for the words of an act several, that the language leaves to authors. */
function nameFault(text: string, { part }: Binding): { readonly refusal: string } | undefined {
  const { tokens, comments } = lex(text);
  const said = text.split(/ +/);
  const plain =
    comments.length === 0 &&
    tokens.length === said.length &&
    tokens.every(
      ({ image, tokenType }, index) => image === said[index] && (isName(tokenType) || tokenType === token.name),
    );
  if (plain && (tokens.length === 1 || (part === "saying" && tokens.length > 1))) return undefined;
  const kind = part === "saying" ? "One or more words" : "One word";
  return {
    refusal: `\`${text}\` cannot be a name. ${kind} in small letters, with hyphens inside a word, such as \`early-help\`; words with a meaning of their own, such as \`must\` or \`when\`, are taken.`,
  };
}

function isName({ CATEGORIES }: { readonly CATEGORIES?: readonly { readonly name: string }[] }): boolean {
  return CATEGORIES?.some(({ name }) => name === "AnyName") ?? false;
}

/** Two things of one kind cannot have one name, in no policy that would have both. */
function takenBy(binding: Binding, text: string, { layer, shelf }: Renamed): { readonly refusal: string } | undefined {
  if (binding.part === "saying" || text === binding.target.name) return undefined;
  const wanted: Target = { ...binding.target, name: text };
  const family = familyOf(rootOf(layer, binding.target), shelf);
  const all = family.flatMap(chainOf).flatMap((each) => bindingsTo(each, wanted));
  const taken = all.find(({ declares }) => declares) ?? all[0];
  return taken === undefined
    ? undefined
    : { refusal: `\`${text}\` is already ${targetWords[wanted.table]}: ${sayPlace(taken.span)}.` };
}

// ---------------------------------------------------------------- what is written

/** Without the quotation marks around it. */
function inside({ span }: Binding): Span {
  const quoted = /^["']/.test(spanText(span));
  return quoted ? { ...span, from: span.from + 1, to: span.to - 1 } : span;
}

/** A word that YAML would take for something else is a key or value in quotation marks there already, or needs none. */
function asWritten(text: string, { target, span }: Reference): string {
  const separate = target.table === "object" && /^[^"']* /.test(spanText(span));
  return separate ? text.replaceAll("-", " ") : text;
}

// ---------------------------------------------------------------- what it would come to

/** Undefined where every word means afterwards what it meant before. */
function changedMeaning(
  { shelf, layer, redraft }: Renamed,
  binding: Binding,
  text: string,
  edits: readonly Edit[],
): { readonly refusal: string } | undefined {
  const family = familyOf(rootOf(layer, binding.target), shelf) as readonly Draft[];
  const texts = new Map(
    family.map(({ source }) => [
      source.name,
      applyEdits(
        source,
        edits.filter(({ span }) => span.source === source),
      ),
    ]),
  );
  const after = new Map(redraft(texts).map((each) => [each.source.name, each]));
  const wanted: Target = binding.part === "saying" ? binding.target : { ...binding.target, name: text };
  for (const before of family) {
    const now = after.get(before.source.name);
    if (now === undefined) continue;
    const moved = firstChanged(before, now, (each) => renamed(each, binding.target, wanted));
    if (moved !== undefined) {
      const said = spanText(moved.span);
      return {
        refusal: `Called \`${text}\`, it would change what \`${said}\` means: ${sayPlace(moved.span)}. Choose another name.`,
      };
    }
    if (hasErrors(now.diagnostics) && !hasErrors(before.diagnostics)) {
      const fault = now.diagnostics.find(({ severity }) => severity === "error");
      return {
        refusal: `Called \`${text}\`, something could no longer be read${fault === undefined ? "" : `: ${sayPlace(fault.span)}`}. Choose another name.`,
      };
    }
  }
  return undefined;
}

function renamed(each: Target, from: Target, to: Target): Target {
  if (isSameTarget(each, from)) return to;
  return owners[from.table] === each.table && each.of === from.name ? { ...each, of: to.name } : each;
}

/** What is named within something else bears its name too. */
const owners: { readonly [Table in TargetTable]?: TargetTable } = {
  procedure: "step",
  decision: "answer",
  bands: "band",
};

function firstChanged(before: Layer, now: Layer, as: (target: Target) => Target): Binding | undefined {
  const [were, are] = [bindingsOf(before), bindingsOf(now)];
  const at = were.findIndex((binding, index) => {
    const is = are[index];
    return is === undefined || !isSameTarget(is.target, as(binding.target)) || is.part !== binding.part;
  });
  return at >= 0 ? were[at] : are[were.length];
}
