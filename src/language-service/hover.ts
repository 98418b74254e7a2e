// A text and a place in it → what stands there, in plain words: a name's declaration and its layer, what a clause says, what a code
// means and when, what a figure may be. It says what was declared, and judges nothing.

import type { Model } from "../checker/model.ts";
import { sayDay, upperFirst } from "../explain/say.ts";
import type * as Ast from "../syntax/ast.ts";
import { formBeginning } from "../syntax/forms.ts";
import { lex } from "../syntax/lex.ts";
import { declaringWords, tokenTable, wordSorts } from "../syntax/tokens.ts";
import { layerWords, lockOnFigure } from "./figure-limits.ts";
import { figureWords } from "./figure-words.ts";
import { rangeOfFigure } from "./figure-range.ts";
import { figuresOf } from "./figures.ts";
import type { PolicyFigure } from "./figures.ts";
import { knownNames } from "./known-names.ts";
import type { KnownName, NameSort } from "./known-names.ts";

export interface Explained {
  /** Undefined while the text cannot be read. */
  readonly ast: Ast.Policy | undefined;
  readonly model: Model | undefined;
  /** What a clause says; undefined for one that no file explains. */
  readonly clauseOf: (id: string) => { readonly says: string; readonly where: string } | undefined;
}

export interface Hover {
  readonly from: number;
  readonly to: number;
  /** What it is called. */
  readonly title: string;
  /** One sentence or phrase a line. */
  readonly lines: readonly string[];
}

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly type: string;
}

/** Undefined where nothing is to be said: in comments, titles, and words that only hold sentences together. */
export function hoverAt(text: string, offset: number, explained: Explained): Hover | undefined {
  const figure = figureAt(explained.ast, text, offset);
  if (figure !== undefined) return hoverFigure(figure, explained.model);
  const words = wordsOfLine(text, offset);
  const at = words.findIndex(({ from, to }) => from <= offset && offset < to);
  const word = words[at];
  if (word === undefined) return undefined;
  switch (word.type) {
    case "ClauseId":
      return hoverClause(word, explained);
    case "RegisterCode":
      return hoverCode(word, explained.model);
    default:
      return names.has(word.type) ? (hoverName(words, at, explained.model) ?? hoverKeyword(word)) : undefined;
  }
}

/** What an author may use as a name. */
const names: ReadonlySet<string> = new Set(
  tokenTable.flatMap(({ name, groups }) => (groups.includes("AnyName") ? [name] : [])),
);

/** No word goes over the end of a line. */
function wordsOfLine(text: string, offset: number): readonly Word[] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return lex(text.slice(start, end < 0 ? text.length : end)).tokens.map(({ startOffset, image, tokenType }) => ({
    from: start + startOffset,
    to: start + startOffset + image.length,
    text: image,
    type: tokenType.name,
  }));
}

// ---------------------------------------------------------------- names

const sorts: Readonly<Record<NameSort, string>> = {
  parameter: "a value of the policy",
  role: "a role",
  flag: "something known of a pupil",
  reason: "a reason for absence",
  group: "a group of pupils",
  channel: "a way to reach somebody",
  service: "a service",
  act: "something people do and record",
  saying: "something that was done and recorded",
  field: "a field of a record",
  measure: "a measure",
  status: "a status",
  bands: "a table of bands",
  procedure: "a procedure",
  step: "a step",
  duty: "a duty of the school",
  decision: "a decision that a person makes",
  document: "a document",
  register: "a register",
  object: "something that sentences speak of",
};

/** Of several words the most that together are a name: `contact made` is said of an act, `contact` of none. */
function hoverName(words: readonly Word[], at: number, model: Model | undefined): Hover | undefined {
  if (model === undefined) return undefined;
  for (let length = 4; length > 0; length--)
    for (let first = Math.max(0, at - length + 1); first <= at; first++) {
      const run = words.slice(first, first + length);
      const [from, last] = [run[0], run.at(-1)];
      if (run.length < length || from === undefined || last === undefined) continue;
      const name = run.map(({ text }) => text).join(" ");
      const found = knownNames(model).filter((each) => each.name === name);
      const [known] = found.some(({ sort }) => sort === "step") ? found.filter(({ sort }) => sort === "step") : found;
      if (known !== undefined) return { from: from.from, to: last.to, ...describe(known, model) };
    }
  return undefined;
}

