// The conformance suite: every case has the form it says it has, and comes out as written in the interpreter and every compiled form.

import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { interpret } from "../../src/backends/interpreter/interpret.ts";
import { registerPart } from "../../src/ir/register-part.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { dayOf, lastInstant } from "../../src/school/moment.ts";
import { withoutUndefined } from "../../src/support/without-undefined.ts";
import { forms, interpreter } from "../agreement/forms.ts";
import { readyPolicy } from "../agreement/ready-policy.ts";
import { registerForms } from "../agreement/register-forms.ts";
import { registerOnly } from "../backends/sql/differences.ts";
import type { CaseFile } from "./case-file.ts";
import { plainOutcome } from "./plain-outcome.ts";
import { readCase } from "./read-case.ts";

const here = new URL(".", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, here), "utf8");
const cases = readdirSync(here).filter((name) => name.endsWith(".yaml"));
const isCase = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(textOf("case.schema.json")));

/** A module with a runtime of its own has the text of one that shares it: in an ordinary run the latter is enough. */
const many = process.env["PUPILS"] !== undefined;
const compared = [interpreter, ...forms.filter(({ every }) => many || every < 10)];

test.each(cases)("%s comes out as written in every form", async (name) => {
  const file = parse(textOf(name)) as CaseFile;
  expect(isCase(file), JSON.stringify(isCase.errors)).toBe(true);
  const { policy, plan, record, expected } = readCase(textOf(name));
  const ready = readyPolicy(policy);
  if (ready === undefined) throw new Error("the policy is not sound");
  const calendar = makeCalendar(plan);
  for (const form of compared) {
    const evaluate = (await form.open(ready))(calendar);
    for (const { asOf, outcome } of expected) {
      const said = evaluate(record, asOf);
      if (said !== undefined) expect(plainOutcome(said), form.name).toEqual(outcome);
    }
  }
});

/** Marks that were known late are to the register what they are in the end, and so said otherwise before. */
const ofTheRegister = cases.filter((name) =>
  ((parse(textOf(name)) as CaseFile)["other-marks"] ?? []).every(
    ({ known, setting }) => known === undefined && setting !== undefined,
  ),
);

test.each(ofTheRegister)(
  "what the register decides of %s comes out as written in batches and queries",
  async (name) => {
    const { policy, plan, record, expected } = readCase(textOf(name));
    const ready = readyPolicy(policy);
    if (ready === undefined) throw new Error("the policy is not sound");
    const calendar = makeCalendar(plan);
    const world = makeWorld(interpret(registerPart(ready.ready.ir).part), calendar);
    const plain = registerOnly(record);
    const days = expected.filter(({ asOf }) => asOf === lastInstant(dayOf(asOf)));
    for (const { asOf, outcome } of days) {
      const { statuses, bands, measures } = plainOutcome(evaluatePupil(world, plain, asOf));
      expect(outcome).toMatchObject(withoutUndefined({ statuses, bands, measures }));
    }
    const last = days.at(-1)?.asOf;
    if (last === undefined) return;
    const question = { calendar, asOf: dayOf(last), records: [record] };
    const turn = cases.indexOf(name);
    const isAboutQueries = (parse(textOf(name)) as CaseFile).rules?.includes("S35") === true;
    const asked = registerForms.filter(
      ({ every }) => many || isAboutQueries || every === 1 || turn % Math.ceil(every / 5) === 0,
    );
    for (const form of asked) expect(await form.compare(ready, question, new Map()), form.name).toEqual([]);
  },
);

test("every rule on meaning, time and backends has a case, and no case names a rule that there is not", () => {
  const stated = [
    ...readFileSync(new URL("../../grammar/README.md", here), "utf8").matchAll(/\*\*S(\d+)(?:, S(\d+))?/g),
  ]
    .flatMap((match) => [match[1], match[2]])
    .filter((rule) => rule !== undefined)
    .map((rule) => `S${rule}`);
  const shown = new Set(cases.flatMap((name) => (parse(textOf(name)) as CaseFile).rules ?? []));
  expect(stated.length).toBe(35);
  expect(stated.filter((rule) => !shown.has(rule))).toEqual([]);
  expect([...shown].filter((rule) => !stated.includes(rule))).toEqual([]);
});

test("the schema refuses a case with a word too many, and one whose moment is none", () => {
  const file = parse(textOf(cases[0] ?? "")) as CaseFile;
  expect(isCase({ ...file, remark: "x" })).toBe(false);
  expect(isCase({ ...file, expected: [{ "as-of": "yesterday" }] })).toBe(false);
});
