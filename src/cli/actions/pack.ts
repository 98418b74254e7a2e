// `rollcall pack`: pupils' decisions as of a moment → a file each, with everything they were made of.

import { join, resolve } from "node:path";
import { evidencePaper, knownBy, makePack, noteFiles, toHtml, toMarkdown, writePack } from "../../documents.ts";
import type { Pack } from "../../documents.ts";
import { compile, makeWorld, openCase } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import { readyPolicy } from "../open-policy.ts";
import { checkCovered, openSchool, pupilNamed } from "../open-school.ts";
import type { OpenSchool } from "../open-school.ts";
import { makeProgress } from "../progress.ts";
import { asOf, needed } from "../read-options.ts";
import { readPolicy } from "../read-files.ts";
import { sha256 } from "../sha256.ts";
import type { Terminal } from "../terminal.ts";
import { version } from "../version.ts";
import { writeFile } from "../write-files.ts";

export async function packAction(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const moment = asOf(given);
  const folder = resolve(needed(given, "out", "Name the folder that the packs are written to."));
  const [operand = "", ...ids] = given.operands;
  const { source, library, path, files } = await readPolicy(operand, terminal);
  const noted = noteFiles(source, library, sha256);
  const compilation = compile(source, noted.library);
  const policy = readyPolicy({ compilation, library, path, files }, terminal);
  if (policy === undefined) return 1;
  const reading = await openSchool(given, policy, terminal);
  checkCovered(reading, moment);
  const world = makeWorld(policy.program, reading.calendar);
  const records = recordsOf(ids, reading);
  const packed = noted.files();
  const compiler = version();
  const progress = makeProgress(terminal, "packs");
  records.forEach((record, index) => {
    const opened = openCase(policy, world, knownBy(record, moment), moment);
    const pack = makePack({ opened, files: packed, compiler }, sha256);
    const { text, ending } = writtenAs(pack, given.valueOf("format") ?? "json");
    // An id may hold what no file name can.
    writeFile(join(folder, `${encodeURIComponent(record.pupil.id)}.${ending}`), text);
    progress.at(index + 1, records.length);
  });
  progress.end();
  const [one] = records;
  const count = records.length === 1 ? `The pack of ${one?.pupil.id ?? ""} is` : `${records.length} packs are`;
  terminal.write(`${count} in ${given.valueOf("out") ?? ""}.\n`);
  return reading.faulty ? 1 : 0;
}

function recordsOf(ids: readonly string[], reading: OpenSchool): OpenSchool["school"]["pupils"] {
  if (ids.length === 0) return reading.school.pupils;
  return ids.map((id) => pupilNamed(id, reading));
}

function writtenAs(pack: Pack, format: string): { readonly text: string; readonly ending: string } {
  if (format === "html") return { text: toHtml(evidencePaper(pack)), ending: "html" };
  if (format === "markdown") return { text: toMarkdown(evidencePaper(pack)), ending: "md" };
  return { text: writePack(pack), ending: "json" };
}
