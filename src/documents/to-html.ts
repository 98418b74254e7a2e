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
<main>
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
body { color: var(--ink); background: var(--paper); font: 1rem/1.5 Arial, sans-serif; margin: 0; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
h2, h3 { break-after: avoid; }
li, tr, figure { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
tbody th { font-weight: normal; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.375rem 0.75rem 0.375rem 0; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; color: inherit; }
@media print { main { max-width: none; margin: 0; } :root { --ink: #000; --paper: #fff; } }
`;

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${inMarkup(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inMarkup(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${inMarkup(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return `<table>
<caption>${inMarkup(block.caption)}</caption>
<thead><tr>${block.head.map((cell) => `<th scope="col">${inMarkup(cell)}</th>`).join("")}</tr></thead>
<tbody>
${block.rows.map(rowMarkup).join("\n")}
</tbody>
</table>`;
    case "drawing":
      return `<figure role="img" aria-label="${inMarkup(block.words)}">${block.svg}</figure>`;
    default:
      return assertNever(block);
  }
}

/** The first cell says what its row is about, and is read out before each of the others. */
function rowMarkup([first, ...others]: readonly string[]): string {
  const cells = others.map((cell) => `<td>${inMarkup(cell)}</td>`);
  return `<tr><th scope="row">${inMarkup(first ?? "")}</th>${cells.join("")}</tr>`;
}
