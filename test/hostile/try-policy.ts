// One text through everything that Rollcall does with a policy, as far as it is sound → what is wrong with the answers.
// Whatever throws is the caller's to catch; `reach` hears how far the text has come.

import { isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { printTree } from "../../src/cli/print-tree.ts";
import type { Compilation } from "../../src/compile.ts";
import { coverClauses } from "../../src/coverage/clause-coverage.ts";
import { policyCalendar } from "../../src/coverage/policy-calendar.ts";
import { applyFixes } from "../../src/diagnostics/apply-fixes.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { toJson } from "../../src/diagnostics/to-json.ts";
import { runExample } from "../../src/examples/run-example.ts";
import { compile } from "../../src/compile.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { formatMoment, lastInstant } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { moduleText } from "../agreement/build-for-test.ts";
import type { CompiledModule } from "../agreement/build-for-test.ts";
import { randomRecord } from "../random-record.ts";
import type { Chance } from "../random-record.ts";
import { usualCalendar } from "./policy-bases.ts";
import type { PolicyBase } from "./policy-bases.ts";
import { faultsOf, wordsOfMachines } from "./faults.ts";
import type { Reach } from "./stages.ts";
import { tryMorning } from "./try-morning.ts";

/** The complaints, each a sentence; none where all is well. */
export async function tryPolicy(
  base: PolicyBase,
  text: string,
  chance: Chance,
  reach: Reach,
): Promise<readonly string[]> {
  reach("compile");
  const source = makeSource(base.path, text);
  const compilation = compile(source, base.library);
  return [
    ...tryDiagnostics(compilation, base, reach),
    ...tryForms(source, reach),
    ...(await tryModel(compilation, base, chance, reach)),
  ];
}

// ---------------------------------------------------------------- what is said of it

function tryDiagnostics(
  { source, diagnostics, ready }: Compilation,
  base: PolicyBase,
  reach: Reach,
): readonly string[] {
  reach("diagnose");
  const complaints = diagnostics.flatMap(faultsOf);
  for (const colour of [false, true]) renderDiagnostics(diagnostics, { colour });
  JSON.stringify(diagnostics.map(toJson));
  if (ready === undefined && !hasErrors(diagnostics)) complaints.push("not sound, and no error says why");
  reach("mend");
  const own = diagnostics.filter(({ span }) => span.source === source);
  const mended = applyFixes(source, own);
  if (mended.applied.length > 0) compile(makeSource(source.name, mended.text), base.library);
  return complaints;
}

// ---------------------------------------------------------------- laid out, and in the other form

/** What can be read can be laid out, as itself and in the other form, and is then the same again. */
function tryForms(source: SourceText, reach: Reach): readonly string[] {
  const { policy, diagnostics } = source.name.endsWith(".yaml") ? parseYamlPolicy(source) : parsePolicy(source);
  if (policy === undefined || hasErrors(diagnostics)) return [];
  reach("print");
  const printed = printPolicy(policy);
  const again = parsePolicy(makeSource("printed.rollcall", printed));
  if (again.policy === undefined || hasErrors(again.diagnostics))
    return [`laid out, it cannot be read: ${renderDiagnostics(again.diagnostics, { colour: false })}\n${printed}`];
  reach("convert");
  const yaml = toYaml(policy);
  const converted = parseYamlPolicy(makeSource("converted.rollcall.yaml", yaml));
  if (converted.policy === undefined || hasErrors(converted.diagnostics))
    return [`as YAML, it cannot be read: ${renderDiagnostics(converted.diagnostics, { colour: false })}\n${yaml}`];
  return [
    ...(printPolicy(again.policy) === printed ? [] : [`laid out again, it is another text:\n${printed}`]),
    ...(withoutEmptyLines(printPolicy(converted.policy)) === withoutEmptyLines(printed)
      ? []
      : [`converted and back, it is another text:\n${printed}`]),
  ];
}

/** A header said twice, which is a fault, is gathered with the first; the empty line between them goes. */
function withoutEmptyLines(text: string): string {
  return text.replaceAll(/\n\s*\n/g, "\n");
}

// ---------------------------------------------------------------- at work

const asOf = lastInstant(knownDay("2026-03-13"));

async function tryModel(
  compilation: Compilation,
  base: PolicyBase,
  chance: Chance,
  reach: Reach,
): Promise<readonly string[]> {
  const { ast, model, ready, examples } = compilation;
  reach("dump");
  for (const tree of [ast, model, ready?.ir]) if (tree !== undefined) printTree(tree);
  const calendar = policyCalendar(compilation, base.library).calendar ?? usualCalendar;
  if (ast === undefined || model === undefined || ready === undefined) return [];
  coverClauses(ast, ["ENG-001"]);
  reach("examples");
  const policy = { ...ready, model };
  for (const example of examples.slice(0, 6)) runExample(policy, example, calendar);
  reach("evaluate");
  const pupils = [chance(1_000_000), chance(1_000_000)].map((seed) =>
    randomRecord(ready.program, calendar, seed, knownDay("2026-01-05"), knownDay("2026-03-20")),
  );
  const school = { name: "Sample", staff: [], log: [], pupils, attributes: {} };
  const said = tryMorning({ policy, school, calendar, asOf, ahead: chance(10) === 0 });
  return [...wordsOfMachines(said), ...(chance(20) === 0 ? await tryModule(compilation, pupils, calendar, reach) : [])];
}

/** Compiled, it is a module that says the same. */
async function tryModule(
  compilation: Compilation,
  pupils: readonly PupilRecord[],
  calendar: Calendar,
  reach: Reach,
): Promise<readonly string[]> {
  const { ready } = compilation;
  if (ready === undefined) return [];
  reach("build");
  const script = ts.transpile(moduleText(compilation), {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ESNext,
  });
  const compiled = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as CompiledModule;
  const world = makeWorld(ready.program, calendar);
  return pupils
    .filter((record) => {
      const says = compiled.evaluate({ ...record, calendar: calendar.plan }, formatMoment(asOf));
      return !isDeepStrictEqual(says, evaluatePupil(world, record, asOf));
    })
    .map(({ pupil }) => `the compiled module says something else of ${pupil.id}`);
}
