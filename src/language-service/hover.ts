// A text and a place in it → what stands there, in plain words: a name's declaration and its layer, the value in force and its history,
// what a clause says, what a code means and when, what a figure may be. It says what was declared, and judges nothing.

import type { Model } from "../checker/model.ts";
import type { Layer } from "../draft.ts";
import { sayDay, upperFirst } from "../explain/say.ts";
import type { Former } from "../outline/outline.ts";
import { parameterEntries } from "../outline/outline-parameters.ts";
import type { Calendar } from "../school/calendar.ts";
import type { Day } from "../school/day.ts";
import type * as Ast from "../syntax/ast.ts";
import { formBeginning } from "../syntax/forms.ts";
import { lex } from "../syntax/lex.ts";
import { declaringWords, tokenTable, wordSorts } from "../syntax/tokens.ts";
import { unitFromWords } from "../units/unit.ts";
import { bindingAt } from "./bindings.ts";
import { dayCounted } from "./day-counted.ts";
import { layerWords, lockOnFigure } from "./figure-limits.ts";
import { figureWords } from "./figure-words.ts";
import { rangeOfFigure } from "./figure-range.ts";
import { figuresOf } from "./figures.ts";
import type { PolicyFigure } from "./figures.ts";
import { knownNames } from "./known-names.ts";
import type { KnownName, NameSort } from "./known-names.ts";
import type { Target, TargetTable } from "./target.ts";
import type { Binding } from "./words-bound.ts";

export interface Explained {
  /** Undefined while the text cannot be read. */
  readonly ast: Ast.Policy | undefined;
  readonly model: Model | undefined;
  /** What a clause says; undefined for one that no file explains. */
  readonly clauseOf: (id: string) => { readonly says: string; readonly where: string } | undefined;
  /** The last edition that could be read, where it is that of the text: then names are told apart by what they name. */
  readonly layer?: Layer | undefined;
  /** The day whose values are told. */
  readonly today?: Day | undefined;
  readonly calendar?: Calendar | undefined;
  /** How a figure is changed where this is shown; nothing where it is only typed. */
  readonly turning?: string;
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
  const { ast, layer } = explained;
  const figure = ast?.span.source.text === text ? figureAt(ast, offset) : undefined;
  if (figure !== undefined) return hoverFigure(figure, explained);
  const bound = layer?.source.text === text ? hoverBound(layer, offset, explained) : undefined;
  if (bound !== undefined || isYamlText(explained)) return bound;
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
      return names.has(word.type) ? (hoverName(words, at, explained) ?? hoverKeyword(word)) : undefined;
  }
}

/** Of YAML only what names something is told: its other words are the form's. */
function isYamlText({ layer }: Explained): boolean {
  return layer?.source.name.endsWith(".yaml") === true;
}

// ---------------------------------------------------------------- what a word names

function hoverBound(layer: Layer, offset: number, explained: Explained): Hover | undefined {
  const binding = bindingAt(layer, offset);
  if (binding === undefined || offset >= binding.span.to) return undefined;
  const { target, span, part } = binding;
  const word: Word = { from: span.from, to: span.to, text: target.name, type: "" };
  if (target.table === "clause") return hoverClause(word, explained);
  if (target.table === "code") return hoverCode(word, layer.model);
  if (layer.model === undefined) return undefined;
  const known = knownNames(layer.model).find((each) => isKnownAs(each, target, part, layer));
  return known === undefined ? undefined : { from: span.from, to: span.to, ...describe(known, layer.model, explained) };
}

const sortsOf: { readonly [Table in TargetTable]?: readonly NameSort[] } = {
  parameter: ["parameter"],
  word: ["role", "flag", "reason", "group", "channel", "service"],
  field: ["field"],
  measure: ["measure"],
  status: ["status"],
  bands: ["bands"],
  procedure: ["procedure"],
  step: ["step"],
  duty: ["duty"],
  decision: ["decision"],
  object: ["document", "object"],
  register: ["register"],
};

