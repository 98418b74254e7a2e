// The extension as an editor installs it: packed, with every file that its manifest names, and a server that serves from there alone.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openEditor } from "../lsp/editor.ts";
import { root } from "../source-files.ts";
import { packExtension } from "./pack.ts";

const path = z.string().startsWith("./");

/** What an editor wants of a manifest, and this one of itself. */
const manifestShape = z.object({
  name: z.literal("rollcall"),
  publisher: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  engines: z.strictObject({ vscode: z.string().regex(/^\^\d+\.\d+\.\d+$/) }),
  main: path,
  activationEvents: z.array(z.string().min(1)),
  contributes: z.strictObject({
    languages: z
      .array(
        z.object({ id: z.literal("rollcall"), extensions: z.tuple([z.literal(".rollcall")]), configuration: path }),
      )
      .length(1),
    grammars: z
      .array(z.object({ language: z.literal("rollcall"), scopeName: z.literal("source.rollcall"), path }))
      .length(1),
    snippets: z.array(z.object({ language: z.literal("rollcall"), path })).length(1),
    yamlValidation: z.array(z.object({ fileMatch: z.literal("*.rollcall.yaml"), url: path })).length(1),
  }),
});

let folder = "";
let packed = "";

beforeAll(async () => {
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), "rollcall-extension-"))), "extension");
  packed = await packExtension(root, folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the extension for VS Code", () => {
  test("is one file, which stays small enough to hand on", () => {
    const { length } = readFileSync(packed);
    expect(length).toBeGreaterThan(100_000);
    expect(length).toBeLessThan(3_000_000);
  });

  test("has a manifest that an editor takes, and every file that it names", () => {
    const manifest = manifestShape.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    const { languages, grammars, snippets, yamlValidation } = manifest.contributes;
    const named = [
      manifest.main,
      ...languages.map(({ configuration }) => configuration),
      ...grammars.map((grammar) => grammar.path),
      ...snippets.map((snippet) => snippet.path),
      ...yamlValidation.map(({ url }) => url),
    ];
    expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    for (const name of named.filter((each) => each.endsWith(".json")))
      expect(() => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown).not.toThrow();
  });

  test("is loaded by an editor, and has what an editor calls", () => {
    // Whatever the editor is asked for while it loads, it has: a class that can be extended.
    const stub = join(folder, "node_modules", "vscode");
    mkdirSync(stub, { recursive: true });
    writeFileSync(
      join(stub, "index.js"),
      "const any = () => new Proxy(class {}, { get: (to, key) => (key in to ? to[key] : (to[key] = any())) });\nmodule.exports = any();\n",
    );
    const program =
      "const { activate, deactivate } = require('./client.cjs'); console.log(typeof activate, typeof deactivate)";
    const printed = execFileSync(process.execPath, ["--eval", program], { cwd: folder, encoding: "utf8" });
    expect(printed).toBe("function function\n");
  });

  test("serves a policy with nothing around it but what was packed", async () => {
    const school = join(folder, "..", "lone.rollcall");
    const text = 'school policy lone "Lone"\nextends england\nstatus low "Low" when attendance this year below 9O%\n';
    writeFileSync(school, text);
    const editor = await openEditor(join(folder, ".."), join(folder, "server", "main.js"));
    editor.open(school, text);
    const found = await editor.told(school, (now) => now.length > 0);
    expect(found.map(({ range }) => range.start.line)).toContain(2);
    editor.type(school, "9O%", "90%");
    await editor.told(school, (now) => now.every(({ severity }) => severity !== 1));
    expect(editor.complaints).toEqual([]);
    expect(await editor.leave()).toBe(0);
  });
});
