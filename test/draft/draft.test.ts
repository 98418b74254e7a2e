import { describe, expect, test } from "vitest";
import { compile, judge } from "../../src/compile.ts";
import { draft, examplesOf } from "../../src/draft.ts";
import { makeSource } from "../../src/source/text.ts";
import { compileFile, libraryOf, readText } from "../policy-files.ts";

const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const library = libraryOf(file);
const source = readText(file) ?? makeSource("none", "");

function edited(before: string | RegExp, after: string): ReturnType<typeof makeSource> {
  expect(source.text).toMatch(before);
  return makeSource(source.name, source.text.replace(before, after));
}

describe("a draft", () => {
  test("means the same and runs the same as the whole compilation", () => {
    const [quick, whole] = [draft(source, library), compileFile(file)];
    expect(quick.model).toEqual(whole.model);
    expect(quick.ready?.ir).toEqual(whole.ready?.ir);
    expect(quick.clauses).toEqual(whole.clauses);
  });

  test("tells all errors of its rules, and no advice", () => {
    const text = edited(/^target.*$|parameter target is/m, "parameter target was");
    const told = draft(text, library).diagnostics;
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ home }) => home !== "unwise-or-unlawful")).toBe(true);
    expect(compile(text, library).diagnostics).toEqual(expect.arrayContaining([...told]));
  });

  test("runs while only an example has a fault, which its examples tell; as a whole it does not run", () => {
    const text = edited(/expect no (?=[a-z])/, "expect no nonsense-");
    const written = draft(text, library);
    expect(written.diagnostics).toEqual([]);
    expect(written.ready).toBeDefined();
    expect(examplesOf(written).diagnostics.map(({ severity }) => severity)).toContain("error");
    expect(judge(written, library).ready).toBeUndefined();
  });

  test("tells what is wrong in the layer it extends, where a pupil shows a broken lock only once it is judged", () => {
    const nation =
      'nation policy land "Land"\nparameter target is 95%, fixed\nstatus low "Low" when attendance this year below target\n';
    const trust = 'trust policy middle "Middle"\nextends land\nparameter target is 90%\n';
    const school = makeSource("s.rollcall", 'school policy end "End"\nextends middle\n');
    const layers = new Map([
      ["land", makeSource("land.rollcall", nation)],
      ["middle", makeSource("middle.rollcall", trust)],
    ]);
    const shelf = { layer: (name: string) => layers.get(name), beside: () => undefined };
    const written = draft(school, shelf);
    const codes = written.diagnostics.map(({ code }) => code);
    expect(codes).toEqual(["locked-value-changed"]);
    expect(written.ready).toBeUndefined();
    const [before, after] = [written.diagnostics[0], judge(written, shelf).diagnostics[0]];
    expect(before?.witness).toBeUndefined();
    expect(after?.code).toBe(before?.code);
    expect(after?.witness).toBeDefined();
  });
});
