// The table of shapes → a JSON Schema of the YAML form, in two drafts, so that editors can check and complete without us.
// It knows the shape alone: whether a phrase can be read, and what it means, only the compiler says.

import { assertNever } from "../support/assert-never.ts";
import { Bug } from "../support/bug.ts";
import type { ScalarShape, Shape, StatementShape } from "./shape.ts";
import { shapes } from "./shapes.ts";

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** The drafts of JSON Schema: the newest, and the one that most editors know. */
export type Draft = "2020-12" | "draft-07";

const drafts: Readonly<Record<Draft, string>> = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

export function jsonSchema(draft: Draft = "2020-12"): JsonObject {
  return draft === "2020-12" ? newestSchema() : (inDraft07(newestSchema()) as JsonObject);
}

/** Nothing the form needs is missing from the older draft; three of its words are others. */
function inDraft07(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => inDraft07(each));
  if (typeof value !== "object" || value === null) return value;
  const older: Readonly<Record<string, string>> = { $defs: "definitions", dependentRequired: "dependencies" };
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, part]): [string, Json] => {
      if (key === "$schema") return [key, drafts["draft-07"]];
      if (key === "$ref" && typeof part === "string") return [key, part.replace("#/$defs/", "#/definitions/")];
      return [older[key] ?? key, inDraft07(part)];
    }),
  );
}

function newestSchema(): JsonObject {
  const { file, ...others }: Readonly<Record<string, StatementShape>> = shapes;
  if (file === undefined) throw new Bug("The table of shapes begins with the file");
  return {
    $schema: drafts["2020-12"],
    title: "A Rollcall policy as YAML",
    description: "Generated from src/yaml/shapes.ts: `npm run generate` writes this file.",
    ...statement(file),
    $defs: Object.fromEntries(Object.entries(others).map(([sort, shape]) => [sort, statement(shape)])),
  };
}

function reference(sort: string): JsonObject {
  return { $ref: `#/$defs/${sort}` };
}

// ---------------------------------------------------------------- statements

function statement(shape: StatementShape): JsonObject {
  const { main } = shape;
  const under = main === undefined ? undefined : shape.keys[main];
  return under === undefined ? keysOf(shape) : { anyOf: [valueOf(under), keysOf(shape)] };
}

function keysOf({ keys, needed, oneOf, together }: StatementShape): JsonObject {
  const choices = oneOf.map((group) => ({ oneOf: group.map((key) => ({ required: [key] })) }));
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(keys).map(([key, shape]) => [key, { description: shape.says, ...valueOf(shape) }]),
    ),
    additionalProperties: false,
    ...(needed.length === 0 ? {} : { required: needed }),
    ...(choices.length === 0 ? {} : { allOf: choices }),
    ...(together === undefined
      ? {}
      : { dependentRequired: Object.fromEntries(together.map((key) => [key, together])) }),
  };
}

// ---------------------------------------------------------------- what stands under keys

function valueOf(shape: Shape): JsonObject {
  if (shape.kind === "part") return reference(shape.of);
  if (shape.kind === "list") return { type: "array", items: anyOf(shape.of.map(reference)) };
  if (shape.kind === "sections") return oneOrMore(reference("section"));
  if (shape.kind === "many") return oneOrMore(scalarOf(shape.of));
  if (shape.kind !== "named") return scalarOf(shape);
  return { type: "object", propertyNames: keyNames[shape.by], additionalProperties: reference(shape.of) };
}

function oneOrMore(one: JsonObject): JsonObject {
  return { anyOf: [one, { type: "array", items: one }] };
}

function anyOf(schemas: readonly JsonObject[]): JsonObject {
  const [only, ...others] = schemas;
  return only !== undefined && others.length === 0 ? only : { anyOf: schemas };
}

const code = "(?:[A-Z][0-9]?|[/\\\\#])";
const name = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const time = "[0-9]{2}:[0-9]{2}(?::[0-9]{2})?";
const moment = `${day}(?:[ \\t]+|T)${time}`;

const keyNames = {
  name: { pattern: `^${name}$` },
  code: { pattern: `^${code}$` },
  text: {},
} as const;

function pattern(source: string): JsonObject {
  return { type: "string", pattern: `^${source}$` };
}

/** What is text to us may look like a number or truth value to another reader of YAML. */
const words = { type: ["string", "number", "boolean"] } as const;

/** As people and spreadsheets write it. */
function capitalised(word: string): readonly string[] {
  return [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`, word.toUpperCase()];
}

function scalarOf(shape: ScalarShape): JsonObject {
  switch (shape.kind) {
    case "text":
    case "phrase":
    case "words-or-hole":
    case "rhythm":
      return words;
    case "choice":
      return { enum: shape.choices };
    case "yes":
      return { enum: [true, false, ...["yes", "no", "true", "false"].flatMap(capitalised)] };
    case "code":
      return pattern(code);
    case "clause":
      return pattern("[A-Z][A-Z0-9]*(?:-[A-Za-z0-9.()]+)+");
    case "code-or-name":
      return pattern(`(?:${code}|${name})`);
    case "date":
      return pattern(day);
    case "date-time":
      return pattern(moment);
    case "date-or-moment":
      return pattern(`(?:${day}|${moment})`);
    case "time-or-hole":
      return pattern(`(?:${time}|unspecified)`);
    case "count":
      return { type: ["integer", "string"], pattern: "^[0-9]{1,6}$", minimum: 0, maximum: 999_999 };
    case "facts":
      return { type: ["string", "number", "null"] };
    default:
      return assertNever(shape);
  }
}
