// What stands on record and should not, or lacks what it should hold (S12, S27): it still happened, and it is flagged.

import type { Context } from "./context.ts";
import type { Replay } from "./engine.ts";
import type { Instance } from "./instance.ts";
import type { LogRecord } from "../school/record.ts";
import { compareText } from "../support/compare-text.ts";
import type { Life } from "./life.ts";
import { DECIDE, answersNothing, fits, missingFields } from "./obligations.ts";
import type { Owed } from "./obligations.ts";
import type { Irregularity } from "./outcome.ts";
import type { Act } from "./program.ts";

export function irregularitiesOf({ lives, context }: Replay): readonly Irregularity[] {
  const { facts } = context;
  const { program } = facts.world;
  const found: Irregularity[] = [];
  for (const record of facts.log) {
    if (record.happened > context.now) continue;
    const act = program.acts.get(record.act);
    if (act !== undefined) found.push(...ofAct(act, record, context));
    else if (record.act === DECIDE) found.push(...ofDecision(record, context));
    else found.push(irregular("unknown-act", record, record.act, []));
    found.push(...ofDocument(record, context));
    for (const life of lives) {
      for (const owed of life.owed) {
        if (!fits(owed, record) || !wasOpen(life, owed, record)) continue;
        if (owed.duty.modal === "must not") found.push(irregular("refused", record, owed.duty.rule, owed.duty.clauses));
        else
          for (const field of missingFields(owed.duty.recording, record))
            found.push(irregular("missing-field", record, owed.duty.rule, owed.duty.clauses, field));
      }
    }
  }
  for (const mark of facts.unknownCodes) {
    const session = facts.world.calendar.sessionOrdinal(mark.day, mark.half);
    found.push({
      kind: "unknown-code",
      record: `${mark.half} mark`,
      act: mark.code,
      rule: "",
      clauses: [],
      at: facts.timing.closesAt(session),
    });
  }
  const each = new Map(found.map((entry) => [keyOf(entry), entry]));
  return [...each.keys()].toSorted(compareText).map((key) => each.get(key) as Irregularity);
}

/** The obligation stood when the record was made: opened, not done by an earlier one, and its instance not over. */
function wasOpen({ instance }: Life, owed: Owed, { happened }: LogRecord): boolean {
  if (happened < owed.opened || (instance.ended !== undefined && happened > instance.ended)) return false;
  return owed.done === undefined || owed.done.happened >= happened;
}

/** Orders by time first, and tells any two apart: row order must not show (S7). */
function keyOf({ at, kind, record, field, rule }: Irregularity): string {
  return [String(at).padStart(12, "0"), kind, record, field, rule].join("/");
}

function irregular(
  kind: Irregularity["kind"],
  record: LogRecord,
  rule: string,
  clauses: readonly string[],
  field?: string,
): Irregularity {
  return {
    kind,
    record: record.id,
    act: record.act,
    ...(record.object === undefined ? {} : { object: record.object }),
    ...(field === undefined ? {} : { field }),
    rule,
    clauses,
    at: record.happened,
  };
}

function ofAct(act: Act, record: LogRecord, context: Context): readonly Irregularity[] {
  const here: Context = { ...context, now: record.happened, without: record.id, instance: aroundRecord(record) };
  return [
    ...missingFields(act.fields, record).map((field) =>
      irregular("missing-field", record, act.name, act.clauses, field),
    ),
    ...(record.by !== undefined && act.by.length > 0 && !act.by.includes(record.by)
      ? [irregular("wrong-role", record, act.name, act.clauses)]
      : []),
    ...act.allowedWhen
      .filter(({ test }) => test(here) === false)
      .map(({ rule, clauses }) => irregular("refused", record, rule, clauses)),
  ];
}

/** The record itself as the thing the rule lives on, with the parent it concerns. */
function aroundRecord(record: LogRecord): Instance {
  return {
    procedure: "",
    key: record.id,
    begun: record.happened,
    started: record.happened,
    scopeFrom: Number.NEGATIVE_INFINITY,
    record,
    ...(record.person === undefined ? {} : { person: record.person }),
    changesApplyAtOnce: false,
    steps: new Map(),
  };
}

function ofDecision(record: LogRecord, context: Context): readonly Irregularity[] {
  const { program } = context.facts.world;
  const decision = record.object === undefined ? undefined : program.decisions.get(record.object);
  if (decision === undefined || !answersNothing(record, program)) return [];
  return [irregular("wrong-role", record, decision.name, decision.clauses)];
}

function ofDocument(record: LogRecord, context: Context): readonly Irregularity[] {
  const document = record.object === undefined ? undefined : context.facts.world.program.documents.get(record.object);
  if (document === undefined) return [];
  const here: Context = { ...context, now: record.happened, instance: aroundRecord(record) };
  return document.fields
    .filter(({ name, test }) => missingFields([name], record).length > 0 && (test === undefined || test(here) === true))
    .map(({ name, rule, clauses }) => irregular("missing-field", record, rule, clauses, name));
}
