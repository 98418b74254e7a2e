// A paper → one page of HTML that needs nothing else: readable on a screen and on paper, light and dark, with headings, table
// headers and words for its drawings. Its words come from a policy that anybody may have written, so none of them is ever markup.

import { assertNever } from "../support/assert-never.ts";
import type { Block, Paper } from "./document.ts";
import { inMarkup } from "../support/in-markup.ts";

export function toHtml({ title, about, blocks }: Paper): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inMarkup(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main${isBroad(blocks) ? ' class="broad"' : ""}>
<h1>${inMarkup(title)}</h1>
<p>${inMarkup(about)}</p>
${blocks.map(blockMarkup).join("\n")}
</main>
</body>
</html>
`;
}

const STYLE = `:root { color-scheme: light dark; --ink: #1d2521; --paper: #ffffff; --line: #b9c2bd; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ece8; --paper: #16201b; --line: #44524b; } }
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 Arial, sans-serif; margin: 0; overflow-wrap: break-word; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
main.broad { max-width: 64rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
h2, h3, caption { break-after: avoid; }
li, tr, figure { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.375rem 0.75rem 0.375rem 0; }
tbody th { font-weight: normal; }
.broad p, .broad ul { max-width: 46rem; }
.whole { white-space: nowrap; }
.long { overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; color: inherit; }
@media screen and (max-width: 40rem) {
  table.many, .many caption, .many tbody, .many tr, .many th, .many td { display: block; }
  .many thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .many th, .many td { border-bottom: 0; padding: 0.125rem 0; }
  .many tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .many tbody th { font-weight: bold; }
  .many td::before { content: attr(data-head) ": "; font-weight: bold; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #888; }
  body { font-size: 10pt; line-height: 1.4; }
  main, main.broad { max-width: none; margin: 0; padding: 0; }
  .broad table { font-size: 9pt; }
  h1 { font-size: 18pt; margin-top: 0; }
  h2 { margin-top: 1.5rem; }
  p, li { orphans: 3; widows: 3; }
}
`;

/** Tables of so many columns need the width of the page, and on a telephone stand row by row. */
const MANY = 3;

function isBroad(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === "table" && block.head.length > MANY);
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${inMarkup(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inMarkup(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${inMarkup(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableMarkup(block);
    case "drawing":
      return `<figure role="img" aria-label="${inMarkup(block.words)}">${block.svg}</figure>`;
    default:
      return assertNever(block);
  }
}

// A table that is laid out as blocks would be none to a screen reader any more: its roles are said, so that it stays one.
function tableMarkup({ caption, head, rows }: Extract<Block, { kind: "table" }>): string {
  const heads = head.map((cell) => `<th scope="col" role="columnheader">${inMarkup(cell)}</th>`);
  return `<table role="table"${head.length < MANY ? "" : ' class="many"'}>
<caption>${inMarkup(caption)}</caption>
<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowMarkup(head, row)).join("\n")}
</tbody>
</table>`;
}

/** A hash or the place of a rule has no space to be broken at, and would push the table over the edge of its paper. */
const LONG = /\S{30}/;

/** The first cell says what its row is about, and is read out before each of the others. */
function rowMarkup(head: readonly string[], [first, ...others]: readonly string[]): string {
  const cells = others.map(
    (cell, index) =>
      `<td role="cell"${LONG.test(cell) ? ' class="long"' : ""} data-head="${inMarkup(head[index + 1] ?? "")}">${inMarkup(cell)}</td>`,
  );
  // The number of a clause is not to be broken at its hyphen.
  const whole = /^[A-Z]+-\d+$/.test(first ?? "") ? ' class="whole"' : "";
  return `<tr role="row"><th scope="row" role="rowheader"${whole}>${inMarkup(first ?? "")}</th>${cells.join("")}</tr>`;
}
