// A model → everything it lays down, one provision at a time, in the author's own words: what a table of changes compares.
// Two provisions of two policies are one where kind and name agree; names are the author's, nothing is guessed.

import { standingValue } from "../analysis/figures.ts";
import { isInForce } from "../analysis/session-codes.ts";
import type { ClockTime, DatedValue, Model, Origin } from "../checker/model.ts";
import { written, writtenCadence } from "../explain/written.ts";
import { makeList } from "./provision-list.ts";
import type { List, Provision } from "./provision-list.ts";
import { addProcedure, addSentence } from "./provisions-of-procedures.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import { formatTime } from "../school/moment.ts";
import { Bug } from "../support/bug.ts";
import type { Meant } from "./meaning.ts";

/** `onThatDay`: the values and codes of the day alone, instead of all there are with their dates. In the order of a policy: figures first, then times, states, procedures, duties, papers. */
export function provisionsOf(meant: Meant, onThatDay: boolean): readonly Provision[] {
  const { model } = meant;
  const list = makeList(meant);
  const { add } = list;
  addHead(meant, list);
  for (const parameter of model.parameters.values()) {
    const standing = standingValue(model, meant.day, parameter.name);
    if (onThatDay)
      add(
        "parameter",
        parameter,
        "",
        standing === undefined ? "unsaid" : written(standing.span),
        standing ?? { kind: "hole" },
      );
    else add("parameter", parameter, "", parameter.history.map(datedWords).join(", "), parameter.history);
  }
  for (const { name, title, sort, origin, ...word } of model.words.values()) {
    const more = [
      ...(word.sameAs === undefined ? [] : [`the same as ${word.sameAs}`]),
      ...(word.people === 0 ? [] : [`${word.people} people`]),
      ...(word.needs.length === 0 ? [] : [`needs ${word.needs.join(", ")}`]),
      ...(word.means === undefined ? [] : [written(word.means.span)]),
    ];
    add(sort, { name, title, origin }, "", more.length === 0 ? "known" : more.join(", "), word);
  }
  for (const code of model.codes) {
    const { category, onSite, late, from, until } = code;
    if (onThatDay && !isInForce(code, meant.day)) continue;
    const dates = onThatDay ? [] : [from, until];
    add(
      "code",
      { ...code, title: `${code.name} (${code.title})` },
      "",
      [category, ...(onThatDay ? [] : dateWords({ from, until }))].join(" "),
      { category, onSite, late, dates },
    );
  }
  addRegisters(model, list);
  for (const coding of model.codings)
    for (const { code, when, origin } of coding.rows)
      add(
        "coding",
        { ...coding, origin },
        `${code} ${when === undefined ? "" : written(when.span)}`,
        written(origin.span),
        when,
      );
  for (const act of model.acts.values()) {
    const { saying, fields, by } = act;
    add("act", act, "", `by ${by.length === 0 ? "anyone" : by.join(", ")}`, { saying, fields, by });
    for (const { condition, origin } of act.allowedWhen)
      add("gate", { ...act, origin }, written(condition.span), written(condition.span), condition);
  }
  for (const measure of model.measures.values())
    add(
      "measure",
      measure,
      "",
      measure.rows.map(({ origin, value }) => written(measure.rows.length > 1 ? origin.span : value.span)).join("; "),
      measure,
    );
  for (const status of model.statuses.values())
    add(
      "status",
      status,
      "",
      status.rule.kind === "when" ? written(status.rule.condition.span) : written(status.origin.span),
      status.rule,
    );
  for (const bands of model.bands.values()) {
    add("bands", bands, "", written(bands.of.span), bands.of);
    for (const row of bands.rows)
      add("band", { ...bands, origin: row.origin }, row.title, written(row.origin.span), [row.title, row]);
  }
  for (const procedure of model.procedures.values()) addProcedure(procedure, list);
  for (const duty of model.duties.values()) {
    const every = writtenCadence(duty) ?? "not said";
    add("duty", duty, "", every, [duty.every, duty.anchor]);
    for (const sentence of duty.items) addSentence(duty, undefined, sentence, list);
  }
  for (const decision of model.decisions.values()) {
    const { by, within, answers } = decision;
    const time = within === undefined ? "" : ` within ${written(within.n.span)}`;
    add("decision", decision, "", `by ${by.join(", ")}${time}`, { by, within, answers });
  }
  for (const document of model.documents.values())
    for (const field of document.fields)
      add("document", { ...document, origin: field.origin }, field.name, written(field.origin.span), [
        field.needed,
        field.type,
        field.value,
        field.when,
      ]);
  for (const document of model.documents.values())
    document.texts.forEach(({ part, pieces, when, origin }, index) =>
      add("document", { ...document, origin }, `says ${index + 1}`, written(origin.span), [part, pieces, when]),
    );
  for (const { question, chosen, origin } of model.readings)
    add("reading", { name: question, title: question, origin }, "", chosen ?? "not chosen", chosen);
  return list.provisions;
}

