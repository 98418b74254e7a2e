// The door to papers: kept apart from the others, so that whoever only decides by a policy does not carry what writes about it.

export type { Block, Paper } from "./documents/document.ts";
export { parentsPage } from "./documents/parents-page.ts";
export { readingGrade } from "./documents/reading-grade.ts";
export { staffProtocol } from "./documents/staff-protocol.ts";
export { toHtml } from "./documents/to-html.ts";
export { toMarkdown } from "./documents/to-markdown.ts";
