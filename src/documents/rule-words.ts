// A policy on a day → what each of its rules says in plain English, found again by where the rule stands in the text. So the table
// of clauses and the note on changes tell a rule in the words in which the protocol tells it.

import type { Bands, Condition, Measure, Named, Procedure, Step } from "../checker/model.ts";
import { sayParties, sayWords, upperFirst } from "../explain/say.ts";
import { written, writtenCadence } from "../explain/written.ts";
import { sayAnchor } from "../narration/say-anchor.ts";
import { sayArrival } from "../narration/say-arrival.ts";
import { conditionWords, SIDES } from "../narration/say-condition.ts";
import { sayMomentOf } from "../narration/say-moment.ts";
import { sayGuard, saySentence } from "../narration/say-sentence.ts";
import { sayLimit, sayMeasured } from "../narration/say-value.ts";
import type { Voice } from "../narration/voice.ts";
import { formatTime } from "../school/moment.ts";
import type { Span } from "../source/text.ts";
import { wordList } from "../support/word-list.ts";
import { saidItems } from "./procedure-blocks.ts";

export interface RuleWords {
  /** What the rule belongs to, such as `If absence continues, Stage 1`. */
  readonly place: string;
  /** One sentence or more, with full stops. */
  readonly says: string;
}

/** Undefined for what has no plain words of its own, such as a code or a reason. */
export type FindWords = (span: Span) => RuleWords | undefined;

export function ruleWords(voice: Voice): FindWords {
  const found = new Map<string, RuleWords>();
  const add = (span: Span, place: string, says: string): void => {
    found.set(keyOf(span), { place, says: /[.…]$/.test(says) ? says : `${says}.` });
  };
  const { model } = voice;
  addFigures(voice, add);
  for (const procedure of model.procedures.values()) addProcedure(voice, procedure, add);
  for (const duty of model.duties.values()) {
    const said = duty.items.map((item) => saySentence(voice, item));
    const often = upperFirst(writtenCadence(duty) ?? "how often is not said");
    add(duty.origin.span, duty.title, [`${often}.`, ...said].join(" "));
    duty.items.forEach((item, index) => add(item.origin.span, duty.title, said[index] ?? ""));
  }
  addWords(voice, add);
  return (span) => found.get(keyOf(span));
}

export const AT_ONCE = "Opens at once.";

type Add = (span: Span, place: string, says: string) => void;

function keyOf({ source, from }: Span): string {
  return `${source.name}:${from}`;
}

function titleOf({ title, name }: Pick<Named, "title" | "name">): string {
  return title === "" ? upperFirst(sayWords(name)) : title;
}

/** Who people are and what they may do, what papers hold, and which code an absence gets. */
function addWords(voice: Voice, add: Add): void {
  const { model } = voice;
  for (const { title, needs, means, origin } of model.words.values())
    if (means !== undefined) add(origin.span, title, ifWords(voice, "When", means));
    else
      add(
        origin.span,
        title,
        needs.length === 0 ? "A word of the rules" : `The policy names the ${wordList(needs.map(sayWords), "and")}`,
      );
  for (const { question, by, origin } of model.decisions.values()) {
    const members = by.map((role) => ({ role }));
    add(origin.span, `“${question}”`, `${upperFirst(sayParties(model, { joined: "or", members }))} decides`);
  }
  for (const { name, by, origin } of model.acts.values()) {
    const members = by.map((role) => ({ role }));
    const who = by.length === 0 ? "anyone" : sayParties(model, { joined: "or", members });
    add(origin.span, `Who may do it: ${sayWords(name)}`, upperFirst(who));
  }
  for (const { title, fields } of model.documents.values())
    for (const { name, needed, origin } of fields)
      add(origin.span, title, `${needed ? "It must hold" : "It may hold"} the ${sayWords(name)}`);
  for (const { rows } of model.codings)
    for (const { code, when, origin } of rows)
      add(origin.span, `Code ${code}`, when === undefined ? "In every other case" : ifWords(voice, "When", when));
}

