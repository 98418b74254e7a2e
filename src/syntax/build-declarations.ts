// Concrete tree → parameters, words, codes, decisions, documents, notes, duties, and readings of declarations.

import type { IToken } from "chevrotain";
import { Bug } from "../support/bug.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import { buildAct } from "./build-acts.ts";
import { buildCondition, wholeNumber } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import {
  buildBlock,
  buildCode,
  buildStatement,
  buildTail,
  buildText,
  commentsUpTo,
  endOf,
  lineFacts,
  maybe,
  nodeSpan,
  one,
  refuse,
  tokenSpan,
} from "./build-context.ts";
import { buildExample } from "./build-examples.ts";
import { buildBands, buildMeasure, buildStatus } from "./build-measures.ts";
import { buildAnchor, buildProcedure } from "./build-procedures.ts";
import { buildReadings } from "./build-readings.ts";
import { buildCoding, buildRegister } from "./build-registers.ts";
import { buildSentence } from "./build-sentences.ts";
import type { DateLiteral } from "./build-values.ts";
import {
  buildDate,
  buildExtent,
  buildName,
  buildNames,
  buildOperand,
  buildQuantity,
  buildUnit,
  buildUnspecified,
} from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";

export function buildDeclarations(
  building: Building,
  declarations: readonly Cst.Declaration[],
): readonly Ast.Declaration[] {
  return declarations.flatMap((declaration) =>
    buildStatement(building, declaration, () => buildDeclaration(building, declaration)),
  );
}

function buildDeclaration(building: Building, { children }: Cst.Declaration): Ast.Declaration | undefined {
  if (children.parameter) return buildParameter(building, one(children.parameter));
  if (children.wordDeclaration) return buildWord(building, one(children.wordDeclaration));
  if (children.codeDeclaration) return buildCodeDeclaration(building, one(children.codeDeclaration));
  if (children.register) return buildRegister(building, one(children.register));
  if (children.coding) return buildCoding(building, one(children.coding));
  if (children.act) return buildAct(building, one(children.act));
  if (children.measure) return buildMeasure(building, one(children.measure));
  if (children.status) return buildStatus(building, one(children.status));
  if (children.bands) return buildBands(building, one(children.bands));
  if (children.procedure) return buildProcedure(building, one(children.procedure));
  if (children.duty) return buildDuty(building, one(children.duty));
  if (children.decision) return buildDecision(building, one(children.decision));
  if (children.document) return buildDocument(building, one(children.document));
  if (children.note) return buildNote(building, one(children.note));
  if (children.example) return buildExample(building, one(children.example));
  return buildDeclarationReadings(building, one(children.declarationReadings));
}

function buildDeclarationReadings(
  building: Building,
  readings: Cst.DeclarationReadings,
): Ast.Readings<Ast.Declaration> | undefined {
  const { readingsHeading, declarationReading } = readings.children;
  return buildReadings(building, readings, maybe(readingsHeading), declarationReading, ({ children }) => ({
    heading: maybe(children.readingHeading),
    block: () =>
      buildBlock(building, children, children.declaration, (declaration) => buildDeclarations(building, [declaration])),
  }));
}

// ---------------------------------------------------------------- parameters, words, codes

function buildParameter(building: Building, parameter: Cst.Parameter): Ast.Parameter {
  const { name, dated, tail } = parameter.children;
  return {
    kind: "parameter",
    ...lineFacts(building, parameter, one(tail)),
    name: buildName(building, one(name)),
    values: dated.map((value) => buildDated(building, value)),
  };
}

export function buildDated(building: Building, dated: Cst.Dated): Ast.Dated {
  const { operand, fromDate, untilDate } = dated.children;
  return withoutUndefined({
    value: buildOperand(building, one(operand)),
    from: dateIn(building, fromDate),
    until: dateIn(building, untilDate),
    span: nodeSpan(building, dated),
  });
}

export function dateIn(
  building: Building,
  nodes: readonly (Cst.FromDate | Cst.UntilDate)[] | undefined,
): DateLiteral | undefined {
  const node = maybe(nodes);
  return node && buildDate(building, one(node.children.CalendarDate));
}

const sorts: Readonly<Record<string, Ast.WordSort>> = {
  role: "role",
  flag: "flag",
  reason: "reason",
  group: "group",
  channel: "channel",
  service: "service",
};

function buildWord(building: Building, word: Cst.WordDeclaration): Ast.Word {
  const { WordSort, name, Text, sameAs, Number: people, names, condition, tail } = word.children;
  const sort = sorts[one(WordSort).image];
  if (sort === undefined) throw new Bug(`${one(WordSort).image} is no sort of word`);
  return withoutUndefined({
    kind: "word" as const,
    ...lineFacts(building, word, one(tail)),
    sort,
    name: buildName(building, one(name)),
    title: Text && buildText(building, one(Text)),
    sameAs: sameAs && buildName(building, one(sameAs)),
    people: people && buildPeople(building, people),
    needs: buildNames(building, maybe(names)),
    means: condition && buildCondition(building, one(condition)),
  });
}

function buildPeople(building: Building, tokens: readonly IToken[]): NonNullable<Ast.Word["people"]> {
  const token = one(tokens);
  const span = tokenSpan(building, token);
  wholeNumber(building, token.image, span);
  return { digits: token.image, span };
}

