// `rollcall letters --blank`: a document of a policy → an empty form, on the screen or in a file.

import { join, resolve } from "node:path";
import { blankForm } from "../../documents.ts";
import { dayOf } from "../../index.ts";
import type { Arguments, ExitCode } from "../command.ts";
import type { ReadyPolicy } from "../open-policy.ts";
import { asOf } from "../read-options.ts";
import { shownPath } from "../read-files.ts";
import { Refusal } from "../refusal.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "../write-files.ts";
import { documentNamed, endings, writtenAs } from "./letters.ts";

export async function writeBlankForm(given: Arguments, policy: ReadyPolicy, terminal: Terminal): Promise<ExitCode> {
  const name = given.valueOf("blank");
  documentNamed(name, policy);
  const { model } = policy;
  const document = model.documents.get(name ?? "");
  const day = given.has("as-of") ? dayOf(asOf(given)) : model.inForce?.from;
  if (document === undefined || day === undefined)
    throw new Refusal(
      `\`${model.name}\` does not say from when it is in force.`,
      "Say whose day's figures to print, such as `--as-of 2026-03-13`.",
    );
  const format = given.valueOf("format") ?? "markdown";
  const out = given.valueOf("out");
  const content = await writtenAs(blankForm(model, document, day), format);
  if (out !== undefined) {
    const path = resolve(join(out, `${document.name}.${endings[format] ?? "md"}`));
    writeFile(path, content);
    terminal.write(`${shownPath(path)} is written.\n`);
  } else if (typeof content === "string") terminal.write(content);
  else
    throw new Refusal("A word processor's file cannot be shown on a screen.", "Name a folder, such as `--out forms`.");
  return 0;
}
