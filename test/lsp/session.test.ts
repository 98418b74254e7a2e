// A whole session of an editor with `rollcall lsp` over the standard input and output, in text and in YAML: a nation, a trust and a
// school in a folder, edited as an author edits them.

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../source-files.ts";
import { openEditor } from "./editor.ts";
import type { Editor } from "./editor.ts";
import { writeSchoolFolder } from "./school-folder.ts";
import type { SchoolFolder } from "./school-folder.ts";

const calendar = readFileSync(`${root}policies/hall-green/calendar.yaml`, "utf8");

describe.each(["text", "yaml"] as const)("an author's session in %s", (form) => {
  let files: SchoolFolder;
  let editor: Editor;

  beforeAll(async () => {
    files = writeSchoolFolder(form, calendar);
    editor = await openEditor(files.folder);
    for (const path of [files.land, files.trust, files.school]) editor.open(path, readFileSync(path, "utf8"));
  });

  afterAll(async () => {
    expect(editor.complaints).toEqual([]);
    expect(await editor.leave()).toBe(0);
    rmSync(files.folder, { recursive: true });
  });

  const labels = async (path: string, words: string, into = 0): Promise<readonly string[]> => {
    const position = editor.at(path, words, into);
    const items = await editor.ask<CompletionItem[]>("completion", path, { position });
    return items.map(({ label }) => label);
  };
  const hoverText = async (path: string, words: string, into = 1): Promise<string> => {
    const hover = await editor.ask<Hover | null>("hover", path, { position: editor.at(path, words, into) });
    const contents = hover?.contents;
    return typeof contents === "object" && "value" in contents ? contents.value : "";
  };
  const line = (path: string, words: string): number => editor.at(path, words).line;

  test("what is unwise is told once the text was opened, and what is wrong once it is typed", async () => {
    const opened = await editor.told(files.school, (found) => found.length > 0);
    expect(opened.map(({ code }) => code)).toContain("register-missing");
    editor.type(files.school, "below watch-line", "below wach-line");
    const found = await editor.told(files.school, (now) => now.some(({ severity }) => severity === 1));
    expect(found.find(({ severity }) => severity === 1)).toMatchObject({
      code: "unknown-words",
      message: expect.stringContaining('Did you mean "watch-line"?'),
      range: { start: editor.at(files.school, "wach-line"), end: editor.at(files.school, "wach-line", 9) },
    });
  });

  test("a fix mends it, and then nothing is wrong any more", async () => {
    const range = { start: editor.at(files.school, "wach-line"), end: editor.at(files.school, "wach-line", 9) };
    const actions = await editor.ask<CodeAction[]>("codeAction", files.school, { range, context: { diagnostics: [] } });
    const [fix] = actions;
    expect(fix).toMatchObject({ title: "Write watch-line", kind: "quickfix", isPreferred: true });
    editor.apply(fix?.edit);
    expect(editor.textOf(files.school)).toBe(files.schoolText);
    await editor.told(files.school, (now) => now.length > 0 && now.every(({ severity }) => severity !== 1));
  });

  test("words that may stand at a place are offered: of the language, of this policy, and of the layers above", async () => {
    expect(await labels(files.school, "watch-line")).toEqual(expect.arrayContaining(["watch-line", "attendance"]));
    expect(await labels(files.school, "send letter-1")).toEqual(expect.arrayContaining(["send", "hold"]));
    expect(await labels(files.school, "hills", 2)).toEqual(["land", "hills"]);
    expect(await labels(files.school, "HIL-001", 4)).toEqual(["HIL-001", "HIL-002"]);
  });

  test("a name tells its value in force, its layers and its history; a clause is told in words", async () => {
    const told = await hoverText(files.school, "watch-line");
    expect(told).toContain("In force on");
    expect(told).toContain("95%");
    expect(told).toContain("From the trust, “The Hills Trust”.");
    expect(told).toMatch(/“A land” says: parameter watch-line is 90%|says: 90% until 2023-08-31/);
    const own = await hoverText(files.school, "meeting-line");
    expect(own).toMatch(/In force on .*: 91%\./);
    expect(own).toMatch(/Until .*31 Dec 2025: 93%\./);
    expect(own).toContain("Said in this policy.");
    expect(own).toContain("HIL-001: A letter goes home once attendance is below the line.");
    expect(await hoverText(files.school, "HIL-001")).toContain("A letter goes home once attendance is below the line.");
    expect(await hoverText(files.school, "letter done")).toContain("“First letter”, a step");
    expect(await hoverText(files.land, "92%")).toContain("Layers below: may only rise.");
  });

  test("a name leads to where it is declared, nearest first, and to each of its uses", async () => {
    const position = editor.at(files.school, "watch-line");
    const declared = await editor.ask<Location[]>("definition", files.school, { position });
    expect(declared.map(({ uri, range }) => [uri.split("/").at(-2), range.start.line])).toEqual([
      ["hills", line(files.trust, "watch-line")],
      ["land", line(files.land, "watch-line")],
    ]);
    const used = await editor.ask<Location[]>("references", files.land, {
      position: editor.at(files.land, "watch-line"),
      context: { includeDeclaration: false },
    });
    expect(used.map(({ uri }) => uri.split("/").at(-2))).toEqual(["hill-top", "hill-top"]);
    const clause = await editor.ask<Location[]>("definition", files.school, {
      position: editor.at(files.school, "HIL-001"),
    });
    expect(clause).toMatchObject([{ uri: expect.stringMatching(/clauses\.yaml$/), range: { start: { line: 3 } } }]);
  });

  test("a new name goes through nation, trust and school; and back again nothing is changed", async () => {
    const before = [files.land, files.trust, files.school].map(editor.textOf);
    const rename = async (path: string, words: string, newName: string): Promise<void> => {
      const position = editor.at(path, words);
      expect(await editor.ask("prepareRename", path, { position })).toMatchObject({ start: position });
      const edit = await editor.ask<WorkspaceEdit>("rename", path, { position, newName });
      expect(Object.keys(edit.changes ?? {})).toHaveLength(3);
      editor.apply(edit);
    };
    await rename(files.school, "watch-line", "line-to-watch");
    for (const path of [files.land, files.trust, files.school]) {
      expect(editor.textOf(path)).toContain("line-to-watch");
      expect(editor.textOf(path)).not.toContain("watch-line");
    }
    await editor.told(files.school, (now) => now.length > 0 && now.every(({ severity }) => severity !== 1));
    await rename(files.land, "line-to-watch", "watch-line");
    expect([files.land, files.trust, files.school].map(editor.textOf)).toEqual(before);
  });

  test("a name stays as it is where the new one is taken, or none, or the old one is not the author's", async () => {
    const refusal = async (words: string, newName: string): Promise<string> => {
      const position = editor.at(files.school, words);
      return editor.ask("rename", files.school, { position, newName }).then(
        () => "renamed",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
    };
    expect(await refusal("watch-line", "reply-time")).toMatch(/already a parameter: land\.rollcall, line \d+/);
    expect(await refusal("watch-line", "must")).toContain("cannot be a name");
    expect(await refusal("watch-line", "absent")).toMatch(
      /would change what `watch-line` means|could no longer be read/,
    );
    expect(await refusal("HIL-001", "HIL-009")).toContain("bears the number");
  });

  test("the layout is mended, comments and all", async () => {
    editor.type(files.land, "parameter reply-time is", "-- Kept.\nparameter   reply-time  is");
    editor.edit(files.land, await editor.ask<TextEdit[]>("formatting", files.land, { options: {} }));
    expect(editor.textOf(files.land)).toContain("\n-- Kept.\nparameter reply-time is 5 school days\n");
    const again = await editor.ask<TextEdit[]>("formatting", files.school, { options: {} });
    expect(again).toEqual([]);
    const [tidy, untidy] =
      form === "text"
        ? ["parameter meeting-line is", "parameter   meeting-line  is"]
        : ["  meeting-line: {is:", "  meeting-line:    {  is:"];
    editor.type(files.school, tidy, untidy);
    editor.edit(files.school, await editor.ask<TextEdit[]>("formatting", files.school, { options: {} }));
    expect(editor.textOf(files.school)).toBe(files.schoolText);
    editor.type(files.school, tidy, tidy.replace("meeting", "must must"));
    expect(await editor.ask<TextEdit[]>("formatting", files.school, { options: {} })).toEqual([]);
    editor.type(files.school, "must must", "meeting");
  });

  test("the outline, the folds and the stretches around a place follow the policy", async () => {
    const symbols = await editor.ask<DocumentSymbol[]>("documentSymbol", files.school);
    expect(symbols.map(({ name }) => name)).toEqual(["meeting-line", "morning", "concern", "a week away", "a wish"]);
    expect(symbols[2]?.children?.map(({ name }) => name)).toEqual(["letter", "meeting"]);
    const folds = await editor.ask<FoldingRange[]>("foldingRange", files.school);
    expect(folds.map(({ startLine }) => startLine)).toContain(line(files.school, "concern"));
    const [around] = await editor.ask<SelectionRange[]>("selectionRange", files.school, {
      positions: [editor.at(files.school, "watch-line", 2)],
    });
    expect(around?.range).toEqual({
      start: editor.at(files.school, "watch-line"),
      end: editor.at(files.school, "watch-line", 10),
    });
  });

  test("beside the text stand the value in force, weekdays, and days that the calendar settles", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const hints = await editor.ask<InlayHint[]>("inlayHint", files.school, { range });
    const hintAt = (words: string, into: number): unknown => {
      const place = editor.at(files.school, words, into);
      return hints.find(({ position }) => position.line === place.line && position.character === place.character)
        ?.label;
    };
    expect(hintAt("watch-line", "watch-line".length)).toBe("= 95%");
    expect(hintAt("reply-time", "reply-time".length)).toBe("= 5 school days");
    const days = "2 school days after 2026-03-02";
    expect(hints.map(({ label }) => label)).toEqual(expect.arrayContaining(["Mon", "= Wed 4 Mar 2026"]));
    expect(hintAt(days, days.length)).toMatch(/^(?:Mon|= Wed 4 Mar 2026)$/);
    const above = await editor.ask<InlayHint[]>("inlayHint", files.land, { range });
    expect(above.map(({ label }) => label)).toContain("(today 92%, hills: 95%)");
  });

  test("words are coloured by what they name", async () => {
    const { data } = await editor.ask<SemanticTokens>("semanticTokens/full", files.school);
    expect(data.length % 5).toBe(0);
    expect(data.length / 5).toBeGreaterThan(20);
  });

  test("above each example stands whether it passes, and what was found instead", async () => {
    const lenses = await editor.ask<CodeLens[]>("codeLens", files.school);
    const resolved = await Promise.all(lenses.map((lens) => editor.request<CodeLens>("codeLens/resolve", lens)));
    expect(resolved.map(({ command }) => command?.title)).toEqual([
      "Pupils affected since the last commit?",
      "✓ passes",
      expect.stringMatching(/^✗ fails: .*not below watch-line \(95%\)/),
    ]);
    const failing = resolved[2]?.command;
    await editor.request("workspace/executeCommand", { command: failing?.command, arguments: failing?.arguments });
    expect(editor.shown.at(-1)).toContain("✗ fails");
  });

  test("whom a change touches since the last commit is worked out when asked for, and can be stopped", async () => {
    const ask = { command: "rollcall.sinceCommit", arguments: [`file://${files.school}`] };
    expect(await editor.request("workspace/executeCommand", ask)).toMatch(/no earlier version/);
    const git = (...words: readonly string[]) => execFileSync("git", words, { cwd: files.folder, stdio: "ignore" });
    git("init");
    git("add", ".");
    git("-c", "user.name=Author", "-c", "user.email=author@example.org", "commit", "-m", "As it was");
    expect(await editor.request("workspace/executeCommand", ask)).toMatch(/nothing has changed/);
    editor.type(files.school, "below watch-line", "below 99%");
    expect(await editor.request("workspace/executeCommand", ask)).toMatch(
      /^\d+ of 60 invented pupils are treated otherwise.*Send the first letter: newly \d+/is,
    );
    const stopped = await editor.cancel("workspace/executeCommand", ask);
    expect(stopped === null || stopped instanceof Error).toBe(true);
    editor.type(files.school, "below 99%", "below watch-line");
  });

  test("a layer that changes on the disk, or loses its editor, is read again", async () => {
    editor.close(files.trust);
    writeFileSync(files.trust, readFileSync(files.trust, "utf8").replace("watch-line", "other-line"));
    editor.changedOnDisk(files.trust);
    expect(await hoverText(files.school, "watch-line")).toContain("From the national rules, “A land”.");
  });
});
