// Texts under names → the bytes of a zip archive and of a workbook, as a spreadsheet program would pack them; for tests.

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipOptions {
  readonly stored?: boolean;
  readonly locked?: boolean;
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content);
    const packed = options.stored === true ? plain : deflateRawSync(plain);
    const head = Buffer.alloc(30);
    const entry = Buffer.alloc(46);
    head.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [bytes, from] of [
      [head, 4],
      [entry, 6],
    ] as const) {
      bytes.writeUInt16LE(20, from);
      bytes.writeUInt16LE(options.locked === true ? 1 : 0, from + 2);
      bytes.writeUInt16LE(options.stored === true ? 0 : 8, from + 4);
      bytes.writeUInt32LE(crc32(plain), from + 10);
      bytes.writeUInt32LE(packed.length, from + 14);
      bytes.writeUInt32LE(plain.length, from + 18);
      bytes.writeUInt16LE(Buffer.byteLength(name), from + 22);
    }
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    at += head.length + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(Object.keys(files).length, place);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

/** The files of a workbook with one sheet; `rows` is what stands between `<sheetData>` and its end. */
export function workbookFiles(
  rows: string,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="x"><sheets><sheet name="Marks" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Type="t" Target="worksheets/first.xml"/></Relationships>`,
    "xl/worksheets/first.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...others,
  };
}

/** Rows of plain texts as a sheet holds them. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((text, column) =>
            text === ""
              ? ""
              : `<c r="${columnName(column)}${row + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
          )
          .join("")}</row>`,
    )
    .join("");
}

function columnName(column: number): string {
  const first = Math.floor(column / 26);
  return `${first === 0 ? "" : columnName(first - 1)}${String.fromCodePoint(65 + (column % 26))}`;
}
