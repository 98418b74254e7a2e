// The chapters on the language leave nothing out: every word of the token table and every rule of the parser occurs in a snippet.

import type { CstNode } from "chevrotain";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/syntax/layout.ts";
import { lex } from "../../src/syntax/lex.ts";
import { PolicyParser } from "../../src/syntax/parser.ts";
import { tokenTable, unitPhrases } from "../../src/syntax/tokens.ts";
import { languageBlocks } from "./story.ts";

const snippets = languageBlocks()
  .filter(({ language }) => language === "rollcall")
  .map(({ text }) => text);
const lexed = snippets.map((text) => lex(text));

describe("the chapters on the language", () => {
  test("use every word and every kind of value there is", () => {
    const used = new Set(lexed.flatMap(({ tokens }) => tokens.map(({ tokenType }) => tokenType.name)));
    if (lexed.some(({ comments }) => comments.length > 0)) used.add("Comment");
    expect(tokenTable.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test("use every unit of several words, in one number or the other", () => {
    const text = snippets.join("\n");
    const singular = (unit: string): string => unit.replace(/s$/, "");
    const wanted = new Set(unitPhrases.map(singular));
    expect([...wanted].filter((unit) => !text.includes(unit) && unit !== "per cent")).toEqual([]);
  });

  test("use every rule of the grammar", () => {
    const parser = new PolicyParser();
    const used = new Set<string>();
    for (const text of snippets) {
      const { tokens } = lex(/^(?:nation|authority|trust|school) policy /m.test(text) ? text : `${heading}${text}`);
      parser.input = [...layOut(tokens).tokens];
      note(parser.policy(), used);
    }
    const rules = parser.getSerializedGastProductions().map((rule) => ("name" in rule ? String(rule.name) : ""));
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter((rule) => !used.has(rule))).toEqual([]);
  });
});

const heading = 'school policy snippet "A snippet"\n';

function note(node: CstNode, used: Set<string>): void {
  used.add(node.name);
  for (const children of Object.values(node.children))
    for (const child of children) if ("children" in child) note(child, used);
}
