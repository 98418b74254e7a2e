// `rollcall run`: a school's folder and a policy → this morning's list.

import {
  makeMorningList,
  makeWorld,
  morningHeadings,
  morningListToJson,
  morningRows,
  printMorningList,
  writeCsv,
} from "../../index.ts";
import type { MorningList } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { checkCovered, openSchool } from "../open-school.ts";
import { makeProgress } from "../progress.ts";
import { asOf } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export async function runAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.valueOf("engine") === "duckdb") return (await import("./run-duckdb.ts")).runOnDuckdb(given, terminal);
  const moment = asOf(given);
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const role = roleOf(given, policy);
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, moment);
  const progress = makeProgress(terminal, "pupils");
  const world = makeWorld(policy.program, reading.calendar);
  const list = makeMorningList({ policy, world, school: reading.school, asOf: moment }, progress.at);
  progress.end();
  write(role === undefined ? list : only(list, role), given.valueOf("format") ?? "text", terminal);
  return reading.faulty ? 1 : 0;
}

/** The role asked for, by the name under which the list has it. */
function roleOf(given: Arguments, { program }: ReadyPolicy): string | undefined {
  const wanted = given.valueOf("role");
  if (wanted === undefined) return undefined;
  const role = program.roles.find(({ name }) => name === wanted);
  if (role !== undefined) return role.holder;
  const names = program.roles.map(({ name }) => name);
  throw new Refusal(`The policy knows no role \`${wanted}\`.`, suggestName(wanted, names, "roles"));
}

function only(list: MorningList, role: string): MorningList {
  const roles = list.roles.filter((each) => each.role === role);
  return { ...list, roles, codes: [], irregular: [], overturned: [], vacancies: [], unscheduled: [], silences: [] };
}

function write(list: MorningList, format: string, { write: put, colour, width }: Terminal): void {
  if (format === "json") put(`${JSON.stringify(morningListToJson(list), null, 2)}\n`);
  else if (format === "csv") put(writeCsv(morningHeadings, morningRows(list)));
  else put(printMorningList(list, { width, colour: colour.results }));
}
