// `rollcall document`: a policy on a day → a paper about it.

import { resolve } from "node:path";
import { parentsPage, readingGrade, staffProtocol, toHtml, toMarkdown } from "../../documents.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy } from "../open-policy.ts";
import { dayGiven } from "../open-side.ts";
import { shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

/** Harder than this, and many parents would not read it with ease. */
const EASY = 7;

export async function documentAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const at = given.valueOf("at");
  const asked = at === undefined ? undefined : dayGiven(at);
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  const day = asked ?? policy.model.inForce?.from;
  if (day === undefined)
    throw new Refusal(
      `\`${policy.model.name}\` does not say from when it is in force.`,
      "Say whose day's rules to tell, such as `--at 2026-03-13`.",
    );
  const forStaff = given.valueOf("kind") === "protocol";
  const paper = forStaff ? staffProtocol(policy.model, day) : parentsPage(policy.model, day);
  const text = given.valueOf("format") === "html" ? toHtml(paper) : toMarkdown(paper);
  const out = given.valueOf("out");
  if (out === undefined) terminal.write(text);
  else {
    writeFile(resolve(out), text);
    terminal.write(`${shownPath(resolve(out))} is written.\n`);
  }
  if (!forStaff) terminal.say(`${gradeWords(readingGrade(paper))}\n`);
  return 0;
}

function gradeWords(grade: number): string {
  const asks = `The page asks for ${grade} years of school (Flesch-Kincaid grade)`;
  return grade <= EASY
    ? `${asks}; up to ${EASY} is easy to read.`
    : `${asks}, and more than ${EASY} is hard for many. The titles and questions of the policy are the author's: make those shorter.`;
}
