// Single declarations → what others need to know of them by name.

import { parseDay } from "../school/day.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { fieldTypeFrom, sayingOf } from "./act-names.ts";
import type * as Names from "./names.ts";
import { chosenBody } from "./readings.ts";
import type { Choices } from "./readings.ts";

export function actName(act: Ast.Act, declared: Names.Declared): Names.ActName {
  const fields = act.recording.map(({ name, type }) => ({
    name: name.text,
    span: name.span,
    layer: declared.layer,
    type: fieldTypeFrom(type?.text) ?? "text",
    act: declared.name,
  }));
  return { ...declared, saying: sayingOf(act), fields };
}

/** What a sentence has recorded can be read too. */
export function recordedFields(sentences: readonly Ast.Sentence[], layer: string): readonly Names.FieldName[] {
  return sentences.flatMap(({ recording, act }) =>
    recording.map(({ text, span }): Names.FieldName => ({ name: text, span, layer, type: "text", act: act.text })),
  );
}

/** Only an act itself can say that a field holds more than a text, so its word counts. */
export function gatherFields(
  acts: readonly Names.ActName[],
  recorded: readonly Names.FieldName[],
): ReadonlyMap<string, Names.FieldName> {
  const declared = acts.flatMap((act) => act.fields);
  return new Map([...recorded, ...declared].map((field) => [field.name, field]));
}

export function wordName(word: Ast.Word, declared: Names.Declared): Names.WordName {
  return { ...declared, sort: word.sort, ...(word.sameAs === undefined ? {} : { sameAs: word.sameAs.text }) };
}

export function decisionName(decision: Ast.Decision, declared: Names.Declared): Names.DecisionName {
  return {
    ...declared,
    question: decision.question.text,
    by: decision.by.map((role) => role.text),
    answers: answersOf(decision),
  };
}

/** A decision that lists no answers is a yes or a no. */
export function answersOf(decision: Ast.Decision): readonly string[] {
  const said = new Set(decision.answers.map((answer) => answer.text));
  return said.size === 0 ? ["yes", "no"] : [...said];
}

export function procedureName(
  procedure: Ast.Procedure,
  declared: Names.Declared,
  choices: Choices,
): Names.ProcedureName {
  const steps = new Map<string, Names.StepName>();
  for (const item of chosenBody(procedure.items, choices)) {
    if (item.kind !== "step" || steps.has(item.name.text)) continue;
    const { layer, name } = declared;
    steps.set(item.name.text, { name: item.name.text, span: item.name.span, layer, procedure: name });
  }
  return { ...declared, steps };
}

export function gatherCodes(
  above: Names.Names["codes"],
  own: readonly Ast.CodeDeclaration[],
  layer: string,
): Names.Names["codes"] {
  const codes = new Map(above);
  for (const { code, from, until } of own) {
    const dates = { from: from && parseDay(from.text), until: until && parseDay(until.text) };
    const version: Names.CodeName = withoutUndefined({ name: code.text, span: code.span, layer, ...dates });
    codes.set(code.text, [...(codes.get(code.text) ?? []), version]);
  }
  return codes;
}
