// The items of procedures, registers, codings and examples → keys and values of the YAML form.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import type { PhraseKind, PhraseNode } from "../syntax/parse-phrase.ts";
import { printPhrase } from "../syntax/print-phrase.ts";
import type { Entry, Item, Value } from "./written.ts";

// ---------------------------------------------------------------- keys and values

export type Entries = readonly (Entry | undefined)[];

export function text(
  key: string,
  value: Ast.Text | Ast.Name | Ast.Code | { readonly text: string } | undefined,
): Entry | undefined {
  return value && { key, value: { kind: "text", text: value.text } };
}

/** A whole number or `true`: what may be a number or truth value for other programs, too. */
export function bare(key: string, value: string | undefined): Entry | undefined {
  return value === undefined ? undefined : { key, value: { kind: "bare", text: value } };
}

/** `opening` is what the text form writes before the phrase and the key says instead. */
export function phrase<Kind extends PhraseKind>(
  key: string,
  kind: Kind,
  node: PhraseNode<Kind> | undefined,
  opening = "",
): Entry | undefined {
  return node && { key, value: { kind: "text", text: printPhrase(kind, node).slice(opening.length) } };
}

export function texts(key: string, values: readonly string[]): Entry | undefined {
  return values.length === 0 ? undefined : { key, value: { kind: "texts", texts: values } };
}

export function names(key: string, values: readonly { readonly text: string }[]): Entry | undefined {
  return texts(
    key,
    values.map((value) => value.text),
  );
}

export function list(key: string, items: readonly Item[]): Entry {
  return { key, value: { kind: "list", items } };
}

/** A list that may be left out; comments at its end keep it. */
export function perhapsList(key: string, items: readonly Item[], { trailing }: Ast.Comments): Entry | undefined {
  return items.length === 0 && trailing === undefined ? undefined : list(key, items);
}

interface Carried extends Ast.Tail {
  readonly comments: Ast.Comments;
  readonly span: Ast.Name["span"];
}

/** The lock and clauses stand behind the values, and before the parts: a long list does not hide them. */
export function item(
  carried: Carried,
  entries: Entries,
  kept: { readonly main?: string; readonly brief?: boolean } = {},
): Item {
  const given = entries.filter((entry) => entry !== undefined);
  const values = given.filter((entry) => !isPart(entry.value));
  const { lock, clauses, comments, span } = carried;
  const tail = [lock && text("lock", { text: lock.value }), names("clauses", clauses)].filter(
    (entry) => entry !== undefined,
  );
  const parts = given.filter((entry) => isPart(entry.value));
  const main = kept.main === undefined ? {} : { main: kept.main };
  return { entries: [...values, ...tail, ...parts], comments, span, brief: kept.brief ?? false, ...main };
}

function isPart(value: Value): boolean {
  return value.kind === "list";
}

const brief = { brief: true } as const;

// ---------------------------------------------------------------- readings

/** `bodyOf` gives the key under which a reading's statements stand, with them. */
export function printReadings<Node>(readings: Ast.Readings<Node>, bodyOf: (body: readonly Node[]) => Value): Item {
  const alternatives = readings.alternatives.map((reading) =>
    item(reading, [
      text(reading.chosen ? "chosen" : "or", reading.label),
      text("because", reading.because),
      { key: "is", value: bodyOf(reading.body) },
    ]),
  );
  return item(readings, [text("question", readings.question), list("alternatives", alternatives)]);
}

function listOf<Node>(print: (node: Node) => Item): (body: readonly Node[]) => Value {
  return (body) => ({ kind: "list", items: body.map(print) });
}

// ---------------------------------------------------------------- registers and codings

export function printRegisterItem(node: Ast.RegisterItem): Item {
  switch (node.kind) {
    case "register-moment": {
      const time = node.time.kind === "unspecified" ? "unspecified" : node.time.text;
      return item(node, [phrase("moment", "words", node.moment), text("is", { text: time })], brief);
    }
    case "register-zone": {
      const unless = node.unless && ({ sense: "unless", condition: node.unless } as const);
      const zone = [phrase("arrival", "zone-edges", node.edges), text("becomes", node.becomes)];
      return item(node, [...zone, phrase("unless", "guard", unless, "unless ")], brief);
    }
    case "readings":
      return printReadings(node, listOf(printRegisterItem));
    default:
      return assertNever(node);
  }
}

