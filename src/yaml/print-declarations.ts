// Declarations → keys and values of the YAML form, those of one kind under one key; where kinds take turns, in sections.

import { assertNever } from "../support/assert-never.ts";
import type * as Ast from "../syntax/ast.ts";
import { isPlainRow } from "../syntax/print-declarations.ts";
import { printPhrase } from "../syntax/print-phrase.ts";
import {
  bare,
  item,
  list,
  names,
  perhapsList,
  phrase,
  printCodingItem,
  printExampleItem,
  printItem,
  printProcedureItem,
  printReadings,
  printRegisterItem,
  text,
  texts,
} from "./print-items.ts";
import type { shapes } from "./shapes.ts";
import type { Item, Section, Value } from "./written.ts";

// ---------------------------------------------------------------- sections

/** The key of each kind of declaration. */
const kindKeys = {
  parameter: "parameters",
  word: "words",
  "code-declaration": "codes",
  register: "registers",
  coding: "codings",
  act: "acts",
  measure: "measures",
  status: "statuses",
  bands: "bands",
  procedure: "procedures",
  duty: "duties",
  decision: "decisions",
  document: "documents",
  note: "notes",
  readings: "readings",
  example: "examples",
} as const satisfies Readonly<Record<Ast.Declaration["kind"], keyof typeof shapes.section.keys>>;

/** A new section begins where a kind comes back after others, or a name stands there a second time. */
export function printSections(declarations: readonly Ast.Declaration[]): readonly Section[] {
  const sections: { readonly key: string; readonly items: Declared[] }[][] = [];
  for (const declaration of declarations) {
    const key = kindKeys[declaration.kind];
    const printed = printDeclaration(declaration);
    const section = sections.at(-1);
    const last = section?.at(-1);
    const isTwice = printed.name !== undefined && last?.items.some((other) => other.name === printed.name);
    if (last?.key === key && !isTwice) last.items.push(printed);
    else if (section === undefined || section.some((group) => group.key === key))
      sections.push([{ key, items: [printed] }]);
    else section.push({ key, items: [printed] });
  }
  return sections;
}

/** What stands under `is` in a reading of declarations. */
function printBody(declarations: readonly Ast.Declaration[]): Value {
  return { kind: "sections", sections: printSections(declarations) };
}

// ---------------------------------------------------------------- declarations

type Declared = Item & { readonly name?: string };

function printDeclaration(node: Ast.Declaration): Declared {
  switch (node.kind) {
    case "parameter":
      return named(node, printParameter(node));
    case "word":
      return named(node, printWord(node));
    case "code-declaration":
      return { name: node.code.text, ...printCode(node) };
    case "register": {
      const times = list("times", node.items.map(printRegisterItem));
      return named(node, item(node, [text("for", node.group), times], { main: "times" }));
    }
    case "coding":
      return named(node, item(node, [list("rows", node.rows.map(printCodingItem))], { main: "rows" }));
    case "act":
      return named(node, printAct(node));
    case "measure":
      return named(node, printMeasure(node));
    case "status":
      return named(node, printStatus(node));
    case "bands":
      return named(node, item(node, [phrase("of", "operand", node.of), list("rows", node.rows.map(printBand))]));
    case "procedure":
      return named(node, printProcedure(node));
    case "duty":
      return named(node, printDuty(node));
    case "decision":
      return named(node, printDecision(node));
    case "document":
      return named(node, item(node, [text("title", node.title), list("fields", node.lines.map(printDocumentLine))]));
    case "note":
      return item(node, [text("says", node.says), text("because", node.because)], { main: "says" });
    case "readings":
      return printReadings(node, printBody);
    case "example": {
      const story = list("story", node.items.map(printExampleItem));
      return { name: node.title.text, ...item(node, [story], { main: "story" }) };
    }
    default:
      return assertNever(node);
  }
}

function named({ name }: { readonly name: Ast.Name }, printed: Item): Declared {
  return { name: name.text, ...printed };
}

function printParameter(parameter: Ast.Parameter): Item {
  const values = parameter.values.map((value) => printPhrase("dated", value));
  const [only = "", ...others] = values;
  const is = others.length === 0 ? text("is", { text: only }) : texts("is", values);
  return item(parameter, [is], { main: "is", brief: true });
}

