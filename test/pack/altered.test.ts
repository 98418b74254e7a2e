// A pack is what was written byte for byte, or it is refused: tried on every byte of a small one where many are asked for, and on
// every twelfth in an ordinary run.

import { expect, test } from "vitest";
import { makePack, makeReplayer, noteFiles, readPack, writePack } from "../../src/documents.ts";
import type { Pack } from "../../src/documents.ts";
import { openCase } from "../../src/explain/case.ts";
import { compile } from "../../src/compile.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { sha256 } from "../../src/cli/sha256.ts";

const source = makeSource(
  "small.rollcall",
  `school policy small "Small School"
in force from 2025-09-01
code / "Present" attending on site
code O "Away without leave" unauthorised
role office "Office"
role parents "Parents"
act telephone "telephoned"
register morning { opens 09:00 closes 09:20 }
procedure away "Away" for each absence {
  step call "Call" on start {
    office must telephone parents by 09:45
  }
}
`.replaceAll("{ opens 09:00 closes 09:20 }", "{\n  opens 09:00\n  closes 09:20\n}"),
);
const nothing = { layer: () => undefined, beside: () => undefined };
const day = knownDay("2026-03-02");
const spring = { name: "spring", from: day - 40, to: day + 40 };
const calendar = makeCalendar({
  name: "Small",
  years: [{ ...spring, terms: [{ ...spring, halfTerms: [spring] }] }],
  bankHolidays: [],
  inset: [],
  closed: [],
  oneSession: [],
});

function smallPack(compiler: string): Pack {
  const noted = noteFiles(source, nothing, sha256);
  const { ready, model, diagnostics } = compile(source, noted.library);
  if (ready === undefined || model === undefined) throw new Error(JSON.stringify(diagnostics.map(({ code }) => code)));
  const policy = { ...ready, model };
  const pupil = {
    id: "P1",
    name: "Zoë",
    year: 3,
    onRoll: [{ from: day - 40 }],
    flags: [],
    parents: [],
    attributes: {},
  };
  const record = { pupil, marks: [{ pupil: "P1", day, half: "AM" as const, code: "O" }], arrivals: [], log: [] };
  const opened = openCase(policy, makeWorld(policy.program, calendar), record, lastInstant(day));
  return makePack({ opened, files: noted.files(), compiler }, sha256);
}

const stride = Number(process.env["PUPILS"] ?? 10) > 1000 ? 1 : 12;
const replay = makeReplayer(sha256, "1.0.0");
const bytes = new TextEncoder().encode(writePack(smallPack("1.0.0")));

/** As the command reads it: undefined where it is no text or no pack. */
function outcomeOf(changed: Uint8Array): ReturnType<typeof replay>["kind"] | "refused" {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(changed);
  } catch {
    return "refused";
  }
  const reading = readPack(text);
  return reading.kind === "pack" ? replay(reading.pack).kind : "refused";
}

test("as it was written it is the same", () => {
  expect(smallPack("1.0.0").decided.explanations.length).toBeGreaterThan(0);
  expect(outcomeOf(bytes)).toBe("same");
});

test.each([
  ["another in place of it", (at: number) => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte))],
  ["a digit or letter more", (at: number) => Uint8Array.from([...bytes.subarray(0, at), 0x31, ...bytes.subarray(at)])],
  ["a blank more", (at: number) => Uint8Array.from([...bytes.subarray(0, at), 0x20, ...bytes.subarray(at)])],
  ["it left out", (at: number) => Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])],
])("in place after place: %s, and the pack is refused", (_, change) => {
  const passed: number[] = [];
  for (let at = 0; at < bytes.length; at += stride) {
    const kind = outcomeOf(change(at));
    if (kind !== "altered" && kind !== "refused") passed.push(at);
  }
  expect(passed).toEqual([]);
});

test("the mark that some programs put before a text, a line break of another kind, and keys in another order are refused", () => {
  const text = writePack(smallPack("1.0.0"));
  const { compiler, format, ...others } = JSON.parse(text) as Pack;
  for (const changed of [
    `\u{FEFF}${text}`,
    text.replaceAll("\n", "\r\n"),
    JSON.stringify(JSON.parse(text)),
    `${JSON.stringify({ compiler, format, ...others }, null, 1)}\n`,
  ]) {
    const reading = readPack(changed);
    expect(reading).toMatchObject({ kind: "fault", says: expect.stringMatching(/not JSON|laid out otherwise/) });
  }
});

test("the version that made it is under the hash of the whole", () => {
  const pack = smallPack("1.0.0");
  expect(replay({ ...pack, compiler: "0.9.0" })).toEqual({ kind: "altered", parts: ["whole"] });
  expect(replay({ ...pack, asOf: pack.asOf - 1 })).toEqual({ kind: "altered", parts: ["whole"] });
});

test("a pack that another version of Rollcall made says so, whatever comes of it", () => {
  expect(replay(smallPack("0.9.0"))).toEqual({ kind: "same", compiler: "0.9.0" });
});

test("a pack of an older form is told to be one", () => {
  const text = writePack(smallPack("1.0.0")).replace('"version": 2', '"version": 1');
  expect(readPack(text)).toMatchObject({ kind: "fault", place: "version", says: expect.stringContaining("form 1") });
});

test("a pack that holds lists within lists without end is refused like any other that is none", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const text = writePack(smallPack("1.0.0")).replace('"overturned": []', `"overturned": [${deep}]`);
  expect(text).toContain(deep);
  expect(readPack(text)).toMatchObject({ kind: "fault", says: expect.stringContaining("more than 1000 deep") });
});
