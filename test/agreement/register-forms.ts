// Every compiled form that decides many pupils at once, from the register alone, as of the end of a day: each held against the
// interpreter on the part of the policy that the register decides, with every mark as it is known in the end.

import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { sqlFor } from "../../src/backends/sql/decide.ts";
import { makeDecideAll } from "../backends/typescript/make-decide-all.ts";
import { registerPart } from "../../src/ir/register-part.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { PackedOutcome } from "../../src/runtime/packed-outcome.ts";
import { packRegister } from "../../src/runtime/packed-register.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import type { Day } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { compareOn, registerOnly, unsettled } from "../backends/sql/differences.ts";
import { openDuckdb, openPglite } from "../backends/sql/engines.ts";
import type { Engine } from "../backends/sql/engines.ts";
import { loadBatchModule } from "./build-for-test.ts";
import { firstDifference } from "./first-difference.ts";
import { answerOf, unpacked } from "./register-answer.ts";
import type { RegisterAnswer } from "./register-answer.ts";
import { knownAtOnce } from "./random/pupil.ts";
import type { ReadyPolicy } from "./ready-policy.ts";
import { wholeSchool } from "./school-form.ts";
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

/** Every pupil's answer in the arrays of a batch, against the interpreter's on the register part. */
function differencesOf(
  { ready }: ReadyPolicy,
  { calendar, asOf, records }: RegisterQuestion,
  outcome: PackedOutcome,
  told: (answer: RegisterAnswer) => void,
): readonly Difference[] {
  const world = makeWorld(interpret(registerPart(ready.ir).part), calendar);
  return records.flatMap((record, place): readonly Difference[] => {
    const expected = answerOf(world.program, evaluatePupil(world, record, lastInstant(asOf)));
    told(expected);
    const difference = firstDifference(expected, unpacked(world.program, outcome, place));
    return difference === undefined ? [] : [{ pupil: record.pupil.id, difference }];
  });
}

/** The kernel that is made of a policy, on typed arrays. */
const batch: RegisterForm = {
  kind: "register",
  name: "batch",
  every: 1,
  compare: async (policy, question, tally) => {
    const { ir } = policy.ready;
    const { part } = registerPart(ir);
    const { decideAll, replayed } = makeDecideAll(ir);
    const records = asRegister(question.records);
    const outcome = decideAll(packRegister(makeWorld(interpret(part), question.calendar), records), question.asOf);
    const again = new Set(replayed.map(({ what, name }) => `${what} ${name}`));
    for (const { name } of part.procedures) count(tally, again, "procedure", name);
    for (const { name } of part.statuses) count(tally, again, "status", name);
    for (const { name } of part.bands) count(tally, again, "band", name);
    for (const { name } of part.measures) count(tally, again, "measure", name);
    return differencesOf(policy, { ...question, records }, outcome, (answer) => countAnswer(tally, "batch", answer));
  },
};

/** The same kernel as a module holds it: as text. */
const batchModule: RegisterForm = {
  kind: "register",
  name: "module batch",
  every: 24,
  compare: async (policy, question) => {
    const { packSchool, decideAll } = await loadBatchModule(policy);
    const records = asRegister(question.records);
    const outcome = decideAll(packSchool(question.calendar.plan, records), question.asOf);
    return differencesOf(policy, { ...question, records }, outcome, () => undefined);
  },
};

/** What the kernel says, and what it leaves to the engine, which is then no form of its own. */
function count(tally: Tally, replayed: ReadonlySet<string>, what: string, name: string): void {
  add(tally, `batch: ${what} ${replayed.has(`${what} ${name}`) ? "replayed" : "in the kernel"}`);
}

function countAnswer(tally: Tally, form: string, answer: RegisterAnswer): void {
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
    compare: async ({ ready: { ir, program } }, { calendar, asOf, records }, tally) => {
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
      const story = { program, calendar, asOf, records: records.map(knownAtOnce) };
      const { differences, settled } = unsettled(sql, compared.rows, story);
      add(tally, `${name}: settled without the log`, settled);
      return [...compared.differences, ...differences].map((line) => ({
        pupil: line.split(":")[0] ?? "",
        difference: line.slice(line.indexOf(":") + 2),
      }));
    },
  };
}

const duckdb = query("DuckDB", 6, () => openDuckdb(1));
const postgresql = query("PostgreSQL", 24, () => openPglite());

export const registerForms: readonly RegisterForm[] = [batch, batchModule, duckdb, postgresql, wholeSchool];

/** Those whose turn it is. */
export function registerFormsFor(turn: number): readonly RegisterForm[] {
  return registerForms.filter(({ every }, index) => (turn + index) % every === 0);
}
