// Every compiled form says what the interpreter says, of every policy there is: of pupils by chance, of examples, of a sample
// school day by day over two school years and the change of codes between them, and of random policies under the seeds of an
// ordinary run. `npm run agree:policies` takes ten thousand pupils and every day; `npm run agree` draws policies by the minute.

import { describe, expect, test } from "vitest";
import { withYaml } from "../../src/compile.ts";
import { makeSample } from "../../src/data/sample.ts";
import { draft, examplesOf } from "../../src/draft.ts";
import { schoolOf } from "../../src/examples/school-of.ts";
import { rehearse } from "../../src/morning/rehearse.ts";
import { remember } from "../../src/support/remember.ts";
import { finished } from "../../src/support/finished.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant, momentOf } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { calendarOf, libraryOf, readText } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";
import { firstDifference } from "./first-difference.ts";
import { forms, interpreter } from "./forms.ts";
import type { ReadyPolicy } from "./ready-policy.ts";
import { registerForms } from "./register-forms.ts";
import { tryPolicy } from "./try-policy.ts";

const many = process.env["PUPILS"] !== undefined;
const pupils = Number(process.env["PUPILS"] ?? 3);
const hour = 3_600_000;
const policies = ["hall-green", "delapre", "rufford", "newquay", "slade", "invictus", "celt", "atlp"];

const files = new Map(
  policies.map((name) => [name, new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url)]),
);

function fileOf(name: string): URL {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no policy ${name}`);
  return file;
}

/** Each policy once: what is unwise in it is left to others. */
const readFile = remember((file: URL) => {
  const source = readText(file);
  if (source === undefined) throw new Error(`no file ${file.pathname}`);
  const drafted = draft(source, withYaml(libraryOf(file)));
  const { ast, model, ready } = drafted;
  if (model === undefined || ready === undefined) throw new Error("the policy is not sound");
  return { examples: examplesOf(drafted).examples, calendar: calendarOf({ ast, source }), policy: { model, ready } };
});

/** In an ordinary run, what is quick to run again and again. */
const quick = many ? forms : forms.filter(({ every }) => every === 1);

/** Compares forms with the interpreter, and gives what the interpreter said. */
async function comparing(policy: ReadyPolicy, calendar: Calendar, compared = quick) {
  const reference = (await interpreter.open(policy))(calendar);
  const opened = await Promise.all(
    compared.map(async ({ name, open }) => ({ name, evaluate: (await open(policy))(calendar) })),
  );
  return (record: PupilRecord, asOf: Moment, whose: string) => {
    const expected = reference(record, asOf);
    for (const { name, evaluate } of opened) {
      const found = evaluate(record, asOf);
      if (found !== undefined) expect(firstDifference(expected, found), `${whose}: ${name}`).toBeUndefined();
    }
    return expected;
  };
}

describe.each(policies)("%s", (name) => {
  test(`${pupils} pupils by chance have the same outcome in every form`, { timeout: hour }, async () => {
    const { calendar, policy } = readFile(fileOf(name));
    const compare = await comparing(policy, calendar, forms);
    const reached = new Set<string>();
    for (let seed = 1; seed <= pupils; seed++) {
      const chance = makeChance(seed + 77);
      const from = knownDay("2025-09-01") + chance(120);
      const to = from + 15 + chance(60);
      const record = randomRecord(policy.ready.program, calendar, seed, from, to);
      const asOf = momentOf(to, 8 * 3600 + chance(12 * 3600));
      for (const { rule, state } of compare(record, asOf, `pupil ${seed}`).obligations) reached.add(`${rule} ${state}`);
    }
    // An agreement about things that never happen proves nothing.
    expect(reached.size).toBeGreaterThan(15);
  });

  test("examples have the same outcome in every form", { timeout: hour }, async () => {
    const { calendar, policy, examples } = readFile(fileOf(name));
    expect(examples.length).toBeGreaterThan(20);
    await compareExamples(policy, calendar, examples);
  });

  test(
    "the sample school has the same outcome in every form, day by day over two school years",
    { timeout: hour },
    async () => {
      const { policy } = readFile(fileOf(name));
      const [first, last] = [knownDay("2023-09-04"), knownDay("2025-07-22")];
      const options = { seed: 5, pupils: many ? 12 : 1, from: first, until: lastInstant(last) };
      const { school, calendar } = makeSample(options);
      const world = makeWorld(policy.ready.program, calendar);
      const compare = await comparing(policy, calendar);
      const records = finished(rehearse({ world, school, asOf: options.until, seed: 5 })).pupils;
      let owed = 0;
      for (const record of records) {
        for (let day = first + (many ? 0 : 40); day <= last; day += many ? 1 : 97)
          owed += compare(record, lastInstant(day), `${record.pupil.id} on day ${day}`).obligations.length;
      }
      expect(owed).toBeGreaterThan(0);
    },
  );
});

async function compareExamples(
  policy: ReadyPolicy,
  calendar: Calendar,
  examples: ReturnType<typeof readFile>["examples"],
): Promise<void> {
  const world = makeWorld(policy.ready.program, calendar);
  const compare = await comparing(policy, calendar);
  for (const example of examples.filter((_example, index) => many || index % 6 === 0)) {
    const record = schoolOf(world, example).pupils[0];
    const moments = [...new Set(example.expectations.map(({ at }) => at))].slice(many ? 0 : -1);
    for (const asOf of record === undefined ? [] : moments) compare(record as PupilRecord, asOf, example.title);
  }
}

/** Every construct of the language, once at least. */
const meanings = new URL("../semantics/", import.meta.url);

test.each(["facts", "figures", "procedures", "time"])(
  "the examples of the semantics' %s have the same outcome in every form",
  { timeout: hour },
  async (name) => {
    const { calendar, policy, examples } = readFile(new URL(`${name}.rollcall`, meanings));
    await compareExamples(policy, calendar, examples);
  },
);

/** The seeds of an ordinary run, among them every seed that once showed a difference. */
const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

test.each(seeds)("the random policy of seed %i says the same in every form", { timeout: hour }, async (seed) => {
  const { mismatch, sound, cases } = await tryPolicy(seed, { calendars: 2, pupils: 6 }, new Map(), [
    ...forms,
    ...registerForms,
  ]);
  expect(mismatch === undefined ? undefined : `${mismatch.form.name}: ${mismatch.difference}`).toBeUndefined();
  expect(sound && cases > 0).toBe(true);
});
