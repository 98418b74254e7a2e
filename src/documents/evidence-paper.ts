// A pack of evidence → a paper that somebody can read without a program: what the decision was made of, the marks, and each thing
// that was owed with its reason and whether it was kept.

import { sayDay, sayMoment, upperFirst } from "../explain/say.ts";
import type { Explanation } from "../explain/why.ts";
import type { Pack } from "../pack/pack.ts";
import type { Mark } from "../school/record.ts";
import { heading, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";

export function evidencePaper(pack: Pack): Paper {
  const { record, asOf, decided } = pack;
  const { name, id } = record.pupil;
  return {
    title: `Evidence: ${name === undefined ? id : `${name} (${id})`}`,
    about: `What the attendance policy came to for this pupil on ${sayMoment(asOf)}, from the facts known then.`,
    blocks: [
      heading(2, "What it was made of"),
      ...madeOf(pack),
      heading(2, "The marks"),
      marksTable(record.marks),
      ...logPart(pack),
      heading(2, "What was owed, and why"),
      ...decided.explanations.flatMap(explanationPart),
    ],
  };
}

function madeOf({ files, calendar, compiler, hashes }: Pack): readonly Block[] {
  const rows = [
    ...files.map(({ path, kind }) => [
      kind === "policy" ? "The policy" : kind === "layer" ? "A layer it extends" : "A file it names",
      path,
    ]),
    ["The calendar", calendar.name],
    ["Decided by", `Rollcall ${compiler}`],
  ];
  return [
    { kind: "table", caption: "Texts and versions", head: ["What", "Which"], rows },
    {
      kind: "table",
      caption: "Hashes (SHA-256), by which a change would show",
      head: ["Of", "Hash"],
      rows: Object.entries(hashes).map(([part, hash]) => [upperFirst(part), hash]),
    },
  ];
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

function logPart({ record: { log } }: Pack): readonly Block[] {
  if (log.length === 0) return [];
  const rows = log
    .toSorted((a, b) => a.happened - b.happened)
    .map(({ happened, act, object, by }) => [
      sayMoment(happened),
      [act, object].filter((part) => part !== undefined).join(" "),
      by ?? "",
    ]);
  return [
    heading(2, "What people did and wrote down"),
    { kind: "table", caption: "The log", head: ["When", "What", "By whom"], rows },
  ];
}

function explanationPart({ sentence, card }: Explanation): readonly Block[] {
  const { opened, due, state, file, line } = card;
  return [
    paragraph(sentence),
    {
      kind: "table",
      caption: `Rule ${card.rule}`,
      head: ["Opened", "Due", "Now", "Where the rule stands"],
      rows: [
        [
          sayMoment(opened),
          due === undefined ? "no time given" : sayMoment(due),
          state.replaceAll("-", " "),
          `${file}:${line}`,
        ],
      ],
    },
  ];
}
