// A page that says what is not so does not pass: each way in which a block can be wrong is tried on a page made up for it.

import { afterAll, describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";
import type { Page } from "./pages.ts";
import { Walk } from "./walk.ts";

const walks: Walk[] = [];
afterAll(() => Promise.all(walks.map((walk) => walk.close())));

/** Carries out a page with these blocks. */
async function read(...blocks: readonly (readonly [behind: string, text: string])[]): Promise<Walk> {
  const text = blocks.map(([behind, within]) => `\`\`\`${behind}\n${within}\n\`\`\`\n`).join("\n");
  const page: Page = { name: "made-up.md", path: "/made-up.md", text, blocks: blocksOf(text) };
  const walk = new Walk();
  walks.push(walk);
  for (const block of page.blocks) await walk.carryOut(page, block);
  return walk;
}

const policy = [
  "rollcall",
  `school policy made-up "Made up"
extends england
in force from 2025-09-01
review by 2026-08-31
calendar from "./calendar.yaml"
status low "Low" when attendance this term below 95%`,
] as const;

const example = (expected: string): readonly [string, string] => [
  "rollcall",
  `example "one day" {
  pupil year 4
  week of 2025-09-08 "OO .. .. .. .."
  on 2025-09-08 expect ${expected}
}`,
];

describe("what passes", () => {
  test("a policy that goes on, its examples, and an aside that is forgotten", async () => {
    const walk = await read(policy, example("low"), ["rollcall aside", "parameter cover is 2 school days"]);
    expect(walk.policy?.titles).toEqual(new Set(["one day"]));
    expect(walk.policy?.text).not.toContain("cover");
  });

  test("a fault that the page tells of, with what is said of it", async () => {
    const said = "error[bare-day]: `days` does not say which days: school days, working days or calendar days.\n…";
    await read(policy, ["rollcall error=bare-day", "parameter cover is 2 days"], ["text", said]);
  });
});

const refused: readonly (readonly [what: string, ...blocks: (readonly [string, string])[]])[] = [
  ["a kind of block that nobody knows", ["python", "print(1)"]],
  ["a block without a kind", ["", "anything"]],
  ["declarations before any policy", ["rollcall", "parameter cover is 2 school days"]],
  ["YAML that is neither a policy nor a file", ["yaml", "colour: blue"]],
  ["an example that does not come out", policy, example("no low")],
  ["a fault that the page does not tell of", policy, ["rollcall", "parameter cover is 2 days"]],
  ["a finding that the page does not tell of", policy, ["rollcall", "parameter cover is unspecified"]],
  ["a fault that there is not", policy, ["rollcall error=bare-day", "parameter cover is 2 school days"]],
  ["another fault than the one told of", policy, ["rollcall error=band-gap", "parameter cover is 2 days"]],
  ["a command that nobody knows", ["sh", "rm everything"]],
  ["a command that ends otherwise", ["sh", "rollcall check nothing.rollcall"]],
  ["what a command does not show", ["sh", "rollcall --version"], ["text", "rollcall 99"]],
  ["a text that nothing has shown", ["text", "rollcall 99"]],
  ["a program without a name", ["ts", 'console.log("x")']],
  ["a program that fails", ["ts", '// fails.ts\nthrow new Error("x")']],
  ["rows that a query does not give", ["sql", "SELECT 1 AS one"], ["text", "one\n───\n2"]],
  ["a query that cannot be asked", ["sql", "SELECT FROM"]],
  ["a quotation that is none", ["rollcall quote=test/semantics/time.rollcall", "register evening {"]],
];

describe("what does not pass", () => {
  for (const [what, ...blocks] of refused)
    test(what, async () => {
      await expect(read(...blocks)).rejects.toThrow();
    });

  test("a program with a fault of types", async () => {
    const right = await read(["ts", "// typed.ts\nexport const count: number = 2;"]);
    expect(await right.faultsOfTypes()).toBe("");
    const wrong = await read(["ts", "// typed.ts\nexport const count: string = 2;"]);
    expect(await wrong.faultsOfTypes()).toContain("TS2322");
  });
});
