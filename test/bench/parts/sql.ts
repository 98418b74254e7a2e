// The whole decision as SQL on DuckDB, over a register of a row a mark: the query a policy compiles to, and one written by hand for this
// policy alone. Both read the same table, and both answers are found equal to those of the forms by hand in the other language.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { relationStatements } from "../../../src/backends/sql/print-relation.ts";
import { factRelations } from "../../../src/backends/sql/fact-relations.ts";
import { sqlFor } from "../../../src/backends/sql/decide.ts";
import type { Sql } from "../../../src/backends/sql/decide.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import { dayOf } from "../../../src/school/moment.ts";
import { openDuckdb } from "../../backends/sql/engines.ts";
import type { Engine, Row } from "../../backends/sql/engines.ts";
import { expectSame, FIELDS, WIDTH } from "../decision/answers.ts";
import { openDecision } from "../decision/decision.ts";
import type { Decision } from "../decision/decision.ts";
import { decideBytes } from "../decision/hand/bytes.ts";
import { recordOf } from "../decision/interpreted.ts";
import { drawAll, pupilsOf } from "../decision/pupils.ts";
import { race } from "../race.ts";
import { atMost, eachOf } from "../report.ts";
import type { Report } from "../report.ts";
import { calendarStatements, queryByHand } from "../sql/by-hand.ts";

const GENERATED = "generated from the policy";
const BY_HAND = "by hand for this policy";
const LIMIT = 1.5;
const THREADS = 2;

export async function measureSql(pupils: number, quick: boolean): Promise<Report> {
  const decision = openDecision();
  const { year, ir, calendar, asOf } = decision;
  const bytes = drawAll(pupilsOf(year, 1), pupils, year.slots);
  const wanted = new Int32Array(pupils * WIDTH);
  decideBytes(year, bytes, pupils, year.slots, wanted);
  const { part, beyond } = registerPart(ir);
  const sql = sqlFor({ part, calendar, asOf, dialect: "duckdb" });
  if (beyond.length > 0 || sql.refused.length > 0) throw new Error("the query does not decide all of the policy");
  const engine = await openDuckdb(THREADS);
  try {
    await load(engine, decision, bytes, pupils, sql);
    const byHand = queryByHand(year);
    const rowsByHand = await engine.rows(byHand);
    expectSame(BY_HAND, Int32Array.from(rowsByHand.flatMap((row) => Object.values(row).slice(1).map(Number))), wanted);
    const rows = await engine.rows(sql.query);
    expectSame(GENERATED, answersOf(decision, sql, rows), wanted);
    const keep = (name: string, query: string) => ({
      name,
      count: pupils,
      run: () => engine.run(`CREATE OR REPLACE TABLE kept AS ${query}`),
    });
    const results = await race([keep(GENERATED, sql.query), keep(BY_HAND, byHand)], {
      rounds: quick ? 5 : 11,
      turn: 200,
    });
    return {
      sections: [
        {
          title: `The whole decision as SQL on DuckDB: ${pupils.toLocaleString("en-GB")} pupils, ${(pupils * year.slots).toLocaleString("en-GB")} rows, ${THREADS} threads`,
          unit: "ns a pupil",
          lines: results,
          against: BY_HAND,
          notes: ["What is counted is the computing of all threads together."],
        },
      ],
      targets: [
        atMost("generated SQL, against SQL by hand", LIMIT, eachOf(results, GENERATED) / eachOf(results, BY_HAND)),
      ],
    };
  } finally {
    await engine.close();
  }
}

/** The marks come from a file of their own: there are too many for statements. */
async function load(
  engine: Engine,
  { year }: Decision,
  bytes: Uint8Array,
  pupils: number,
  { relations }: Sql,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  const file = join(folder, "register.csv");
  try {
    const id = (pupil: number): string => `P${String(pupil).padStart(6, "0")}`;
    const people = Array.from({ length: pupils }, (_, pupil) => ({
      ...recordOf(year, id(pupil), bytes, pupil * year.slots),
      marks: [],
    }));
    for (const relation of [...relations, ...factRelations(people)])
      for (const statement of relationStatements(relation, engine.dialect)) await engine.run(statement);
    for (const statement of calendarStatements(year)) await engine.run(statement);
    const rows = Array.from({ length: pupils }, (_, pupil) => {
      const marks = bytes.subarray(pupil * year.slots, (pupil + 1) * year.slots);
      return Array.from(
        marks,
        (version, slot) =>
          `${id(pupil)},${year.dates[slot >> 1]},${slot % 2 === 0 ? "AM" : "PM"},${year.letters[version]}\n`,
      ).join("");
    });
    writeFileSync(file, rows.join(""));
    const columns = "{'pupil': 'VARCHAR', 'day': 'INTEGER', 'half': 'VARCHAR', 'code': 'VARCHAR'}";
    await engine.run(
      `INSERT INTO register BY NAME SELECT * FROM read_csv('${file}', header = false, quote = '', escape = '', columns = ${columns})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function answersOf({ year, program }: Decision, { answers }: Sql, rows: readonly Row[]): Int32Array {
  const columns = new Map(answers.map(({ column, tells }) => [keyOf(tells), column]));
  const titles = program.bands[0]?.rows.map(({ title }) => title) ?? [];
  return Int32Array.from(
    rows.flatMap((row) => {
      const value = (key: string): Row[string] => {
        const column = columns.get(key);
        if (column === undefined) throw new Error(`the query does not tell ${key}`);
        return row[column] ?? null;
      };
      const whole = (key: string): number => Number(value(key));
      const holds = (key: string): number => (value(key) === null ? -1 : Number(value(key)));
      const schoolDay = (key: string): number =>
        value(key) === null ? -1 : year.dates.indexOf(dayOf(Number(value(key))));
      const answer: Record<(typeof FIELDS)[number], number> = {
        attended: whole("measure attended-share n"),
        possible: whole("measure attended-share d"),
        authorised: whole("measure authorised-absence n"),
        unauthorised: whole("measure unauthorised-absence n"),
        penaltyDay: schoolDay("started penalty"),
        lately: whole("measure unauthorised-lately n"),
        lates: whole("measure lates n"),
        persistentlyLate: holds("status persistently-late"),
        longestAbsence: whole("measure longest-absence n"),
        band: value("band level") === null ? -1 : titles.indexOf(String(value("band level"))),
        persistentlyAbsent: holds("status persistently-absent"),
        severelyAbsent: holds("status severely-absent"),
        first: schoolDay("opened first"),
        second: schoolDay("opened second"),
        third: schoolDay("opened third"),
        stillAway: whole("measure still-away n"),
      };
      return FIELDS.map((field) => answer[field]);
    }),
  );
}

function keyOf(tells: Sql["answers"][number]["tells"]): string {
  switch (tells.kind) {
    case "measure":
      return `measure ${tells.name} ${tells.part}`;
    case "status":
    case "band":
    case "needs":
      return `${tells.kind} ${tells.name}`;
    case "started":
    case "ended":
      return `${tells.kind} ${tells.procedure}`;
    case "opened":
    case "due":
      return `${tells.kind} ${tells.step}`;
    case "pupil":
      return "pupil";
  }
}
