// `rollcall letters`: a school's folder and a policy → a file for each letter that is owed, and what the others lack.

import { basename, join, resolve } from "node:path";
import { letterPaper, toDocx, toHtml, toMarkdown } from "../../documents.ts";
import type { Paper } from "../../documents.ts";
import { makeLetters, makeWorld, memoryFolder, readValues, valuesTemplate } from "../../index.ts";
import type { Letter, Letters, OfficeValues, RefusedLetter } from "../../index.ts";
import { suggestName } from "../../wording.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { openPolicy, readyPolicy, sayDiagnostics } from "../open-policy.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { checkCovered, openSchool, pupilNamed } from "../open-school.ts";
import type { OpenSchool } from "../open-school.ts";
import { printLetters } from "../print-letters.ts";
import { makeProgress } from "../progress.ts";
import { asOf, needed } from "../read-options.ts";
import { readBytes, shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";
import { writeBlankForm } from "./blank-form.ts";

export async function lettersAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const policy = readyPolicy(await openPolicy(given.operands[0] ?? "", terminal), terminal);
  if (policy === undefined) return 1;
  if (given.has("blank")) return writeBlankForm(given, policy, terminal);
  const moment = asOf(given);
  const folder = resolve(needed(given, "out", "Name the folder that the letters are written to."));
  documentNamed(given.valueOf("document"), policy);
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, moment);
  const asked = given.valueOf("pupil");
  if (asked !== undefined) pupilNamed(asked, reading);
  const values = await valuesGiven(given, policy, reading);
  const faulty = values === undefined ? false : sayDiagnostics(values.diagnostics, terminal);
  const progress = makeProgress(terminal, "pupils");
  const question = {
    policy,
    world: makeWorld(policy.program, reading.calendar),
    school: reading.school,
    asOf: moment,
    pupil: given.valueOf("pupil"),
    document: given.valueOf("document"),
    ...(values === undefined ? {} : { values }),
  };
  const letters = makeLetters(question, progress.at);
  progress.end();
  const files = await writeLetters(letters, folder, given.valueOf("format") ?? "markdown");
  const refused = letters.outcomes.filter((outcome) => !outcome.written);
  const template = writeTemplate(given.valueOf("template"), refused);
  terminal.write(
    printLetters({ files, folder: given.valueOf("out") ?? "", refused, template, letters }, terminal.width),
  );
  return reading.faulty || faulty || refused.length > 0 ? 1 : 0;
}

export function documentNamed(name: string | undefined, { model }: ReadyPolicy): void {
  if (name === undefined || model.documents.has(name)) return;
  throw new Refusal(
    `The policy has no document \`${name}\`.`,
    suggestName(name, [...model.documents.keys()], "documents"),
  );
}

async function valuesGiven(
  given: Arguments,
  { model }: ReadyPolicy,
  { school }: OpenSchool,
): Promise<OfficeValues | undefined> {
  const path = given.valueOf("values");
  if (path === undefined) return undefined;
  const file = basename(path);
  const folder = memoryFolder(shownPath(resolve(path, "..")), [[file, readBytes(resolve(path))]]);
  return readValues(folder, file, { model, pupils: new Set(school.pupils.map(({ pupil }) => pupil.id)) });
}

// ---------------------------------------------------------------- files

/** The names of the files, in the order of the letters. */
async function writeLetters({ outcomes }: Letters, folder: string, format: string): Promise<readonly string[]> {
  const names = new Map<string, number>();
  const files: string[] = [];
  for (const outcome of outcomes) {
    if (!outcome.written) continue;
    const stem = stemOf(outcome);
    const times = (names.get(stem) ?? 0) + 1;
    names.set(stem, times);
    const file = `${stem}${times === 1 ? "" : `-${times}`}.${endings[format] ?? "md"}`;
    writeFile(join(folder, file), await writtenAs(letterPaper(outcome), format));
    files.push(file);
  }
  return files;
}

/** An id may hold what no file name can. */
function stemOf({ pupil, document, person }: Letter): string {
  return [pupil, document, person].flatMap((part) => (part === undefined ? [] : encodeURIComponent(part))).join("-");
}

export const endings: Readonly<Record<string, string>> = { markdown: "md", html: "html", docx: "docx" };

export function writtenAs(paper: Paper, format: string): Promise<Uint8Array> | string {
  if (format === "docx") return toDocx(paper);
  return format === "html" ? toHtml(paper) : toMarkdown(paper);
}

function writeTemplate(path: string | undefined, refused: readonly RefusedLetter[]) {
  if (path === undefined) return undefined;
  const { rows, text } = valuesTemplate(refused);
  writeFile(resolve(path), text);
  return { rows, path };
}
