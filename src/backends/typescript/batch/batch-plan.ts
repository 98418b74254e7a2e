// The register part of a policy → what a packed decision is made of: formulas, ladders of steps, tables of the calendar. What has no
// exact packed form is left to be replayed, pupil by pupil, by the engine itself; nothing is approximated.

import type { AnchorPeriod, BatchSpecOf } from "../../../runtime/batch-spec.ts";
import type { BatchShape } from "../../../runtime/packed-outcome.ts";
import type { CodeVersion } from "../../../runtime/program.ts";
import { membersOf } from "../../../runtime/world.ts";
import type { Call, Called, Ir } from "../../../ir/ir.ts";
import { registerPart } from "../../../ir/register-part.ts";
import type { Beyond } from "../../../ir/register-part.ts";
import type { Formula } from "./formula.ts";
import { isOfTheRoll, leavesOf } from "./formula.ts";
import { planLadder } from "./plan-ladder.ts";
import type { Ladder } from "./plan-ladder.ts";
import { readFigure, readTest } from "./read-calls.ts";
import type { Alternative, Place } from "./read-calls.ts";
import { makePlaces, makeTables } from "./tables.ts";
import type { Tables } from "./tables.ts";
import type { PlainIn } from "./wakes.ts";

/** What a test comes to: formulas for true and for false; neither is not known. */
export interface Answer {
  readonly name: string;
  readonly holds: Formula;
  readonly fails: Formula;
}

export interface BatchPlan {
  readonly part: Ir;
  readonly beyond: readonly Beyond[];
  readonly spec: BatchSpecOf<Called>;
  readonly plainIn: PlainIn;
  /** A plain session ends an absence. */
  readonly plainBreaks: boolean;
  readonly ladders: readonly Ladder[];
  readonly statuses: readonly Answer[];
  /** Of each of the bands, what each row rests on, in order. */
  readonly bands: readonly { readonly name: string; readonly rows: readonly Formula[] }[];
  readonly measures: readonly { readonly name: string; readonly ways: readonly Alternative[] }[];
  /** By group with a register of its own: whether a pupil is of it. */
  readonly groups: readonly Formula[];
  /** What the engine replays for each pupil, because it has no packed form; with the reason in plain words. */
  readonly replayed: readonly Replayed[];
}

export interface Replayed {
  readonly name: string;
  readonly what: "status" | "band" | "measure" | "procedure";
}

export function planBatch(ir: Ir): BatchPlan {
  const { part, beyond } = registerPart(ir);
  const tables = makeTables();
  const periods = makePlaces<AnchorPeriod>();
  const plain = plainCodes(part.codes);
  const plainIn = plainInOf(part, plain);
  const groups = planGroups(part, { tables, plainIn, rules: "today" });
  const replayed: Replayed[] = [];
  const ladders = part.procedures.flatMap((procedure) => {
    const ladder = groups === undefined ? undefined : planLadder(procedure, tables, periods, plainIn);
    if (ladder === undefined) replayed.push({ name: procedure.name, what: "procedure" });
    return ladder ?? [];
  });
  const known = new Set(ladders.map(({ name }) => name));
  const place: Place = { tables, plainIn, rules: "today" };
  const isKnown = (formula: Formula): boolean =>
    leavesOf(formula).every((leaf) => leaf.kind !== "opened" || known.has(leaf.procedure));
  const orReplay = <V>(what: Replayed["what"], name: string, value: V | undefined): readonly V[] => {
    if (value === undefined) replayed.push({ name, what });
    return value === undefined ? [] : [value];
  };
  const answerOf = (name: string, test: Call): Answer | undefined => {
    const [holds, fails] = [readTest(place, test, true), readTest(place, test, false)];
    return holds && fails && isKnown(holds) && isKnown(fails) ? { name, holds, fails } : undefined;
  };
  const statuses = part.statuses.flatMap(({ name, test }) => orReplay("status", name, answerOf(name, test)));
  const bands = part.bands.flatMap(({ name, rows }) => {
    const formulas = rows.map(({ test }) => readTest(place, test, true));
    const all = formulas.every((formula) => formula !== undefined && isKnown(formula));
    return orReplay("band", name, all ? { name, rows: formulas as readonly Formula[] } : undefined);
  });
  const measures = part.measures.flatMap(({ name, read }) => {
    const ways = readFigure(place, read);
    return orReplay("measure", name, ways?.every(({ when }) => isKnown(when)) ? { name, ways } : undefined);
  });
  const shape: BatchShape = {
    statuses: part.statuses.map(({ name }) => name),
    bands: part.bands.map(({ name }) => name),
    measures: part.measures.map(({ name }) => name),
    procedures: part.procedures.map(({ name, steps }) => ({ name, steps: steps.map((step) => step.name) })),
  };
  return {
    part,
    beyond,
    plainIn,
    plainBreaks:
      part.codes.every(({ code, category }) => !isPlain(plain, code) || category === "attending") &&
      plain.morning !== undefined,
    ladders,
    statuses,
    bands,
    measures,
    groups: groups ?? [],
    replayed,
    spec: {
      shape,
      plain,
      sets: tables.sets.list,
      marks: tables.marks.list,
      words: wordsOf(tables, plainIn),
      runs: tables.runs.list,
      windows: tables.windows.list,
      tests: tables.tests.list,
      figures: tables.figures.list,
      wakes: tables.wakes.list,
      periods: periods.list,
      flags: tables.flags.list,
      duties: tables.duties.list,
      passings: tables.passings.list,
      groups: groupsWithRegisters(part),
    },
  };
}

