// A policy → the protocol for its staff: who does what in each procedure, each ladder drawn, the clause behind it, and what falls to
// each role.

import { sentencesIn, sentencesOfModel } from "../checker/objects.ts";
import type { Model, Procedure, Sentence, Step } from "../checker/model.ts";
import { lowerFirst, sayDay, sayName, sayWords, upperFirst } from "../explain/say.ts";
import { sayAnchor } from "../narration/say-anchor.ts";
import { sayCondition } from "../narration/say-condition.ts";
import { sayMomentOf } from "../narration/say-moment.ts";
import { sayGuard, saySentence } from "../narration/say-sentence.ts";
import type { Voice } from "../narration/voice.ts";
import type { Day } from "../school/day.ts";
import { compareText } from "../support/compare-text.ts";
import { wordList } from "../support/word-list.ts";
import { unitWords } from "../units/unit.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";
import { drawLadder } from "./draw-ladder.ts";
import { procedureBlocks } from "./procedure-blocks.ts";

export function staffProtocol(model: Model, day: Day): Paper {
  const voice: Voice = { model, day, to: "staff" };
  const own = [...model.procedures.values()].filter(({ steps }) => steps.length > 0);
  return {
    title: `Attendance at ${model.title}: the protocol for staff`,
    about: `This protocol comes from the school's own attendance rules. It shows the rules in force on ${sayDay(day)}.`,
    blocks: [
      heading(2, "What happens, and who does what"),
      ...own.flatMap((procedure) => procedurePart(voice, procedure)),
      ...dutyPart(voice),
      ...decisionPart(voice),
      ...rolePart(voice),
    ],
  };
}

function procedurePart(voice: Voice, procedure: Procedure): readonly Block[] {
  const [title, ...rest] = procedureBlocks(voice, procedure, () => true);
  if (title === undefined) return [];
  const ladder = procedure.steps.length > 1 ? [ladderOf(voice, procedure)] : [];
  const clauses = clausesOf(procedure);
  return [
    title,
    paragraph(
      `For ${sayAnchor(procedure)}.${clauses.length === 0 ? "" : ` ${clauses.length === 1 ? "Clause" : "Clauses"} ${clauses.join(", ")}.`}`,
    ),
    ...ladder,
    ...rest,
    ...endWords(voice, procedure),
  ];
}

function ladderOf(voice: Voice, procedure: Procedure): Block {
  const starts = procedure.starts === undefined ? "" : sayCondition(voice, procedure.starts.condition);
  const rungs = procedure.steps.map((step) => ({
    title: upperFirst(step.title === "" ? sayWords(step.name) : step.title),
    opens: `${opensWords(voice, procedure, step)}${sayGuard(voice, step.guard)}`.replace(/^, /, ""),
  }));
  return drawLadder({ title: procedure.title, starts, rungs, inAnyOrder: procedure.anyOrder });
}

function opensWords(voice: Voice, { steps }: Procedure, { trigger }: Step): string {
  switch (trigger.kind) {
    case "start":
      return "";
    case "on":
      return sayMomentOf(voice, trigger.moment);
    case "after": {
      const before = steps.find(({ name }) => name === trigger.step);
      return `after “${lowerFirst(before?.title || sayWords(trigger.step))}”`;
    }
    case "when":
      return sayCondition(voice, trigger.condition);
  }
}

function endWords(voice: Voice, { ends, pauses }: Procedure): readonly Block[] {
  return [
    ...ends.map(({ condition }) => paragraph(`It is over as soon as ${sayCondition(voice, condition)}.`)),
    ...pauses.map(({ condition }) => paragraph(`It rests while ${sayCondition(voice, condition)}.`)),
  ];
}

function clausesOf(procedure: Procedure): readonly string[] {
  const all = [
    ...procedure.origin.clauses,
    ...procedure.steps.flatMap((step) => [
      ...step.origin.clauses,
      ...sentencesIn(step.items).flatMap(({ origin }) => origin.clauses),
    ]),
  ];
  return [...new Set(all)].toSorted(compareText);
}

function dutyPart(voice: Voice): readonly Block[] {
  const blocks = [...voice.model.duties.values()].flatMap(({ title, every, items }) => [
    heading(3, title),
    paragraph(
      every.kind === "hole"
        ? "How often is not said."
        : every.kind === "period"
          ? `Once every ${unitWords(every.unit === "day" ? "school-day" : every.unit, 1)}.`
          : `Once every ${every.n} ${unitWords(every.unit, every.n)}.`,
    ),
    ...list(items.map((item) => saySentence(voice, item))),
  ]);
  return blocks.length === 0 ? [] : [heading(2, "What comes round again"), ...blocks];
}

function decisionPart({ model }: Voice): readonly Block[] {
  const rows = [...model.decisions.values()].map(({ question, by, tests }) => [
    question,
    wordList(
      by.map((role) => upperFirst(sayName(model, role))),
      "or",
    ),
    tests.map(({ text }) => text).join("; "),
  ]);
  if (rows.length === 0) return [];
  return [
    heading(2, "What people decide"),
    { kind: "table", caption: "Decisions", head: ["Question", "Who decides", "What to look at"], rows },
  ];
}

/** What falls to each role, so that each can read its own part alone. */
function rolePart(voice: Voice): readonly Block[] {
  const { model } = voice;
  const byRole = new Map<string, Sentence[]>();
  for (const sentence of sentencesOfModel(model))
    for (const { role } of sentence.actors.members) byRole.set(role, [...(byRole.get(role) ?? []), sentence]);
  const roles = [...byRole].toSorted(([a], [b]) => compareText(sayName(model, a), sayName(model, b)));
  return roles.length === 0
    ? []
    : [
        heading(2, "Role by role"),
        ...roles.flatMap(([role, own]) => [
          heading(3, upperFirst(sayName(model, role))),
          ...list([...new Set(own.map((sentence) => saySentence(voice, sentence)))]),
        ]),
      ];
}
