// What a policy declares, other than its procedures → each said in plain English: roles, judgements, papers, figures, states.

import type { BandRow, Bands, Condition, Measure, Named, Status } from "../checker/model.ts";
import { sayParties, sayWords, upperFirst } from "../explain/say.ts";
import { sayArrival, sayException } from "../narration/say-arrival.ts";
import { SIDES } from "../narration/say-comparison.ts";
import { conditionWords } from "../narration/say-condition.ts";
import { sayGuard } from "../narration/say-sentence.ts";
import { eventWords, sayLimit, sayMeasured } from "../narration/say-value.ts";
import type { Voice } from "../narration/voice.ts";
import { formatTime } from "../school/moment.ts";
import type { Span } from "../source/text.ts";
import { wordList } from "../support/word-list.ts";
import { isLowerBound, isUpperBound } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";

/** Hears of every rule where it stands, what it belongs to and what it says. */
export type Add = (span: Span, place: string, says: string) => void;

export function titleOf({ title, name }: Pick<Named, "title" | "name">): string {
  return title === "" ? upperFirst(sayWords(name)) : title;
}

export function ifWords(voice: Voice, lead: string, condition: Condition): string {
  return `${lead} ${conditionWords(voice, condition)}`;
}

/** Who people are and what they may do, what papers hold, and which code an absence gets. */
export function addWords(voice: Voice, add: Add): void {
  const { model } = voice;
  for (const { title, needs, means, origin } of model.words.values())
    if (means !== undefined) add(origin.span, title, ifWords(voice, "When", means));
    else
      add(
        origin.span,
        title,
        needs.length === 0
          ? "Named in the rules; nothing more is said"
          : `The policy must give the ${wordList(needs.map(sayWords), "and")}`,
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
    for (const { name, needed, when, origin } of fields)
      add(
        origin.span,
        title,
        `${needed ? "It must hold" : "It may hold"} the ${sayWords(name)}${sayGuard(voice, when)}`,
      );
  // The first row that holds gives the code.
  for (const [place, { code, when, origin }] of model.codings.flatMap(({ rows }) => rows).entries()) {
    const lead = place === 0 ? "When" : "Where no code before it applies, when";
    add(origin.span, `Code ${code}`, when === undefined ? "In every other case" : ifWords(voice, lead, when));
  }
}

export function addFigures(voice: Voice, add: Add): void {
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
        add(
          zone.origin.span,
          `Code ${zone.becomes.code}`,
          `For whoever comes ${sayArrival(zone)}${sayException(voice, zone)}`,
        );
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
    const said = measureWords(voice, measure);
    measure.rows.forEach(({ origin }, index) => add(origin.span, titleOf(measure), said[index] ?? ""));
    add(measure.origin.span, titleOf(measure), said.join(" "));
  }
  for (const bands of model.bands.values()) {
    add(bands.origin.span, titleOf(bands), `By ${sayMeasured(voice, bands.of)}`);
    for (const row of bands.rows)
      add(row.origin.span, titleOf(bands), `“${row.title}”: ${bandWords(voice, bands, row)}`);
  }
  for (const status of model.statuses.values())
    add(
      status.origin.span,
      titleOf(status),
      status.rule.kind === "when" ? ifWords(voice, "When", status.rule.condition) : switchWords(voice, status.rule),
    );
  for (const act of model.acts.values())
    for (const { condition, origin } of act.allowedWhen)
      add(origin.span, `When it is allowed: ${sayWords(act.name)}`, ifWords(voice, "When", condition));
}

/** A state that one event begins and another ends. */
function switchWords(voice: Voice, { from, until }: Extract<Status["rule"], { kind: "switch" }>): string {
  const end = until === undefined ? "on; until when is not said" : `until ${eventWords(voice, until)}`;
  return `From ${eventWords(voice, from)} ${end}`;
}

/** Of two rows that run on towards the same side, the upper one takes what both would hold. */
function bandWords(voice: Voice, { rows }: Bands, row: BandRow): string {
  if (row.edges.length === 0) return "all others";
  const said = wordList(
    row.edges.map(({ edge, value }) => `${SIDES[edge]} ${sayLimit(voice, value) ?? "a figure that is not said"}`),
    "and",
  );
  const above = rows.slice(0, rows.indexOf(row));
  const isShared = [isLowerBound, isUpperBound].some(
    (bound) => above.some((each) => runsOn(each, bound)) && runsOn(row, bound),
  );
  return isShared ? `${said}, where no row above holds` : said;
}

/** All its edges lie on one side, and nothing ends it on the other. */
function runsOn({ edges }: BandRow, isBound: (edge: Edge) => boolean): boolean {
  return edges.length > 0 && edges.every(({ edge }) => isBound(edge));
}

/** `£80 if …`, a sentence for each row; one row alone holds always. */
export function measureWords(voice: Voice, { rows }: Measure): readonly string[] {
  return rows.map(({ value, when }, index) => {
    const figure = sayLimit(voice, value) ?? sayMeasured(voice, value);
    // What is said first holds, also where a later row would.
    if (when !== undefined)
      return upperFirst(`${index === 0 ? "" : "otherwise "}${figure} if ${conditionWords(voice, when)}`);
    return upperFirst(rows.length === 1 ? `${figure}.` : `${figure} in every other case.`);
  });
}
