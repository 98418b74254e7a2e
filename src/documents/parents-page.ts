// A policy → a page for parents: what they do, what the school does and when, in plain English. Everything on it is said by a rule
// in force on the day; what concerns staff alone is left to the protocol.

import type { Anchor, ClockTime, Measure, Model, Register, Sentence } from "../checker/model.ts";
import { lowerFirst, sayDay, sayName, sayWords, upperFirst } from "../explain/say.ts";
import { sayArrival, sayException } from "../narration/say-arrival.ts";
import { areParents } from "../narration/say-sentence.ts";
import type { Voice } from "../narration/voice.ts";
import type { Day } from "../school/day.ts";
import { formatTime } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";
import { measureWords } from "./declared-words.ts";
import { heading, list } from "./document.ts";
import type { Block, Paper } from "./document.ts";
import { procedureBlocks } from "./procedure-blocks.ts";

export function parentsPage(model: Model, day: Day): Paper {
  const voice: Voice = { model, day, to: "parents" };
  const sections = TOPICS.flatMap(({ title, takes }) => {
    const blocks = [...model.procedures.values()]
      .filter(({ anchor }) => takes(anchor))
      .flatMap((procedure) => procedureBlocks(voice, procedure, concernsParents));
    const sums = title === LAW ? sumBlocks(voice) : [];
    return blocks.length + sums.length === 0 ? [] : [heading(2, title), ...blocks, ...sums];
  });
  return {
    title: `Attendance at ${model.title}: a page for parents`,
    about: `This page comes from the school's own attendance rules. It shows the rules in force on ${sayDay(day)}. Where no time is shown, the rules do not give one.`,
    blocks: [...dayBlocks(voice), ...sections, ...peopleBlocks(voice)],
  };
}

interface Topic {
  readonly title: string;
  readonly takes: (anchor: Anchor) => boolean;
}

const LAW = "Penalty notices and the law";

const TOPICS: readonly Topic[] = [
  { title: "When your child is away", takes: (anchor) => anchor.kind === "absence" || isAct(anchor, /absence/) },
  { title: "When your child is late", takes: (anchor) => anchor.kind === "session" },
  {
    title: "When attendance falls",
    takes: (anchor) => anchor.kind === "pupil" || anchor.kind === "period" || anchor.kind === "parent",
  },
  { title: "When you ask for leave", takes: (anchor) => isAct(anchor, /leave/) },
  { title: LAW, takes: (anchor) => isAct(anchor, /penalty|prosecut|notice/) },
  {
    title: "Other things that can happen",
    takes: (anchor) =>
      anchor.kind === "school" ||
      anchor.kind === "class" ||
      (anchor.kind === "act" && !/absence|leave|penalty|prosecut|notice/.test(anchor.act)),
  },
];

function isAct(anchor: Anchor, about: RegExp): boolean {
  return anchor.kind === "act" && about.test(anchor.act) && !(about.source !== "leave" && /leave/.test(anchor.act));
}

// ---------------------------------------------------------------- the school day

function dayBlocks(voice: Voice): readonly Block[] {
  const { model } = voice;
  const rows = model.registers.flatMap((register) => timeRows(register));
  const zones = model.registers.flatMap((register) => zoneWords(voice, register));
  if (rows.length === 0) return [];
  return [
    heading(2, "The school day"),
    { kind: "table", caption: "Times of the day", head: ["What", "When"], rows },
    ...list(zones),
  ];
}

function timeRows(register: Register): readonly (readonly string[])[] {
  const half = register.half === "AM" ? "morning" : "afternoon";
  const whose = register.group === undefined ? "" : ` (${sayWords(register.group)})`;
  const row = (what: string, time: ClockTime | undefined): readonly (readonly string[])[] =>
    time === undefined
      ? []
      : [[`${what}${whose}`, time.kind === "time" ? formatTime(time.seconds) : "the policy does not say"]];
  return [
    ...row("The gates open", register.gatesOpen),
    ...row("The school day starts", register.dayStarts),
    ...row(`The ${half} register opens`, register.opens),
    ...row(`The ${half} register closes`, register.closes),
    ...row("The school day ends", register.dayEnds),
  ];
}

function zoneWords(voice: Voice, { zones, group }: Register): readonly string[] {
  const whose = group === undefined ? "" : ` (${sayWords(group)})`;
  return zones.flatMap((zone) => {
    const { becomes, edges } = zone;
    if (becomes.kind !== "code" || edges.length === 0) return [];
    const when = sayArrival(zone);
    const title = voice.model.codes.find(({ name }) => name === becomes.code)?.title ?? "";
    const mark = `${becomes.code}${title === "" ? "" : `: ${lowerFirst(title)}`}`;
    return [`A child${whose} who comes ${when} gets the mark ${mark}${sayException(voice, zone)}.`];
  });
}

function concernsParents({ actors, to, with: along }: Sentence): boolean {
  return areParents(actors) || areParents(to) || areParents(along);
}

// ---------------------------------------------------------------- sums and people

/** What a penalty notice costs, row by row; where a layer prints sums of its own, by whom each is said. */
function sumBlocks(voice: Voice): readonly Block[] {
  const sums = [...voice.model.measures.values()].filter(
    ({ type, anchor }) => type.kind === "money" && anchor !== undefined,
  );
  return sums.flatMap((measure) => [
    heading(3, `What you pay${sums.length > 1 ? SAID_BY[levelOf(voice.model, measure)] : ""}`),
    ...list(measureWords(voice, measure)),
  ]);
}

const SAID_BY: Readonly<Record<Model["level"], string>> = {
  nation: ", as the law says",
  authority: ", as the local authority says",
  trust: ", as the trust's policy says",
  school: ", as the school's policy says",
};

function levelOf({ layers, level }: Model, { origin }: Measure): Model["level"] {
  const own = layers.find(({ name }) => name === origin.layer)?.level;
  return own === "nation" || own === "authority" || own === "trust" || own === "school" ? own : level;
}

function peopleBlocks({ model }: Voice): readonly Block[] {
  const people = [...model.words.values()].filter(({ sort, needs }) => sort === "role" && needs.length > 0);
  if (people.length === 0) return [];
  const rows = people.map(({ name, needs }) => [
    upperFirst(sayName(model, name)),
    wordList(needs.map(sayWords), "and"),
  ]);
  return [
    heading(2, "Who to talk to"),
    { kind: "table", caption: "People at the school", head: ["Who", "The school tells you their"], rows },
  ];
}
