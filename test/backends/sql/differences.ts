// The rows that an engine gave against what the interpreter says of the same pupils: every status, band, measure, and every moment of
// every instance. An empty list means that they are equal.

import { interpret } from "../../../src/backends/interpreter/interpret.ts";
import type { Sql } from "../../../src/backends/sql/decide.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import type { Outcome } from "../../../src/runtime/outcome.ts";
import type { Figure, Program } from "../../../src/runtime/program.ts";
import { makeWorld } from "../../../src/runtime/world.ts";
import type { Calendar } from "../../../src/school/calendar.ts";
import type { Day } from "../../../src/school/day.ts";
import { formatMoment, lastInstant } from "../../../src/school/moment.ts";
import type { PupilRecord } from "../../../src/school/record.ts";
import { factRelations } from "../../../src/backends/sql/fact-relations.ts";
import { load } from "./engines.ts";
import type { Engine, Row } from "./engines.ts";

export interface Compared {
  readonly differences: readonly string[];
  /** How many answers were compared, and how often each kind of thing came up. */
  readonly answers: number;
  readonly reached: ReadonlyMap<string, number>;
}

/** A record as a query reads it: no log, no arrivals, and every mark as it is known in the end. */
export function registerOnly(record: PupilRecord): PupilRecord {
  const marks = record.marks.map(({ known: _known, ...mark }) => mark);
  return { pupil: record.pupil, marks, arrivals: [], log: [] };
}

export async function compareOn(
  engine: Engine,
  sql: Sql,
  calendar: Calendar,
  asOf: Day,
  records: readonly PupilRecord[],
): Promise<Compared & { readonly rows: readonly Row[] }> {
  await load(engine, [...sql.relations, ...factRelations(records)]);
  const rows = await engine.rows(sql.query);
  return { rows, ...compareRows(sql, calendar, asOf, records, rows, await engine.rows(sql.instances)) };
}

/** The whole policy, and pupils of whom more is known than the register tells. */
export interface WholeStory {
  readonly program: Program;
  readonly calendar: Calendar;
  readonly asOf: Day;
  readonly records: readonly PupilRecord[];
}

/** Where a status that needs more than the register was settled all the same, and the whole story says otherwise. */
export function unsettled(
  { answers, said }: Sql,
  rows: readonly Row[],
  { program, calendar, asOf, records }: WholeStory,
): { readonly differences: readonly string[]; readonly settled: number } {
  const plain = new Set(said.statuses.map(({ name }) => name));
  const columns = answers.flatMap(({ column, tells }) =>
    tells.kind === "status" && !plain.has(tells.name) ? [{ column, name: tells.name }] : [],
  );
  const world = makeWorld(program, calendar);
  const rowOf = new Map(rows.map((row) => [row["pupil"], row]));
  const differences: string[] = [];
  let settled = 0;
  for (const record of columns.length === 0 ? [] : records) {
    const { statuses } = evaluatePupil(world, record, lastInstant(asOf));
    for (const { column, name } of columns) {
      const told = rowOf.get(record.pupil.id)?.[column] ?? null;
      if (told === null) continue;
      settled++;
      const holds = statuses.find((status) => status.name === name)?.holds;
      if (holds !== told)
        differences.push(`${record.pupil.id}: settled: ${name} | ${told} and ${holds ?? "not known"}`);
    }
  }
  return { differences, settled };
}