function isKnownAs(
  { sort, name, origin }: KnownName,
  target: Target,
  part: Binding["part"],
  { model }: Layer,
): boolean {
  if (target.table === "act") {
    const act = model?.acts.get(target.name);
    return part === "name" ? sort === "act" && name === target.name : sort === "saying" && name === act?.saying;
  }
  if (name !== target.name || sortsOf[target.table]?.includes(sort) !== true) return false;
  if (target.table !== "step") return true;
  return model?.procedures.get(target.of)?.steps.some((step) => step.origin === origin) === true;
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
function hoverName(words: readonly Word[], at: number, explained: Explained): Hover | undefined {
  const { model } = explained;
  if (model === undefined) return undefined;
  for (let length = 4; length > 0; length--)
    for (let first = Math.max(0, at - length + 1); first <= at; first++) {
      const run = words.slice(first, first + length);
      const [from, last] = [run[0], run.at(-1)];
      if (run.length < length || from === undefined || last === undefined) continue;
      const name = run.map(({ text }) => text).join(" ");
      const found = knownNames(model).filter((each) => each.name === name);
      const [known] = found.some(({ sort }) => sort === "step") ? found.filter(({ sort }) => sort === "step") : found;
      if (known !== undefined) return { from: from.from, to: last.to, ...describe(known, model, explained) };
    }
  return undefined;
}

function describe(known: KnownName, model: Model, explained: Explained): Pick<Hover, "title" | "lines"> {
  const { name, sort, title, says, layer, before, origin } = known;
  return {
    title: title === "" || sort === "field" ? `${name}, ${sorts[sort]}` : `“${title}”, ${sorts[sort]}`,
    lines: [
      ...(sort === "field" ? [upperFirst(title)] : []),
      says,
      ...(sort === "parameter" ? inForce(name, model, explained) : []),
      layer === model.name ? "Said in this policy." : `From ${layerWords(model, layer)}.`,
      ...before.map((above) => `${upperFirst(layerWords(model, above.layer))} says: ${above.says}`),
      ...origin.clauses.flatMap((id) => clauseLine(id, explained)),
    ],
  };
}

/** Of a value with a history, that of the day and those of other days; layers above are told below. */
function inForce(name: string, model: Model, { today }: Explained): readonly string[] {
  if (today === undefined) return [];
  const entry = parameterEntries(model, today).find((each) => each.name === name);
  if (entry === undefined) return [];
  const others = entry.history.filter(({ layer }) => layer === entry.layer);
  const lock = entry.lock === undefined ? [] : [`Layers below: ${entry.lock}.`];
  return [`In force on ${sayDay(today)}: ${entry.says}.`, ...others.map(sayFormer), ...lock];
}

function sayFormer({ says, from, until }: Former): string {
  const dates = [
    ...(from === undefined ? [] : [`from ${sayDay(from)}`]),
    ...(until === undefined ? [] : [`until ${sayDay(until)}`]),
  ];
  return `${upperFirst([...dates, ""].join(" ").trim())}: ${says}.`;
}

function clauseLine(id: string, { clauseOf }: Explained): readonly string[] {
  const clause = clauseOf(id);
  return clause === undefined || clause.says === "" ? [] : [`${id}: ${clause.says}`];
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

function figureAt(ast: Ast.Policy, offset: number): PolicyFigure | undefined {
  return figuresOf(ast).find(({ span }) => span.from <= offset && offset < span.to);
}

function hoverFigure(figure: PolicyFigure, explained: Explained): Hover {
  const { span, text, unit, clauses } = figure;
  const { model, turning } = explained;
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
      ...countedFromToday(figure, explained),
      ...clauses.flatMap((id) => clauseLine(id, explained)),
      range.fixed ? "" : (turning ?? ""),
    ].filter((line) => line !== ""),
  };
}

/** So many school days are a date once they begin: as if that were today. */
function countedFromToday({ text, unit, kind }: PolicyFigure, { calendar, today }: Explained): readonly string[] {
  if (kind !== "quantity" || calendar === undefined || today === undefined) return [];
  const day = dayCounted(calendar, { n: Number(text), unit: unitFromWords(unit), direction: "after", base: today });
  return day === undefined ? [] : [`Counted from today, ${sayDay(today)}, that is ${sayDay(day)}.`];
}
