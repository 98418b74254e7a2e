// A model as text, to look at: every declaration with what it came to mean, one part to a line. For people, not for reading back.

import { formatDay } from "../school/day.ts";
import { formatMoment, formatTime } from "../school/moment.ts";
import { formatPercent } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { unitWords } from "../units/unit.ts";
import type * as Model from "./model.ts";

export function printModel(model: Model.Model): string {
  const { level, name, title, inForce, reviewBy, layers, readings, holes, notes } = model;
  const lines = [
    `${level} policy ${name} "${title}"`,
    ...(inForce === undefined ? [] : [`in force from ${formatDay(inForce.from)}${untilWords(inForce.until)}`]),
    ...(reviewBy === undefined ? [] : [`review by ${formatDay(reviewBy)}`]),
    `layers ${layers.map((layer) => layer.name).join(", ")}`,
    ...spaced(declarationsOf(model).map(([kind, node]) => printNamed(kind, node))),
    ...section(
      "notes",
      notes.map(({ says, origin }) => `"${says}"${clauseWords(origin)}`),
    ),
    ...section(
      "readings",
      readings.map(
        ({ question, chosen, alternatives }) =>
          `"${question}": ${chosen ?? "none chosen"} of ${alternatives.join(" / ")}`,
      ),
    ),
    ...section(
      "holes",
      holes.map((hole) => `${hole.name}: ${hole.what}${clauseWords(hole.origin)}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

/** A blank line around every declaration that takes more than one. */
function spaced(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    return block.length > 1 || before === undefined || before.length > 1 ? ["", ...block] : block;
  });
}

function untilWords(until: number | undefined): string {
  return until === undefined ? "" : ` until ${formatDay(until)}`;
}

function declarationsOf(model: Model.Model): readonly (readonly [string, Model.Named])[] {
  const tables: readonly (readonly [string, Iterable<Model.Named>])[] = [
    ["parameter", model.parameters.values()],
    ["code", model.codes],
    ["register", model.registers],
    ["coding", model.codings],
    ["act", model.acts.values()],
    ["measure", model.measures.values()],
    ["status", model.statuses.values()],
    ["bands", model.bands.values()],
    ["procedure", model.procedures.values()],
    ["duty", model.duties.values()],
    ["decision", model.decisions.values()],
    ["document", model.documents.values()],
  ];
  const words = [...model.words.values()].map((word) => [word.sort, word] as const);
  return [...words, ...tables.flatMap(([kind, nodes]) => [...nodes].map((node) => [kind, node] as const))];
}

/** Properties that the heading shows, or that only repeat where a thing was written. */
const shownElsewhere: ReadonlySet<string> = new Set([
  "name",
  "title",
  "origin",
  "lock",
  "span",
  "type",
  "layers",
  "replaces",
  "kind",
  "sort",
]);

/** Plain facts stand in the heading, rules on lines of their own. */
function printNamed(kind: string, node: Model.Named): readonly string[] {
  const facts = [...Object.entries(node).flatMap(factWords), node.lock ?? ""].filter((fact) => fact !== "");
  const said = facts.length === 0 ? "" : `: ${facts.join(", ")}`;
  const heading = `${kind} ${node.name} "${node.title}"${said}${clauseWords(node.origin)} (${node.origin.layer})`;
  return [heading, ...printProperties(node).map((line) => `  ${line}`)];
}

function factWords([key, value]: readonly [string, unknown]): readonly string[] {
  if (isSilent(key, value) || isRecord(value) || Array.isArray(value)) return [];
  return [value === true ? key : `${key} ${inline(value, key)}`];
}

function isSilent(key: string, value: unknown): boolean {
  return shownElsewhere.has(key) || isNothing(value) || (key === "people" && value === 0);
}

function clauseWords({ clauses }: Model.Origin): string {
  return clauses.length === 0 ? "" : ` [${clauses.join(", ")}]`;
}

function printProperties(node: object): readonly string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (isSilent(key, value) || !(isRecord(value) || Array.isArray(value))) return [];
    return isBlock(value) ? [key, ...value.flatMap(printItem)] : [`${key}: ${inline(value, key)}`];
  });
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

/** Lists of things that were written on lines of their own. */
function isBlock(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.some((each) => isRecord(each) && "origin" in each);
}

function printItem(item: object): readonly string[] {
  const named = nameOf(item);
  const clauses = "origin" in item ? clauseWords(item.origin as Model.Origin) : "";
  const heading = ["-", named, ...Object.entries(item).flatMap(factWords)].filter((part) => part !== "").join(" ");
  return [`  ${heading}${clauses}`, ...printProperties(item).map((line) => `    ${line}`)];
}

/** What the author would call it: a step by its name, a row of bands by its title, a sentence by its kind. */
function nameOf(item: object): string {
  if ("name" in item) return String(item.name);
  if ("title" in item) return `"${String(item.title)}"`;
  return "kind" in item ? String(item.kind) : "";
}

/** A part of a rule on one line: `compare(left: rate(of: absent, window: this(period: school-year)), …)`. */
function inline(value: unknown, key = ""): string {
  if (typeof value === "number") return dayKeys.has(key) ? formatDay(value) : numberWords(value, key);
  if (Array.isArray(value)) return `[${value.map((each) => inline(each)).join(", ")}]`;
  if (!isRecord(value)) return String(value);
  if (value["kind"] === "constant") return constantWords(value as unknown as Constant);
  const parts = Object.entries(value)
    .filter(([name, part]) => !beside.has(name) && !isNothing(part))
    .map(([name, part]) => `${name}: ${inline(part, name)}`);
  const { kind } = value;
  if (typeof kind !== "string") return `(${parts.join(", ")})`;
  return parts.length === 0 ? kind : `${kind}(${parts.join(", ")})`;
}

const beside: ReadonlySet<string> = new Set(["kind", "span", "origin", "type", "lock"]);
const dayKeys: ReadonlySet<string> = new Set(["from", "until", "day"]);

function numberWords(value: number, key: string): string {
  if (key === "seconds") return formatTime(value);
  return key === "moment" ? formatMoment(value) : String(value);
}

type Constant = Extract<Model.Value, { kind: "constant" }>;

function constantWords({ value, type }: Constant): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value !== "number") return percentWords(value);
  switch (type.kind) {
    case "money":
      return `£${Math.floor(value / 100)}${value % 100 === 0 ? "" : `.${String(value % 100).padStart(2, "0")}`}`;
    case "time":
      return formatTime(value);
    case "date":
      return formatDay(value);
    case "quantity":
      return `${value} ${unitWords(type.unit, value)}`;
    case "percent":
    case "number":
    case "text":
      return String(value);
  }
}

function percentWords(share: Ratio): string {
  return formatPercent(share, 6).replace(/\.?0+%$/, "%");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
