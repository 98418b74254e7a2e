// A pack of evidence → a paper that somebody can read without a program: what the decision was made of, the marks, each deadline
// and whether it was kept, and each thing that was owed with its proof.

import { sayDay, sayMoment, upperFirst } from "../explain/say.ts";
import type { Pack } from "../pack/pack.ts";
import type { LogRecord, Mark } from "../school/record.ts";
import { heading, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";
import { deadlinesTable, proofPart } from "./evidence-proof.ts";
import { versionsPart } from "./evidence-versions.ts";

export function evidencePaper(pack: Pack): Paper {
  const { record, asOf, decided } = pack;
  const { name, id } = record.pupil;
  return {
    title: `Evidence: ${name === undefined ? id : `${name} (${id})`}`,
    about: `What the attendance policy came to for this pupil on ${sayMoment(asOf)}, from the facts known then.`,
    blocks: [
      heading(2, "What it was made of"),
      ...versionsPart(pack),
      heading(2, "The marks"),
      marksTable(record.marks),
      ...logPart(record.log),
      heading(2, "Deadlines, kept or missed"),
      ...deadlinesTable(pack),
      heading(2, "What was owed, step by step, and why"),
      ...decided.explanations.flatMap((explanation, place) => proofPart(pack, explanation, place)),
    ],
  };
}

/** A row a day: the newest mark of each half, and how many came before it. */
function marksTable(marks: readonly Mark[]): Block {
  const days = new Map<number, { AM: readonly Mark[]; PM: readonly Mark[] }>();
  for (const mark of marks) {
    const own = days.get(mark.day) ?? { AM: [], PM: [] };
    days.set(mark.day, { ...own, [mark.half]: [...own[mark.half], mark] });
  }
  const said = (versions: readonly Mark[]): string =>
    versions
      .toSorted((a, b) => (a.known ?? Number.NEGATIVE_INFINITY) - (b.known ?? Number.NEGATIVE_INFINITY))
      .map(({ code, known }) => (known === undefined ? code : `${code} (known ${sayMoment(known)})`))
      .join(", then ");
  const rows = [...days].toSorted(([a], [b]) => a - b).map(([day, { AM, PM }]) => [sayDay(day), said(AM), said(PM)]);
  return { kind: "table", caption: "Marks by day", head: ["Day", "Morning", "Afternoon"], rows };
}

function logPart(log: readonly LogRecord[]): readonly Block[] {
  if (log.length === 0) return [paragraph("Nothing that people did was on record.")];
  const rows = log
    .toSorted((a, b) => a.happened - b.happened)
    .map(({ id, happened, known, act, object, by }) => [
      `${sayMoment(happened)}${known === undefined ? "" : `, known ${sayMoment(known)}`}`,
      upperFirst([act, object].filter((part) => part !== undefined).join(" ")),
      by ?? "",
      id,
    ]);
  return [
    heading(2, "What people did and wrote down"),
    { kind: "table", caption: "The log", head: ["When", "What", "By whom", "Record"], rows },
  ];
}
