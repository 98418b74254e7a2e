// `rollcall hindsight`: a school's folder, a policy and a moment → what would have been decided otherwise.

import { hindsightPaper, toHtml, toMarkdown } from "../../documents.ts";
import {
  formatMoment,
  hindsightHeadings,
  hindsightRows,
  hindsightToJson,
  lastKnown,
  makeHindsight,
  makeWorld,
  parseMoment,
  printHindsight,
  writeCsv,
} from "../../index.ts";
import type { Hindsight, Moment, World } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { checkCovered, openSchool, pupilNamed } from "../open-school.ts";
import type { OpenSchool } from "../open-school.ts";
import { makeProgress } from "../progress.ts";
import { needed, notAMoment } from "../read-options.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";

export async function hindsightAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const then = readMoment(
    needed(
      given,
      "then",
      "Name the moment of the decisions to look back at: `--then 2026-03-13T08:45`, or a date alone.",
    ),
    "then",
  );
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, then);
  const pupil = pupilOf(given, reading);
  const world = makeWorld(policy.program, reading.calendar);
  const now = nowOf(given, then, reading, world);
  const progress = makeProgress(terminal, "pupils");
  const hindsight = makeHindsight({ policy, world, school: reading.school, then, now, pupil }, progress.at);
  progress.end();
  terminal.write(written(hindsight, given.valueOf("format") ?? "text", terminal));
  return reading.faulty ? 1 : 0;
}

function readMoment(text: string, option: string): Moment {
  const moment = parseMoment(text, "end");
  if (moment !== undefined) return moment;
  throw notAMoment(text, `--${option} ${text}`);
}

/** Without `--now`, all that is on record; never the computer's clock, so that it comes out the same tomorrow. */
function nowOf(given: Arguments, then: Moment, reading: OpenSchool, world: World): Moment {
  const text = given.valueOf("now");
  if (text === undefined) return Math.max(then, lastKnown(reading.school, world) ?? then);
  const now = readMoment(text, "now");
  checkCovered(reading, now);
  if (now >= then) return now;
  throw new Refusal(
    `\`--now ${text}\` lies before \`--then\`, ${formatMoment(then)}.`,
    "Later knowledge is looked for from `--then` on: give a later moment, or leave `--now` out for all that is on record.",
  );
}

function pupilOf(given: Arguments, reading: OpenSchool): string | undefined {
  const id = given.valueOf("pupil");
  return id === undefined ? undefined : pupilNamed(id, reading).pupil.id;
}

function written(hindsight: Hindsight, format: string, { width, colour }: Terminal): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(hindsightToJson(hindsight), null, 2)}\n`;
    case "csv":
      return writeCsv(hindsightHeadings, hindsightRows(hindsight));
    case "markdown":
      return toMarkdown(hindsightPaper(hindsight));
    case "html":
      return toHtml(hindsightPaper(hindsight));
    default:
      return printHindsight(hindsight, { width, colour: colour.results });
  }
}
