import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageOf, hintOf } from "../../src/diagnostics/template.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { positionOf } from "../../src/source/text.ts";
import { calendarYaml, marks, read } from "./read.ts";

const sound = {
  "calendar.yaml": calendarYaml,
  "mapping.yaml": "school: Elm Primary\nmarks: {string-days: every-day, codes: {Ill: I}}\n",
  "pupils.csv":
    "id,name,year,class,from,until,house\nP1,Asha,4,4B,2023-09-01,,red\nP2,Ben,R,RC,2025-09-01,2026-05-05,\nP2,Ben,R,RC,2026-05-08,,\n",
  "parents.csv":
    "pupil,person,name,responsibility,lives-with,cares,from,until\nP1,A1,Maya,yes,yes,yes,,\nP2,A1,Maya,no,no,no,2025-01-01,\n",
  "flags.csv": 'pupil,flag,from,until\nP1,"fsm",2025-09-01,2026-03-01\n',
  "marks.csv":
    'pupil,date,session,code,known,minutes late,reason\nP1,2026-04-28,AM,N,,,\nP1,2026-04-28,AM,I,2026-05-05 10:00,,\nP1,2026-04-28,PM,L,,12,"bus, late"\nP2,2026-04-29,AM,/,,,\n',
  "arrivals.csv": "pupil,date,time,known\nP1,2026-04-28,13:12,\n",
  "log.csv":
    "id,act,date,time,pupil,person,to,reason\n,report-absence,2026-04-28,08:10,P1,A1,,flu\nL1,review,2026-05-05,,,,A1;A2,\n",
  "staff.csv": "role,name,phone\nheadteacher,Ms Okoro,'+441632960001\n",
} as const;

type FileName = keyof typeof sound;

/** Something that happens to files on their way: text cut, doubled, put in or changed, somewhere. */
const mutation = fc.record({
  file: fc.constantFrom(...(Object.keys(sound) as FileName[])),
  at: fc.nat(10_000),
  length: fc.nat(30),
  kind: fc.constantFrom("cut", "double", "insert", "end", "empty"),
  text: fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        '"',
        ",",
        "\n",
        "\r",
        "'",
        "=",
        "-",
        "[",
        "{",
        ":",
        "&",
        "*",
        "!",
        "P",
        "1",
        "9",
        "/",
        "\\",
        "#",
        "é",
        "\u0000",
        "\uFEFF",
        " ",
      ),
    }),
    fc.constantFrom(
      "__proto__",
      "constructor",
      "2026-02-30",
      "03/04/2026",
      "99:99",
      "\n\n,,,,\n",
      "P1,P1,P1,P1,P1,P1,P1,P1\n",
    ),
  ),
});

function mutate(
  text: string,
  { at, length, kind, text: inserted }: Readonly<{ at: number; length: number; kind: string; text: string }>,
): string {
  const from = at % (text.length + 1);
  const [before, after] = [text.slice(0, from), text.slice(from)];
  if (kind === "cut") return before + after.slice(length);
  if (kind === "double") return before + after.slice(0, length) + after;
  if (kind === "insert") return before + inserted + after;
  return kind === "end" ? before : "";
}

describe("hostile files", () => {
  it("start from files that are in order", async () => {
    const reading = await read(sound);
    expect(reading.diagnostics).toEqual([]);
    expect(marks(reading)).toHaveLength(4);
  });

  it(
    "never throw, lose no row in silence, and get messages that have a place and a mend",
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.boolean(), async (mutations, latin) => {
          const texts: Record<string, string> = { ...sound };
          for (const each of mutations) texts[each.file] = mutate(texts[each.file] ?? "", each);
          const files = Object.fromEntries(
            Object.entries(texts).map(([file, text]) => [
              file,
              latin ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : text,
            ]),
          );
          const { school, calendar, diagnostics, tallies } = await read(files);
          for (const { file, read: rows, used, refused } of tallies) {
            expect(used + refused).toBe(rows);
            const told = diagnostics.some((each) => each.severity === "error" && each.span.source.name === file);
            expect(refused === 0 || told, `${refused} rows of ${file} were lost in silence`).toBe(true);
          }
          for (const diagnostic of diagnostics) {
            const { source, from, to } = diagnostic.span;
            expect(from >= 0 && from <= to && to <= source.text.length).toBe(true);
            expect(positionOf(diagnostic.span).line).toBeGreaterThanOrEqual(1);
            expect(messageOf(diagnostic).length + hintOf(diagnostic).length).toBeGreaterThan(20);
          }
          expect(renderDiagnostics(diagnostics, { colour: false })).not.toContain("undefined");
          for (const pupil of school.pupils) {
            for (const mark of pupil.marks)
              expect(calendar.sessionOrdinal(mark.day, mark.half)).toBeGreaterThanOrEqual(0);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it("cannot reach the prototype of anything", async () => {
    const reading = await read({
      ...sound,
      "mapping.yaml": "attributes: {constructor: x, toString: y}\nmarks: {codes: {constructor: I, __proto__: N}}\n",
      "pupils.csv": "id,year,from,__proto__,constructor\n__proto__,4,2025-09-01,p,c\nconstructor,4,2025-09-01,p,c\n",
      "marks.csv": "pupil,date,session,code\n__proto__,2026-04-28,AM,/\nconstructor,2026-04-28,AM,constructor\n",
    });
    expect(({} as Record<string, unknown>)["p"]).toBeUndefined();
    expect(reading.school.pupils.map((pupil) => pupil.pupil.id)).toEqual(["__proto__", "constructor"]);
    expect(reading.school.pupils[0]?.marks).toHaveLength(1);
    expect(Object.getPrototypeOf(reading.school.pupils[0]?.pupil.attributes)).toBeNull();
    expect(reading.diagnostics.some((each) => each.code === "data-key-unknown")).toBe(true);
  });

  it("larger than memory are read row by row: 20 MB of marks in a heap too small for them", { timeout: 30_000 }, () => {
    const program = fileURLToPath(new URL("read-large-register.ts", import.meta.url));
    const answer = execFileSync(process.execPath, ["--max-old-space-size=20", "--max-semi-space-size=2", program], {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    expect(answer.trim()).toBe("10000 marks of 20 MB, data-heading-not-used");
  });
});
