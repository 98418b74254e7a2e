import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOffsets } from "../../src/data/cell-span.ts";
import { readCsvRows } from "../../src/data/csv-rows.ts";
import { escapeCell, unescapeCell, writeCsv } from "../../src/data/write-csv.ts";

interface Rows {
  readonly rows: { cells: readonly string[]; line: number; lastLine: number }[];
  readonly unclosed: number[];
}

async function rowsOf(pieces: readonly string[], separator = ","): Promise<Rows> {
  const found: Rows = { rows: [], unclosed: [] };
  await readCsvRows(
    (async function* () {
      yield* pieces;
    })(),
    separator,
    (cells, line, lastLine) => found.rows.push({ cells, line, lastLine }),
    (line) => found.unclosed.push(line),
  );
  return found;
}

const cellText = fc.string({
  unit: fc.constantFrom("a", "b", '"', ",", ";", "\n", "\r", " ", "'", "=", "-", "é"),
  maxLength: 8,
});
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[^]{1,${size}}`, "gu")) ?? [];

describe("rows", () => {
  it("come back as they were written, whatever is in their cells and wherever the pieces are cut", async () => {
    const table = fc.array(fc.array(cellText, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const written = writeCsv(["h1", "h2", "h3"], rows).slice(1);
        const { rows: read, unclosed } = await rowsOf(pieces(written, size));
        const kept = rows.filter((row) => row.some((cell) => escapeCell(cell).trim() !== ""));
        expect(read.slice(1).map(({ cells }) => cells.map(unescapeCell))).toEqual(kept);
        expect(unclosed).toEqual([]);
      }),
    );
  });

  it("are the same whether or not quotation marks came before them, wherever the pieces are cut", async () => {
    const lines = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const plain = await rowsOf(pieces(text, size));
        const quoted = await rowsOf(['"q"\n', text]);
        const shifted = plain.rows.map((row) => ({ ...row, line: row.line + 1, lastLine: row.lastLine + 1 }));
        expect(quoted.rows.slice(1)).toEqual(shifted);
        expect(quoted.unclosed).toEqual(plain.unclosed.map((line) => line + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it("know their lines, blank ones and cells of several lines counted, with any of the three line ends", async () => {
    const { rows } = await rowsOf(['a,b\r\n\r\n"x\r\ny",1\n,,\n2,3\r4,5']);
    expect(rows).toEqual([
      { cells: ["a", "b"], line: 1, lastLine: 1 },
      { cells: ["x\r\ny", "1"], line: 3, lastLine: 4 },
      { cells: ["2", "3"], line: 6, lastLine: 6 },
      { cells: ["4", "5"], line: 7, lastLine: 7 },
    ]);
  });

  it("keep a quotation mark that stands within a cell", async () => {
    const { rows } = await rowsOf(['a,b\n1,6" ruler\n2,"said ""no"""\n']);
    expect(rows.map((row) => row.cells[1])).toEqual(["b", '6" ruler', 'said "no"']);
  });

  it("end at a quotation mark that never closes, and say what it swallowed", async () => {
    const { rows, unclosed } = await rowsOf(['a,b\n1,2\n3,"4\n5,6\n7,8\n']);
    expect(rows.map((row) => row.line)).toEqual([1, 2]);
    expect(unclosed).toEqual([3]);
  });

  it("do not fill the memory behind a quotation mark that never closes", async () => {
    let given = 0;
    const endless = (async function* () {
      yield 'a,b\n1,"2';
      for (;;) {
        given += 1;
        yield "3,4\n".repeat(16_384);
      }
    })();
    const unclosed: number[] = [];
    await readCsvRows(
      endless,
      ",",
      () => undefined,
      (line) => unclosed.push(line),
    );
    expect(unclosed).toEqual([2]);
    expect(given).toBeLessThan(40);
  });

  it("pass on a fault of ours instead of swallowing it", async () => {
    const failing = readCsvRows(
      (async function* () {
        yield "a\nb\n";
        yield "c\nd\n";
      })(),
      ",",
      () => {
        throw new Error("ours");
      },
      () => undefined,
    );
    await expect(failing).rejects.toThrow("ours");
  });
});

describe("a cell", () => {
  it("is found in its row's text again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cellText, { minLength: 1, maxLength: 5 }), async (cells) => {
        const line = writeCsv([], [cells]).slice(3, -2);
        cells.forEach((cell, index) => {
          const { from, to } = cellOffsets(line, ",", index);
          expect(line.slice(from, to).replaceAll('""', '"')).toBe(escapeCell(cell));
        });
        expect(cellOffsets(line, ",", cells.length)).toEqual({ from: line.length, to: line.length });
      }),
    );
  });

  it.each(["=1+1", "+44", "-", "@cmd", "\tx", "'=x", "''-"])(
    "that a spreadsheet would run, %j, is disarmed and comes back",
    (text) => {
      expect(escapeCell(text)).toBe(`'${text}`);
      expect(unescapeCell(escapeCell(text))).toBe(text);
    },
  );

  it.each(["O'Brien", "'quoted'", "", "/", "a=b"])("that is harmless, %j, is left as it is", (text) => {
    expect(escapeCell(text)).toBe(text);
    expect(unescapeCell(text)).toBe(text);
  });
});
