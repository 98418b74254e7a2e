// Where a letter is filled: one pupil's case, the obligation that asks for the letter, and the place in time it is read from.

import { interpretCalls } from "../backends/interpreter/interpret.ts";
import type * as Model from "../checker/model.ts";
import type { Case } from "../explain/case.ts";
import { traceCondition } from "../explain/trace.ts";
import { lowerCondition } from "../ir/lower-expressions.ts";
import type { Context } from "../runtime/context.ts";
import type { Instance } from "../runtime/instance.ts";
import type { Test } from "../runtime/program.ts";
import type { Fields } from "../school/record.ts";
import type { OwedDocument } from "./owed-documents.ts";

export interface LetterSetting extends OwedDocument {
  readonly opened: Case;
  readonly school: { readonly name: string; readonly attributes: Fields };
  /** What the office wrote for a field of this letter; undefined where it wrote nothing. */
  readonly written: (field: string) => string | undefined;
}

/** Conditions and figures of the letter are read as of the moment asked, within what the obligation lives on. */
export function contextOf({ opened, obligation }: LetterSetting): Context {
  const { context } = opened.replay;
  const instance = instanceOf(opened, obligation);
  return { ...context, from: obligation.opened, ...(instance === undefined ? {} : { instance }) };
}

export function instanceOf({ replay }: Case, obligation: OwedDocument["obligation"]): Instance | undefined {
  return replay.lives.find(
    ({ procedure, instance }) => procedure.name === obligation.procedure && instance.key === obligation.instance,
  )?.instance;
}

/** The letter itself as the record that it will be: what its fields hold can be asked of as of any record. */
export function withFields(context: Context, { obligation, document }: LetterSetting, fields: Fields): Context {
  const { instance, now } = context;
  const around: Instance = instance ?? {
    procedure: obligation.procedure,
    key: obligation.instance,
    begun: now,
    started: now,
    scopeFrom: Number.NEGATIVE_INFINITY,
    changesApplyAtOnce: false,
    steps: new Map(),
  };
  const own = around.record ?? { id: "", act: obligation.act, object: document.name, happened: now, fields: {} };
  return { ...context, instance: { ...around, record: { ...own, fields: { ...own.fields, ...fields } } } };
}

/** What has to be known first, in words that end a sentence. */
export function whyNotKnown({ opened }: LetterSetting, condition: Model.Condition, context: Context): string {
  const { missing } = traceCondition(opened.policy.lowering, condition, context);
  const words = missing.length === 0 ? "something is not on record" : missing.join("; ");
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

export function holds({ opened }: LetterSetting, condition: Model.Condition, context: Context): boolean | undefined {
  return (interpretCalls(lowerCondition(opened.policy.lowering, condition)) as Test)(context);
}
