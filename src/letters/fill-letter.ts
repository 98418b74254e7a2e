// A document that is owed, and all that is known → the letter, or everything that it lacks. Whole paragraphs are left out where
// the policy says so; nothing else is.

import type * as Model from "../checker/model.ts";
import { upperFirst } from "../explain/say.ts";
import type { Context } from "../runtime/context.ts";
import type { Fields } from "../school/record.ts";
import { dayOf } from "../school/moment.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import { noRow, printedFigure, rowOf, undecided, valueOfField } from "./field-values.ts";
import type { FieldValue } from "./field-values.ts";
import { knownToAll } from "./known-to-all.ts";
import type { Lack, LetterOutcome } from "./letter.ts";
import { contextOf, holds, withFields } from "./letter-setting.ts";
import type { LetterSetting } from "./letter-setting.ts";
import { longDate } from "./say-in-letter.ts";

export function fillLetter(setting: LetterSetting): LetterOutcome {
  const { opened, obligation, document, school } = setting;
  const plain = contextOf(setting);
  const values = new Map(document.fields.map((field) => [field.name, valueOfField(setting, field, plain)]));
  const context = withFields(plain, setting, keptBy(values));
  const filling: Filling = { setting, context, values, needs: needsOf(setting, context) };
  const paragraphs = document.texts.map((text) => paragraphOf(filling, text));
  const lacks = [...fieldLacks(filling), ...paragraphs.flatMap(({ lacks: own }) => own)];
  const shared = { document: document.name, title: document.title, pupil: opened.record.pupil.id };
  const about = withoutUndefined({ ...shared, person: obligation.person });
  if (lacks.length > 0) return { written: false, ...about, lacks: distinct(lacks) };
  return {
    written: true,
    ...about,
    school: school.name,
    date: longDate(dayOf(opened.asOf)),
    paragraphs: paragraphs.flatMap(({ text }) => (text === undefined ? [] : text.split(/\s*\n\s*/))),
  };
}

interface Filling {
  readonly setting: LetterSetting;
  readonly context: Context;
  readonly values: ReadonlyMap<string, FieldValue>;
  /** Of each field whether it must be there; undefined where that is not known. */
  readonly needs: ReadonlyMap<string, boolean | undefined>;
}

function keptBy(values: ReadonlyMap<string, FieldValue>): Fields {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of values) if (value.kind === "known" && value.kept !== undefined) fields[name] = value.kept;
  return fields;
}

function needsOf(setting: LetterSetting, context: Context): Filling["needs"] {
  return new Map(
    setting.document.fields.map(({ name, needed, when }) => [
      name,
      needed && (when === undefined || holds(setting, when, context)),
    ]),
  );
}

/** Wrong values are told wherever they stand, missing ones where they are needed. */
function fieldLacks({ setting, values, needs }: Filling): readonly Lack[] {
  const parts = new Set(setting.document.texts.flatMap(({ part }) => part ?? []));
  return setting.document.fields.flatMap(({ name }): readonly Lack[] => {
    const value = values.get(name);
    if (value?.kind === "wrong") return [value.lack];
    if (parts.has(name) || value?.kind !== "lacking" || needs.get(name) === false) return [];
    if (needs.get(name) === true) return [value.lack];
    const why = `Whether \`${name}\` has to be there is not known.`;
    return [{ ...value.lack, why: `${why} ${value.lack.why}` }];
  });
}

// ---------------------------------------------------------------- paragraphs

interface Paragraph {
  /** Undefined where it is left out. */
  readonly text: string | undefined;
  readonly lacks: readonly Lack[];
}

function paragraphOf(filling: Filling, { part, pieces, when, origin }: Model.DocumentText): Paragraph {
  const { setting, context, needs } = filling;
  const stands = when === undefined || holds(setting, when, context);
  const wanted = part === undefined || needs.get(part) !== false;
  if (stands === false || !wanted) return { text: undefined, lacks: [] };
  if (stands === undefined) {
    const why = "Whether one of its paragraphs stands is not known: what it asks for is waited for or not on record.";
    return { text: undefined, lacks: [{ name: part ?? `paragraph ${lineOf(origin)}`, why, where: "tables" }] };
  }
  const merged = pieces.map((piece) => (typeof piece === "string" ? { printed: piece } : mergeOf(filling, piece)));
  if (merged.some((piece) => piece === "left out")) return { text: undefined, lacks: [] };
  const sound = merged.filter((piece) => piece !== "left out");
  const lacks = sound.flatMap((piece) => ("lack" in piece ? [piece.lack] : []));
  const text = sound.map((piece) => ("printed" in piece ? piece.printed : "")).join("");
  const begins = pieces[0];
  const opening = typeof begins === "object" && begins.kind !== "field" && startsSmall(begins);
  return { text: opening ? upperFirst(text) : text, lacks };
}

function lineOf({ span: { source, from } }: Model.Origin): number {
  return source.text.slice(0, from).split("\n").length;
}

/** `the attendance officer` begins a sentence with a capital; the name of a person is left as it is. */
function startsSmall(merge: Model.Merge): boolean {
  return merge.kind === "word" || merge.kind === "band" || (merge.kind === "known" && merge.name === "sender");
}

type Merged = { readonly printed: string } | { readonly lack: Lack } | "left out";

function mergeOf({ setting, context, values, needs }: Filling, merge: Model.Merge): Merged {
  const { model } = setting.opened.policy;
  switch (merge.kind) {
    case "field": {
      const value = values.get(merge.name);
      if (value?.kind === "known")
        return needs.get(merge.name) === false && isLine(setting, merge.name) ? "left out" : value;
      // What lacks where it is needed is told with the fields.
      return value?.kind === "lacking" && needs.get(merge.name) === false ? "left out" : { printed: "" };
    }
    case "value": {
      const printed = printedFigure(setting, merge.value, context);
      const name = "name" in merge.value ? merge.value.name : "";
      return printed === undefined ? { lack: undecided(name, merge.value) } : { printed };
    }
    case "band": {
      const row = rowOf(setting, merge.name, context);
      return row === undefined ? { lack: noRow(merge.name) } : { printed: row };
    }
    case "word":
      return { printed: model.words.get(merge.name)?.title ?? merge.name };
    case "known":
      return knownToAll(setting, merge.name);
  }
}

/** A line to sign on stands where its field is needed, and not where it is not. */
function isLine({ document }: LetterSetting, field: string): boolean {
  const found = document.fields.find(({ name }) => name === field);
  return found?.type === "signature" && found.needed;
}

function distinct(lacks: readonly Lack[]): readonly Lack[] {
  return [...new Map(lacks.map((lack) => [`${lack.name} ${lack.why}`, lack])).values()];
}
