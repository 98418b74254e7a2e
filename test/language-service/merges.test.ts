// Names in the braces of a letter: offered, followed and renamed like any other, in either form.

import { describe, expect, test } from "vitest";
import { withYaml } from "../../src/compile.ts";
import { applyEdits } from "../../src/diagnostics/apply-fixes.ts";
import { draft } from "../../src/draft.ts";
import type { Draft, Library } from "../../src/draft.ts";
import { completionsAt } from "../../src/language-service/completions.ts";
import { definitionsAt } from "../../src/language-service/references.ts";
import { hoverAt } from "../../src/language-service/hover.ts";
import { rename } from "../../src/language-service/rename.ts";
import { semanticTokens } from "../../src/language-service/semantic-tokens.ts";
import { yamlCompletionsAt } from "../../src/language-service/yaml-completions.ts";
import { makeSource, positionOf } from "../../src/source/text.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";

const text = `school policy hill-top "Hill Top"
code O "Absent without leave" unauthorised
code / "Present" attending on site
role office "The ""office"""
parameter target is 95%
measure lates is count of late sessions this year
document letter "A letter" {
  needs figure is attendance this year
  needs room
  says "Of {target}: {figure} ""{room}"", {lates}; {office}, {pupil}."
}
`;

const nothing: Library = withYaml({ layer: () => undefined, beside: () => undefined });

function drafted(name: string, written: string): Draft {
  return draft(makeSource(name, written), nothing);
}

const layer = drafted("hill-top.rollcall", text);
const yaml = layer.ast === undefined ? "" : toYaml(layer.ast);
const forms = [
  ["text", "hill-top.rollcall", text],
  ["YAML", "hill-top.rollcall.yaml", yaml],
] as const;

describe.each(forms)("in %s", (_, name, written) => {
  const read = drafted(name, written);
  const placeOf = (word: string): number => written.indexOf(`{${word}}`) + 1;

  test("a name in braces leads to where it is declared", () => {
    const ends = ["target", "figure", "room", "lates", "office"].map((word) => {
      const [found] = definitionsAt(read, placeOf(word));
      if (found === undefined) return `${word} nowhere`;
      const line = written.split("\n")[positionOf(found).line - 1] ?? "";
      return [word, line.includes(word) && !line.includes(`{${word}}`)].join(" ");
    });
    expect(ends).toEqual(["target true", "figure true", "room true", "lates true", "office true"]);
    expect(definitionsAt(read, placeOf("pupil"))).toEqual([]);
  });

  test("each is coloured as what it is, at its own place", () => {
    const kinds = semanticTokens(read)
      .filter(({ from }) => written[from - 1] === "{")
      .map(({ from, to, kind }) => `${written.slice(from, to)} ${kind}`);
    expect(kinds).toEqual(["target parameter", "figure field", "room field", "lates measure", "office word"]);
  });

  test.each([
    ["target", "goal"],
    ["lates", "late-comings"],
    ["room", "meeting-room"],
    ["office", "front-desk"],
  ])("another name for %s is another name in the letter", (before, after) => {
    const asked = {
      layer: read,
      offset: placeOf(before),
      shelf: [read],
      redraft: (texts: ReadonlyMap<string, string>) => [...texts].map(([each, now]) => drafted(each, now)),
    };
    const renaming = rename(asked, after);
    if ("refusal" in renaming) throw new Error(renaming.refusal);
    const now = applyEdits(read.source, renaming.edits);
    expect(now).toContain(`{${after}}`);
    expect(now).not.toContain(`{${before}}`);
    expect(drafted(name, now).diagnostics).toEqual(read.diagnostics.map(() => expect.anything()));
  });

  test("what may stand in braces is offered, the fields of the document first", () => {
    const opened = written.replace("{room}", "{ro");
    const offset = opened.indexOf("{ro") + 3;
    const known = { model: read.model, clauses: [], layers: [] };
    const found = name.endsWith(".yaml")
      ? yamlCompletionsAt(opened, offset, known)
      : completionsAt(opened, offset, known);
    expect(found?.from).toBe(offset - 2);
    const labels = found?.options.map(({ label }) => label) ?? [];
    expect(labels.slice(0, 3)).toEqual(["figure", "room", "pupil"]);
    expect(labels).toEqual(expect.arrayContaining(["due", "sender", "target", "lates", "office"]));
  });
});

test("a renamed parameter that fills a field by its name would leave the field empty, and is refused", () => {
  const filled = drafted("hill-top.rollcall", text.replace("needs room", "needs room\n  needs target"));
  const asked = {
    layer: filled,
    offset: filled.source.text.indexOf("target is"),
    shelf: [filled],
    redraft: (texts: ReadonlyMap<string, string>) => [...texts].map(([each, now]) => drafted(each, now)),
  };
  expect(rename(asked, "goal")).toHaveProperty("refusal");
});

test("nothing is offered in the words of a letter outside of braces", () => {
  const offset = text.indexOf("Of {target}") + 2;
  expect(completionsAt(text, offset, { model: layer.model, clauses: [], layers: [] })).toBeUndefined();
});

test("pointing at a field in braces tells what needs it", () => {
  const { ast, model } = layer;
  const found = hoverAt(text, text.indexOf("{room}") + 2, { ast, model, layer, clauseOf: () => undefined });
  expect(found?.lines.join(" ") ?? "").toContain("“A letter” needs");
});