export function printCodingItem(node: Ast.Coding["rows"][number]): Item {
  return node.kind === "readings" ? printReadings(node, listOf(printCodingRow)) : printCodingRow(node);
}

function printCodingRow(row: Ast.CodingRow): Item {
  if (row.when === undefined) return item(row, [text("otherwise", row.code)], brief);
  return item(row, [text("code", row.code), phrase("when", "condition", row.when)], brief);
}

// ---------------------------------------------------------------- procedures

export function printProcedureItem(node: Ast.ProcedureItem): Item {
  switch (node.kind) {
    case "transition":
      return item(node, [phrase(node.what, "condition", node.condition), text("as", node.outcome)]);
    case "step":
      return printStep(node);
    case "readings":
      return printReadings(node, listOf(printProcedureItem));
    default:
      return assertNever(node);
  }
}

function printStep(step: Ast.Step): Item {
  const { trigger, guard } = step;
  const opening = trigger.kind === "start" ? "on" : trigger.kind;
  // Older YAML takes the word `on` for yes, so the key is another.
  const key = opening === "on" ? "at" : opening;
  return item(step, [
    text("step", step.name),
    text("title", step.title),
    phrase(key, "trigger", trigger, `${opening} `),
    guard && phrase(guard.sense, "guard", guard, `${guard.sense} `),
    list("do", step.items.map(printItem)),
  ]);
}

/** What is to be done. */
export function printItem(node: Ast.Item): Item {
  switch (node.kind) {
    case "sentence":
      return item(node, [phrase("sentence", "sentence", node)], { main: "sentence" });
    case "wait":
      return item(node, [phrase("wait", "length", node.length)]);
    case "branch":
      return printBranch(node);
    case "repeat":
      return item(node, [phrase("repeat", "cadence", node), list("do", node.body.map(printItem))]);
    case "readings":
      return printReadings(node, listOf(printItem));
    default:
      return assertNever(node);
  }
}

function printBranch(branch: Ast.Branch): Item {
  const { otherwiseComments: comments } = branch;
  const hasOtherwise = branch.otherwise.length > 0 || comments !== undefined;
  const otherwise = list("otherwise", branch.otherwise.map(printItem));
  return item(branch, [
    phrase("if", "condition", branch.condition),
    list("then", branch.then.map(printItem)),
    hasOtherwise ? { ...otherwise, ...(comments === undefined ? {} : { comments }) } : undefined,
  ]);
}

// ---------------------------------------------------------------- examples

export function printExampleItem(node: Ast.ExampleItem): Item {
  switch (node.kind) {
    case "example-pupil":
      return item(
        node,
        [
          fields("pupil", node.facts) ?? { key: "pupil", value: { kind: "nothing" } },
          names("flagged", node.flags),
          names("parents", node.parents),
        ],
        brief,
      );
    case "example-staff":
      return item(node, [text("staff", node.role), fields("with", node.fields)], brief);
    case "example-marks":
      return item(
        node,
        [
          text(node.unit === "week" ? "week-of" : "at", node.date),
          text("marks", node.marks),
          text("known", node.known),
        ],
        brief,
      );
    case "example-arrival":
      return item(node, [text("arrives", node.at), fields("with", node.fields)], brief);
    case "example-record":
      return item(node, [text("at", node.at), phrase("log", "record", node, "log ")]);
    case "example-expectation":
      return item(node, [text("at", node.at), phrase("expect", "expected", node)]);
    case "example-assumption":
      return item(node, [text("assuming", node)]);
    default:
      return assertNever(node);
  }
}

function fields(key: string, values: readonly Ast.FieldValue[]): Entry | undefined {
  return values.length === 0 ? undefined : phrase(key, "field-values", values, "with ");
}
