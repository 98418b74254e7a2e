// A field of a letter → what it is printed as, from the first that knows it: the decision, the log, the school's tables, the office.
// What nobody knows is never made up.

import type * as Model from "../checker/model.ts";
import { sayDay } from "../explain/say.ts";
import { findFigure } from "../explain/trace.ts";
import type { Context } from "../runtime/context.ts";
import { recordedText } from "../school/recorded-text.ts";
import { dayOf } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";
import type { Lack } from "./letter.ts";
import { instanceOf } from "./letter-setting.ts";
import type { LetterSetting } from "./letter-setting.ts";
import { figureInLetter } from "./say-in-letter.ts";
import { kindWords, readTyped } from "./typed-text.ts";

export type FieldValue =
  /** `kept` is how a record would hold it, for conditions that ask what the field is. */
  | { readonly kind: "known"; readonly printed: string; readonly kept?: string }
  | { readonly kind: "lacking"; readonly lack: Lack }
  /** Somebody wrote something that cannot stand, which is a fault even where the field need not be there. */
  | { readonly kind: "wrong"; readonly lack: Lack };

/** A line to sign on, wide enough for a name. */
export const SIGNATURE_LINE = ".".repeat(40);

export function valueOfField(setting: LetterSetting, field: Model.DocumentField, context: Context): FieldValue {
  if (field.type === "signature") return { kind: "known", printed: SIGNATURE_LINE };
  const { name, type } = field;
  if (field.value !== undefined) {
    const printed = printedFigure(setting, field.value, context);
    return printed === undefined ? { kind: "lacking", lack: undecided(name, field.value) } : { kind: "known", printed };
  }
  if (field.band !== undefined) {
    const row = rowOf(setting, field.band, context);
    return row === undefined
      ? { kind: "lacking", lack: noRow(field.band) }
      : { kind: "known", printed: row, kept: row };
  }
  for (const { text, from } of writtenFor(setting, name)) {
    const read = readTyped(text, type);
    if ("printed" in read) return { kind: "known", printed: read.printed, kept: text };
    const why = `${from} holds “${text}” for \`${name}\`, which is not ${kindWords[type]}. ${read.why}`.trim();
    return { kind: "wrong", lack: { name, why, where: "tables" } };
  }
  return { kind: "lacking", lack: lackOf(setting, field) };
}

/** As a letter prints what the decision knows; undefined where it does not know it. */
export function printedFigure({ opened }: LetterSetting, value: Model.Value, context: Context): string | undefined {
  const { value: figure, type } = findFigure(opened.policy.lowering, value, context);
  return figure === undefined ? undefined : figureInLetter(figure, type);
}

/** The title of the row that applies. */
export function rowOf({ opened }: LetterSetting, name: string, context: Context): string | undefined {
  const bands = opened.policy.program.bands.find((each) => each.name === name);
  return bands?.rows.find(({ test }) => test(context) === true)?.title;
}

export function noRow(name: string): Lack {
  return { name, why: `No row of \`${name}\` applies.`, where: "policy" };
}

/** A figure that the register or the policy does not give is nobody's to write in. */
export function undecided(name: string, value: Model.Value): Lack {
  const why =
    value.kind === "parameter" || value.kind === "hole"
      ? `The policy does not say what \`${name}\` is.`
      : `Nothing is known yet that \`${name}\` could be worked out from.`;
  return { name, why, where: value.kind === "parameter" || value.kind === "hole" ? "policy" : "tables" };
}

interface Written {
  readonly text: string;
  readonly from: string;
}

/** In the order in which they are believed; blank ones say nothing. */
function* writtenFor(setting: LetterSetting, name: string): Iterable<Written> {
  const { opened, school, written } = setting;
  for (const record of recordsFor(setting)) {
    const text = recordedText(record.fields, name).trim();
    if (text !== "") yield { text, from: `The record of ${sayDay(dayOf(record.happened))} (${record.id})` };
  }
  const ofPupil = recordedText(opened.record.pupil.attributes, name).trim();
  if (ofPupil !== "") yield { text: ofPupil, from: "The pupil's row" };
  const ofSchool = recordedText(school.attributes, name).trim();
  if (ofSchool !== "") yield { text: ofSchool, from: "The school's own entry in mapping.yaml" };
  const office = written(name);
  if (office !== undefined) yield { text: office, from: "The file of values" };
}

/** What the procedure lives on, then what was put on record of this document since that began, the newest first. */
function recordsFor({ opened, obligation, document }: LetterSetting): readonly LogRecord[] {
  const { context } = opened.replay;
  const instance = instanceOf(opened, obligation);
  const from = instance?.scopeFrom ?? Number.NEGATIVE_INFINITY;
  const about = context.facts.log.filter(
    ({ object, happened, person }) =>
      object === document.name &&
      happened >= from &&
      happened <= context.now &&
      (person === undefined || obligation.person === undefined || person === obligation.person),
  );
  return [...(instance?.record === undefined ? [] : [instance.record]), ...about.toReversed()];
}

function lackOf({ document }: LetterSetting, { name, type }: Model.DocumentField): Lack {
  const why = `“${document.title}” needs \`${name}\`, and nothing on record gives it.`;
  return { name, why, where: "values", kind: kindWords[type] };
}
