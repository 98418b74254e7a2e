// A decision can be made again from its pack alone, and whatever was changed in the pack shows.

import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/cli/sha256.ts";
import { compile } from "../../src/compile.ts";
import { knownBy, makePack, makeReplayer, readPack, writePack } from "../../src/documents.ts";
import type { Pack } from "../../src/documents.ts";
import { openCase } from "../../src/explain/case.ts";
import { hashOfWhole } from "../../src/pack/pack.ts";
import { unpackFiles } from "../../src/pack/packed-library.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { makeCalendar } from "../../src/school/calendar.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant, momentOf } from "../../src/school/moment.ts";
import type { PupilRecord } from "../../src/school/record.ts";
import { randomRecord } from "../random-record.ts";
import { COMPILER, packOf, policyOf, sample, springDays } from "./sample-term.ts";

/** As it comes out of a file. */
function written(pack: Pack): Pack {
  const reading = readPack(writePack(pack));
  if (reading.kind !== "pack") throw new Error(`${reading.place}: ${reading.says}`);
  return reading.pack;
}

/** By somebody who knows how the hash of the whole is made. */
function resealed(pack: Pack): Pack {
  return { ...pack, hashes: { ...pack.hashes, whole: hashOfWhole(pack, sha256) } };
}

const one = (): PupilRecord => sample.school.pupils[6] as PupilRecord;
const morning = momentOf(knownDay("2026-03-13"), 8 * 3600 + 45 * 60);

test("a pack is replayed to the letter, from its own texts and facts", () => {
  expect(makeReplayer(sha256, COMPILER)(written(packOf(one(), morning)))).toEqual({ kind: "same" });
});

test("made again from its texts and facts alone, the whole pack has the same bytes", () => {
  const text = writePack(packOf(one(), morning));
  const { files, calendar, record, asOf, compiler } = written(packOf(one(), morning));
  const unpacked = unpackFiles(files);
  if (unpacked === undefined) throw new Error("no policy in it");
  const { ready, model } = compile(unpacked.source, unpacked.library);
  if (ready === undefined || model === undefined) throw new Error("not sound");
  const world = makeWorld(ready.program, makeCalendar(calendar));
  const opened = openCase({ ...ready, model }, world, record, asOf);
  expect(writePack(makePack({ opened, files, compiler }, sha256))).toBe(text);
});

describe("the sample school's spring term", () => {
  const many = Number(process.env["PUPILS"] ?? 10) > 1000;
  const pupils = many ? sample.school.pupils : sample.school.pupils.filter((_, index) => index % 20 === 0);
  const asked = many ? springDays : springDays.filter((_, index) => index % 4 === 0);

  test(
    `${pupils.length} pupils on ${asked.length} school days: every decision is made again as it was`,
    { timeout: 3_600_000 },
    () => {
      const replay = makeReplayer(sha256, COMPILER);
      let owed = 0;
      for (const record of pupils) {
        for (const day of asked) {
          const pack = written(packOf(record, lastInstant(day)));
          expect(replay(pack), `${record.pupil.id} on ${day}`).toEqual({ kind: "same" });
          owed += pack.decided.explanations.length;
        }
      }
      // A replay of decisions about nothing would prove nothing.
      expect(owed).toBeGreaterThan(100);
    },
  );
});

test.each(["delapre", "celt"])(
  "the facts known by a moment come to what all facts come to at that moment: %s (S7)",
  (name) => {
    const { policy } = policyOf(name);
    const { calendar } = sample;
    const own = makeWorld(policy.program, calendar);
    for (let seed = 1; seed <= 12; seed++) {
      const from = knownDay("2025-09-08") + seed * 5;
      const record = randomRecord(policy.program, calendar, seed, from, from + 60);
      const asOf = momentOf(from + 10 + seed * 3, 10 * 3600 + seed * 1800);
      expect(evaluatePupil(own, knownBy(record, asOf), asOf), `pupil ${seed}`).toEqual(
        evaluatePupil(own, record, asOf),
      );
    }
  },
);

describe("what was changed in a pack shows", () => {
  test.each([
    [
      "a mark",
      "facts",
      (pack: Pack): Pack => ({ ...pack, record: { ...pack.record, marks: pack.record.marks.slice(1) } }),
    ],
    [
      "a figure of the policy",
      "policy",
      (pack: Pack): Pack => ({
        ...pack,
        files: pack.files.map((file) =>
          file.kind === "policy" ? { ...file, text: file.text.replace("below 95%", "below 96%") } : file,
        ),
      }),
    ],
    [
      "a day of the calendar",
      "calendar",
      (pack: Pack): Pack => ({ ...pack, calendar: { ...pack.calendar, inset: [] } }),
    ],
    [
      "what was decided",
      "decided",
      (pack: Pack): Pack => ({ ...pack, decided: { ...pack.decided, explanations: [] } }),
    ],
  ])("%s", (_, part, change) => {
    const changed = change(written(packOf(one(), morning)));
    expect(makeReplayer(sha256, COMPILER)(changed)).toEqual({ kind: "altered", parts: [part] });
  });

  test("a decision that comes out otherwise is told with its first difference, even where the hashes were made to fit", () => {
    const pack = written(packOf(one(), morning));
    const decided = structuredClone(pack.decided) as unknown as { outcome: { statuses: { holds?: boolean }[] } };
    const [status] = decided.outcome.statuses;
    if (status !== undefined) status.holds = status.holds !== true;
    const forged = resealed({
      ...pack,
      decided,
      hashes: { ...pack.hashes, decided: sha256(JSON.stringify(decided)) },
    } as unknown as Pack);
    expect(makeReplayer(sha256, COMPILER)(forged)).toMatchObject({
      kind: "different",
      place: "outcome.statuses.0.holds",
    });
  });

  test("a policy that this compiler cannot run is told, and nothing is decided", () => {
    const pack = written(packOf(one(), morning));
    const files = pack.files.map((file) => {
      const text = `${file.text}\nnonsense here`;
      return file.kind === "policy" ? { ...file, text, hash: sha256(text) } : file;
    });
    const broken = resealed({ ...pack, files, hashes: { ...pack.hashes, policy: sha256(JSON.stringify(files)) } });
    expect(makeReplayer(sha256, COMPILER)(broken)).toMatchObject({ kind: "unsound" });
  });
});

describe("what is no pack", () => {
  const text = (): string => writePack(packOf(one(), morning));
  test.each([
    ["nothing", "", /not JSON/],
    ["another file", '{"format":"rollcall/explanation"}', /./],
    ["a list", "[]", /./],
    ["null", "null", /./],
  ])("%s is refused with a word on why", (_, given, says) => {
    const reading = readPack(given);
    expect(reading.kind).toBe("fault");
    if (reading.kind === "fault") expect(reading.says).toMatch(says);
  });

  test("a mark without a day is refused at its place", () => {
    const reading = readPack(text().replace(/"day": \d+,/, ""));
    expect(reading).toMatchObject({ kind: "fault", place: expect.stringContaining("record.marks.0") });
  });

  test("a calendar that makes no sense is refused before anything is decided by it", () => {
    const reading = readPack(text().replace(/"from": (\d+),(\s+)"to": \d+/, '"from": $1,$2"to": 1'));
    expect(reading).toMatchObject({ kind: "fault", place: expect.stringContaining("calendar") });
  });
});
