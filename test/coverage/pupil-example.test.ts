// A pupil of the page as an example of the policy: it must come out as written when it stands in the policy's file.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { addExample } from "../../src/coverage/add-example.ts";
import { pupilExample } from "../../src/coverage/pupil-example.ts";
import { runExample } from "../../src/examples/run-example.ts";
import { parseDay } from "../../src/school/day.ts";
import { momentOf } from "../../src/school/moment.ts";
import type { LogRecord, Mark } from "../../src/school/record.ts";
import { makeSource } from "../../src/source/text.ts";
import type { ToldPupil } from "../../src/witness/example-text.ts";
import { calendarOf, libraryOf, readText } from "../policy-files.ts";

const day = (text: string): number => parseDay(text) ?? 0;

const file = new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url);
const library = libraryOf(file);

function openHallGreen(text?: string) {
  const plain = readText(file);
  if (plain === undefined) throw new Error("Hall Green's policy is not there");
  const source = text === undefined ? plain : makeSource(plain.name, text);
  const compilation = compile(source, library);
  const { ast, ready, model } = compilation;
  if (ast === undefined || ready === undefined || model === undefined) throw new Error("Hall Green does not run");
  const calendar = calendarOf(compilation);
  return { compilation, ground: { policy: { ...ready, model }, ast, source, calendar, library } };
}

/** Ten sessions of holiday in the first week of March, looked at on the Monday after, at four. */
function holiday(people: readonly string[], log: readonly LogRecord[] = []): ToldPupil {
  const first = day("2026-03-02");
  const marks = [0, 1, 2, 3, 4].flatMap((place): readonly Mark[] => [
    { pupil: "pupil", day: first + place, half: "AM", code: "G" },
    { pupil: "pupil", day: first + place, half: "PM", code: "G" },
  ]);
  return {
    pupil: {
      id: "pupil",
      year: 4,
      onRoll: [{ from: day("2025-09-01") }],
      flags: [],
      parents: people.map((person) => ({ person, responsibility: true, livesWith: true, cares: true })),
      attributes: {},
    },
    marks,
    arrivals: [],
    log,
    at: momentOf(day("2026-03-09"), 16 * 3600),
  };
}

describe("a pupil as an example", () => {
  const { ground } = openHallGreen();

  test("comes out as written once it stands in the policy's file", () => {
    const made = pupilExample(ground, "a week's holiday", holiday(["mother", "father"]));
    expect(made.text).toContain('week of 2026-03-02 "GG GG GG GG GG"');
    expect(made.text).toContain("headteacher must consider penalty-notice");
    expect(made.expected).toBeGreaterThan(1);
    const added = addExample(ground.source, made.text ?? "", "from the page");
    const again = openHallGreen(added);
    const example = again.compilation.examples.find(({ title }) => title === "a week's holiday");
    if (example === undefined) throw new Error("the example is not in the file");
    expect(runExample(again.ground.policy, example, again.ground.calendar).passed).toBe(true);
  });

  test("has another title where the policy has one of that name already", () => {
    const taken = ground.ast.declarations.find((node) => node.kind === "example");
    const title = taken?.kind === "example" ? taken.title.text : "";
    const made = pupilExample(ground, title, holiday(["mother"]));
    expect(made.text).toContain(`${title.replaceAll('"', '""')} (2)`);
  });

  test("names people as the language does, two of one name apart, whatever was typed", () => {
    const made = pupilExample(ground, "people", holiday(["Zoë O'Neil", "zoe o neil", "=HYPERLINK(1)", "<script>"]));
    expect(made.text).toContain("parents zoe-o-neil, zoe-o-neil-2, hyperlink-1, script");
  });

  test("is refused, and not broken, where a record cannot be said", () => {
    const record: LogRecord = {
      id: "1",
      pupil: "pupil",
      act: "send",
      object: 'x" } nation policy',
      happened: momentOf(day("2026-03-05"), 36_000),
      fields: {},
    };
    const made = pupilExample(ground, "odd", holiday(["mother"], [record]));
    expect(made.text).toBeUndefined();
    expect(made.expected).toBe(0);
    expect(made.found).toBeGreaterThan(0);
  });
});