function addFigures(voice: Voice, add: Add): void {
  const { model } = voice;
  for (const parameter of model.parameters.values()) {
    const value = {
      kind: "parameter",
      name: parameter.name,
      type: parameter.type,
      span: parameter.origin.span,
    } as const;
    add(parameter.origin.span, titleOf(parameter), upperFirst(sayLimit(voice, value) ?? "not said"));
  }
  for (const register of model.registers) {
    for (const zone of register.zones)
      if (zone.becomes.kind === "code" && zone.edges.length > 0)
        add(zone.origin.span, `Code ${zone.becomes.code}`, `For who comes ${sayArrival(zone)}`);
    for (const [what, time] of [
      ["Gates open", register.gatesOpen],
      ["School day starts", register.dayStarts],
      ["Register opens", register.opens],
      ["Register closes", register.closes],
      ["School day ends", register.dayEnds],
    ] as const)
      if (time !== undefined) add(time.origin.span, what, time.kind === "time" ? formatTime(time.seconds) : "Not said");
  }
  for (const measure of model.measures.values()) {
    const said = measure.rows.map((row) => measureRowWords(voice, row));
    measure.rows.forEach(({ origin }, index) => add(origin.span, titleOf(measure), said[index] ?? ""));
    add(measure.origin.span, titleOf(measure), said.join(" "));
  }
  for (const bands of model.bands.values()) {
    add(bands.origin.span, titleOf(bands), `By ${sayMeasured(voice, bands.of)}`);
    for (const { title, edges, origin } of bands.rows)
      add(origin.span, titleOf(bands), `“${title}”: ${edges.length === 0 ? "all others" : edgeWords(voice, edges)}`);
  }
  for (const status of model.statuses.values())
    add(
      status.origin.span,
      titleOf(status),
      status.rule.kind === "when" ? ifWords(voice, "When", status.rule.condition) : written(status.origin.span),
    );
  for (const act of model.acts.values())
    for (const { condition, origin } of act.allowedWhen)
      add(origin.span, `When it is allowed: ${sayWords(act.name)}`, ifWords(voice, "When", condition));
}

function addProcedure(voice: Voice, procedure: Procedure, add: Add): void {
  const { starts, ends, pauses, steps } = procedure;
  const whole = titleOf(procedure);
  add(procedure.origin.span, whole, `For ${sayAnchor(procedure.anchor)}`);
  if (starts !== undefined) add(starts.origin.span, whole, ifWords(voice, "Starts when", starts.condition));
  for (const { condition, origin } of ends) add(origin.span, whole, ifWords(voice, "Ends as soon as", condition));
  for (const { condition, origin } of pauses) add(origin.span, whole, ifWords(voice, "Rests while", condition));
  for (const step of steps) {
    const place = steps.length === 1 && step.title === "" ? whole : `${whole}, ${titleOf(step)}`;
    add(step.origin.span, place, `${opensWords(voice, procedure, step)}${sayGuard(voice, step.guard)}.`);
    for (const { sentence, words } of saidItems(voice, step.items)) add(sentence.origin.span, place, words);
  }
}

function opensWords(voice: Voice, { steps }: Procedure, { trigger }: Step): string {
  switch (trigger.kind) {
    case "start":
      return AT_ONCE.replace(/\.$/, "");
    case "on":
      return `Opens on ${sayMomentOf(voice, trigger.moment)}`;
    case "after": {
      const before = steps.find(({ name }) => name === trigger.step);
      return `Opens after “${before === undefined ? sayWords(trigger.step) : titleOf(before)}”`;
    }
    case "when":
      return ifWords(voice, "Opens when", trigger.condition).replace(/\.$/, "");
  }
}

function edgeWords(voice: Voice, edges: Bands["rows"][number]["edges"]): string {
  return wordList(
    edges.map(({ edge, value }) => `${SIDES[edge]} ${sayLimit(voice, value) ?? "a figure that is not said"}`),
    "and",
  );
}

/** `£80 if …`; one row alone holds always. */
export function measureRowWords(voice: Voice, { value, when }: Measure["rows"][number]): string {
  const figure = sayLimit(voice, value) ?? upperFirst(sayMeasured(voice, value));
  return when === undefined ? `${figure}.` : `${figure} if ${conditionWords(voice, when)}`;
}

function ifWords(voice: Voice, lead: string, condition: Condition): string {
  return `${lead} ${conditionWords(voice, condition)}`;
}
