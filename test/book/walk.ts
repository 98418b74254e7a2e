// One walk through pages of the book: a folder in which every block is carried out in turn, and what was last seen.

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { linkDoors, packageFolder, typeCheck } from "../backends/typescript/written-modules.ts";
import { openDuckdb } from "../backends/sql/engines.ts";
import type { Engine } from "../backends/sql/engines.ts";
import { root } from "../source-files.ts";
import type { Block } from "./blocks.ts";
import { bookFolder } from "./pages.ts";
import type { Page } from "./pages.ts";
import { query } from "./queries.ts";
import { carryOut, commandsIn } from "./shell.ts";
import { differsFrom } from "./shown-text.ts";
import { beginsPolicy, tellBlock } from "./told-policies.ts";
import type { ToldPolicy } from "./told-policies.ts";

export class Walk {
  readonly folder: string = packageFolder();
  policy: ToldPolicy | undefined;
  /** What the block before showed; a `text` block beneath it has to say the same. */
  seen: string | undefined;
  engine: Engine | undefined;

  constructor() {
    symlinkSync(join(root, "policies"), join(this.folder, "policies"));
    cpSync(join(bookFolder, "calendar.yaml"), join(this.folder, "calendar.yaml"));
    linkDoors(this.folder);
    for (const name of ["vite", "@types"])
      symlinkSync(join(root, "node_modules", name), join(this.folder, "node_modules", name));
  }

  /** Carries out one block; throws where it does not do what the page says. A kind of block that is not known is a fault. */
  async carryOut(page: Page, block: Block): Promise<void> {
    const { language, text, values } = block;
    const quoted = values.get("quote");
    if (quoted !== undefined) return isQuoted(join(root, quoted), text);
    const within = values.get("in");
    if (within !== undefined) return isQuoted(join(this.folder, within), text);
    const changed = values.get("changes");
    if (changed !== undefined) return this.#change(changed, text);
    const file = values.get("file");
    if (file !== undefined) return this.#writeFile(file, text);
    if (language === "text") return this.#isSeen(page, block);
    this.seen = undefined;
    switch (language) {
      case "rollcall":
        return this.#tell(block);
      case "yaml":
        if (!beginsPolicy(block)) throw new Error("YAML that is neither a policy nor a file");
        return this.#tell(block);
      case "sh":
        return this.#command(block);
      case "ts":
        return this.#program(text);
      case "sql":
        this.engine ??= await openDuckdb(1);
        this.seen = await query(this.engine, this.folder, text);
        return;
      default:
        throw new Error(`the book knows no block of the kind \`${language}\``);
    }
  }

  /** What the compiler of types says of all the programs that were written so far. */
  async faultsOfTypes(): Promise<string> {
    const relaxed = { isolatedDeclarations: false, declaration: false, skipLibCheck: true };
    const options = { ...relaxed, types: ["node"], allowArbitraryExtensions: true };
    return typeCheck(this.folder, options);
  }

  async close(): Promise<void> {
    await this.engine?.close();
  }

  #writeFile(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** A line of the file that declares the same becomes this one: what a reader does in an editor. */
  #change(name: string, text: string): void {
    const path = join(this.folder, name);
    const rows = readFileSync(path, "utf8").split("\n");
    for (const row of text.trimEnd().split("\n")) {
      const [kind, named] = row.split(" ");
      const index = rows.findIndex((each) => each.startsWith(`${kind} ${named} `));
      expect(index, `${name} has no line that begins with ${kind} ${named}`).toBeGreaterThanOrEqual(0);
      rows[index] = row;
    }
    writeFileSync(path, rows.join("\n"));
  }

  #tell(block: Block): void {
    const { values, words } = block;
    const before = this.policy;
    const { policy, newCodes, drawn, newExamples } = tellBlock(this.folder, before, block);
    const wrong = values.get("error");
    const kept = wrong === undefined && !words.includes("aside");
    if (kept) this.policy = policy;
    else if (before !== undefined) writeFileSync(before.file, before.text);
    if (drawn !== "") this.seen = withoutPlaces(drawn);
    const expected = (wrong ?? values.get("finds") ?? "").split(",").filter((code) => code !== "");
    expect([...new Set(newCodes)].toSorted(), drawn).toEqual(expected.toSorted());
    for (const { title, run } of newExamples) {
      const missed = run().results.filter(({ met }) => !met);
      expect(
        missed.map(({ found }) => found),
        title,
      ).toEqual([]);
    }
  }

  async #command({ text, values }: Block): Promise<void> {
    const screens: string[] = [];
    for (const command of commandsIn(text)) {
      const { exit, screen } = await carryOut(this.folder, command);
      expect(exit, screen).toBe(Number(values.get("exit") ?? 0));
      screens.push(screen);
    }
    this.seen = withoutPlaces(screens.join("\n"));
  }

  /** A program bears its file's name in its first line. */
  async #program(text: string): Promise<void> {
    const name = /^\/\/ (\S+\.ts)\b/.exec(text)?.[1];
    if (name === undefined) throw new Error("a program whose first line does not say what it is called");
    this.#writeFile(name, text);
    const { stdout } = await promisify(execFile)(process.execPath, [name], { cwd: this.folder });
    this.seen = stdout;
  }

  #isSeen(page: Page, { text }: Block): void {
    if (this.seen === undefined) throw new Error("nothing was seen that this could be");
    const found = differsFrom(text, this.seen);
    if (found === undefined) return;
    if (process.env["UPDATE"] === "1" && !/^…$/m.test(text)) {
      const written = readFileSync(page.path, "utf8");
      writeFileSync(
        page.path,
        written.replace(`\`\`\`text\n${text}\`\`\``, () => `\`\`\`text\n${found}\`\`\``),
      );
    } else expect(text).toBe(found);
  }
}

/** Where this checkout lies is nothing that a reader would see. */
function withoutPlaces(text: string): string {
  return text.replaceAll(root, "");
}

/** What is quoted stands in that file word for word, paragraph by paragraph. */
function isQuoted(file: string, text: string): void {
  const whole = readFileSync(file, "utf8");
  const paragraphs = text.trimEnd().split(/\n{2,}/);
  expect(paragraphs.filter((paragraph) => !whole.includes(`${paragraph}\n`))).toEqual([]);
}
