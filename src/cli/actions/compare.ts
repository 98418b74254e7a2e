// `rollcall compare`: many policies → one table, or one pupil under each of them.

import {
  compareForPupil,
  compareMany,
  comparisonToJson,
  comparisonToMarkdown,
  policyCalendar,
  printComparison,
} from "../../index.ts";
import type { Comparison, SamePupil } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { OpenPolicy, ReadyPolicy } from "../open-policy.ts";
import { wholeNumber } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

interface Opened {
  readonly opened: OpenPolicy;
  readonly policy: ReadyPolicy;
}

export async function compareAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const width = wholeNumber(given, "width", 120, 60, 1000);
  const all: Opened[] = [];
  for (const operand of given.operands) {
    const opened = await openPolicy(operand, terminal);
    const policy = readyPolicy(opened, terminal);
    if (policy === undefined) return 1;
    all.push({ opened, policy });
  }
  const policies = all.map(({ policy }) => policy);
  const title = given.valueOf("pupil");
  const comparison =
    title === undefined
      ? compareMany(policies.map(({ model }) => model))
      : compareForPupil(policies, pupilOf(title, all));
  terminal.write(shown(comparison, given, { width, colour: terminal.colour.results, all: given.has("all") }));
  return 0;
}

function shown(comparison: Comparison, given: Arguments, options: Parameters<typeof printComparison>[1]): string {
  switch (given.valueOf("format")) {
    case "json":
      return `${JSON.stringify(comparisonToJson(comparison), null, 2)}\n`;
    case "markdown":
      return comparisonToMarkdown(comparison);
    default:
      return printComparison(comparison, options);
  }
}

/** The example of that title in the first policy that has one, with that policy's calendar. */
function pupilOf(title: string, all: readonly Opened[]): SamePupil {
  for (const { opened } of all) {
    const example = opened.compilation.examples.find((each) => each.title === title);
    if (example === undefined) continue;
    const { calendar } = policyCalendar(opened.compilation, opened.library);
    if (calendar !== undefined) return { example, calendar };
  }
  const titles = all.flatMap(({ opened }) => opened.compilation.examples.map((each) => each.title));
  throw new Refusal(
    `None of the policies has an example “${title}” and a calendar to play it on.`,
    suggestName(title, titles, "examples"),
  );
}