function buildCodeDeclaration(building: Building, code: Cst.CodeDeclaration): Ast.CodeDeclaration {
  const { RegisterCode, Text, name, Site, fromDate, untilDate, tail } = code.children;
  return withoutUndefined({
    kind: "code-declaration" as const,
    ...lineFacts(building, code, one(tail)),
    code: buildCode(building, one(RegisterCode)),
    title: buildText(building, one(Text)),
    category: buildName(building, one(name)),
    onSite: Site !== undefined,
    from: dateIn(building, fromDate),
    until: dateIn(building, untilDate),
  });
}

// ---------------------------------------------------------------- duties, decisions, documents, notes

function buildRhythm(building: Building, { children }: Cst.DutyHeading): Ast.Duty["every"] {
  const { quantity, Unspecified, unit } = children;
  if (quantity !== undefined) return buildQuantity(building, one(quantity));
  return Unspecified === undefined ? buildUnit(building, one(unit)) : buildUnspecified(building, one(Unspecified));
}

function buildDuty(building: Building, duty: Cst.Duty): Ast.Duty | undefined {
  const { comments, items } = buildBlock(building, duty.children, duty.children.sentence, (sentence) =>
    buildStatement(building, sentence, () => buildSentence(building, sentence)),
  );
  const heading = maybe(duty.children.dutyHeading);
  if (heading === undefined) return undefined;
  const { name, Text, anchor, tail } = heading.children;
  return withoutUndefined({
    kind: "duty" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    title: Text && buildText(building, one(Text)),
    every: buildRhythm(building, heading),
    anchor: anchor && buildAnchor(building, one(anchor)),
    items,
    comments,
    span: nodeSpan(building, duty),
  });
}

function buildDecision(building: Building, decision: Cst.Decision): Ast.Decision | undefined {
  const heading = maybe(decision.children.decisionHeading);
  const block = maybe(decision.children.decisionBlock);
  const lines = block?.children.decisionLine ?? [];
  const { comments, items } = block
    ? buildBlock(building, block.children, lines, (line) => buildDecisionTests(building, line))
    : { comments: commentsUpTo(building, endOf(decision)), items: [] };
  const [answers, second] = lines.flatMap((line) => line.children.answers ?? []);
  if (second !== undefined)
    refuse(building, messages.saidTwice({ what: "What may be answered" }, nodeSpan(building, second)));
  if (heading === undefined) return undefined;
  const { name, Text, names, extent, tail } = heading.children;
  return withoutUndefined({
    kind: "decision" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    question: buildText(building, one(Text)),
    by: buildNames(building, maybe(names)),
    within: extent && buildExtent(building, one(extent)),
    tests: items,
    answers: buildNames(building, answers && one(answers.children.names)),
    comments,
    span: nodeSpan(building, decision),
  });
}

function buildDecisionTests(building: Building, line: Cst.DecisionLine): Ast.Decision["tests"] {
  return (line.children.decisionTest ?? []).flatMap((test) =>
    buildStatement(building, test, () => ({
      kind: "decision-test" as const,
      ...lineFacts(building, test, one(test.children.tail)),
      text: buildText(building, one(test.children.Text)),
    })),
  );
}

function buildDocument(building: Building, document: Cst.Document): Ast.Document | undefined {
  const { comments, items } = buildBlock(building, document.children, document.children.documentLine, (line) =>
    buildDocumentLine(building, line),
  );
  const heading = maybe(document.children.documentHeading);
  if (heading === undefined) return undefined;
  const { name, Text, tail } = heading.children;
  return {
    kind: "document",
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    title: buildText(building, one(Text)),
    lines: items,
    comments,
    span: nodeSpan(building, document),
  };
}

function buildDocumentLine(building: Building, { children }: Cst.DocumentLine): readonly Ast.DocumentLine[] {
  const fields = children.documentField ?? [];
  const texts = children.documentText ?? [];
  return [
    ...fields.flatMap((field) => buildStatement(building, field, () => buildDocumentField(building, field))),
    ...texts.flatMap((text) => buildStatement(building, text, () => buildDocumentText(building, text))),
  ];
}

function buildDocumentText(building: Building, text: Cst.DocumentText): Ast.DocumentText {
  const { name, Text, condition, tail } = text.children;
  return withoutUndefined({
    kind: "document-text" as const,
    ...lineFacts(building, text, one(tail)),
    part: name && buildName(building, one(name)),
    text: buildText(building, one(Text)),
    when: condition && buildCondition(building, one(condition)),
  });
}

function buildDocumentField(building: Building, field: Cst.DocumentField): Ast.DocumentField {
  const { Needs, name, type, operand, condition, tail } = field.children;
  return withoutUndefined({
    kind: "document-field" as const,
    ...lineFacts(building, field, one(tail)),
    need: Needs === undefined ? ("may have" as const) : ("needs" as const),
    name: buildName(building, one(name)),
    type: type && buildName(building, one(type)),
    value: operand && buildOperand(building, one(operand)),
    when: condition && buildCondition(building, one(condition)),
  });
}

function buildNote(building: Building, note: Cst.Note): Ast.Note {
  const { Text, because, tail } = note.children;
  return withoutUndefined({
    kind: "note" as const,
    ...lineFacts(building, note, one(tail)),
    says: buildText(building, one(Text)),
    because: because && buildText(building, one(one(because).children.Text)),
  });
}
