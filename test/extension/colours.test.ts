// The grammar that editors colour with before any server answers, read by the engine that they use: the same words in the same colours
// as our own lexer finds, over every policy.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import type { IGrammar } from "vscode-textmate";
import textmate from "vscode-textmate";
import { highlight } from "../../src/language-service/highlight.ts";
import { policyPaths } from "../generate/yaml-files.ts";
import { scopeOf, snippets, textmateGrammar, textScope } from "../generate/textmate.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { root } from "../source-files.ts";

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(JSON.stringify(textmateGrammar()), "rollcall.json")),
  });
  const loaded = await registry.loadGrammar("source.rollcall");
  if (loaded === null) throw new Error("the grammar cannot be loaded");
  grammar = loaded;
});

/** `line column-column scope` of every word that has a colour. */
function colouredByEditor(text: string): readonly string[] {
  return text.split("\n").flatMap((line, number) =>
    grammar.tokenizeLine(line, textmate.INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes[1];
      return scope === undefined ? [] : [`${number} ${startIndex}-${endIndex} ${scope}`];
    }),
  );
}

function colouredByLexer(text: string): readonly string[] {
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  let number = 0;
  return highlight(text).map(({ from, to, role }) => {
    while ((starts[number + 1] ?? Infinity) <= from) number++;
    const start = starts[number] ?? 0;
    const scope = text[from] === '"' ? textScope : scopeOf[role];
    return `${number} ${from - start}-${to - start} ${scope}`;
  });
}

describe("the grammar for editors", () => {
  test.each(policyPaths)("colours %s as the lexer does", (path) => {
    const text = readFileSync(`${root}${path}.rollcall`, "utf8");
    expect(colouredByEditor(text)).toEqual(colouredByLexer(text));
  });

  test("colours hard cases as the lexer does: names that hold words of the language, and words that are none", () => {
    const text = [
      "letter-when-absent must-not must not end-of-day Café naïve-name x_y 95.5% £1,000.50 08:55:10",
      'allowed only when all of { "a ""b"" c" } 2026-09-01 09:30 C1 C12 HIL-021 or next school day -- must',
      '"not closed must',
      "school\u00A0days in  any   order ٣ 12٣ _must",
    ].join("\n");
    expect(colouredByEditor(text)).toEqual(colouredByLexer(text));
  });
});

describe("each snippet", () => {
  test.each(Object.entries(snippets()))("%s holds the form it is made of", (_, { body, description }) => {
    const filled = body.join(" ").replaceAll(/\$\{\d+(?::((?:\\.|[^}])*))?\}/g, (_stop, inner: string | undefined) => {
      // What would end the place is kept from it.
      return (inner ?? "").replaceAll("\\}", "}");
    });
    expect(filled.replaceAll(/[\t ]+/g, " ")).toBe(description);
  });

  test("those of declarations can be read as they stand", () => {
    for (const [name, { body, prefix }] of Object.entries(snippets())) {
      if (
        !/ declaration|^(?:parameter|register|coding|act|measure|status|bands|procedure|duty|decision|document|note|example)$/.test(
          name,
        )
      )
        continue;
      const text = body
        .join("\n")
        .replaceAll(/\$\{\d+(?::((?:\\.|[^}])*))?\}/g, (_stop, inner: string | undefined) => inner ?? "");
      const { diagnostics, policy } = parsePolicy(makeSource("any.rollcall", `school policy any "Any"\n${text}\n`));
      expect(diagnostics, prefix).toEqual([]);
      expect(policy?.declarations, prefix).toHaveLength(1);
    }
  });
});
