// `rollcall diff`: two policies, or one in two ways → what changes, what it comes to, and whom it touches.

import { diffToJson, printDiff, printPopulations } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { compareTwo } from "../two-sides.ts";
import type { Terminal } from "../terminal.ts";

export async function diffAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const compared = await compareTwo(given, terminal);
  if (compared === undefined) return 1;
  const { diff, population, faulty } = compared;
  const options = { width: terminal.width, colour: terminal.colour.results, all: given.has("all") };
  if (given.valueOf("format") === "json") terminal.write(`${JSON.stringify(diffToJson(diff, population), null, 2)}\n`);
  else {
    terminal.write(printDiff(diff, options));
    if (population !== undefined) terminal.write(printPopulations(population, options));
  }
  return faulty ? 1 : 0;
}