function describe(known: KnownName, model: Model): Pick<Hover, "title" | "lines"> {
  const { name, sort, title, says, layer, before } = known;
  return {
    title: title === "" || sort === "field" ? `${name}, ${sorts[sort]}` : `“${title}”, ${sorts[sort]}`,
    lines: [
      ...(sort === "field" ? [upperFirst(title)] : []),
      says,
      layer === model.name ? "Said in this policy." : `From ${layerWords(model, layer)}.`,
      ...before.map((above) => `${upperFirst(layerWords(model, above.layer))} says: ${above.says}`),
    ],
  };
}

// ---------------------------------------------------------------- clauses, codes, words of the language

function hoverClause({ from, to, text }: Word, { clauseOf }: Explained): Hover {
  const found = clauseOf(text);
  const lines = found === undefined ? ["No clause file says what stands in this clause."] : [found.says, found.where];
  return { from, to, title: `Clause ${text}`, lines: lines.filter((line) => line !== "") };
}

const categories = {
  attending: "counts as attending",
  approved: "counts as attending: an approved educational activity",
  authorised: "counts as an authorised absence",
  unauthorised: "counts as an unauthorised absence",
  "not-possible": "is no possible session",
  administrative: "is for administration and counts as nothing",
} as const;

function hoverCode({ from, to, text }: Word, model: Model | undefined): Hover | undefined {
  const versions = model?.codes.filter(({ name }) => name === text) ?? [];
  if (model === undefined || versions.length === 0) return undefined;
  const lines = versions.map((code) => {
    const dates = [
      ...(code.from === undefined ? [] : [`from ${sayDay(code.from)}`]),
      ...(code.until === undefined ? [] : [`until ${sayDay(code.until)}`]),
    ].join(" ");
    return `${code.title}: ${categories[code.category]}${dates === "" ? "" : `, ${dates}`}.`;
  });
  const layer = versions[0]?.origin.layer ?? model.name;
  return { from, to, title: `Register code ${text}`, lines: [...lines, `From ${layerWords(model, layer)}.`] };
}

const declaring: ReadonlySet<string> = new Set([...declaringWords, ...wordSorts, "step", "readings"]);

/** Words that begin a statement show what such a statement looks like. */
function hoverKeyword({ from, to, text }: Word): Hover | undefined {
  const form = declaring.has(text) ? formBeginning(text) : undefined;
  return form === undefined ? undefined : { from, to, title: `How to write “${text}”`, lines: [form] };
}

// ---------------------------------------------------------------- figures

function figureAt(ast: Ast.Policy | undefined, text: string, offset: number): PolicyFigure | undefined {
  if (ast === undefined || ast.span.source.text !== text) return undefined;
  return figuresOf(ast).find(({ span }) => span.from <= offset && offset < span.to);
}

function hoverFigure(figure: PolicyFigure, model: Model | undefined): Hover {
  const { span, text, unit } = figure;
  const { title, of, before } = figureWords(figure);
  const range = rangeOfFigure(model, figure);
  const lock = model === undefined ? undefined : lockOnFigure(model, figure);
  return {
    from: span.from,
    to: span.to,
    title: [`${text}${unit === "" ? "" : ` ${unit}`}`, title === "" ? before.trim() : title, of]
      .filter(Boolean)
      .join(", "),
    lines: [
      range.says,
      ...(lock === undefined || range.fixed ? [] : [`Layers below: ${lock}.`]),
      range.fixed ? "" : "Drag it left or right to change it, or press Alt with the up or down arrow.",
    ].filter((line) => line !== ""),
  };
}
