// Ir → the part of it that the register, the calendar and the roll decide alone, without the log and without anybody's judgement:
// what can be worked out where the register lives. The rest is named with its reason, and never guessed.

import type { OpOf, ProcedureOf, StepOf, TriggerOf } from "../runtime/program.ts";
import { isCall } from "./ir.ts";
import type { Call, Called, Ir } from "./ir.ts";
import { morningsOf } from "./slice.ts";

/** The calls that read nothing but marks, the calendar, the roll, and what the part itself opened. */
export const REGISTER_CALLS = [
  "all",
  "any",
  "not",
  "someOf",
  "compare",
  "always",
  "hole",
  "flag",
  "sessionNow",
  "stepState",
  "constant",
  "dated",
  "choose",
  "attribute",
  "season",
  "weekdayToday",
  "rate",
  "sessions",
  "days",
  "occasions",
  "run",
  "elapsed",
  "fixed",
  "lastOf",
  "since",
  "between",
  "momentsCompare",
  "clock",
  "endOfDay",
  "nextMorning",
  "dayNumber",
  "counted",
  "within",
  "earlierOf",
  "laterOf",
  "before",
  "periodBound",
  "whenStep",
  "whenBegun",
  "whenOpened",
  "whenToday",
  "constantMoment",
  "constantDay",
  "dateMoment",
] as const satisfies readonly Call["call"][];

/** Something that the register alone does not decide. */
export interface Beyond {
  readonly rule: string;
  readonly what: "status" | "band" | "measure" | "procedure" | "step" | "obligation" | "group";
  readonly why: Reason;
}

/** What else would be needed. */
export type Reason =
  | { readonly kind: "log" }
  | { readonly kind: "judgement"; readonly decision: string }
  | { readonly kind: "arrivals" }
  | { readonly kind: "other-pupils" }
  | { readonly kind: "another-moment" }
  | { readonly kind: "people" }
  /** It hangs on a procedure or step that is itself beyond. */
  | { readonly kind: "step"; readonly procedure: string; readonly step?: string }
  | { readonly kind: "school" }
  | { readonly kind: "group"; readonly group: string };

export interface RegisterPart {
  /**
   * A policy of its own, that `interpret` gives its meaning. A procedure keeps the steps that open by the register alone; a step keeps
   * what it does from its opening on, up to the first thing that waits for somebody.
   */
  readonly part: Ir;
  readonly beyond: readonly Beyond[];
}

export function registerPart(ir: Ir): RegisterPart {
  const group = groupBeyond(ir);
  if (group !== undefined) return nothingOf(ir, group);
  const { kept, beyond } = procedurePart(ir);
  const known = stepsOf(kept);
  const take = <N extends { readonly rule: string }>(
    entries: readonly N[],
    what: Beyond["what"],
    reads: (entry: N) => unknown,
  ): readonly N[] =>
    entries.filter((entry) => {
      const why = reasonOf(reads(entry), known);
      if (why !== undefined) beyond.push({ rule: entry.rule, what, why });
      return why === undefined;
    });
  const part: Ir = {
    ...ir,
    registers: ir.registers.map((register) => ({ ...register, zones: [] })),
    roles: [],
    statuses: take(ir.statuses, "status", ({ test }) => test),
    bands: take(ir.bands, "band", ({ of, rows }) => [of, rows.map(({ test }) => test)]),
    measures: take(
      ir.measures.filter(({ anchored }) => !anchored),
      "measure",
      ({ read }) => read,
    ),
    codings: [],
    acts: new Map(),
    decisions: new Map(),
    documents: new Map(),
    procedures: kept,
    unscheduled: [],
    holes: [],
    // Rules are looked at on the mornings on which they are looked at in the whole.
    mornings: morningsOf(ir),
  };
  return { part, beyond };
}

// ---------------------------------------------------------------- what a condition or figure needs besides the register

type KnownSteps = ReadonlyMap<string, ReadonlySet<string>>;

const NEEDS: Readonly<Partial<Record<Call["call"], Reason>>> = {
  fieldIs: { kind: "log" },
  field: { kind: "log" },
  done: { kind: "log" },
  during: { kind: "log" },
  acts: { kind: "log" },
  ordinal: { kind: "log" },
  whenDone: { kind: "log" },
  switched: { kind: "log" },
  arrived: { kind: "arrivals" },
  atMoment: { kind: "another-moment" },
};

