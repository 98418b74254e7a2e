// A paper → a file for a word processor, with its headings as headings and its tables as tables. A drawing is given in words: what
// draws it is for the page.

import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { assertNever } from "../support/assert-never.ts";
import type { Block, Paper } from "./document.ts";

/** The bytes of a .docx. */
export async function toDocx({ title, about, blocks }: Paper): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph(about),
    ...blocks.flatMap(blockParts),
  ];
  const document = new Document({
    title,
    creator: "Rollcall",
    styles: { default: { document: { run: { font: "Arial", size: 22 } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function blockParts(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ];
    case "paragraph":
      return [new Paragraph(block.text)];
    case "list":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case "table":
      return [
        new Paragraph({ children: [new TextRun({ text: block.caption, bold: true })], keepNext: true }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [rowOf(block.head, true), ...block.rows.map((row) => rowOf(row, false))],
        }),
      ];
    case "drawing":
      return [new Paragraph({ children: [new TextRun({ text: block.words, italics: true })] })];
    default:
      return assertNever(block);
  }
}

function rowOf(cells: readonly string[], heading: boolean): TableRow {
  return new TableRow({
    tableHeader: heading,
    cantSplit: true,
    children: cells.map(
      (text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: heading })] })] }),
    ),
  });
}
