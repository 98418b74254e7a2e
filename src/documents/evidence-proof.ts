// A pack of evidence → the parts of its paper that say of each thing owed whether it was kept, and prove that it was owed: what was
// tested when, what was found, and the marks that were counted.

import { figuresIn, outlineTrace, sayMarks, sayWindow } from "../explain/say-trace.ts";
import { sayDeadline, sayMoment, sayWords, upperFirst } from "../explain/say.ts";
import type { Explanation } from "../explain/why.ts";
import type { FigureFound } from "../runtime/trace.ts";
import type { Obligation } from "../runtime/outcome.ts";
import type { Pack } from "../pack/pack.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block } from "./document.ts";

/** A row for each thing owed, in the order in which they were opened. */
export function deadlinesTable({ decided }: Pack): readonly Block[] {
  const { obligations } = decided.outcome;
  if (obligations.length === 0) return [paragraph("Nothing was owed.")];
  const kept = obligations.filter(({ state, due }) => state === "done" && due !== undefined).length;
  const missed = obligations.filter(({ state }) => state === "done-late" || state === "overdue").length;
  const rows = obligations.map((obligation, place) => [
    String(place + 1),
    nameOf(obligation),
    sayMoment(obligation.opened),
    sayDueOf(obligation),
    saysKept(obligation),
  ]);
  return [
    paragraph(`${kept} ${kept === 1 ? "deadline" : "deadlines"} kept, ${missed} missed.`),
    { kind: "table", caption: "What was owed", head: ["No.", "What", "Opened", "Due", "Kept or missed"], rows },
  ];
}

function nameOf({ act, object, procedure, step }: Obligation): string {
  return upperFirst(sayWords(`${act}${object === undefined ? "" : ` ${object}`} (${procedure}, ${step})`));
}

function sayDueOf({ due }: Obligation): string {
  return due === undefined ? "no time given" : sayDeadline(due);
}

function saysKept({ state, doneAt, doneBy, due, because }: Obligation): string {
  const done = `${doneAt === undefined ? "" : ` on ${sayMoment(doneAt)}`}${doneBy === undefined ? "" : `, record ${doneBy}`}`;
  switch (state) {
    case "done":
      return `${due === undefined ? "done" : "kept: done"}${done}`;
    case "done-late":
      return `missed: done${done}`;
    case "overdue":
      return "missed: not done yet";
    case "open":
      return due === undefined ? "not done yet" : "not due yet";
    case "not-needed":
      return `no longer needed${because === undefined ? "" : `: ${because}`}`;
    default:
      return sayWords(state);
  }
}

/** What is owed, where its rule stands, and the proof: each test with its time, its outcome and the marks it counted. */
export function proofPart(
  { decided }: Pack,
  { sentence, card, reasons }: Explanation,
  place: number,
): readonly Block[] {
  const obligation = decided.outcome.obligations[place];
  const { rule, clauses, file, line, records } = card;
  const rows = [
    ["Step", `${sayWords(card.procedure)}, ${sayWords(card.step)}`],
    ["Rule", `${rule}, ${file}:${line}`],
    ["Clauses", clauses.length === 0 ? "none cited" : clauses.join(", ")],
    ...(obligation === undefined
      ? []
      : [
          ["Opened", sayMoment(obligation.opened)],
          ["Due", sayDueOf(obligation)],
          ["Kept or missed", upperFirst(saysKept(obligation))],
        ]),
    ...(records.length === 0 ? [] : [["Records it rests on", records.join(", ")]]),
  ];
  return [
    heading(3, `${place + 1}. ${obligation === undefined ? rule : nameOf(obligation)}`),
    paragraph(sentence),
    { kind: "table", caption: "The rule and its time", head: ["What", "Which"], rows },
    ...reasons.flatMap(({ what, at, trace }) => [
      paragraph(`${REASONS[what]} on ${sayMoment(at)}, tested thus (✓ holds, ✗ does not, ? not known):`),
      ...list(outlineTrace(trace).map(indented)),
      ...list(figuresIn(trace).flatMap(marksCounted)),
    ]),
  ];
}

/** Parts of a condition stand in one list, each as far in as it is nested. */
function indented(line: string): string {
  const words = line.trimStart();
  return `${"– ".repeat((line.length - words.length) / 2)}${words}`;
}

function marksCounted(figure: FigureFound): readonly string[] {
  const marks = sayMarks(figure);
  return marks.length === 0 ? [] : [`Marks counted for ${figure.text}${sayWindow(figure)}: ${marks.join("; ")}.`];
}

const REASONS = {
  started: "Its procedure started",
  opened: "Its step opened",
  applies: "Its own condition applied",
} as const satisfies Readonly<Record<Explanation["reasons"][number]["what"], string>>;