const register: ReadonlySet<string> = new Set(REGISTER_CALLS);

/** Why something read is not decided by the register; undefined where it is. */
function reasonOf(read: unknown, known: KnownSteps): Reason | undefined {
  if (Array.isArray(read)) return firstReason(read, known);
  if (typeof read !== "object" || read === null) return undefined;
  if (!isCall(read)) return firstReason(Object.values(read), known);
  return ownReason(read, known) ?? firstReason(read.args, known);
}

function firstReason(reads: readonly unknown[], known: KnownSteps): Reason | undefined {
  for (const read of reads) {
    const reason = reasonOf(read, known);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function ownReason(read: Call, known: KnownSteps): Reason | undefined {
  switch (read.call) {
    case "judged":
      return { kind: "judgement", decision: read.args[0] };
    case "rate":
      return ofOthers(read.args[3]);
    case "sessions":
      return ofOthers(read.args[2]);
    case "attribute":
      return read.args[0] === "year" || read.args[0] === "age" ? undefined : { kind: "people" };
    case "stepState":
    case "whenStep": {
      const [procedure, step, state] = read.args;
      if (state !== "opened") return { kind: "log" };
      return known.get(procedure)?.has(step) === true ? undefined : { kind: "step", procedure, step };
    }
    default:
      return register.has(read.call) ? undefined : (NEEDS[read.call] ?? { kind: "log" });
  }
}

function ofOthers(whose: unknown): Reason | undefined {
  return whose === undefined || whose === "pupil" ? undefined : { kind: "other-pupils" };
}

// ---------------------------------------------------------------- groups

/** A register of its own for a group that the register does not tell: nobody's day would be known. */
function groupBeyond({ registers, groups }: Ir): Beyond | undefined {
  for (const { group } of registers) {
    const why = group === undefined ? undefined : reasonOf(groups.get(group), new Map());
    if (group !== undefined && why !== undefined) return { rule: group, what: "group", why };
  }
  return undefined;
}

function nothingOf(ir: Ir, group: Beyond): RegisterPart {
  const why: Reason = { kind: "group", group: group.rule };
  const all = (entries: readonly { readonly rule: string }[], what: Beyond["what"]): readonly Beyond[] =>
    entries.map(({ rule }) => ({ rule, what, why }));
  return {
    part: { ...ir, statuses: [], bands: [], measures: [], procedures: [], codings: [], unscheduled: [], holes: [] },
    beyond: [
      group,
      ...all(ir.statuses, "status"),
      ...all(ir.bands, "band"),
      ...all(ir.measures, "measure"),
      ...all(ir.procedures, "procedure"),
    ],
  };
}

// ---------------------------------------------------------------- procedures

/** A procedure may lean on the steps of one before it (S20), so they are taken in that order. */
function procedurePart({ procedures }: Ir): { kept: readonly ProcedureOf<Called>[]; beyond: Beyond[] } {
  const kept: ProcedureOf<Called>[] = [];
  const beyond: Beyond[] = [];
  for (const procedure of procedures) {
    const why = startBeyond(procedure, stepsOf(kept));
    if (why === undefined) kept.push(withoutBeyond(procedure, stepsOf(kept), beyond));
    else beyond.push({ rule: procedure.rule, what: "procedure", why });
  }
  return { kept, beyond };
}

function stepsOf(procedures: readonly ProcedureOf<Called>[]): KnownSteps {
  return new Map(procedures.map(({ name, steps }) => [name, new Set(steps.map((step) => step.name))]));
}

function startBeyond({ subject, anchor, starts }: ProcedureOf<Called>, known: KnownSteps): Reason | undefined {
  if (subject === "school") return { kind: "school" };
  if (anchor.kind === "act") return { kind: "log" };
  if (anchor.kind === "parent") return { kind: "people" };
  return starts === undefined ? undefined : reasonOf(starts.test, known);
}

/** The procedure with what of it the register decides: its start at least. */
function withoutBeyond(procedure: ProcedureOf<Called>, before: KnownSteps, beyond: Beyond[]): ProcedureOf<Called> {
  const { name, steps } = procedure;
  const own = (list: readonly StepOf<Called>[]): KnownSteps =>
    new Map([...before, ...stepsOf([{ ...procedure, steps: list }])]);
  const triggers: readonly TriggerOf<Called>[] = [...procedure.ends, ...procedure.pauses];
  const stopping = triggers.map(({ test }) => reasonOf(test, own(steps))).find((why) => why !== undefined);
  // What may be over at any time opens nothing for certain.
  if (stopping !== undefined) {
    for (const { rule } of steps) beyond.push({ rule, what: "step", why: stopping });
    return { ...procedure, steps: [], ends: [], pauses: [], startsAgain: false };
  }
  const kept: StepOf<Called>[] = [];
  for (const [index, step] of steps.entries()) {
    const why = stepBeyond(procedure, index, kept, own(kept));
    if (why === undefined) kept.push(withoutWaiting(step, kept, procedure, own(kept), beyond));
    else beyond.push({ rule: step.rule, what: "step", why });
  }
  const lost = triggers.map(({ test }) => reasonOf(test, own(kept))).find((why) => why !== undefined);
  if (lost === undefined) return { ...procedure, steps: kept };
  for (const { rule } of kept) beyond.push({ rule, what: "step", why: { kind: "step", procedure: name } });
  return { ...procedure, steps: [], ends: [], pauses: [], startsAgain: false };
}

function stepBeyond(
  { name, steps, anyOrder }: ProcedureOf<Called>,
  index: number,
  kept: readonly StepOf<Called>[],
  known: KnownSteps,
): Reason | undefined {
  const step = steps[index] as StepOf<Called>;
  const { trigger, guard } = step;
  const awaited =
    trigger.kind === "after"
      ? steps[trigger.step]
      : trigger.kind === "when" && !anyOrder
        ? steps[index - 1]
        : undefined;
  if (
    awaited !== undefined &&
    !kept.some(({ name: other }) => other === awaited.name && isDoneByItself(awaited, known))
  )
    return { kind: "step", procedure: name, step: awaited.name };
  const reads = [trigger.kind === "on" ? trigger.moment : trigger.kind === "when" ? trigger.test : undefined, guard];
  return reasonOf(reads, new Map([...known, [name, new Set([...(known.get(name) ?? []), step.name])]]));
}

/** Nobody must do anything in it: it is done when its waits are over. */
function isDoneByItself({ ops }: StepOf<Called>, known: KnownSteps): boolean {
  return ops.every((op) =>
    op.op === "oblige"
      ? op.guard === undefined && op.modal !== "must" && op.modal !== "should"
      : op.op === "wait" && reasonOf(op.length, known) === undefined,
  );
}

/** The step with what it asks for from its opening on; `after` counts the steps that are kept. */
function withoutWaiting(
  step: StepOf<Called>,
  kept: readonly StepOf<Called>[],
  { steps }: ProcedureOf<Called>,
  known: KnownSteps,
  beyond: Beyond[],
): StepOf<Called> {
  const { trigger } = step;
  const sure = isDoneByItself(step, known) ? step.ops : beforeWaiting(step.ops, beyond);
  const ops = sure.filter((op) => {
    const why = op.op === "oblige" ? reasonOf([op.due, op.guard], known) : undefined;
    if (why !== undefined) beyond.push({ rule: op.rule, what: "obligation", why });
    return why === undefined;
  });
  if (trigger.kind !== "after") return { ...step, ops };
  const awaited = steps[trigger.step]?.name;
  return { ...step, ops, trigger: { kind: "after", step: kept.findIndex(({ name }) => name === awaited) } };
}

/** What is owed as the step opens; what follows hangs on what was done. */
function beforeWaiting(ops: readonly OpOf<Called>[], beyond: Beyond[]): readonly OpOf<Called>[] {
  const first = ops.findIndex(({ op }) => op !== "oblige");
  if (first < 0) return ops;
  for (const { rule } of ops.slice(first)) beyond.push({ rule, what: "obligation", why: { kind: "log" } });
  return ops.slice(0, first);
}
