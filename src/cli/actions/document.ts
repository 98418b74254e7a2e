// `rollcall document`: a policy on a day → a paper about it, or the calendar of its duties; two policies → a note on what changes.

import { resolve } from "node:path";
import {
  changeNote,
  clauseTable,
  dutiesCalendar,
  parentsPage,
  readingGrade,
  staffProtocol,
  toDocx,
  toHtml,
  toMarkdown,
} from "../../documents.ts";
import type { Paper } from "../../documents.ts";
import { formatDay, makeWorld, policyCalendar } from "../../index.ts";
import type { Day } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { namedClauses } from "../named-clauses.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import type { OpenPolicy, ReadyPolicy } from "../open-policy.ts";
import { dayLookedAt } from "../open-side.ts";
import { shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import { compareTwo } from "../two-sides.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

/** Harder than this, and many parents would not read it with ease. */
const EASY = 7;

export async function documentAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const kind = given.valueOf("kind") ?? "parents";
  if (kind === "change") return writeChangeNote(given, terminal);
  checkOne(given, kind);
  const opened = await openPolicy(given.operands[0] ?? "", terminal);
  const policy = readyPolicy(opened, terminal);
  if (policy === undefined) return 1;
  const day = dayLookedAt(given, policy);
  if (kind === "calendar") {
    writeCalendarFile(given, policy, opened, day, terminal);
    return 0;
  }
  const paper = paperOf(kind, opened, policy, day);
  hand(given, terminal, await writtenAs(paper, given));
  if (kind === "parents") terminal.say(`${gradeWords(readingGrade(paper))}\n`);
  return 0;
}

function paperOf(kind: string, opened: OpenPolicy, policy: ReadyPolicy, day: Day): Paper {
  switch (kind) {
    case "protocol":
      return staffProtocol(policy.model, day);
    case "clauses":
      return clauseTable({ ...policy, clauses: namedClauses(opened) }, day);
    default:
      return parentsPage(policy.model, day);
  }
}

const OF_TWO = ["first-reading", "reading", "data", "as-of"];

/** What only two policies can be asked for is refused for one, rather than passed over. */
function checkOne(given: Arguments, kind: string): void {
  const option = OF_TWO.find((name) => given.has(name));
  const what =
    given.operands.length > 1
      ? "Two policies"
      : given.valuesOf("at").length > 1
        ? "`--at` given twice"
        : option === undefined
          ? undefined
          : `\`--${option}\``;
  if (what === undefined) return;
  throw new Refusal(
    `${what} ${given.operands.length > 1 ? "make" : "makes"} sense only for the note on what changes.`,
    `Add \`--kind change\`, or leave it out for \`--kind ${kind}\`.`,
  );
}

async function writeChangeNote(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const compared = await compareTwo(given, terminal);
  if (compared === undefined) return 1;
  hand(given, terminal, await writtenAs(changeNote(compared), given));
  return compared.faulty ? 1 : 0;
}

async function writtenAs(paper: Paper, given: Arguments): Promise<string | Uint8Array> {
  switch (given.valueOf("format")) {
    case "html":
      return toHtml(paper);
    case "docx":
      if (given.valueOf("out") === undefined)
        throw new Refusal(
          "A word processor's file cannot be shown on a screen.",
          "Name a file, such as `--out page.docx`.",
        );
      return toDocx(paper);
    default:
      return toMarkdown(paper);
  }
}

function hand(given: Arguments, terminal: Terminal, content: string | Uint8Array): void {
  const out = given.valueOf("out");
  if (out === undefined) terminal.write(String(content));
  else {
    writeFile(resolve(out), content);
    terminal.write(`${shownPath(resolve(out))} is written.\n`);
  }
}

function gradeWords(grade: number): string {
  const asks = `The page asks for ${grade} years of school (Flesch-Kincaid grade)`;
  return grade <= EASY
    ? `${asks}; up to ${EASY} is easy to read.`
    : `${asks}, and more than ${EASY} is hard for many. The titles and questions of the policy are the author's: make those shorter.`;
}

function writeCalendarFile(
  given: Arguments,
  { model, program }: ReadyPolicy,
  { compilation, library }: OpenPolicy,
  day: Day,
  terminal: Terminal,
): void {
  if (given.has("format"))
    throw new Refusal("A calendar has a form of its own.", "Leave `--format` out: it is written as iCalendar.");
  const { calendar } = policyCalendar(compilation, library);
  const duties = calendar === undefined ? undefined : dutiesCalendar(model, makeWorld(program, calendar), day);
  if (duties === undefined)
    throw new Refusal(
      `The policy names no calendar with a school year that holds ${formatDay(day)}.`,
      "Put the year into the file named by `calendar from`, or say another day with `--at`.",
    );
  hand(given, terminal, duties.text);
  const daily =
    duties.daily.length === 0 ? "" : ` Left out, since it is done every school day: ${duties.daily.join("; ")}.`;
  terminal.say(`${duties.entries} entries.${daily}\n`);
}
