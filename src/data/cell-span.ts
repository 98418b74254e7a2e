// Where a cell stands in the text of its row: row text and cell number → offsets within the row.
// Reads quotation marks as csv-rows.ts does; only messages have a use for it.

/** Offsets from the row's start, the quotation marks around the cell left out; the row's end for a cell that it lacks. */
export function cellOffsets(
  row: string,
  separator: string,
  cell: number,
): { readonly from: number; readonly to: number } {
  let from = 0;
  for (let index = 0; ; index++) {
    const end = endOfCell(row, separator, from);
    if (index === cell || end === row.length) {
      if (index !== cell) return { from: row.length, to: row.length };
      const quoted = row[from] === '"' && end - from >= 2 && row[end - 1] === '"';
      return quoted ? { from: from + 1, to: end - 1 } : { from, to: end };
    }
    from = end + separator.length;
  }
}

function endOfCell(row: string, separator: string, from: number): number {
  let at = from;
  if (row[at] === '"') {
    at += 1;
    while (at < row.length && (row[at] !== '"' || row[at + 1] === '"')) at += row[at] === '"' ? 2 : 1;
  }
  const end = row.indexOf(separator, at);
  return end < 0 ? row.length : end;
}
