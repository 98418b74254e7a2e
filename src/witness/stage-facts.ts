// A case (answers to questions) → the plainest facts that give these answers. Best effort by design: whoever shows the pupil
// runs the policy on it, and what does not come out as wished is no witness.

import type { Answered, FoundCase } from "./cases.ts";
import type { Knowledge } from "../analysis/formula.ts";
import { keyOf } from "../analysis/same.ts";
import type { Figure } from "../analysis/figures.ts";
import type { Condition, Event, Field } from "../checker/model.ts";
import type { Ratio } from "../units/ratio.ts";
import { leavesOf } from "./expand.ts";
import { nobodyInParticular } from "./plain-facts.ts";
import type { PlainFacts, PlainRecord } from "./plain-facts.ts";
import { registerFor } from "./register-for.ts";
import type { RegisterWishes } from "./register-for.ts";

/** Facts being gathered; lists grow as answers are staged. */
interface Staging {
  readonly known: Knowledge;
  /** What was asked, by the key of the question. */
  readonly asked: ReadonlyMap<string, Condition>;
  readonly shares: RegisterWishes["shares"][number][];
  readonly counts: RegisterWishes["counts"][number][];
  readonly before: RegisterWishes["shares"][number][];
  readonly records: PlainRecord[];
  readonly flags: string[];
  readonly arrivals: number[];
  year: number;
  parents: number;
}

/** Undefined where no register of one year gives these answers. `conditions` are those the case was found for, spelled out. */
export function stageFacts(
  known: Knowledge,
  conditions: readonly Condition[],
  { answers }: FoundCase,
): PlainFacts | undefined {
  const asked = new Map(conditions.flatMap(leavesOf).map((leaf) => [keyOf(leaf), leaf]));
  const staging: Staging = {
    known,
    asked,
    shares: [],
    counts: [],
    before: [],
    records: [],
    flags: [],
    arrivals: [],
    year: nobodyInParticular.year,
    parents: 0,
  };
  for (const answered of answers) stage(staging, answered);
  const { codes } = known.model;
  const sessions = registerFor(codes, known.day, staging);
  const lastYear = registerFor(codes, known.day, { shares: staging.before, counts: [] });
  if (sessions === undefined || lastYear === undefined) return undefined;
  const { records, flags, arrivals, year, parents } = staging;
  return {
    ...nobodyInParticular,
    sessions,
    joins: staging.shares.length > 0,
    lastYear,
    records,
    flags,
    arrivals,
    year,
    parents: ["mother", "father"].slice(0, parents),
  };
}

function stage(staging: Staging, answered: Answered): void {
  const { question, answer } = answered;
  if (question.kind === "figure") return stageFigure(staging, question.threshold.figure, answered);
  if (question.kind === "yes" && answer === true) return stageYes(staging, staging.asked.get(question.key));
  if (question.kind === "answer" && typeof answer === "string") stageAnswer(staging, question.key, answer);
}

// ---------------------------------------------------------------- figures

function stageFigure(staging: Staging, { value, window }: Figure, { answer, cell }: Answered): void {
  const figure = answer as Ratio;
  const count = Math.ceil(figure.n / figure.d);
  switch (value.kind) {
    case "rate":
      if (cell === undefined) return;
      (window?.kind === "previous" ? staging.before : staging.shares).push({ of: value.of, cell });
      return;
    case "sessions":
    case "run": {
      const sessions = value.kind === "run" && value.unit === "school-day" ? count * 2 : count;
      staging.counts.push({ of: value.of, sessions, apart: false });
      return;
    }
    case "days":
      staging.counts.push({ of: value.of, sessions: Math.ceil((figure.n * 2) / figure.d), apart: false });
      return;
    case "occasions":
      staging.counts.push({ of: value.of, sessions: count, apart: true });
      return;
    case "acts":
    case "ordinal":
      for (let n = 0; n < Math.min(count, 10); n++)
        stageAct(staging, value.act, "object" in value ? value.object : undefined);
      return;
    case "elapsed":
      if (window?.kind === "since" && window.start.kind === "act")
        stageAct(staging, window.start.act, window.start.object, { n: count, unit: value.unit });
      return;
    case "attribute":
      if (value.name === "year") staging.year = count;
      if (value.name === "parents" || value.name === "contacts") staging.parents = count;
      return;
    default:
  }
}

// ---------------------------------------------------------------- other answers

function stageYes(staging: Staging, condition: Condition | undefined): void {
  switch (condition?.kind) {
    case "flag":
      staging.flags.push(condition.name);
      return;
    case "done":
      stageAct(staging, condition.act, condition.object);
      return;
    case "session-now":
      staging.counts.push({ of: condition.of, sessions: 1, apart: false });
      return;
    case "arrived": {
      const time = condition.moment?.kind === "clock" ? condition.moment.time : undefined;
      const limit = time?.kind === "constant" && typeof time.value === "number" ? time.value : 9 * 3600;
      const before = condition.edge === "before" || condition.edge === "by" || condition.edge === "until";
      staging.arrivals.push(before ? limit - 60 : limit + 60);
      return;
    }
    case "status": {
      const rule = staging.known.model.statuses.get(condition.name)?.rule;
      if (rule?.kind === "switch") stageEvent(staging, rule.from);
      return;
    }
    default:
  }
}

function stageEvent(staging: Staging, event: Event): void {
  if (event.kind === "act") stageAct(staging, event.act, event.object);
}

/** `judged …` and `field …` are the keys of analysis/formula.ts. */
function stageAnswer(staging: Staging, key: string, answer: string): void {
  const { model } = staging.known;
  const judged = /^judged (.*)$/s.exec(key)?.[1];
  if (judged !== undefined) {
    const decision = model.decisions.get(judged);
    const asked = leafJudging(staging, judged);
    const answers = decision?.answers ?? ["yes", "no"];
    const given = answers.includes(answer) ? answer : answers.find((each) => each !== leafAnswer(asked));
    const by = decision?.by[0] ?? asked?.by[0];
    if (given === undefined || by === undefined) return;
    staging.records.push({ act: "decide", object: judged, by, fields: { answer: given } });
    return;
  }
  const field = /^field (.*)$/s.exec(key)?.[1];
  const act = [...model.acts.values()].find(({ fields }) => fields.some(({ name }) => name === field));
  if (field !== undefined && act !== undefined && answer !== "any other")
    stageAct(staging, act.name, undefined, undefined, { [field]: answer });
}

type Judged = Extract<Condition, { kind: "judged" }>;

function leafJudging({ asked }: Staging, decision: string): Judged | undefined {
  return [...asked.values()].find((leaf): leaf is Judged => leaf.kind === "judged" && leaf.decision === decision);
}

function leafAnswer(asked: Judged | undefined): string {
  return asked?.answer ?? "yes";
}

/** By somebody who may, with every field that its record must hold. */
function stageAct(
  { known: { model }, records }: Staging,
  name: string,
  object?: string,
  ago?: PlainRecord["ago"],
  fields: Readonly<Record<string, string>> = {},
): void {
  const act = model.acts.get(name);
  const by = act?.by[0];
  records.push({
    act: name,
    ...(object === undefined ? {} : { object }),
    ...(by === undefined ? {} : { by }),
    fields: { ...Object.fromEntries((act?.fields ?? []).flatMap(plainField)), ...fields },
    ...(ago === undefined ? {} : { ago }),
  });
}

function plainField({ name, type }: Field): readonly (readonly [string, string])[] {
  return type === "text" ? [[name, "recorded"]] : [];
}
