// arrivals.csv, log.csv and staff.csv → the facts that are no marks: who signed in, what was done, who works here.
// Knows no act by name: which fields an act must have is for a policy to say.

import type { Moment } from "../school/moment.ts";
import type { Arrival, LogRecord, StaffMember } from "../school/record.ts";
import { recordMessages, tableMessages } from "./diagnostics.ts";
import type { PupilNumbers } from "./pupil-rows.ts";
import { pupilNumber } from "./read-pupils.ts";
import { readTable, wantColumns } from "./read-table.ts";
import type { FileTally, Reading } from "./read-table.ts";
import type { Row } from "./table-row.ts";

/** Something by pupil number. */
export type ByPupil<Value> = ReadonlyMap<number, readonly Value[]>;

export interface ReadArrivals {
  readonly arrivals: ByPupil<Arrival>;
  readonly tallies: readonly FileTally[];
}

export interface ReadLog {
  readonly ofPupils: ByPupil<LogRecord>;
  readonly ofSchool: readonly LogRecord[];
  readonly tallies: readonly FileTally[];
}

export async function readArrivals(reading: Reading, numbers: PupilNumbers): Promise<ReadArrivals> {
  const arrivals = new Map<number, Arrival[]>();
  const tallies = await readTable(reading, "arrivals", (head) => {
    if (!head.columns.cells.has("at") && !wantColumns(reading, "arrivals", head, ["date", "time"])) return undefined;
    return (row) => {
      const number = pupilNumber(row, "pupil", numbers);
      const [at, known] = [arrivedAt(row), row.moment("known")];
      const pupil = row.text("pupil");
      if (number === undefined || pupil === undefined || at === undefined || row.failed()) return false;
      const arrival = {
        pupil,
        at,
        ...(known === undefined ? {} : { known }),
        fields: row.fields(),
        source: row.source(),
      };
      pushTo(arrivals, number, arrival);
      return true;
    };
  });
  return { arrivals, tallies };
}

export async function readLog(reading: Reading, numbers: PupilNumbers): Promise<ReadLog> {
  const records: { readonly record: LogRecord; readonly number: number | undefined }[] = [];
  const tallies = await readTable(reading, "log", (head) => {
    if (!head.columns.cells.has("at") && !wantColumns(reading, "log", head, ["date"])) return undefined;
    return (row) => {
      const number = row.text("pupil") === undefined ? undefined : pupilNumber(row, "pupil", numbers);
      const record = readRecord(row);
      if (record === undefined || row.failed()) return false;
      records.push({ record, number });
      return true;
    };
  });
  const kept = withoutClashes(
    reading,
    records.map((each) => each.record),
  );
  const ofPupils = new Map<number, LogRecord[]>();
  const ofSchool: LogRecord[] = [];
  for (const { record, number } of records) {
    if (!kept.has(record)) continue;
    if (number === undefined) ofSchool.push(record);
    else pushTo(ofPupils, number, record);
  }
  return { ofPupils, ofSchool, tallies };
}

export async function readStaff(
  reading: Reading,
): Promise<{ readonly staff: readonly StaffMember[]; readonly tallies: readonly FileTally[] }> {
  const staff: StaffMember[] = [];
  const tallies = await readTable(reading, "staff", () => (row) => {
    const role = row.needed("role");
    if (role === undefined) return false;
    staff.push({ role, fields: row.fields(), source: row.source() });
    return true;
  });
  return { staff, tallies };
}

/** An arrival is nothing without its time. */
function arrivedAt(row: Row): Moment | undefined {
  const together = row.text("at");
  if (together === undefined) return row.needed("time") === undefined ? undefined : row.happened();
  if (together.includes(":")) return row.happened();
  const args = { column: "at", text: together, why: "It is a date alone." };
  row.refuse(tableMessages.dataCellNotATime, () => args, row.place("at"));
  return undefined;
}

function readRecord(row: Row): LogRecord | undefined {
  const act = row.needed("act");
  const [happened, known] = [row.happened(), row.moment("known")];
  if (act === undefined || happened === undefined) return undefined;
  const source = row.source();
  const to = (row.text("to") ?? "").split(";").map((name) => name.trim());
  const texts = {
    object: row.text("object"),
    pupil: row.text("pupil"),
    person: row.text("person"),
    by: row.text("by"),
  };
  return {
    id: row.text("id") ?? `${source.file}:${source.line}`,
    act,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    happened,
    ...(known === undefined ? {} : { known }),
    ...(to.some((name) => name !== "") ? { to: to.filter((name) => name !== "") } : {}),
    fields: row.fields(),
    source,
  };
}

/** One id may have several versions, each known later than the last (S7); two versions known at once cannot both stand. */
function withoutClashes({ problems }: Reading, records: readonly LogRecord[]): ReadonlySet<LogRecord> {
  const kept = new Set(records);
  const versions = Map.groupBy(records, (record) => `${record.id}\n${record.known ?? "unsaid"}`);
  for (const [first, ...others] of versions.values()) {
    for (const other of others) {
      if (first === undefined) continue;
      const same = contentOf(first) === contentOf(other);
      const message = same ? recordMessages.dataRecordTwice : recordMessages.dataRecordContradicts;
      const { source = { file: "log.csv", line: 1 } } = other;
      problems.report(message, () => ({ id: other.id }), source, first.source);
      kept.delete(other);
      if (!same) kept.delete(first);
    }
  }
  return kept;
}

function contentOf({ source: _source, fields, ...rest }: LogRecord): string {
  const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
    one < other ? -1 : 1;
  return JSON.stringify([Object.entries(rest).toSorted(byName), Object.entries(fields).toSorted(byName)]);
}

function pushTo<Value>(groups: Map<number, Value[]>, key: number, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
