// Ir → TypeScript text of the program: tables as literals, calls as calls. The runtime's functions stand above it in the module.

import { Bug } from "../../support/bug.ts";
import { isCall } from "../../ir/ir.ts";
import type { Call, Ir } from "../../ir/ir.ts";
import type { Lowered } from "../../ir/from-model.ts";
import { ofRule } from "./rule-marks.ts";

/** Names in the vocabulary that are the function itself, not a maker of it. */
const PLAIN: ReadonlySet<string> = new Set([
  "always",
  "endOfDay",
  "season",
  "weekdayToday",
  "whenBegun",
  "whenOpened",
  "whenToday",
]);

/** Each table that a rule has become is marked as its own (rule-marks.ts). */
export function printProgram({ ir, rules }: Pick<Lowered, "ir" | "rules">): string {
  return printTables(ir satisfies Ir, rules);
}

/** Any tables with calls in them. */
export function printTables(tables: unknown, rules: Lowered["rules"]): string {
  return makePrinter(rules)(tables, "");
}

type Print = (value: unknown, indent: string) => string;

function makePrinter(rules: Lowered["rules"]): Print {
  const print: Print = (value, indent) => {
    const text = printPlain(value, indent, print);
    const rule = typeof value === "object" && value !== null && "rule" in value ? value.rule : undefined;
    return typeof rule === "string" ? ofRule(rules, rule, text) : text;
  };
  return print;
}

function printPlain(value: unknown, indent: string, print: Print): string {
  if (value === undefined) return "undefined";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (isCall(value)) return printCall(value, indent, print);
  if (Array.isArray(value))
    return printList(
      "[",
      value.map((entry) => print(entry, `${indent}  `)),
      "]",
      indent,
    );
  if (value instanceof Map) return `new Map(${print([...value], indent)})`;
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return printList(
      "{ ",
      entries.map(([key, entry]) => `${quoteKey(key)}: ${print(entry, `${indent}  `)}`),
      " }",
      indent,
    );
  }
  throw new Bug(`no literal for a ${typeof value}`);
}

function printCall({ call, args }: Call, indent: string, print: Print): string {
  if (PLAIN.has(call)) return call;
  const printed = (args as readonly unknown[]).map((argument) => print(argument, `${indent}  `));
  while (printed.at(-1) === "undefined") printed.pop();
  return printList(`${call}(`, printed, ")", indent);
}

const WIDTH = 110;

function printList(open: string, parts: readonly string[], close: string, indent: string): string {
  const line = `${open}${parts.join(", ")}${close}`;
  if (parts.length === 0) return line.replace(/\s+/g, "");
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  return `${open.trimEnd()}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close.trimStart()}`;
}

/** A string literal; line separators and angle brackets are escaped so that the text can stand in any page or script. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029<>]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function quoteKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) && key !== "__proto__" ? key : `[${quote(key)}]`;
}
