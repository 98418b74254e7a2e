// Every compiled form that decides many pupils at once, from the register alone, as of the end of a day: each held against the
// interpreter on the part of the policy that the register decides, with every mark as it is known in the end.

import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { sqlFor } from "../../src/backends/sql/decide.ts";
import { makeDecideAll } from "../../src/decide-all.ts";
import { registerPart } from "../../src/ir/register-part.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { packRegister } from "../../src/runtime/packed-register.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import type { Day } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { compareOn, registerOnly } from "../backends/sql/differences.ts";
import { openDuckdb, openPglite } from "../backends/sql/engines.ts";
import type { Engine } from "../backends/sql/engines.ts";
import { firstDifference } from "./first-difference.ts";
import { answerOf, unpacked } from "./register-answer.ts";
import { knownAtOnce } from "./random/pupil.ts";
import type { ReadyPolicy } from "./ready-policy.ts";
import { add } from "./tally.ts";
import type { Tally } from "./tally.ts";

/** Of one pupil, by id. */
export interface Difference {
  readonly pupil: string;
  readonly difference: string;
}

/** Pupils on a calendar, and the day at whose end they are asked about. */
export interface RegisterQuestion {
  readonly calendar: Calendar;
  readonly asOf: Day;
  readonly records: readonly PupilRecord[];
}

export interface RegisterForm {
  readonly kind: "register";
  readonly name: string;
  /** Opened for one policy in so many. */
  readonly every: number;
  /** Counts what it compared, and gives every pupil of whom it says otherwise. */
  readonly compare: (policy: ReadyPolicy, question: RegisterQuestion, tally: Tally) => Promise<readonly Difference[]>;
}

/** What the register holds of a pupil. */
function asRegister(records: readonly PupilRecord[]): readonly PupilRecord[] {
  return records.map((record) => registerOnly(knownAtOnce(record)));
}

/** The kernel that is made of a policy, on typed arrays. */
const batch: RegisterForm = {
  kind: "register",
  name: "batch",
  every: 1,
  compare: async ({ ready }, { calendar, asOf, records }, tally) => {
    const { part } = registerPart(ready.ir);
    const { decideAll, replayed } = makeDecideAll(ready.ir);
    const world = makeWorld(interpret(part), calendar);
    const plain = asRegister(records);
    const outcome = decideAll(packRegister(world, plain), asOf);
    const again = new Set(replayed.map(({ what, name }) => `${what} ${name}`));
    for (const { name } of part.procedures) count(tally, again, "procedure", name);
    for (const { name } of part.statuses) count(tally, again, "status", name);
    for (const { name } of part.bands) count(tally, again, "band", name);
    for (const { name } of part.measures) count(tally, again, "measure", name);
    return plain.flatMap((record, place): readonly Difference[] => {
      const expected = answerOf(world.program, evaluatePupil(world, record, lastInstant(asOf)));
      countAnswer(tally, "batch", expected);
      const difference = firstDifference(expected, unpacked(world.program, outcome, place));
      return difference === undefined ? [] : [{ pupil: record.pupil.id, difference }];
    });
  },
};

/** What the kernel says, and what it leaves to the engine, which is then no form of its own. */
function count(tally: Tally, replayed: ReadonlySet<string>, what: string, name: string): void {
  add(tally, `batch: ${what} ${replayed.has(`${what} ${name}`) ? "replayed" : "in the kernel"}`);
}

function countAnswer(tally: Tally, form: string, answer: ReturnType<typeof answerOf>): void {
  for (const holds of Object.values(answer.statuses)) add(tally, `${form}: status ${holds ?? "not known"}`);
  for (const { started, ended, steps } of Object.values(answer.procedures)) {
    if (started !== undefined) add(tally, `${form}: started`);
    if (ended !== undefined) add(tally, `${form}: ended`);
    for (const { opened, due } of Object.values(steps)) {
      if (opened !== undefined) add(tally, `${form}: opened`);
      if (due !== undefined) add(tally, `${form}: due`);
    }
  }
}

/** A query on an engine; the engine is opened once, when it is first wanted. */
function query(name: string, every: number, open: () => Promise<Engine>): RegisterForm {
  let engine: Promise<Engine> | undefined;
  return {
    kind: "register",
    name,
    every,
    compare: async ({ ready: { ir } }, { calendar, asOf, records }, tally) => {
      // Of a day outside its calendar nobody asks a query: it is refused before.
      if (!calendar.covers(asOf)) return [];
      const opened = await (engine ??= open());
      const { part, beyond } = registerPart(ir);
      const sql = sqlFor({ part, whole: { ir, beyond }, calendar, asOf, dialect: opened.dialect, inputs: { settings: true } }); // prettier-ignore
      for (const { what } of sql.refused) add(tally, `${name}: ${what} refused`);
      for (const { kind } of sql.answers.map(({ tells }) => tells)) add(tally, `${name}: ${kind} in the query`);
      const compared = await compareOn(opened, sql, calendar, asOf, asRegister(records));
      for (const [what, times] of compared.reached)
        add(tally, `${name}: ${what.split(" ").slice(0, what.startsWith("status") ? 2 : 1).join(" ")}`, times); // prettier-ignore
      return compared.differences.map((line) => ({
        pupil: line.split(":")[0] ?? "",
        difference: line.slice(line.indexOf(":") + 2),
      }));
    },
  };
}

const duckdb = query("DuckDB", 20, () => openDuckdb(1));
const postgresql = query("PostgreSQL", 60, () => openPglite());

export const registerForms: readonly RegisterForm[] = [batch, duckdb, postgresql];

/** Those whose turn it is. */
export function registerFormsFor(turn: number): readonly RegisterForm[] {
  return registerForms.filter(({ every }, index) => (turn + index) % every === 0);
}
