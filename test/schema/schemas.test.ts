// Schemas of what an evaluation takes and says: nothing real is refused, nothing broken let through, and each fault is said plainly.

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { namesOf } from "../../src/ir/policy-names.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import type { Outcome } from "../../src/runtime/outcome.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { outcomeSchemaOf, recordSchema, schemasOf, toJsonSchema } from "../../src/schema.ts";
import type { PolicyRecord } from "../../src/schema.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { calendarOf, compileFile } from "../policy-files.ts";
import { randomRecord } from "../random-record.ts";

const compiled = new Map<string, ReturnType<typeof open>>();

function open(name: string) {
  const compilation = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  const { ready, model } = compilation;
  if (ready === undefined || model === undefined) throw new Error("the policy is not sound");
  const calendar = calendarOf(compilation);
  const world = makeWorld(ready.program, calendar);
  const cases = Array.from({ length: 3 }, (_, seed): readonly [PolicyRecord, Outcome] => {
    const from = knownDay("2025-10-06") + seed * 20;
    const record = randomRecord(ready.program, calendar, seed + 1, from, from + 40);
    return [{ ...record, calendar: calendar.plan }, evaluatePupil(world, record, lastInstant(from + 40))];
  });
  return { ...schemasOf({ ir: ready.ir, model }), names: namesOf(model, ready.ir), cases };
}

function policy(name: string) {
  const known = compiled.get(name) ?? open(name);
  compiled.set(name, known);
  return known;
}

/** As another program would have it, from a file or a wire. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(["hall-green", "celt"])("the schemas of %s", (name) => {
  test("take what its evaluation takes and says, as values and through JSON", () => {
    const { record, outcome, cases } = policy(name);
    let seen = 0;
    for (const [taken, said] of cases) {
      expect(record.parse(taken)).toEqual(taken);
      expect(record.parse(throughJson(taken))).toEqual(taken);
      expect(outcome.parse(said)).toEqual(said);
      expect(outcome.parse(throughJson(said))).toEqual(said);
      expect(outcomeSchemaOf().parse(said)).toEqual(said);
      seen += said.obligations.length;
    }
    expect(seen).toBeGreaterThan(20);
  });

  test("say the same as their JSON Schemas do to another reader", () => {
    const { record, outcome, cases } = policy(name);
    const ajv = new Ajv2020({ strict: false, allErrors: false });
    const reads = ajv.compile(toJsonSchema(record, "record"));
    const says = ajv.compile(toJsonSchema(outcome, "outcome"));
    for (const [taken, said] of cases) {
      expect(reads(throughJson(taken)), ajv.errorsText(reads.errors)).toBe(true);
      expect(says(throughJson(said)), ajv.errorsText(says.errors)).toBe(true);
      expect(reads({ ...(throughJson(taken) as object), mark: [] })).toBe(false);
      const [first] = said.statuses;
      expect(says({ ...(throughJson(said) as object), statuses: [{ ...first, name: "not-a-status" }] })).toBe(false);
    }
  });

  test("are JSON Schemas of 2020-12", () => {
    const { record, outcome } = policy(name);
    for (const schema of [record, outcome]) {
      const written = toJsonSchema(schema, `what ${name} takes or says`);
      expect(written).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
      expect(new Ajv2020({ strict: false }).validateSchema(written)).toBe(true);
    }
  });
});

test("another policy's outcome is refused, since its names are others", () => {
  const [, said] = policy("celt").cases[0] ?? [];
  const { success, error } = policy("hall-green").outcome.safeParse(said);
  expect(success).toBe(false);
  expect(error?.issues.map(({ message }) => message).join("\n")).toMatch(/is none of the statuses\./);
});

/** What is done to a sound record, and the sentence that comes of it. */
const slips: readonly (readonly [string, (record: PolicyRecord) => unknown, string, string])[] = [
  [
    "a key with a slip in it",
    (r) => ({ ...r, marcs: [] }),
    "",
    "`marcs` is not a key that anything reads here. Leave it out, or look for a slip in the name.",
  ],
  ["a missing list", ({ log: _log, ...r }) => r, "log", "This is missing: a list of records."],
  [
    "a day as a text",
    (r) => ({ ...r, pupil: { ...r.pupil, onRoll: [{ from: "2025-09-01" }] } }),
    "pupil.onRoll.0.from",
    'This should be a whole number: the day, counted from 1970-01-01, and it is the text "2025-09-01".',
  ],
  [
    "half a day",
    (r) => ({ ...r, pupil: { ...r.pupil, born: 12.5 } }),
    "pupil.born",
    "This should be a whole number: the day, counted from 1970-01-01, and it is 12.5, which is not a whole number.",
  ],
  [
    "a Date for a day",
    (r) => ({ ...r, pupil: { ...r.pupil, born: new Date(0) } }),
    "pupil.born",
    "This should be a whole number: the day, counted from 1970-01-01, and it is a JavaScript Date.",
  ],
  [
    "milliseconds for a day",
    (r) => ({ ...r, marks: [{ pupil: r.pupil.id, day: 1_772_409_600_000, half: "AM", code: "/" }] }),
    "marks.0.day",
    "This should be a whole number: the day, counted from 1970-01-01, and it is the number 1772409600000.",
  ],
  [
    "milliseconds for a moment",
    (r) => ({ ...r, arrivals: [{ pupil: r.pupil.id, at: 1_772_409_600_000, fields: {} }] }),
    "arrivals.0.at",
    "This should be a whole number: the moment, in seconds from the first of 1970 on the school's own clock, and it is the number 1772409600000.",
  ],
  [
    "time on roll that ends before it begins",
    (r) => ({ ...r, pupil: { ...r.pupil, onRoll: [{ from: 20_514, to: 20_513 }] } }),
    "pupil.onRoll.0.to",
    "This ends on 2026-03-01, before it begins on 2026-03-02.",
  ],
  [
    "attributes that are missing",
    ({ pupil: { attributes: _attributes, ...pupil }, ...r }) => ({ ...r, pupil }),
    "pupil.attributes",
    "This is missing: a group of keys and values: attributes, each a text.",
  ],
  [
    "a half of the day that is none",
    (r) => ({ ...r, marks: [{ pupil: "P", day: 1, half: "am", code: "/" }] }),
    "marks.0.half",
    '`am` is none of the halves of a day. Did you mean "AM"?',
  ],
  [
    "a calendar that is turned round",
    ({ calendar, ...r }) => ({ ...r, calendar: { ...calendar, inset: [4, 4] } }),
    "calendar.inset.1",
    "1970-01-05 is listed twice.",
  ],
  [
    "a mark of another pupil",
    (r) => ({ ...r, pupil: { ...r.pupil, id: "P2" }, marks: [{ pupil: "P9", day: 1, half: "AM", code: "/" }] }),
    "marks.0.pupil",
    "This is a fact of P9, in the record of P2: each pupil has facts of their own.",
  ],
];

