// Rows of texts → a CSV file that a spreadsheet opens as text and no cell of which it runs as a formula; and one cell back again.
// Knows no table. What it writes, this room reads back exactly.

const BYTE_ORDER_MARK = "\uFEFF";

/** A whole file: a mark by which spreadsheets know UTF-8, a row of headings, and rows, with Windows line ends (RFC 4180). */
export function writeCsv(headings: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [BYTE_ORDER_MARK + csvLine(headings)];
  for (const row of rows) lines.push(csvLine(row));
  lines.push("");
  return lines.join("\r\n");
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(escapeCell(cell))).join(",");
}

/** Puts an apostrophe before a text that a spreadsheet would take for a formula, and before one that begins as if it had one. */
export function escapeCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") && /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
