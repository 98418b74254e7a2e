// `rollcall sample`: a seed → a folder of files of an invented school, and the log its staff would have kept under a policy.

import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { inventSchool } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { makeProgress } from "../progress.ts";
import { asOf, wholeNumber } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

export async function sampleAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const until = asOf(given);
  const pupils = wholeNumber(given, "pupils", 60, 1, 20_000);
  const seed = wholeNumber(given, "seed", 1, 0, 0xffff_ffff);
  const folder = resolve(given.operands[0] ?? "");
  refuseStrangers(folder, given.operands[0] ?? "");
  const named = given.valueOf("policy");
  const policy = named === undefined ? undefined : readyPolicy(await openPolicy(named, terminal), terminal);
  if (named !== undefined && policy === undefined) return 1;
  const progress = makeProgress(terminal, "pupils");
  const files = inventSchool({ seed, pupils, until, program: policy?.program }, progress.at);
  progress.end();
  if (files === undefined)
    throw new Refusal(
      "The sample calendar covers the school years 2023/24 to 2026/27.",
      "Choose an `--as-of` within them.",
    );
  for (const [name, text] of files) writeFile(join(folder, name), text);
  const shown = given.operands[0] ?? "";
  const data = `--data ${shown} --as-of ${given.valueOf("as-of") ?? ""}`;
  terminal.write(
    `${files.size} files of ${pupils} invented pupils are in ${shown}.\nLook at them with: rollcall run ${named ?? "policies/hall-green"} ${data}\n`,
  );
  return 0;
}

/** A sample never lands among files that are not a school's. */
function refuseStrangers(folder: string, shown: string): void {
  if (!existsSync(folder)) return;
  const strangers = readdirSync(folder).filter((name) => !/\.(csv|yaml)$/.test(name));
  if (strangers.length > 0)
    throw new Refusal(
      `\`${shown}\` holds other things, such as ${strangers[0] ?? ""}.`,
      "Name an empty folder, or one that does not exist yet.",
    );
}