test.each(slips)("%s is refused at its place, in plain words", (_what, change, path, message) => {
  const [record] = policy("hall-green").cases[0] ?? [];
  if (record === undefined) throw new Error("no record");
  const { error } = recordSchema.safeParse(change(record));
  expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toContainEqual([path, message]);
});

test("a decision and a role that the policy has not are refused where they stand", () => {
  const { outcome, cases } = policy("hall-green");
  const said = cases.map(([, each]) => each).find(({ questions }) => questions.length > 0);
  const [question] = said?.questions ?? [];
  expect(outcome.safeParse(said).success).toBe(true);
  const { error } = outcome.safeParse({ ...said, questions: [{ ...question, decision: "none", by: ["nobody"] }] });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["questions.0.decision", "questions.0.by.0"]);
});

test("a step of another procedure is refused where it stands", () => {
  const { outcome, cases } = policy("hall-green");
  const said = cases.map(([, each]) => each).find(({ obligations }) => obligations.length > 0);
  const [obligation] = said?.obligations ?? [];
  const { error } = outcome.safeParse({ ...said, obligations: [{ ...obligation, step: "no-such-step" }] });
  expect(error?.issues).toMatchObject([{ path: ["obligations", 0, "step"] }]);
  expect(error?.issues[0]?.message).toContain("`no-such-step` is none of the steps.");
});

test("what reads Standard Schema can use them as they are", async () => {
  const { cases } = policy("hall-green");
  const [record] = cases[0] ?? [];
  const standard = recordSchema["~standard"];
  expect([standard.version, standard.vendor]).toEqual([1, "zod"]);
  expect(await standard.validate(record)).toEqual({ value: record });
  const refused = await standard.validate({ ...record, arrivals: undefined });
  expect(refused.issues).toMatchObject([{ path: ["arrivals"], message: "This is missing: a list of arrivals." }]);
});
