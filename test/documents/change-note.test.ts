// The note for governors: golden files that were read by eye, what it claims, and that it points at nobody.

import { describe, expect, test } from "vitest";
import { changeNote, toMarkdown } from "../../src/documents.ts";
import { comparePolicies } from "../../src/diff/compare-policies.ts";
import type { PopulationDiff } from "../../src/diff/compare-populations.ts";
import type { DiffSide } from "../../src/diff/diff-side.ts";
import { compile } from "../../src/compile.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { goldenFolder } from "../golden-folder.ts";
import { calendarOf, compileFile, libraryOf, readText } from "../policy-files.ts";

const golden = goldenFolder(new URL("./golden-changes/", import.meta.url));

function side(name: string, label: string, day: string, change: (text: string) => string = (text) => text): DiffSide {
  const file = new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
  const plain = compileFile(file);
  const source = readText(file);
  if (source === undefined) throw new Error(`there is no ${name}`);
  const { ready, model } = compile(makeSource(source.name, change(source.text)), libraryOf(file));
  if (ready === undefined || model === undefined) throw new Error(`${label} is not sound`);
  const calendar = calendarOf(plain);
  return { label, policy: { ...ready, model }, calendar, day: knownDay(day), onDay: false };
}

const asItStands = side("hall-green", "the policy as it stands", "2026-03-13");
const nothingElse = comparePolicies(asItStands, { ...asItStands, label: "the draft" });

describe("a draft of a policy", () => {
  const draft = side("hall-green", "the draft", "2026-03-13", (text) =>
    text
      .replace("parameter target is 95.5%", "parameter target is 96%")
      .replaceAll(/in-person before 09:30/g, "in-person before 09:00")
      .replace("in force from 2026-02-01", "in force from 2026-04-13")
      .replace(
        "procedure reason-asked",
        `procedure welcome-back "Welcome back" for each absence {
  step call on end of day {
    school should telephone parents
  }
}

procedure reason-asked`,
      ),
  );
  const note = changeNote({ diff: comparePolicies(asItStands, draft) });
  const said = toMarkdown(note);

  test("is noted as it was read", async () => {
    await golden("hall-green-draft.md", said);
  });

  test("says from when, what is stricter, and of whom that is proved", () => {
    expect(said).toContain("The policy after is in force from Mon 13 Apr 2026.");
    expect(said).toContain("| Target | 95.5% | 96% | HAL-021 |");
    expect(said).toContain("It changes for everyone with attendance this year at least 95.5% and below 96%");
    expect(said).toMatch(/### Stricter\n\n.*This is proved for everyone\./);
    expect(said).toContain("| Welcome back, Call | The school should telephone the parents. |");
  });
});

test.each([["celt", "newquay", "2026-03-13"]])("%s beside %s is noted as it was read", async (trust, school, day) => {
  const diff = comparePolicies(side(trust, trust, day), side(school, school, day));
  await golden(`${trust}-${school}.md`, toMarkdown(changeNote({ diff })));
});

test("two days of the law are noted as they were read, and what is not proved is said to be open", async () => {
  const [before, after] = ["2024-08-18", "2024-08-19"].map((day) => ({
    ...side("england", `England on ${day}`, day),
    onDay: true,
  }));
  if (before === undefined || after === undefined) throw new Error("two days were named");
  const said = toMarkdown(changeNote({ diff: comparePolicies(before, after) }));
  await golden("england-2024.md", said);
  expect(said).toContain("The rules of Sun 18 Aug 2024 are set beside those of Mon 19 Aug 2024.");
  expect(said).toMatch(/### Not proved either way\n\n.*Read this as an open question, not as “no change”\./);
});

describe("at a school", () => {
  const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `P${index}`);
  const noted = (change: Partial<PopulationDiff["changes"][number]>, pupils = 200): string => {
    const whole = {
      kind: "duty",
      name: "send letter",
      title: "Send letter",
      before: 20,
      after: 20,
      newly: [],
      noLonger: [],
    };
    const population: PopulationDiff = {
      asOf: lastInstant(knownDay("2026-03-13")),
      pupils,
      touched: (change.newly?.length ?? 0) + (change.noLonger?.length ?? 0),
      changes: [{ ...whole, kind: "duty", ...change }],
      workload: [
        {
          role: "school",
          title: "The school, whoever acts for it",
          weeks: [{ monday: knownDay("2026-03-09"), before: 20, after: 20 + (change.newly?.length ?? 0) }],
        },
      ],
    };
    return toMarkdown(changeNote({ diff: nothingElse, population }));
  };

  test("large counts are told as they are, and the work with them", () => {
    const said = noted({ newly: ids(12), after: 32 });
    expect(said).toContain(
      "The records of 200 pupils were read as they stood at the end of Fri 13 Mar 2026. 12 of them",
    );
    expect(said).toContain("| Send letter | 20 | 32 | 12 | 0 |");
    expect(said).toContain("| The school | 20 | 12 more |");
    expect(said).not.toContain("fewer than 5");
  });

  test.each([
    [{ newly: ids(3), after: 23 }, "| Send letter | 20 | withheld | fewer than 5 | 0 |"],
    [{ noLonger: ids(1), after: 19 }, "| Send letter | 20 | withheld | 0 | fewer than 5 |"],
    [{ newly: ids(8), before: 2, after: 10 }, "| Send letter | fewer than 5 | withheld | 8 | 0 |"],
    [{ noLonger: ids(8), before: 10, after: 2 }, "| Send letter | withheld | fewer than 5 | 0 | 8 |"],
    [{ newly: ids(178), before: 20, after: 198 }, "| Send letter | withheld | withheld | 178 | 0 |"],
  ])("of four counts no small one can be reckoned from the others: %o", (change, row) => {
    const said = noted(change);
    expect(said).toContain(row);
    expect(said).toContain("No pupil is named here.");
    expect(said).toContain("Some of them would be treated otherwise.");
    for (const id of ids(20)) expect(said).not.toMatch(new RegExp(`\\b${id}\\b`));
  });

  test("nobody at all is said as such", () => {
    const said = noted({});
    expect(said).toContain("Nobody is treated otherwise.");
    expect(said).toContain("Nobody has more or less to do.");
    expect(said).toContain("No rule says anything else.");
  });
});
