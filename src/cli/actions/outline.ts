// `rollcall outline`: a policy on a day → every value in force, where it comes from and what it was.

import { outlineOf, outlineToJson, printOutline } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { dayGiven } from "../open-side.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export async function outlineAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const at = given.valueOf("at");
  const asked = at === undefined ? undefined : dayGiven(at);
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const day = asked ?? policy.model.inForce?.from;
  if (day === undefined)
    throw new Refusal(
      `\`${policy.model.name}\` does not say from when it is in force.`,
      "Say which day to look at, such as `--at 2026-03-13`.",
    );
  const outline = outlineOf(policy.model, day);
  terminal.write(
    given.valueOf("format") === "json"
      ? `${JSON.stringify(outlineToJson(outline), null, 2)}\n`
      : printOutline(outline, { width: terminal.width, colour: terminal.colour.results }),
  );
  return 0;
}
