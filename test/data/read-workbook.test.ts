// Workbooks as spreadsheet programs save them, and files that only look like them.

import { expect, test } from "vitest";
import fc from "fast-check";
import { readWorkbook } from "../../src/data/read-workbook.ts";
import { sheetRows, workbookFiles, zip } from "./zip.ts";

const limits = { bytes: 1_000_000, cells: 1000 };

function book(rows: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip(workbookFiles(rows, others));
}

test("a sheet of texts comes out as it was put in, wherever its cells stand", async () => {
  const text = fc.string({ unit: "grapheme-ascii", maxLength: 12 }).filter((each) => !/[<_]|^\s|\s$/.test(each));
  const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (wanted, stored) => {
      const read = await readWorkbook(zip(workbookFiles(sheetRows(wanted)), { stored }), limits);
      const trimmed = wanted.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1));
      expect(read).toEqual({ kind: "rows", rows: trimmed });
    }),
    { numRuns: 40, seed: 1 },
  );
});

test("shared strings, numbers, truth and dates come out as a CSV file would hold them", async () => {
  const read = await readWorkbook(
    book(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
       <row r="3"><c r="A3" s="1"><v>46083</v></c><c r="B3" s="2"><v>46083.371527777781</v></c><c r="D3" s="1"><v>0.375</v></c>
       <c r="E3"><v>1.0E1</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="str"><f>A1&amp;"x"</f><v>kept</v></c><c r="H3"/></row>`,
      {
        "xl/sharedStrings.xml": `<sst><si><t>pupil &amp; class</t></si><si><r><t xml:space="preserve">first </t></r><r><t>day</t></r><rPh><t>spoken</t></rPh></si></sst>`,
        "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="ddd\\ d mmm &quot;at&quot; hh:mm"/></numFmts>
          <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
      },
    ),
    limits,
  );
  expect(read).toEqual({
    kind: "rows",
    rows: [
      ["pupil & class", "first day"],
      [],
      ["2026-03-02", "2026-03-02 08:55", "", "09:00", "10", "yes", "kept", ""],
    ],
  });
});

test("a number whose form only mentions days in quotation marks is no date", async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="171"/></cellXfs></styleSheet>`;
  const read = await readWorkbook(
    book(`<row r="1"><c r="A1" s="0"><v>46083</v></c></row>`, { "xl/styles.xml": styles }),
  );
  expect(read).toEqual({ kind: "rows", rows: [["46083"]] });
});

test("a workbook that counts its days from 1904 tells the same days", async () => {
  const files = workbookFiles(`<row r="1"><c r="A1" s="0"><v>44621</v></c></row>`, {
    "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
  });
  const book1904 = String(files["xl/workbook.xml"]).replace("<sheets>", `<workbookPr date1904="1"/><sheets>`);
  expect(await readWorkbook(zip({ ...files, "xl/workbook.xml": book1904 }))).toEqual({
    kind: "rows",
    rows: [["2026-03-02"]],
  });
});

test("what only looks like a workbook is refused, each for its reason", async () => {
  const good = book(sheetRows([["a"]]));
  const why = async (bytes: Uint8Array) => {
    const read = await readWorkbook(bytes, limits);
    return read.kind === "refused" ? read.why : read.rows;
  };
  expect(await why(new TextEncoder().encode("id,year\nP1,4\n"))).toBe("not-a-workbook");
  expect(await why(new Uint8Array())).toBe("not-a-workbook");
  expect(await why(zip({ "letter.txt": "hello" }))).toBe("not-a-workbook");
  expect(await why(zip(workbookFiles(""), { locked: true }))).toBe("locked");
  expect(await why(good.subarray(0, good.length - 30))).toBe("damaged");
  expect(await why(book(`<row r="1"><c r="A1"><v>1</v></c>`.replace(">1<", "><")))).toEqual([[""]]);
  expect(await why(zip({ ...workbookFiles(""), "xl/worksheets/first.xml": "<worksheet <<" }))).toBe("damaged");
  expect(await why(book(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`))).toBe("damaged");
  expect(await why(book("", { "xl/sharedStrings.xml": "<sst><si><t>a<<" }))).toBe("damaged");
});

test("an entity that stands for another ten times over stays a word", async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  const read = await readWorkbook(zip({ ...workbookFiles(""), "xl/worksheets/first.xml": laughs }), limits);
  expect(read).toEqual({ kind: "refused", why: "damaged" });
});

test("a small archive that unpacks to far too much is refused while it unpacks, whatever it says of its sizes", async () => {
  const bomb = zip({ ...workbookFiles(""), "xl/worksheets/first.xml": new Uint8Array(60_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(await readWorkbook(bomb, limits)).toEqual({ kind: "refused", why: "too-large" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  const strings = zip({ ...workbookFiles(""), "xl/sharedStrings.xml": new Uint8Array(60_000_000) });
  expect(await readWorkbook(strings, limits)).toEqual({ kind: "refused", why: "too-large" });
});

test("a sheet that sets two cells a million rows or sixteen thousand columns apart is refused", async () => {
  expect(await readWorkbook(book(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), limits)).toEqual({
    kind: "refused",
    why: "too-large",
  });
  expect(await readWorkbook(book(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), limits)).toEqual({
    kind: "refused",
    why: "too-large",
  });
});

test("whatever byte of a workbook is changed or missing, it is refused or reads as it did", async () => {
  const good = book(
    sheetRows([
      ["id", "year"],
      ["P1", "4"],
    ]),
  );
  const whole = await readWorkbook(good, limits);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), async (at, value, length) => {
      const broken = good.slice(0, Math.max(length, at + 1));
      broken[at] = value;
      const read = await readWorkbook(broken, limits);
      if (read.kind === "rows") expect(read).toEqual(whole);
    }),
    { numRuns: 150, seed: 2 },
  );
});
