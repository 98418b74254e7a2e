// What may stand at a place of the YAML form: keys by the table of shapes, and words by the grammar of the text form, also while the
// text cannot be read.

import { describe, expect, test } from "vitest";
import { yamlCompletionsAt, yamlKeyAt } from "../../src/language-service/yaml-completions.ts";
import { compileFile } from "../policy-files.ts";

const { model } = compileFile(new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url));
const known = {
  model,
  clauses: [
    { id: "HAL-001", says: "" },
    { id: "HAL-002", says: "" },
  ],
  layers: [{ name: "england", title: "England" }],
};

/** `|` is where somebody types. */
function offered(text: string): { readonly labels: readonly string[]; readonly replaced: string } {
  const offset = text.indexOf("|");
  const written = text.slice(0, offset) + text.slice(offset + 1);
  const found = yamlCompletionsAt(written, offset, known);
  return {
    labels: found?.options.map(({ label }) => label) ?? [],
    replaced: written.slice(found?.from ?? offset, offset),
  };
}

const steps = "procedures:\n  concern:\n    for-each: year\n    course:\n";

describe("keys", () => {
  test.each([
    ["|", ["school-policy", "parameters", "procedures"], ["name"]],
    ["school-policy:\n  name: x\n  |", ["title", "extends"], ["name", "parameters"]],
    [`${steps}      - |`, ["step", "starts", "ends"], ["course"]],
    [`${steps}      - step: letter\n        when: absent\n        |`, ["do", "title", "unless"], ["step", "starts"]],
    [`${steps}    - step: letter\n      do:\n      - |`, ["sentence", "wait", "if"], ["step"]],
    ["parameters:\n  line:\n    is: 95%\n    |", ["lock", "clauses"], ["is", "attendance"]],
    ["sections:\n  - roles: x\n  - |", ["parameters", "procedures"], ["school-policy"]],
  ])("after %j", (text, some, none) => {
    const { labels } = offered(text);
    expect(labels).toEqual(expect.arrayContaining(some));
    expect(labels.filter((label) => none.includes(label))).toEqual([]);
  });
});

describe("words", () => {
  test.each([
    ["school-policy:\n  name: x\n  extends: en|", "en", ["england"]],
    ["statuses:\n  low:\n    when: attendance this |", "", ["year", "half-term"]],
    ['statuses:\n  low:\n    when: "attendance this y|', "y", ["year"]],
    ["statuses:\n  low: atten|", "atten", ["attendance"]],
    [`${steps}      - step: letter\n        do:\n          - headteacher must |`, "", ["send", "telephone"]],
    [`${steps}      - step: letter\n        clauses: [HAL-001, HAL|`, "HAL", ["HAL-001", "HAL-002"]],
    ["words:\n  nurse:\n    kind: |", "", ["role", "flag"]],
    ["codes:\n  X:\n    category: un|", "un", ["unauthorised"]],
    ["codes:\n  X:\n    on-site: |", "", ["yes", "no"]],
    ["examples:\n  one:\n    - at: 2026-01-05\n      expect: open headteacher must |", "", ["send"]],
    ["duties:\n  weekly:\n    every: |", "", ["week", "term"]],
  ])("after %j", (text, replaced, some) => {
    const found = offered(text);
    expect(found.replaced).toBe(replaced);
    expect(found.labels).toEqual(expect.arrayContaining(some));
  });

  test("nothing is offered in comments, in titles and behind braces that are closed", () => {
    for (const text of [
      "# par|",
      "statuses:\n  low:\n    title: The |",
      "statuses:\n  low: {title: The |",
      "words:\n  nurse: {kind: role} |",
      "words:\n  nurse: {kind: role}}, |",
      "words:\n  nurse: {[{|",
    ])
      expect(offered(text).labels).toEqual([]);
  });
});

describe("in braces on one line", () => {
  test.each([
    ["words:\n  nurse: {|", "", ["kind", "title"], ["is"]],
    ["words:\n  nurse: {kind: |", "", ["role", "flag"], ["kind"]],
    ["words:\n  nurse: {kind: role, ti|", "ti", ["title"], ["kind", "role"]],
    ['words:\n  nurse: {kind: role, title: "a, {b}", |', "", ["clauses"], ["kind", "title"]],
    ["parameters:\n  line: {is: [93% until 2025-12-31, 91%], clauses: [HAL-001, HAL|", "HAL", ["HAL-001"], ["is"]],
    ["registers:\n  morning:\n    - {|", "", ["moment"], ["name"]],
    ['registers:\n  morning:\n    - {moment: opens, is: "08:55", |', "", ["clauses"], ["moment", "is", "code"]],
    ["examples:\n  one:\n    - {pupil: year 4, flagged: |", "", ["looked-after"], ["flagged"]],
    ["examples:\n  one:\n    - {at: 2026-01-05, expect: open headteacher must |", "", ["send"], ["at"]],
    [`${steps}      - {step: letter, do: [{wait: 2 |`, "", ["school days"], ["step"]],
    [`${steps}      - {step: letter, do: [{|`, "", ["sentence", "wait"], ["step"]],
    [`${steps}      - {step: letter, do: [headteacher must |`, "", ["send"], ["step"]],
  ])("after %j", (text, replaced, some, none) => {
    const found = offered(text);
    expect(found.replaced).toBe(replaced);
    expect(found.labels).toEqual(expect.arrayContaining(some));
    expect(found.labels.filter((label) => none.includes(label))).toEqual([]);
  });
});

test("a key is told as the form describes it, in its own place", () => {
  const text = `${steps}      - step: letter\n        when: absent\n`;
  const told = (words: string) => yamlKeyAt(text, text.indexOf(words) + 2);
  expect(told("for-each")).toEqual({
    key: "for-each",
    says: "What it lives on, such as absence, year, parent and pupil",
  });
  expect(told("when")?.says).toBe("It opens when this holds");
  expect(told("absent")).toBeUndefined();
  expect(yamlKeyAt("words:\n  nurse: {kind: role, title: x}", 20)?.key).toBe("kind");
});
