import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { compile, judge, withYaml } from "../../src/compile.ts";
import { draft, examplesOf } from "../../src/draft.ts";
import { makeSource } from "../../src/source/text.ts";
import { compileFile, libraryOf, readText } from "../policy-files.ts";

const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const library = libraryOf(file);
const policyNames = readdirSync(new URL("../../policies/", import.meta.url));
const source = readText(file) ?? makeSource("none", "");

function edited(before: string | RegExp, after: string): ReturnType<typeof makeSource> {
  expect(source.text).toMatch(before);
  return makeSource(source.name, source.text.replace(before, after));
}

describe("a policy that extends nothing", () => {
  const yamlFile = new URL("../../policies/hall-green/hall-green.rollcall.yaml", import.meta.url);

  test.each([
    ["in text", file, /^extends england\n/m],
    ["in YAML", yamlFile, /^ {2}extends: england\n/m],
  ])("and lacks the words of the law is told so once, %s, with what would mend it", (_form, place, line) => {
    const whole = readText(place) ?? makeSource("none", "");
    expect(whole.text).toMatch(line);
    const without = makeSource(whole.name, whole.text.replace(line, ""));
    const { diagnostics } = compile(without, libraryOf(place));
    expect(diagnostics.map(messageOf)).toEqual(["This policy uses words of `england`, but does not extend it."]);
    const mended = makeSource(whole.name, applyFixes(without, diagnostics).text);
    expect(hasErrors(compile(mended, libraryOf(place)).diagnostics)).toBe(false);
  });

  test("and has no other line under its title gets one", () => {
    const text =
      'school policy a "A"\nrole aide "Aide"\nduty d "D" every school-year { headteacher must review policy }\n';
    const [told] = compile(makeSource("a.rollcall", text), library).diagnostics;
    expect(told?.fixes[0]?.edits[0]?.text).toBe("\nextends england");
  });

  test("and has words of its own is told of the one that it misspells", () => {
    const text =
      'school policy a "A"\nrole aide "Aide"\nact mend "mended"\nduty d "D" every school-year { adie must mend }\n';
    const told = compile(makeSource("a.rollcall", text), library).diagnostics;
    expect(told.map(({ code }) => code)).toEqual(["unknown-name"]);
  });
});

test("a name that is misspelt where it is declared is told once, and not at each of its uses, and one fix mends them all", () => {
  const uses = ["week", "term", "year"].map(
    (time) => `duty by-${time} "D" every ${time} { family-aide must review policy }`,
  );
  const text = ['school policy a "A"', "extends england", 'role family-aid "Aide"', ...uses].join("\n");
  const misspelt = makeSource("a.rollcall", text);
  const { diagnostics } = draft(misspelt, withYaml(library));
  expect(diagnostics.map(messageOf)).toEqual(["No role is called `family-aide`."]);
  expect(diagnostics[0]?.labels.map((label) => label.text)).toEqual(["here too, and further down (1 more)"]);
  const mended = makeSource("a.rollcall", applyFixes(misspelt, diagnostics).text);
  expect(hasErrors(draft(mended, withYaml(library)).diagnostics)).toBe(false);
});

describe("one slip in the whole of a policy is told once", () => {
  test.each([
    ["the layer above misspelt", edited(/^extends england$/m, "extends englnd"), ["write england"]],
    ["the word before it misspelt", edited(/^extends england$/m, "extend england"), []],
    ["a policy of its own behind it", edited(/$/, `\n${source.text.slice(source.text.indexOf("school policy"))}`), []],
  ])("%s", (_slip, slipped, fixes) => {
    const [told, ...more] = draft(slipped, withYaml(library)).diagnostics;
    expect(more.map(messageOf)).toEqual([]);
    expect(told?.fixes.map(({ title }) => title)).toEqual(fixes);
  });
});

describe("a draft", () => {
  test("means the same and runs the same as the whole compilation", () => {
    const [quick, whole] = [draft(source, withYaml(library)), compileFile(file)];
    expect(quick.complete).toBe(true);
    expect(quick.model).toEqual(whole.model);
    expect(quick.ready?.ir).toEqual(whole.ready?.ir);
    expect(quick.clauses).toEqual(whole.clauses);
  });

  test("without what reads YAML means the same and runs the same, and says that clauses were left unread", () => {
    const [quick, whole] = [draft(source, library), compileFile(file)];
    expect(quick.model).toEqual(whole.model);
    expect(quick.ready?.ir).toEqual(whole.ready?.ir);
    expect([quick.clauses, quick.complete]).toEqual([undefined, false]);
    expect(whole.clauses?.clauses.size).toBeGreaterThan(0);
    const judged = judge(quick, library);
    expect(judged.clauses).toEqual(whole.clauses);
    expect(judged.diagnostics).toEqual(whole.diagnostics);
    expect(judged.ready?.ir).toEqual(whole.ready?.ir);
  });

  test.each(policyNames)("of %s as it stands is told the same before its clauses are read", (name) => {
    const place = new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
    const [around, text] = [libraryOf(place), readText(place) ?? makeSource("none", "")];
    const [quick, full] = [draft(text, around), draft(text, withYaml(around))];
    expect([quick.complete, full.complete]).toEqual([false, true]);
    expect(quick.diagnostics).toEqual(full.diagnostics);
    expect(full.ready).toBeDefined();
  });

  test("without what reads YAML is told of an unknown clause once it is judged, and does not run as a whole", () => {
    const text = edited(/\[HAL-\d+/, "[HAL-999");
    const written = draft(text, library);
    const codes = (told: readonly { readonly code: string }[]): readonly string[] => told.map(({ code }) => code);
    expect(codes(written.diagnostics)).not.toContain("unknown-clause");
    expect(codes(judge(written, library).diagnostics)).toContain("unknown-clause");
    expect(judge(written, library).diagnostics).toEqual(compile(text, library).diagnostics);
  });

  test("is complete where no clause file is named, or where none is there to be read", () => {
    const text = (head: string): ReturnType<typeof makeSource> =>
      makeSource("a.rollcall", `school policy a "A"\n${head}`);
    const shelf = { layer: () => undefined, beside: () => undefined };
    expect(draft(text(""), shelf).complete).toBe(true);
    const missing = draft(text('clauses from "./clauses.yaml"\n'), shelf);
    expect(missing.complete).toBe(true);
    expect(missing.diagnostics.map(({ code }) => code)).toEqual(["file-not-found"]);
    const known = draft(text('clauses from "./clauses.yaml"\n'), { ...shelf, isBeside: () => true });
    expect([known.complete, known.diagnostics]).toEqual([false, []]);
  });

  test("of a policy in YAML is a fault of whoever brought nothing that reads it", () => {
    const yaml = makeSource("a.yaml", "school-policy: { name: a, title: A }\n");
    const shelf = { layer: () => undefined, beside: () => undefined };
    expect(() => draft(yaml, shelf)).toThrow(/brought nothing that reads YAML/);
    expect(draft(yaml, withYaml(shelf)).model?.title).toBe("A");
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