function printWord(word: Ast.Word): Item {
  return item(
    word,
    [
      text("kind", { text: word.sort }),
      text("title", word.title),
      text("same-as", word.sameAs),
      bare("people", word.people?.digits),
      names("needs", word.needs),
      phrase("means", "condition", word.means),
    ],
    { main: "kind", brief: true },
  );
}

function printCode(code: Ast.CodeDeclaration): Item {
  const onSite = code.onSite ? bare("on-site", "true") : undefined;
  const dates = [text("from", code.from), text("until", code.until)];
  return item(code, [text("means", code.title), text("category", code.category), onSite, ...dates], { brief: true });
}

function printAct(act: Ast.Act): Item {
  const fields = act.recording.map((field) => printPhrase("fields", [field]));
  const allowed = act.allowedWhen.map((only) =>
    item(only, [phrase("when", "condition", only.condition)], { main: "when" }),
  );
  return item(
    act,
    [
      text("says", act.saying),
      texts("recording", fields),
      names("by", act.by),
      perhapsList("allowed-only-when", allowed, act.comments),
    ],
    { main: "says", brief: true },
  );
}

function printMeasure(measure: Ast.Measure): Item {
  const anchor = phrase("for-each", "anchor", measure.anchor);
  const [only, ...others] = measure.rows;
  const isSingle =
    only !== undefined && others.length === 0 && isPlainRow(only) && measure.comments.trailing === undefined;
  if (isSingle) return item(measure, [anchor, phrase("is", "operand", only.value)], { main: "is" });
  return item(measure, [anchor, list("rows", measure.rows.map(printMeasureRow))]);
}

function printMeasureRow(row: Ast.MeasureRow): Item {
  if (row.when === undefined) return item(row, [phrase("otherwise", "operand", row.value)], { brief: true });
  return item(row, [phrase("is", "operand", row.value), phrase("when", "condition", row.when)], { brief: true });
}

function printStatus(status: Ast.Status): Item {
  const title = text("title", status.title);
  const { rule } = status;
  if (rule.kind === "when") return item(status, [title, phrase("when", "condition", rule.condition)], { main: "when" });
  const until =
    rule.until.kind === "unspecified" ? text("until", { text: "unspecified" }) : phrase("until", "words", rule.until);
  return item(status, [title, phrase("from", "words", rule.from), until]);
}

function printBand(band: Ast.Band): Item {
  const where = phrase("where", "band-edges", band.edges);
  return item(band, [text("name", band.title), where, phrase("worth", "literal", band.worth)], { brief: true });
}

function printProcedure(procedure: Ast.Procedure): Item {
  return item(procedure, [
    text("title", procedure.title),
    phrase("for-each", "anchor", procedure.anchor),
    texts("options", procedure.options),
    list("course", procedure.items.map(printProcedureItem)),
  ]);
}

function printDuty(duty: Ast.Duty): Item {
  const every = duty.every.kind === "words" ? printPhrase("unit", duty.every) : printPhrase("length", duty.every);
  return item(duty, [
    text("title", duty.title),
    text("every", { text: every }),
    phrase("for-each", "anchor", duty.anchor),
    list("do", duty.items.map(printItem)),
  ]);
}

function printDecision(decision: Ast.Decision): Item {
  const tests = decision.tests.map((test) => item(test, [text("test", test.text)], { main: "test" }));
  return item(
    decision,
    [
      text("asks", decision.question),
      names("by", decision.by),
      phrase("within", "extent", decision.within),
      names("answers", decision.answers),
      perhapsList("tests", tests, decision.comments),
    ],
    { main: "asks" },
  );
}

function printDocumentLine(line: Ast.DocumentLine): Item {
  const when = phrase("when", "condition", line.when);
  if (line.kind === "document-text") return item(line, [text("says", line.text), text("part", line.part), when]);
  const key = line.need === "needs" ? "needs" : "may-have";
  const filled = phrase("is", "operand", line.value);
  return item(line, [text(key, line.name), text("as", line.type), filled, when], { main: "needs", brief: true });
}
