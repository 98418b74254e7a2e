// A document of tables → Markdown, a page, and CSV. Its words come from a policy that anybody may have written, so each form keeps
// them from meaning anything in it: no markup, no formula.

import { writeCsv } from "../../src/index.ts";
import { inMarkdown } from "../../src/wording.ts";
import type { DocumentTable } from "./share-protocol.ts";

export interface WrittenDocument {
  readonly title: string;
  readonly about: string;
  readonly tables: readonly DocumentTable[];
}

export function documentToMarkdown({ title, about, tables }: WrittenDocument): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(" | ")} |`;
  const parts = tables.flatMap(({ title: name, head, rows }) => [
    `## ${inMarkdown(name)}`,
    "",
    row(head),
    row(head.map(() => "---")).replaceAll("\\", ""),
    ...rows.map(row),
    "",
  ]);
  return `${[`# ${inMarkdown(title)}`, "", inMarkdown(about), "", ...parts].join("\n").trimEnd()}\n`;
}

export function documentToHtml({ title, about, tables }: WrittenDocument): string {
  const cells = (element: string, texts: readonly string[]): string =>
    texts.map((text) => `<${element}>${inHtml(text)}</${element.split(" ")[0] ?? ""}>`).join("");
  const parts = tables.map(
    ({ title: name, head, rows }) => `<h2>${inHtml(name)}</h2>
<table>
<thead><tr>${cells('th scope="col"', head)}</tr></thead>
<tbody>
${rows.map((texts) => `<tr>${cells("td", texts)}</tr>`).join("\n")}
</tbody>
</table>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inHtml(title)}</title>
<style>
body { font: 1rem/1.5 Arial, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #b9c2bd; padding: 0.375rem 0.75rem 0.375rem 0; }
</style>
</head>
<body>
<h1>${inHtml(title)}</h1>
<p>${inHtml(about)}</p>
${parts.join("\n")}
</body>
</html>
`;
}

function inHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** One table after another; the name of its table stands first in each row. */
export function documentToCsv({ tables }: WrittenDocument): string {
  const head = tables[0]?.head ?? [];
  return writeCsv(
    ["Table", ...head],
    tables.flatMap(({ title, rows }) => rows.map((row) => [title, ...row])),
  );
}
