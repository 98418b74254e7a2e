// The names of a text that somebody writes → where each is declared and used, what it may be called, and what stands beside it, all
// from the compiler's own language service. Only the text being edited is ever changed.

import {
  bindingAt,
  chainOf,
  clauseOf,
  codeLenses,
  definitionsAt,
  draft as draftOf,
  exampleLens,
  inlayHints,
  layerWords,
  makeSource,
  positionOf,
  referencesAt,
  rename,
  renamePlace,
  spanText,
  targetWords,
} from "../../src/index.ts";
import type { Draft, Span } from "../../src/index.ts";
import type { NamedPlace, NamingQuestions } from "./naming-protocol.ts";
import { calendarFor, layersAround } from "./ready.ts";

type Asked<K extends keyof NamingQuestions> = NamingQuestions[K]["ask"];
type Answer<K extends keyof NamingQuestions> = NamingQuestions[K]["answer"];

export function placesFor({ offset, wanted }: Asked<"places">, draft: Draft): Answer<"places"> {
  const binding = bindingAt(draft, offset);
  if (binding === undefined) return { refusal: "There is no name here that could be followed." };
  const { target, span } = binding;
  const layers = chainOf(draft);
  const places =
    wanted === "declared"
      ? definitionsAt(draft, offset).map((place) => placeOf(place, isDeclared(place, layers), draft))
      : referencesAt(draft, offset, layers).map((each) => placeOf(each.span, each.declares, draft));
  return { name: target.table === "clause" ? target.name : spanText(span), kind: targetWords[target.table], places };
}

/** Of a name that nothing declares, the place that speaks of it first stands in. A clause is declared in a file of its own. */
function isDeclared(place: Span, layers: ReturnType<typeof chainOf>): boolean {
  const owner = layers.find(({ source }) => source === place.source);
  return owner === undefined || bindingAt(owner, place.from)?.declares === true;
}

function placeOf(span: Span, declares: boolean, draft: Draft): NamedPlace {
  const { from, to, source } = span;
  const { line } = positionOf(span);
  const says = (source.text.split("\n")[line - 1] ?? "").trim();
  const here = { from, to, line, says, declares };
  if (source === draft.source) return here;
  const owner = chainOf(draft).find((layer) => layer.source === source);
  if (owner?.ast !== undefined && draft.model !== undefined) {
    const policy = owner.ast.name.text;
    return { ...here, elsewhere: { where: layerWords(draft.model, policy), policy } };
  }
  const clause = clauseOf(draft, spanText(span));
  return {
    ...here,
    says: clause === undefined ? says : [clause.says, clause.where].filter(Boolean).join(" "),
    elsewhere: { where: "the file of clauses", policy: undefined },
  };
}

// ---------------------------------------------------------------- another name

export function renamePlaceFor({ offset }: Asked<"renamePlace">, draft: Draft): Answer<"renamePlace"> {
  const found = renamePlace({ layer: draft, offset, shelf: [draft] });
  return "refusal" in found ? found : { from: found.from, to: found.to };
}

export function renamed({ offset, name }: Asked<"rename">, draft: Draft): Answer<"rename"> {
  const redraft = (texts: ReadonlyMap<string, string>): readonly Draft[] =>
    [...texts].map(([file, text]) => draftOf(makeSource(file, text), layersAround(), draft.choose, draft));
  const renaming = rename({ layer: draft, offset, shelf: [draft], redraft }, name);
  if ("refusal" in renaming) return renaming;
  return { edits: renaming.edits.map(({ span: { from, to }, text }) => ({ from, to, text })) };
}

// ---------------------------------------------------------------- beside the text

export async function besideText({ day }: Asked<"beside">, draft: Draft): Promise<Answer<"beside">> {
  const calendar = await calendarFor(draft);
  const hinted = { layer: draft, today: day, calendar, shelf: chainOf(draft) };
  return {
    hints: inlayHints(hinted, 0, draft.source.text.length),
    examples: codeLenses(draft).flatMap((lens) =>
      lens.kind === "example" ? [{ from: lens.span.from, to: lens.span.to, title: lens.title }] : [],
    ),
  };
}

export async function triedExample({ from }: Asked<"tryExample">, draft: Draft): Promise<Answer<"tryExample">> {
  return exampleLens(draft, from, await calendarFor(draft));
}
