// The office's file of values: what is read from it, what is told of a row that cannot stand, and that it comes back as it was written.

import { describe, expect, test } from "vitest";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { positionOf } from "../../src/source/text.ts";
import type { Refused } from "../../src/letters/letter.ts";
import { readValues } from "../../src/letters/read-values.ts";
import { valuesTemplate } from "../../src/letters/write-values.ts";
import { policyWith } from "./hill-top.ts";

const { model } = policyWith(`needs room
needs met-on as date
needs fee as money
needs mark as signature
needs share is attendance this year
needs thanks
says "{room} {met-on} {fee} {mark} {share}"
says thanks "Thank you."`);

const frame = { model, pupils: new Set(["P1", "P2"]) };

async function read(text: string | Uint8Array) {
  const found = await readValues(memoryFolder("office", [["values.csv", text]]), "values.csv", frame);
  const told = found.diagnostics.map((each) => {
    const { line, column } = positionOf(each.span);
    return `${line}:${column} ${each.code}: ${messageOf(each)} ${hintOf(each)}`.trim();
  });
  const valueOf = (field: string, pupil = "P1", person?: string): string | undefined =>
    found.valueOf({ pupil, person, document: "concern-letter", field });
  return { told, valueOf };
}

const headings = "pupil,document,field,value\n";

describe("values are read", () => {
  test("by pupil, document and field, whatever the order of the columns, with others beside them", async () => {
    const { told, valueOf } = await read(
      '\uFEFFValue,Field,kind,Document,Pupil\r\n"Room 3, upstairs",room,words,concern-letter,P1\r\n2 March 2026,met-on,,concern-letter,P1\r\n',
    );
    expect(told).toEqual([]);
    expect([valueOf("room"), valueOf("met-on"), valueOf("room", "P2")]).toEqual([
      "Room 3, upstairs",
      "2 March 2026",
      undefined,
    ]);
  });

  test("for one parent before those for all", async () => {
    const { told, valueOf } = await read(
      "pupil,person,document,field,value\nP1,,concern-letter,room,Room 3\nP1,A2,concern-letter,room,Room 4\n",
    );
    expect(told).toEqual([]);
    expect([valueOf("room"), valueOf("room", "P1", "A1"), valueOf("room", "P1", "A2")]).toEqual([
      "Room 3",
      "Room 3",
      "Room 4",
    ]);
  });

  test("blank ones as if they were not there, and the same twice as once", async () => {
    const { told, valueOf } = await read(
      `${headings}P1,concern-letter,room,  \nP2,concern-letter,room,Hall\nP2,concern-letter,room,Hall\n`,
    );
    expect(told).toEqual([]);
    expect([valueOf("room"), valueOf("room", "P2")]).toEqual([undefined, "Hall"]);
  });
});

describe("a row that cannot stand is left out, and told at its place:", () => {
  test.each([
    [
      "P9,concern-letter,room,x",
      '2:1 letter-name-unknown: No pupil is called “P9”, so this row was left out. Did you mean "P1"?',
    ],
    [
      "P1,concern-leter,room,x",
      '2:4 letter-name-unknown: No document is called “concern-leter”, so this row was left out. Did you mean "concern-letter"?',
    ],
    [
      "P1,concern-letter,,x",
      "2:19 letter-name-unknown: No field is called an empty cell, so this row was left out. The fields known here: room, met-on, fee, mark, share and thanks.",
    ],
    [
      "P1,concern-letter,met-on,next week",
      "2:26 letter-value-wrong: “next week” is not a date, like 2026-03-02, which met-on has to be, so this row was left out. Write a date, like 2026-03-02.",
    ],
    [
      "P1,concern-letter,met-on,03/04/2026",
      "2:26 letter-value-wrong: “03/04/2026” is not a date, like 2026-03-02, which met-on has to be, so this row was left out. It may be 2026-04-03 or 2026-03-04. Write a date, like 2026-03-02.",
    ],
    [
      "P1,concern-letter,fee,eighty",
      "2:23 letter-value-wrong: “eighty” is not an amount, like £80, which fee has to be, so this row was left out. It is not pounds, or pounds and two figures of pence. Write an amount, like £80.",
    ],
    [
      "P1,concern-letter,mark,A. Kovač",
      "2:19 letter-value-not-wanted: mark is not for the office to fill in: it is signed by hand. This row was left out. Take the row away.",
    ],
    [
      "P1,concern-letter,share,99%",
      "2:19 letter-value-not-wanted: share is not for the office to fill in: the decision itself fills it. This row was left out. Take the row away.",
    ],
    [
      "P1,concern-letter,thanks,Thanks!",
      "2:19 letter-value-not-wanted: thanks is not for the office to fill in: the policy says its words. This row was left out. Take the row away.",
    ],
    [
      "P1,concern-letter,room",
      "2:1 data-row-length: This row has 3 cells, but there are 4 headings, so it was left out. A comma within a cell needs quotation marks around the cell.",
    ],
  ])("%s", async (row, told) => {
    expect((await read(`${headings}${row}\n`)).told).toEqual([told]);
  });

  test("two that contradict each other, neither of which is read", async () => {
    const { told, valueOf } = await read(`${headings}P1,concern-letter,room,Hall\nP1,concern-letter,room,Gym\n`);
    expect(told).toEqual([
      "3:24 letter-value-twice: room of concern-letter is given twice for P1, and not alike, so neither was read. Keep the row that is right.",
    ]);
    expect(valueOf("room")).toBeUndefined();
  });
});

describe("a file that is none is told as that:", () => {
  test.each([
    ["", ["data-file-empty"]],
    ["pupil,document,value\nP1,concern-letter,x\n", ["letter-heading-missing"]],
    [`${headings}P1,concern-letter,room,"Hall\n`, ["data-quotation-unclosed"]],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), ["data-file-not-text"]],
  ])("%j", async (text, codes) => {
    const { told } = await read(text);
    expect(told.map((each) => /^\S+ (\S+):/.exec(each)?.[1])).toEqual(expect.arrayContaining(codes));
  });
});

test("a template asks for each value once, and what is filled in comes back, formulas and all", async () => {
  const lack = { name: "room", why: "", where: "values", kind: "words" } as const;
  const refused: Refused = {
    document: "concern-letter",
    title: "About attendance",
    pupil: "P1",
    lacks: [lack, lack, { name: "pupil", why: "", where: "tables" }],
  };
  const { rows, text } = valuesTemplate([refused, refused]);
  expect({ rows, text }).toEqual({
    rows: 1,
    text: "\uFEFFpupil,person,document,field,kind,value\r\nP1,,concern-letter,room,words,\r\n",
  });
  for (const [written, meant] of [
    ["Hall", "Hall"],
    ["'=1+1", "=1+1"],
    ['"<script>alert(1)</script>"', "<script>alert(1)</script>"],
  ] as const) {
    const { told, valueOf } = await read(text.replace(/words,/, `words,${written}`));
    expect({ told, value: valueOf("room") }).toEqual({ told: [], value: meant });
  }
});

test("a template that speaks of pupils with formulas for names keeps them texts", () => {
  const lacks = [{ name: "room", why: "", where: "values" }] as const;
  const { text } = valuesTemplate([{ document: "concern-letter", title: "", pupil: "=cmd|' /C calc'!A0", lacks }]);
  expect(text.split("\r\n")[1]).toBe("'=cmd|' /C calc'!A0,,concern-letter,room,,");
});
