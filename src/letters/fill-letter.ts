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
import { contextOf, holds, whyNotKnown, withFields } from "./letter-setting.ts";
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
  readonly needs: ReadonlyMap<string, Need>;
}

/** `not now`: it is needed only on a condition that does not hold. `not known`: nobody knows whether that holds. */
type Need = "needed" | "not now" | "not known" | "may be";

function keptBy(values: ReadonlyMap<string, FieldValue>): Fields {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of values) if (value.kind === "known" && value.kept !== undefined) fields[name] = value.kept;
  return fields;
}

function needsOf(setting: LetterSetting, context: Context): Filling["needs"] {
  return new Map(
    setting.document.fields.map(({ name, needed, when }): [string, Need] => {
      if (!needed) return [name, "may be"];
      const wanted = when === undefined ? true : holds(setting, when, context);
      return [name, wanted === undefined ? "not known" : wanted ? "needed" : "not now"];
    }),
  );
}

/** Wrong values are told wherever they stand, missing ones where they are needed. */
function fieldLacks({ setting, context, values, needs }: Filling): readonly Lack[] {
  const parts = new Set(setting.document.texts.flatMap(({ part }) => part ?? []));
  return setting.document.fields.flatMap(({ name, when }): readonly Lack[] => {
    const value = values.get(name);
    if (value?.kind === "wrong") return [value.lack];
    if (needs.get(name) === "not known" && when !== undefined) {
      const why = `Whether \`${name}\` has to be there is not known yet: ${whyNotKnown(setting, when, context)}`;
      return [{ name, why, where: "tables" }];
    }
    return value?.kind === "lacking" && needs.get(name) === "needed" && !parts.has(name) ? [value.lack] : [];
  });
}

// ---------------------------------------------------------------- paragraphs

interface Paragraph {
  /** Undefined where it is left out. */
  readonly text: string | undefined;
  readonly lacks: readonly Lack[];
}

function paragraphOf(filling: Filling, { part, pieces, when }: Model.DocumentText): Paragraph {
  const { setting, context, needs } = filling;
  const stands = when === undefined || holds(setting, when, context);
  const wanted = part === undefined || needs.get(part) !== "not now";
  if (stands === false || !wanted) return { text: undefined, lacks: [] };
  if (stands === undefined && when !== undefined) {
    const why = `Whether “${opening(pieces)}” stands in it is not known yet: ${whyNotKnown(setting, when, context)}`;
    return { text: undefined, lacks: [{ name: part ?? "paragraph", why, where: "tables" }] };
  }
  const merged = pieces.map((piece) => (typeof piece === "string" ? { printed: piece } : mergeOf(filling, piece)));
  if (merged.some((piece) => piece === "left out")) return { text: undefined, lacks: [] };
  const sound = merged.filter((piece) => piece !== "left out");
  const lacks = sound.flatMap((piece) => ("lack" in piece ? [piece.lack] : []));
  const text = sound.map((piece) => ("printed" in piece ? piece.printed : "")).join("");
  const begins = pieces[0];
  const small = typeof begins === "object" && begins.kind !== "field" && startsSmall(begins);
  return { text: small ? upperFirst(text) : text, lacks };
}

/** Enough of a paragraph to know it by. */
function opening(pieces: Model.DocumentText["pieces"]): string {
  const words = pieces.map((piece) => (typeof piece === "string" ? piece : "…")).join("");
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
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
      const need = needs.get(merge.name);
      if (need === "not now" || (value?.kind === "lacking" && need === "may be")) return "left out";
      // What else is lacking is told with the fields.
      return value?.kind === "known" ? value : { printed: "" };
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

function distinct(lacks: readonly Lack[]): readonly Lack[] {
  return [...new Map(lacks.map((lack) => [`${lack.name} ${lack.why}`, lack])).values()];
}
