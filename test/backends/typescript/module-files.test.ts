// The files of a module: the same for the same policy, and mapped back to the lines of the policy they came from.

import { execFileSync } from "node:child_process";
import { SourceMap } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { positionOf } from "../../../src/source/text.ts";
import { compileAnew, compilePolicy, filesOf, packageFolder, write } from "./written-modules.ts";

const orders = [
  { language: "ts", runtime: "inline" },
  { language: "ts", runtime: "import" },
  { language: "js", runtime: "inline" },
  { language: "js", runtime: "import" },
] as const;

describe.each(orders)("a module in $language with its runtime by $runtime", (order) => {
  test("is the same, byte for byte, when the policy is compiled again", () => {
    expect(filesOf(compileAnew("hall-green"), order)).toEqual(filesOf(compilePolicy("hall-green"), order));
  });

  test("maps each rule's table to the line of the policy, or of the layer, that says it", () => {
    const compilation = compilePolicy("hall-green");
    const [module, map] = filesOf(compilation, order);
    const known = new SourceMap(JSON.parse(map?.text ?? ""));
    const rules = compilation.ready?.rules ?? new Map();
    const layers = new Set<string>();
    let mapped = 0;
    (module?.text ?? "").split("\n").forEach((line, index) => {
      const [, name = ""] = /\brule: "([^"\\]+)"/.exec(line) ?? [];
      const rule = rules.get(name);
      if (rule === undefined) return;
      const entry = known.findEntry(index, line.indexOf(`rule: "${name}"`));
      const { source } = rule.origin.span;
      const { line: from } = positionOf(rule.origin.span);
      expect([name, entry]).toMatchObject([name, { originalSource: source.name, originalLine: from - 1, name }]);
      layers.add(source.name.replace(/.*\//, ""));
      mapped++;
    });
    expect(mapped).toBeGreaterThan(200);
    expect([...layers].toSorted()).toEqual(["england.rollcall", "hall-green.rollcall"]);
  });

  test("maps nothing of the runtime, nor of its own types", () => {
    const [module, map] = filesOf(compilePolicy("hall-green"), order);
    const known = new SourceMap(JSON.parse(map?.text ?? ""));
    const lines = (module?.text ?? "").split("\n");
    const line = lines.findIndex((text) => text.startsWith("export function evaluate("));
    expect(line).toBeGreaterThan(0);
    expect(known.findEntry(line, 8)).toMatchObject({ originalSource: undefined });
    expect(known.findEntry(0, 0)).toEqual({});
  });
});

test("a fault within a rule's table points Node at the policy's own line", () => {
  const compilation = compilePolicy("hall-green");
  const folder = packageFolder();
  const [module, map] = filesOf(compilation);
  if (module === undefined || map === undefined) throw new Error("no module");
  const rule = compilation.ready?.rules.get("persistently-absent");
  if (rule === undefined) throw new Error("no such rule");
  // The first call in the table of a status is made to fail, on the line and in the column where it stands.
  const at = module.text.indexOf("test: compare(", module.text.indexOf('rule: "persistently-absent"'));
  const broken = `${module.text.slice(0, at)}test: (() => { throw 0 })(${module.text.slice(at + 14)}`;
  write(folder, [{ name: module.name, text: broken.replace("throw 0", "throw new Error('here')") }, map]);
  writeFileSync(
    join(folder, "main.ts"),
    `import { evaluate } from "./hall-green.ts";
const day = 20000;
const period = { name: "all", from: day, to: day + 300 };
const calendar = { name: "", years: [{ ...period, terms: [{ ...period, halfTerms: [period] }] }], bankHolidays: [], inset: [], closed: [], oneSession: [] };
const pupil = { id: "P", year: 1, onRoll: [{ from: day }], flags: [], parents: [], attributes: {} };
try {
  evaluate({ calendar, pupil, marks: [], arrivals: [], log: [] }, "2026-03-02");
} catch (fault) {
  console.log(fault.stack);
}`,
  );
  const stack = execFileSync(process.execPath, ["--enable-source-maps", join(folder, "main.ts")], { encoding: "utf8" });
  const { line } = positionOf(rule.origin.span);
  expect(stack).toContain(`${rule.origin.span.source.name}:${line}:`);
});
