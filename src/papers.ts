// The light door to papers: those of one policy, as Markdown and as pages, for whoever has no use for a word processor's file or a
// calendar and would not carry what writes them.

export type { Block, Paper } from "./documents/document.ts";
export { clauseTable } from "./documents/clause-table.ts";
export { parentsPage } from "./documents/parents-page.ts";
export { staffProtocol } from "./documents/staff-protocol.ts";
export { toHtml } from "./documents/to-html.ts";
export { toMarkdown } from "./documents/to-markdown.ts";