function datedWords({ value, from, until }: DatedValue): string {
  return [value.kind === "hole" ? "unspecified" : written(value.span), ...dateWords({ from, until })].join(" ");
}

function dateWords({
  from,
  until,
}: {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}): readonly string[] {
  return [
    ...(from === undefined ? [] : [`from ${formatDay(from)}`]),
    ...(until === undefined ? [] : [`until ${formatDay(until)}`]),
  ];
}

function addHead({ model }: Meant, { add }: List): void {
  const origin: Origin = { span: model.layers.at(-1)?.span ?? noSpan(), clauses: [], layer: model.name };
  const say = (name: string, title: string, day: Day | undefined): void => {
    if (day !== undefined) add("policy", { name, title, origin }, "", formatDay(day), day);
  };
  say("in-force-from", "In force from", model.inForce?.from);
  say("in-force-until", "In force until", model.inForce?.until);
  say("review-by", "Review by", model.reviewBy);
}

function noSpan(): Origin["span"] {
  throw new Bug("a model without layers");
}

function addRegisters(model: Model, { add }: List): void {
  for (const register of model.registers) {
    const group = register.group === undefined ? "" : ` for ${register.group}`;
    const name = `${register.half}${group}`;
    const whole = {
      name,
      title: `${register.half === "AM" ? "Morning" : "Afternoon"} register${group}`,
      origin: register.origin,
    };
    const times: readonly (readonly [string, ClockTime | undefined])[] = [
      ["gates open", register.gatesOpen],
      ["day starts", register.dayStarts],
      ["opens", register.opens],
      ["closes", register.closes],
      ["day ends", register.dayEnds],
    ];
    for (const [what, time] of times)
      if (time !== undefined)
        add(
          "register",
          { ...whole, origin: time.origin },
          what,
          time.kind === "time" ? formatTime(time.seconds) : "unsaid",
          time.kind === "time" ? time.seconds : "hole",
        );
    for (const { becomes, edges, unless, origin } of register.zones) {
      const what = becomes.kind === "code" ? becomes.code : becomes.kind === "act" ? becomes.act : "present";
      add("register", { ...whole, origin }, what, written(origin.span), [edges, unless]);
    }
  }
}

export interface Change {
  readonly before?: Provision;
  readonly after?: Provision;
}

/** Everything that one policy lays down otherwise than the other, or alone, in the order of the first and then the second. */
export function changesBetween(before: readonly Provision[], after: readonly Provision[]): readonly Change[] {
  const [old, young] = [before, after].map((list) => new Map(list.map((each) => [each.id, each])));
  const kept = before.flatMap((provision): readonly Change[] => {
    const now = young?.get(provision.id);
    if (now === undefined) return [{ before: provision }];
    return now.meaning === provision.meaning ? [] : [{ before: provision, after: now }];
  });
  return [...kept, ...after.filter(({ id }) => old?.has(id) === false).map((provision) => ({ after: provision }))];
}
