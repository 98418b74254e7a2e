// Whatever stands in a file, reading it ends in good time with a tree, with something to mend, or with both.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { makeSource, makeSpan } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { readClauses } from "../../src/yaml/clause-file.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { withoutPlaces } from "../syntax/without-places.ts";

const text = readFileSync(new URL("../syntax/fixtures/tour.rollcall", import.meta.url), "utf8");
const policy = parsePolicy(makeSource("tour.rollcall", text)).policy;
if (policy === undefined) throw new Error("The tour cannot be read");
const tour = toYaml(policy);

const head = "school-policy: {name: hill-top, title: Hill Top}\n";

/** What was told, by code. */
function told(written: string): readonly string[] {
  return [...new Set(survives(written).diagnostics.map((diagnostic) => diagnostic.code))];
}

/** Reads, and looks at everything that came of it. */
function survives(written: string) {
  const source = makeSource("hostile.yaml", written);
  const read = parseYamlPolicy(source);
  for (const diagnostic of read.diagnostics) {
    expect(diagnostic.span).toEqual(makeSpan(source, diagnostic.span.from, diagnostic.span.to));
    expect(messageOf(diagnostic) + hintOf(diagnostic)).not.toMatch(/undefined|\[object/);
  }
  if (!hasErrors(read.diagnostics)) expect(read.policy).toBeDefined();
  if (read.policy !== undefined) {
    const again = parseYamlPolicy(makeSource("again.yaml", toYaml(read.policy)));
    expect(again.diagnostics).toEqual([]);
    expect(withoutPlaces(again.policy)).toEqual(withoutPlaces({ ...read.policy, unreadable: [] }));
  }
  return read;
}

describe("a file that was damaged", () => {
  const piece = fc.oneof(
    fc.constantFrom("\n", " ", "  ", "\t", ":", ": ", "- ", "#", " #", '"', "'", "[", "]", "{", "}", ",", "|", ">"),
    fc.constantFrom("&a ", "*a", "!t ", "%", "@", "`", "?", "? ", "---\n", "...", "\\", "\r", "\r\n", "\0", "\uFEFF"),
    fc.constantFrom(
      "unspecified",
      "08",
      "null",
      "~",
      "<<: ",
      "__proto__: 1\n",
      "constructor: ",
      "-- x",
      "95%",
      "\ud800",
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  const place = fc.nat({ max: tour.length });
  const damage = fc.oneof(
    fc.record({ at: place, remove: fc.constant(0), put: piece }),
    fc.record({ at: place, remove: fc.nat({ max: 40 }), put: piece }),
    fc.record({ at: place, remove: fc.nat({ max: 400 }), put: fc.constant("") }),
  );

  test("never stops the reader", () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        let written = tour;
        for (const { at, remove, put } of damages) written = written.slice(0, at) + put + written.slice(at + remove);
        survives(written);
      }),
      { numRuns: 25 },
    );
  });

  test("is read in full when only its lines were put in another order of a group", () => {
    expect(told(`parameters: {a: 5 school days}\n${head}`)).toEqual([]);
  });

  test("never stops the reader of clauses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 60 }), (put, at) => {
        const written =
          'policy: {title: "x"}\nclauses:\n  - {id: A-1, where: p, says: s, kind: k, evaluates: e, level: school}\n';
        const { file } = readClauses(makeSource("clauses.yaml", written.slice(0, at) + put + written.slice(at)));
        expect(file.clauses.size).toBeLessThan(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a file made to do harm", () => {
  test.each([
    ["brackets twenty thousand deep", `x: ${"[".repeat(20_000)}`, ["yaml-broken"]],
    ["braces that close", `${head}notes: ${"[".repeat(150)}${"]".repeat(150)}`, ["yaml-too-deep"]],
    ["question marks that end at once", `notes:\n  ${"? ".repeat(9_000)}a\n${head}`, ["yaml-too-deep"]],
    ["hyphens that end at once", `notes:\n  ${"- ".repeat(9_000)}a\n${head}`, ["yaml-too-deep"]],
    ["hyphens twenty thousand deep", `${head}notes:\n  ${"- ".repeat(20_000)}x`, ["yaml-broken"]],
    ["parentheses in a phrase", `${head}statuses: {a: "${"(".repeat(50_000)}"}`, ["nested-too-deeply"]],
    ["more than can be read", " ".repeat(2_000_001), ["file-too-long"]],
    ["a reference that holds itself", `${head}notes: &a [*a]`, ["yaml-reference-circular"]],
    ["a reference to nothing", `${head}notes: [*a]`, ["yaml-reference-unknown"]],
    ["a reference before its mark", `${head}parameters: {a: *v, b: &v 5 school days}`, ["yaml-reference-unknown"]],
    ["a second document", `${head}---\n${head}`, ["yaml-broken"]],
    ["a key that is a list", `${head}? [a]\n: b`, ["yaml-key-not-a-word"]],
    ["a key that is a group of keys", `${head}? {a: b}\n: b`, ["yaml-key-not-a-word"]],
    ["a tag", `${head}notes: !!set {a, b}`, ["yaml-tag"]],
    ["a merge", `${head}parameters:\n  a:\n    <<: {is: 5 school days}`, ["yaml-key-missing", "yaml-key-unknown"]],
    ["the key of all objects", `${head}__proto__: {parameters: {}}`, ["yaml-key-unknown"]],
    ["that key in a statement", `${head}parameters: {a: {__proto__: 1, is: 5 school days}}`, ["yaml-key-unknown"]],
    ["an inherited key", `${head}parameters: {a: {is: 5 school days, toString: 1}}`, ["yaml-key-unknown"]],
    ["an inherited kind", `${head}constructor: {a: 1}`, ["yaml-key-unknown"]],
  ])("%s", (_, written, codes) => {
    expect(told(written)).toEqual(codes);
  });

  test("references that multiply are followed so far and no further", () => {
    const levels = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const bomb = levels.map((name, index) => {
      const inside = index === 0 ? "x" : `*${levels[index - 1]}`;
      return `${name}: &${name} [${Array.from({ length: 9 }, () => inside).join(", ")}]`;
    });
    expect(told(`${head}${bomb.join("\n")}`)).toEqual(["yaml-too-many-references"]);
  });

  test("a few references are values like any others", () => {
    const read = survives(`${head}parameters: {a: &days 5 school days, b: *days, c: *days}`);
    expect(read.diagnostics).toEqual([]);
    expect(read.policy?.declarations).toHaveLength(3);
  });

  test("a name that objects inherit is a name like any other", () => {
    const read = survives(`${head}parameters: {constructor: 5 school days, valueof: 5 school days}`);
    expect(read.diagnostics).toEqual([]);
    expect(read.policy?.declarations.map((each) => each.kind === "parameter" && each.name.text)).toEqual([
      "constructor",
      "valueof",
    ]);
  });

  test("a very long text is read", () => {
    const long = "word ".repeat(100_000).trim();
    const [note] = survives(`${head}notes: ["${long}"]`).policy?.declarations ?? [];
    expect(note?.kind === "note" && note.says.text.length).toBe(long.length);
  });
});
