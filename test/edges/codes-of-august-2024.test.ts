// Every code of the two sets, marked on the last session of the older regulations and on the first of the newer ones.

import { expect, test } from "vitest";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { compile } from "../../src/compile.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { calendarOf, compileFile, libraryOf } from "../policy-files.ts";

const file = new URL("august-2024.rollcall", import.meta.url);
const compilation = compileFile(file);
const { program } = compilation.ready ?? {};
if (program === undefined) throw new Error(renderDiagnostics(compilation.diagnostics, { colour: false }));
const world = makeWorld(program, calendarOf(compilation));

const friday = knownDay("2024-08-16");
const monday = knownDay("2024-08-19");

/** How the one mark of that day counts, or `unknown` where it is reported as no code of its day. */
function countsAs(code: string, day: Day): string {
  const pupil = { id: "P1", year: 10, onRoll: [{ from: day }], flags: [], parents: [], attributes: {} };
  const record = { pupil, marks: [{ pupil: "P1", day, half: "AM" as const, code }], arrivals: [], log: [] };
  const { measures, irregularities } = evaluatePupil(world, record, lastInstant(day));
  const held = measures
    .filter(({ name, value }) => name !== "sessions-possible" && value === 1)
    .map(({ name }) => name);
  const possible = measures.find(({ name }) => name === "sessions-possible")?.value;
  const unknown = irregularities.some(({ kind, act }) => kind === "unknown-code" && act === code);
  expect(possible).toBe(held.length);
  if (unknown) return held.length === 0 ? "unknown" : `unknown, and ${held.join(", ")}`;
  return held.length === 0 ? "not counted" : held.map((name) => name.replace("sessions-", "")).join(", ");
}

test.each([
  ["/ \\ L B P V W", "attended", "attended"],
  ["J", "attended", "unknown"],
  ["K", "unknown", "attended"],
  ["C E I M R S T", "authorised", "authorised"],
  ["H", "authorised", "unknown"],
  ["C1 C2 J1", "unknown", "authorised"],
  ["G N O U", "unauthorised", "unauthorised"],
  ["D X Z #", "not counted", "not counted"],
  ["Y", "not counted", "unknown"],
  ["Q Y1 Y2 Y3 Y4 Y5 Y6 Y7", "unknown", "not counted"],
  ["F A Y8 J2", "unknown", "unknown"],
])("%s: %s to 18 August 2024, %s from the 19th", (codes, before, after) => {
  for (const code of codes.split(" ")) {
    expect(countsAs(code, friday), `${code} on 16 August`).toBe(before);
    expect(countsAs(code, monday), `${code} on 19 August`).toBe(after);
  }
});

test("no code of the national layer is left out above", () => {
  const named = new Set([
    "/",
    "\\",
    ..."LBPVWJKCEIMRSTHGNOUDXZ#YQ".split(""),
    "C1",
    "C2",
    "J1",
    ..."1234567".split("").map((n) => `Y${n}`),
  ]);
  expect(program.codes.filter(({ code }) => !named.has(code))).toEqual([]);
  expect(program.codes.map(({ code }) => code).toSorted()).toEqual([...named].toSorted());
});

test("an author who marks an example with the code of the other side is told so", () => {
  const examples = ['on 2024-08-16 marks "J1."', 'on 2024-08-19 marks "J."'];
  const complaints = examples.map((line) => {
    const source = makeSource(
      compilation.source.name,
      `${compilation.source.text}\nexample "x" {\n  pupil year 10\n  ${line}\n  on 2024-08-30 expect not persistently-absent\n}\n`,
    );
    return compile(source, libraryOf(file)).diagnostics.map(({ code }) => code);
  });
  expect(complaints).toEqual([["mark-not-known"], ["mark-not-known"]]);
});
