// Every policy that tries a rule, turned into YAML: it is told the same there, and what is offered to mend it mends YAML.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import { applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { makeSource, spanText } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { libraryOf } from "../policy-files.ts";

interface Twin {
  readonly text: Compilation;
  readonly yaml: Compilation;
}

/** Undefined for a text that cannot be read as it stands: only a tree has a twin. */
function twinOf(file: URL): Twin | undefined {
  const source = makeSource(fileURLToPath(file), readFileSync(file, "utf8"));
  const { policy, diagnostics } = parsePolicy(source);
  if (policy === undefined || diagnostics.length > 0) return undefined;
  const twin = makeSource(`${source.name}.yaml`, toYaml(policy));
  return { text: compile(source, libraryOf(file)), yaml: compile(twin, libraryOf(file)) };
}

const folders = ["analysis/fixtures", "checker/fixtures"].map((name) => new URL(`../${name}/`, import.meta.url));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".rollcall") && !name.includes(".right."))
    .map((name) => new URL(name, folder)),
);
const twins = files.flatMap((file) => twinOf(file) ?? []);

function codes({ diagnostics }: Compilation): readonly string[] {
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`).toSorted();
}

/** By code and then by place: the names and figures that the diagnostic points at, and the whole lines around them. */
function placesOf({ source, diagnostics }: Compilation) {
  return diagnostics
    .filter(({ span }) => span.source === source)
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.span.from - b.span.from))
    .map(({ code, span }) => {
      const [from, to] = [source.text.lastIndexOf("\n", span.from - 1) + 1, source.text.indexOf("\n", span.to)];
      const lines = source.text.slice(from, to < 0 ? undefined : to);
      const sign = spanText(span).trim();
      const words = sign.match(/[A-Za-z0-9][A-Za-z0-9.:%-]*/g) ?? [sign === "" ? lines.trim() : sign];
      return { code, lines, words };
    });
}

/** One diagnostic for each way to mend something. */
function mendings({ yaml: { source, diagnostics } }: Twin): readonly Diagnostic[] {
  return diagnostics
    .filter(({ span }) => span.source === source)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ ...diagnostic, fixes: [fix] })));
}

describe("policies that try the rules", () => {
  test("are there in number, and offer ways to mend them", () => {
    expect(twins.length).toBeGreaterThan(50);
    expect(twins.flatMap(mendings).length).toBeGreaterThan(20);
  });

  test("are told the same as YAML", () => {
    for (const { text, yaml } of twins)
      expect([text.source.name, codes(yaml)]).toEqual([text.source.name, codes(text)]);
  });

  test("are told at the lines where the same words stand", () => {
    for (const { text, yaml } of twins) {
      const [ours, theirs] = [text, yaml].map(placesOf);
      const strayed = ours?.filter(({ code, words }, index) => {
        const there = theirs?.[index];
        return there?.code !== code || !words.some((word) => there.lines.includes(word));
      });
      expect([text.source.name, strayed]).toEqual([text.source.name, []]);
    }
  });

  test("can still be read as YAML once they are mended as offered", () => {
    for (const twin of twins) {
      for (const diagnostic of mendings(twin)) {
        const mended = applyFixes(twin.yaml.source, [diagnostic]).text;
        expect(mended).not.toBe(twin.yaml.source.text);
        expect(parseYamlPolicy(makeSource("mended.yaml", mended)).diagnostics).toEqual([]);
      }
    }
  });
});
