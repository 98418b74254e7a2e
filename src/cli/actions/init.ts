// `rollcall init`: answers → a new policy's folder, ready to be checked, tested and filled in.

import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import {
  blankAnswers,
  formOf,
  hasErrors,
  makeSource,
  parsePolicy,
  printPolicy,
  questions,
  readAnswer,
  readAnswers,
  sampleCalendar,
  toYaml,
  writePolicy,
} from "../../index.ts";
import type { Question } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { sayDiagnostics } from "../open-policy.ts";
import { decode, layerFile, readBytes, shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";

export async function initAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.has("questions")) {
    terminal.write(blankAnswers());
    return 0;
  }
  const folder = newFolder(given.operands[0]);
  const name = basename(folder);
  const layer = given.valueOf("extends") ?? "england";
  if (layerFile(folder, layer) === undefined)
    throw new Refusal(
      `No layer is called \`${layer}\`.`,
      `A trust's policy lies beside the school's, such as ${shownPath(join(folder, "..", layer, `${layer}.rollcall`))}.`,
    );
  const file = given.valueOf("answers");
  const answers = file === undefined ? await interview(terminal) : answersIn(file, terminal);
  if (answers === undefined) return 1;
  const text = writePolicy({ name, extends: layer, answers });
  const path = join(folder, given.valueOf("form") === "yaml" ? `${name}.rollcall.yaml` : `${name}.rollcall`);
  writeFile(path, laidOut(text, path));
  writeFile(join(folder, "calendar.yaml"), sampleCalendar(answers.get("school") ?? name));
  const open = questions.length - answers.size;
  const shown = given.operands[0] ?? "";
  terminal.write(
    `${shownPath(path)} and calendar.yaml are written${open === 0 ? "" : `; ${openQuestions(open)} there as \`unspecified\``}.
The term dates in calendar.yaml are made up: put in your own.
Next: rollcall check ${shown}
Then: rollcall test ${shown}
`,
  );
  return 0;
}

/** A policy bears its folder's name, so the name must be one that a rule file can speak of. */
function newFolder(operand: string | undefined): string {
  if (operand === undefined)
    throw new Refusal("`rollcall init` needs FOLDER after it.", "Such as: rollcall init policies/oak-hill");
  const folder = resolve(operand);
  const name = basename(folder);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Refusal(
      `\`${name}\` cannot be a policy's name.`,
      "A name is made of small letters and figures, joined by hyphens: `oak-hill`.",
    );
  const there = [`${name}.rollcall`, `${name}.rollcall.yaml`, "calendar.yaml"].find((each) =>
    existsSync(join(folder, each)),
  );
  if (there !== undefined)
    throw new Refusal(`\`${shownPath(join(folder, there))}\` is already there.`, "Nothing of yours is written over.");
  return folder;
}

function answersIn(file: string, terminal: Terminal): ReadonlyMap<string, string> | undefined {
  const path = resolve(file);
  const { answers, diagnostics } = readAnswers(makeSource(shownPath(path), decode(readBytes(path), path)));
  sayDiagnostics(diagnostics, terminal);
  return hasErrors(diagnostics) ? undefined : answers;
}

/** Asks until each answer can be used; Enter leaves a question open, the end of the input all that are left. */
async function interview(terminal: Terminal): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  let section = "";
  terminal.say("Press Enter where your policy does not say.\n");
  for (const question of questions) {
    if (question.section !== section) terminal.say(`\n${question.section}\n`);
    section = question.section;
    const answer = await answerTo(question, terminal);
    if (answer !== undefined) answers.set(question.key, answer);
  }
  return answers;
}

async function answerTo(question: Question, terminal: Terminal): Promise<string | undefined> {
  const { asks, help, answer } = question;
  const choices = answer.kind === "choice" || answer.kind === "several" ? answer.choices : [];
  const list = choices.map(({ says }, index) => `  ${index + 1}  ${says}\n`).join("");
  const form = list === "" ? formOf(question) : answer.kind === "several" ? "Numbers, with commas." : "A number.";
  for (;;) {
    const said = await terminal.ask(`\n${asks}${help === undefined ? "" : ` ${help}`}\n${list}  ${form} > `);
    if (said === undefined) {
      if (question.needed === true) throw new Refusal(`Without an answer to “${asks}” there is no policy to write.`);
      return undefined;
    }
    const text = said.trim();
    if (text === "" && question.needed !== true) return undefined;
    const read = text === "" ? undefined : readAnswer(question, text);
    if (read?.kind === "answer") return read.text;
    terminal.say(`${read?.says ?? "This one is needed."}\n`);
  }
}

function laidOut(text: string, path: string): string {
  const { policy } = parsePolicy(makeSource(shownPath(path), text));
  if (policy === undefined) return text;
  return path.endsWith(".yaml") ? toYaml(policy) : printPolicy(policy);
}

function openQuestions(open: number): string {
  const of = `${open} of ${questions.length} questions`;
  return open === 1 ? `${of} is open and stands` : `${of} are open and stand`;
}
