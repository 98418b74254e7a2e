// One procedure → a ladder: a start, ends, and steps that each open on the first day on which something is so. Procedures that are
// looked at within the day, that wait, pause or repeat, or live on an absence, have no such form.

import type { AnchorPeriod, BatchSpecOf } from "../../../runtime/batch-spec.ts";
import type { DutySpecOf, ProcedureOf, StepOf, TriggerOf } from "../../../runtime/program.ts";
import type { Call, Called } from "../../../ir/ir.ts";
import { isCall } from "../../../ir/ir.ts";
import { both, either, isOfTheRoll, leavesOf, sure, termsOf } from "./formula.ts";
import type { Formula } from "./formula.ts";
import { isOfCalendar, readTest } from "./read-calls.ts";
import type { Place } from "./read-calls.ts";
import type { Places, Tables } from "./tables.ts";
import { wakesOf } from "./wakes.ts";
import type { PlainIn } from "./wakes.ts";

/** A condition with the days on which it is asked: the first, those that are not plain, and its wakes. */
export interface Search {
  readonly formula: Formula;
  readonly wakes: number;
  /** It is not asked before these steps of its own procedure have opened, and so much has passed since. */
  readonly gates: readonly { readonly step: string; readonly passing: number | undefined }[];
}

export interface LadderStep {
  readonly name: string;
  /** Opens with the instance; otherwise when its condition is so. */
  readonly search: Search | undefined;
  /** Of a guard that is known and does not hold, the step is passed over. */
  readonly guard: Formula | undefined;
  /** The step that must be done or passed over before. */
  readonly after: string | undefined;
  /** Nothing in it waits for anybody: it is done as it opens. */
  readonly doneAtOnce: boolean;
  /** Sentences with a deadline, by place. */
  readonly duties: readonly { readonly place: number; readonly guard: Formula }[];
}

export interface Ladder {
  readonly name: string;
  /** By place among the periods; undefined where it lives on the pupil. */
  readonly period: number | undefined;
  readonly starts: Search | undefined;
  readonly ends: Search | undefined;
  readonly startsAgain: boolean;
  /** Each after those it reads. */
  readonly steps: readonly LadderStep[];
}

export function planLadder(
  procedure: ProcedureOf<Called>,
  tables: Tables,
  periods: Places<AnchorPeriod>,
  plainIn: PlainIn,
): Ladder | undefined {
  const { name, anchor, starts, ends, startsAgain, pauses } = procedure;
  if ((anchor.kind !== "pupil" && anchor.kind !== "period") || pauses.length > 0) return undefined;
  if (startsAgain && starts === undefined) return undefined;
  const rules = procedure.changesApplyAtOnce ? "today" : "start";
  const search = (triggers: readonly TriggerOf<Called>[], when: Place["rules"], gated: boolean): Search | undefined => {
    if (triggers.some(({ standing }) => !standing)) return undefined;
    const formulas = triggers.map(({ test }) =>
      readTest({ tables, plainIn, procedure: name, rules: when }, test, true),
    );
    if (formulas.some((formula) => formula === undefined)) return undefined;
    const found = searchFor(either(...(formulas as readonly Formula[])), tables, plainIn);
    return found === undefined || (found.gates.length > 0 && !gated) ? undefined : found;
  };
  const beginning = starts === undefined ? undefined : search([starts], "today", false);
  const ending = ends.length === 0 ? undefined : search(ends, rules, false);
  if ((starts !== undefined && beginning === undefined) || (ends.length > 0 && ending === undefined)) return undefined;
  const steps = planSteps(procedure, { tables, plainIn, procedure: name, rules }, (trigger) =>
    search([trigger], rules, true),
  );
  if (steps === undefined) return undefined;
  return {
    name,
    period: anchor.kind === "period" ? periods.of(anchor.unit) : undefined,
    starts: beginning,
    ends: ending,
    startsAgain,
    steps,
  };
}

/** Parts of the condition that come true on a day known beforehand only put the first question off. */
function searchFor(formula: Formula, tables: Tables, plainIn: PlainIn): Search | undefined {
  const parts = formula.kind === "both" ? formula.parts : [formula];
  const gates: { step: string; passing: number | undefined }[] = [];
  const rest = parts.filter((part) => {
    if (part.kind === "passed") gates.push({ step: part.step, passing: part.place });
    if (part.kind === "opened" && part.truth) gates.push({ step: part.step, passing: undefined });
    return part.kind !== "passed" && !(part.kind === "opened" && part.truth);
  });
  const asked = both(...rest);
  if (leavesOf(asked).some(({ kind }) => kind === "passed" || kind === "opened")) return undefined;
  return { formula: asked, wakes: tables.wakes.of(wakesOf(asked, tables, plainIn)), gates };
}

