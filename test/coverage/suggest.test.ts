import { describe, expect, test } from "vitest";
import { addExample, yamlExample } from "../../src/coverage/add-example.ts";
import { coverExamples } from "../../src/coverage/cover-examples.ts";
import { suggestExamples } from "../../src/coverage/suggest.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { compileSmall } from "./small-policy.ts";

const early = `register morning {\n  opens 08:55\n  closes 09:30\n}\nstatus early "Early" when arrived before 08:40\n`;
const low = `status low "Low" when attendance this year below 90%\n`;

function suggested(declarations: string) {
  const { compilation, policy, ast, calendar, library } = compileSmall(declarations);
  const { source, examples } = compilation;
  const reached = coverExamples({ policy, ast, source, examples, calendar });
  return suggestExamples({ policy, ast, source, calendar, library, reached });
}

describe("suggested examples", () => {
  test("stand on both sides of an edge at which nobody stands, and come out as written", () => {
    const both = suggested(early);
    expect(both.map(({ title }) => title)).toEqual([
      "early: just inside arrived before 08:40",
      "early: just outside arrived before 08:40",
    ]);
    expect(both[0]?.text).toContain(" 08:39 arrives\n");
    expect(both[1]?.text).toContain(" 08:40 arrives\n");
    expect(both[1]?.text).toContain("expect no early");
  });

  test("find the pupil whose figure is the limit itself", () => {
    const found = suggested(low);
    expect(found.map(({ title }) => title)).toEqual([
      "low: just inside attendance this year below 90%",
      "low: just outside attendance this year below 90%",
    ]);
  });

  test("are not made again once they are accepted", () => {
    const [first, second] = suggested(early);
    expect(suggested(`${early}${first?.text ?? ""}${second?.text ?? ""}`)).toEqual([]);
  });
});

describe("an accepted example", () => {
  const example = `example "so" {\n  pupil year 3\n  on 2026-03-02 expect year exactly 3\n}\n`;
  const text = `-- ours\nschool policy a   "A"\n\nparameter b is 5   school days   -- agreed\n`;

  test("is put at the end of a text, and nothing else is touched", () => {
    const added = addExample(makeSource("a.rollcall", text), example, "why");
    expect(added).toBe(`${text}\n-- why\n${example}`);
  });

  test("keeps the line ends of the file", () => {
    const added = addExample(makeSource("a.rollcall", text.replaceAll("\n", "\r\n")), example, "why");
    expect(added).toBe(`${text}\n-- why\n${example}`.replaceAll("\n", "\r\n"));
  });

  test.each([
    ["without examples", text],
    ["that ends with its examples", `${text}\n${example.replace('"so"', '"other"')}`],
    [
      "in sections",
      `${text}\nstatus c when late\n\nparameter d is 4 school days\n\n${example.replace('"so"', '"other"')}\nparameter e is 3 school days\n`,
    ],
  ])("is put into a YAML file %s", (_, written) => {
    const { policy } = parsePolicy(makeSource("a.rollcall", written));
    if (policy === undefined) throw new Error("it cannot be read");
    const yaml = toYaml(policy);
    const added = addExample(makeSource("a.rollcall.yaml", yaml), example, "why") ?? "";
    expect(added.startsWith(yaml.trimEnd())).toBe(true);
    expect(added).toContain("# why");
    const read = parseYamlPolicy(makeSource("a.rollcall.yaml", added));
    expect(read.diagnostics).toEqual([]);
    expect(read.policy?.declarations.at(-1)).toMatchObject({ kind: "example", title: { text: "so" } });
  });

  test("is shown as YAML under its key", () => {
    expect(yamlExample(example, "why")).toMatch(/^examples:\n  # why\n  so:\n/);
  });
});
