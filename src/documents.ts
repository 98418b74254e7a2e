// The door to papers: kept apart from the others, so that whoever only decides by a policy does not carry what writes about it.

export type { Block, Paper } from "./documents/document.ts";
export { blankForm } from "./documents/blank-form.ts";
export { letterPaper } from "./documents/letter-paper.ts";
export { changeNote } from "./documents/change-note.ts";
export type { ChangeNoteParts } from "./documents/change-note.ts";
export { clauseTable } from "./documents/clause-table.ts";
export { parentsPage } from "./documents/parents-page.ts";
export { readingGrade } from "./documents/reading-grade.ts";
export { staffProtocol } from "./documents/staff-protocol.ts";
export { toDocx } from "./documents/to-docx.ts";
export { toHtml } from "./documents/to-html.ts";
export { toMarkdown } from "./documents/to-markdown.ts";
export { dutiesCalendar } from "./documents/duties-calendar.ts";
export type { DutiesCalendar } from "./documents/duties-calendar.ts";
export { hindsightPaper } from "./documents/hindsight-paper.ts";
export { evidencePaper } from "./documents/evidence-paper.ts";
export { knownBy, makePack, writePack } from "./pack/pack.ts";
export type { Pack } from "./pack/pack.ts";
export { noteFiles } from "./pack/packed-library.ts";
export type { Hash } from "./pack/packed-library.ts";
export { readPack } from "./pack/read-pack.ts";
export type { PackReading } from "./pack/read-pack.ts";
export { makeReplayer } from "./pack/replay-pack.ts";
export type { Replayed } from "./pack/replay-pack.ts";
