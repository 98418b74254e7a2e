// The page for people who know spreadsheets is true: its blocks, one below the other, are a policy whose example comes out.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { readCalendarPlan } from "../../src/data/read-calendar.ts";
import { runExample } from "../../src/examples/run-example.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { makeSource } from "../../src/source/text.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { root } from "../source-files.ts";
import { withoutPlaces } from "../syntax/without-places.ts";

const page = readFileSync(`${root}grammar/yaml.md`, "utf8");
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);
const yaml = blocks.join("\n");
const source = makeSource("hill-top.rollcall.yaml", yaml);
const compilation = compile(source, { layer: () => undefined, beside: () => undefined });

test("its blocks make one sound policy", () => {
  expect(blocks.length).toBeGreaterThan(6);
  expect(compilation.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([]);
});

test("its example comes out as written", () => {
  const calendarText = readFileSync(`${root}test/cli/fixtures/hill-top/calendar.yaml`, "utf8");
  const { plan } = readCalendarPlan(makeSource("calendar.yaml", calendarText));
  const { ready, model, examples } = compilation;
  if (ready === undefined || model === undefined || plan === undefined) throw new Error("it cannot be run");
  const calendar = makeCalendar(plan);
  const results = examples.map((example) => runExample({ ...ready, model }, example, calendar));
  expect(results.map(({ passed }) => passed)).toEqual([true]);
});

test("it goes to the text form and back without loss", () => {
  const { policy } = parseYamlPolicy(source);
  if (policy === undefined) throw new Error("it cannot be read");
  const text = printPolicy(policy);
  const again = parsePolicy(makeSource("hill-top.rollcall", text)).policy;
  expect(again && withoutPlaces(parseYamlPolicy(makeSource("a.rollcall.yaml", toYaml(again))).policy)).toEqual(
    withoutPlaces(policy),
  );
});
