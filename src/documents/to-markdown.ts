// A paper → Markdown. Its words come from a policy that anybody may have written, so signs that mean something in Markdown are kept
// from meaning it.

import { assertNever } from "../support/assert-never.ts";
import { inMarkdown } from "../support/in-markdown.ts";
import type { Block, Paper } from "./document.ts";

/** Ends in a line break. */
export function toMarkdown({ title, about, blocks }: Paper): string {
  return `${[`# ${inMarkdown(title)}`, inMarkdown(about), ...blocks.map(blockText)].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inMarkdown(block.text)}`;
    case "paragraph":
      return inMarkdown(block.text);
    case "list":
      return block.items.map((item) => `- ${inMarkdown(item)}`).join("\n");
    case "table": {
      const row = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(" | ")} |`;
      const rule = `| ${block.head.map(() => "---").join(" | ")} |`;
      return [`**${inMarkdown(block.caption)}**`, "", row(block.head), rule, ...block.rows.map(row)].join("\n");
    }
    case "drawing":
      return inMarkdown(block.words);
    default:
      return assertNever(block);
  }
}
