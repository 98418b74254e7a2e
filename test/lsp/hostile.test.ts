// An editor that sends what no author would write, and asks at places that are not there: the server goes on answering, and has no
// fault of its own to tell.

import { readFileSync, rmSync } from "node:fs";
import type { Range } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { damagePolicy } from "../hostile/mutate-policy.ts";
import { hostileTexts } from "../hostile/hostile-words.ts";
import { makeChance } from "../random-record.ts";
import { root } from "../source-files.ts";
import { openEditor } from "./editor.ts";
import { writeSchoolFolder } from "./school-folder.ts";

const asks: readonly (readonly [string, object])[] = [
  ["completion", {}],
  ["hover", {}],
  ["definition", {}],
  ["references", { context: { includeDeclaration: true } }],
  ["prepareRename", {}],
  ["rename", { newName: "\u{1F600} must -- \n" }],
  ["documentSymbol", {}],
  ["foldingRange", {}],
  ["formatting", { options: {} }],
  ["semanticTokens/full", {}],
  ["codeLens", {}],
];

test.each(["text", "yaml"] as const)("whatever is typed in %s is answered, and nothing breaks", async (form) => {
  const files = writeSchoolFolder(form, readFileSync(`${root}policies/hall-green/calendar.yaml`, "utf8"));
  const editor = await openEditor(files.folder);
  const chance = makeChance(form.length);
  editor.open(files.school, files.schoolText);
  for (let times = 0; times < 15; times++) {
    const lines = editor.textOf(files.school).split("\n").length;
    const range: Range = { start: { line: 0, character: 0 }, end: { line: lines + 5, character: 0 } };
    const damaged =
      times % 5 === 4
        ? `\uFEFF${hostileTexts[times % hostileTexts.length] ?? ""}`
        : damagePolicy(files.schoolText, form, chance).text;
    editor.edit(files.school, [{ range, newText: damaged }]);
    const position = { line: chance(lines + 3), character: chance(90) };
    const answers = asks.map(([method, params]) =>
      editor
        .ask<unknown>(method, files.school, { position, range, ...params })
        .catch((error: unknown) => String(error)),
    );
    await Promise.all(answers);
  }
  const strange = { textDocument: { uri: "untitled:Untitled-1" }, position: { line: 3, character: 3 } };
  expect(await editor.request("textDocument/hover", strange)).toBeNull();
  expect(
    await editor.request("workspace/executeCommand", { command: "rollcall.sinceCommit", arguments: [7] }),
  ).toBeNull();
  editor.edit(files.school, [
    { range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }, newText: files.schoolText },
  ]);
  await editor.told(files.school, (found) => found.length > 0 && found.every(({ severity }) => severity !== 1));
  expect(editor.complaints).toEqual([]);
  expect(await editor.leave()).toBe(0);
  rmSync(files.folder, { recursive: true });
});