export function compareRows(
  sql: Sql,
  calendar: Calendar,
  asOf: Day,
  records: readonly PupilRecord[],
  rows: readonly Row[],
  events: readonly Row[],
): Compared {
  const world = makeWorld(interpret(sql.said), calendar);
  const rowOf = new Map(rows.map((row) => [row["pupil"], row]));
  const eventsOf = Map.groupBy(events, (event) => event["pupil"]);
  const differences = rows.length === records.length ? [] : [`${rows.length} rows for ${records.length} pupils`];
  const reached = new Map<string, number>();
  let answers = 0;
  for (const record of records) {
    const { id } = record.pupil;
    const outcome = evaluatePupil(world, record, lastInstant(asOf));
    const said = [...columnsSaid(sql, outcome), ...eventsSaid(outcome)];
    const told = new Set([...columnsTold(sql, rowOf.get(id) ?? {}), ...eventsTold(eventsOf.get(id) ?? [])]);
    const expected = new Set(said);
    for (const line of expected) if (!told.has(line)) differences.push(`${id}: not told: ${line}`);
    for (const line of told) if (!expected.has(line)) differences.push(`${id}: told: ${line}`);
    for (const line of said) reached.set(kindOf(line), (reached.get(kindOf(line)) ?? 0) + 1);
    answers += expected.size;
  }
  return { differences, answers, reached };
}

/** `status below-target is true` → `status true`; `opened letters first …` → `opened letters first`. */
function kindOf(line: string): string {
  const [what, name, step, value] = line.split(" | ");
  if (what === "status") return `status ${value}`;
  if (what === "band") return `band ${value === "null" ? "none" : "some"}`;
  return what === "measure" ? "measure" : `${what} ${name} ${step}`;
}

const figure = (value: Figure | undefined): string =>
  value === undefined ? "unknown" : typeof value === "object" ? `${value.n}/${value.d}` : `${value}/1`;

function columnsSaid({ said }: Sql, outcome: Outcome): readonly string[] {
  const names = { statuses: new Set(said.statuses.map(({ name }) => name)) };
  return [
    ...outcome.statuses
      .filter(({ name }) => names.statuses.has(name))
      .map(({ name, holds }) => `status | ${name} | - | ${holds ?? null}`),
    ...outcome.bands.map(({ name, row }) => `band | ${name} | - | ${row ?? null}`),
    ...outcome.measures.map(({ name, value }) => `measure | ${name} | - | ${figure(value)}`),
  ];
}

function columnsTold({ answers, said }: Sql, row: Row): readonly string[] {
  const statuses = new Set(said.statuses.map(({ name }) => name));
  return answers.flatMap(({ column, tells }) => {
    if (tells.kind === "status" && statuses.has(tells.name)) return [`status | ${tells.name} | - | ${row[column]}`];
    if (tells.kind === "band") return [`band | ${tells.name} | - | ${row[column]}`];
    if (tells.kind !== "measure" || tells.part === "d") return [];
    const base = answers.find(
      (other) => other.tells.kind === "measure" && other.tells.name === tells.name && other.tells.part === "d",
    );
    const n = row[column];
    return [`measure | ${tells.name} | - | ${n === null ? "unknown" : `${n}/${row[base?.column ?? ""]}`}`];
  });
}

function eventsSaid({ instances, obligations }: Outcome): readonly string[] {
  const at = (moment: number): string => formatMoment(moment);
  return [
    ...instances.flatMap(({ procedure, key, started, ended, steps }) => [
      `begun | ${procedure} | - | ${key}`,
      ...(started === undefined ? [] : [`started | ${procedure} | - | ${key} | ${at(started)}`]),
      ...(ended === undefined ? [] : [`ended | ${procedure} | - | ${key} | ${at(ended)}`]),
      ...steps.flatMap(({ step, opened }) =>
        opened === undefined ? [] : [`opened | ${procedure} | ${step} | ${key} | ${at(opened)}`],
      ),
    ]),
    ...obligations.flatMap(({ procedure, instance, step, rule, due, state }) =>
      due === undefined || state === "upcoming"
        ? []
        : [`due | ${procedure} | ${step} ${rule} | ${instance} | ${at(due)}`],
    ),
  ];
}

function eventsTold(events: readonly Row[]): readonly string[] {
  return events.map(({ what, procedure, key, step, rule, moment }) => {
    const at = what === "begun" ? "" : ` | ${formatMoment(Number(moment))}`;
    const which = what === "opened" ? step : what === "due" ? `${step} ${rule}` : "-";
    return `${what} | ${procedure} | ${which} | ${key}${at}`;
  });
}
