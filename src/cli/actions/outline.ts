// `rollcall outline`: a policy on a day → every value in force, where it comes from and what it was.

import { outlineOf, outlineToJson, printOutline } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { dayLookedAt } from "../open-side.ts";
import type { Terminal } from "../terminal.ts";

export async function outlineAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const outline = outlineOf(policy.model, dayLookedAt(given, policy));
  terminal.write(
    given.valueOf("format") === "json"
      ? `${JSON.stringify(outlineToJson(outline), null, 2)}\n`
      : printOutline(outline, { width: terminal.width, colour: terminal.colour.results }),
  );
  return 0;
}