/** Two to a word, but for those of which a plain day may have one mark in and one out. */
function wordsOf({ sets }: Tables, plainIn: PlainIn): readonly (readonly number[])[] {
  const places = sets.list.map((_set, place) => place);
  const alone = places.filter((place) => plainIn(sets.list[place] as number) === "some");
  const paired = places.filter((place) => !alone.includes(place));
  const pairs = paired.flatMap((place, index) =>
    index % 2 === 0 ? [[place, ...paired.slice(index + 1, index + 2)]] : [],
  );
  return [...pairs, ...alone.map((place) => [place])];
}

// ---------------------------------------------------------------- groups with a register of their own

function groupsWithRegisters({ registers }: Ir): readonly string[] {
  return [...new Set(registers.flatMap(({ group }) => (group === undefined ? [] : [group])))];
}

/** Undefined where a group hangs on more than the roll. */
function planGroups(part: Ir, place: Place): readonly Formula[] | undefined {
  const formulas = groupsWithRegisters(part).map((name) => {
    const test = part.groups.get(name);
    const formula = test === undefined ? undefined : readTest(place, test, true);
    return formula !== undefined && isOfTheRoll(formula) ? formula : undefined;
  });
  return formulas.every((formula) => formula !== undefined) ? formulas : undefined;
}

// ---------------------------------------------------------------- what is plain

/** `/` and `\` in every school of England; elsewhere whatever comes first of what counts as there. */
function plainCodes(codes: readonly CodeVersion[]): BatchSpecOf<Called>["plain"] {
  const named = (name: string): string | undefined => codes.find(({ code }) => code === name)?.code;
  const first = codes.find(({ category, late }) => category === "attending" && !late)?.code;
  const morning = named("/") ?? first;
  return { morning, afternoon: named("\\") ?? morning };
}

function isPlain({ morning, afternoon }: BatchSpecOf<Called>["plain"], code: string): boolean {
  return code === morning || code === afternoon;
}

/** A code may have changed what it counts as; then nobody knows beforehand. */
function plainInOf({ sets, codes }: Ir, plain: BatchSpecOf<Called>["plain"]): PlainIn {
  const versions = codes.flatMap(({ code }, index) => (isPlain(plain, code) ? [index + 1] : []));
  const kinds = sets.map((set) => {
    const members = membersOf(set, codes);
    if (versions.length === 0) return "some";
    return versions.every((version) => members[version] === 1)
      ? "all"
      : versions.every((version) => members[version] === 0)
        ? "none"
        : "some";
  });
  return (set) => kinds[set] ?? "some";
}