// ---------------------------------------------------------------- steps

function planSteps(
  { steps, anyOrder }: ProcedureOf<Called>,
  place: Place,
  search: (trigger: TriggerOf<Called>) => Search | undefined,
): readonly LadderStep[] | undefined {
  const planned: LadderStep[] = [];
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    const { trigger } = step;
    if (trigger.kind !== "start" && trigger.kind !== "when") return undefined;
    const found = trigger.kind === "when" ? search(trigger) : undefined;
    if (trigger.kind === "when" && found === undefined) return undefined;
    const guard = step.guard === undefined ? undefined : readGuard(place, step.guard);
    if (step.guard !== undefined && guard === undefined) return undefined;
    const chained = trigger.kind === "when" && !anyOrder && before !== undefined;
    // One `when` step a day: told by the step before, unless another kind stands between.
    if (chained && before.trigger.kind !== "when" && steps.slice(0, index).some((each) => each.trigger.kind === "when"))
      return undefined;
    if (chained && !isSimple(before)) return undefined;
    const duties = planDuties(step, place);
    if (duties === undefined) return undefined;
    planned.push({
      name: step.name,
      search: found,
      guard,
      after: chained ? before.name : undefined,
      doneAtOnce: step.ops.every((op) => op.op === "oblige" && op.modal !== "must" && op.modal !== "should"),
      duties,
    });
  }
  return inReadingOrder(planned);
}

/** Nothing in it waits, and nobody need ask whether a sentence holds before it is done. */
function isSimple({ ops }: StepOf<Called>): boolean {
  return ops.every((op) => op.op === "oblige" && op.guard === undefined);
}

/** A guard that is known at any time of a day: it hangs on the roll alone. */
function readGuard(place: Place, test: Call): Formula | undefined {
  const formula = readTest(place, test, true);
  return formula !== undefined && isOfTheRoll(formula) && !readsAge(formula) ? formula : undefined;
}

/** Of some pupils no birthday is on record. */
function readsAge(formula: Formula): boolean {
  return termsOf(formula).some((term) => term.kind === "roll" && term.name === "age");
}

/** Deadlines that hang on the opening and the calendar; undefined where one does not, or where no packed form says what is owed. */
function planDuties(step: StepOf<Called>, place: Place): LadderStep["duties"] | undefined {
  const duties: { place: number; guard: Formula }[] = [];
  for (const op of step.ops) {
    if (op.op !== "oblige") return undefined;
    if (op.due === undefined) continue;
    const guard = op.guard === undefined ? sure(true) : readGuard(place, op.guard);
    if (guard === undefined || !isOfOpening(op.due)) return undefined;
    duties.push({ place: place.tables.duties.of(withoutWords(op)), guard });
  }
  return duties;
}

/** What a deadline is counted from. */
const OPENING: ReadonlySet<Call["call"]> = new Set(["whenOpened", "endOfDay"]);

function isOfOpening(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isOfOpening);
  if (typeof value !== "object" || value === null) return true;
  if (!isCall(value)) return Object.values(value).every(isOfOpening);
  return (OPENING.has(value.call) || isOfCalendar({ ...value, args: [] }, "start")) && isOfOpening(value.args);
}

/** Sentences of one deadline are one, but for who owes them. */
function withoutWords({ op, actors, modal, due }: DutySpecOf<Called>): BatchSpecOf<Called>["duties"][number] {
  const charge = { rule: "", clauses: [], act: "", through: [], recording: [] };
  return { op, actors, modal, ...charge, ...(due === undefined ? {} : { due }) };
}

/** Each step after those it reads; undefined where two read each other. */
function inReadingOrder(steps: readonly LadderStep[]): readonly LadderStep[] | undefined {
  const ordered: LadderStep[] = [];
  let waiting = [...steps];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ search, after }) =>
      [...(search?.gates.map(({ step }) => step) ?? []), ...(after === undefined ? [] : [after])].every((name) =>
        ordered.some((step) => step.name === name),
      ),
    );
    if (ready.length === 0) return undefined;
    ordered.push(...ready);
    waiting = waiting.filter((step) => !ready.includes(step));
  }
  return ordered;
}
