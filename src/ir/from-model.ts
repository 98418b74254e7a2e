// Model → Ir: the whole policy as tables and calls. Only a sound model comes in, so there is no error branch here.

import type * as Model from "../checker/model.ts";
import type { DocumentOf, RegisterTimesOf } from "../runtime/program.ts";
import type { Called, Ir } from "./ir.ts";
import { call } from "./ir.ts";
import { lowerBand, lowerCondition, lowerFlag, lowerMeasure, lowerStatus, lowerValue } from "./lower-expressions.ts";
import type { Lowering } from "./lower-expressions.ts";
import { makeRelowering } from "./lower-again.ts";
import type { LoweredParts } from "./lower-again.ts";
import { lowerDuty, lowerProcedure } from "./lower-procedures.ts";
import { inDependencyOrder } from "./order.ts";
import { makeRuleBook } from "./rules.ts";
import type { Rule, RuleBook } from "./rules.ts";
import { makeSets } from "./sets.ts";

export interface Lowered {
  readonly ir: Ir;
  readonly rules: ReadonlyMap<string, Rule>;
  /** What lowered it, for reading one condition or figure of it again. */
  readonly lowering: Lowering;
  /** For lowering another model of which most is the same. */
  readonly parts: LoweredParts;
}

/** `before` is any model lowered before; what is the same in this one is not lowered again, and comes to the same. */
export function lower(model: Model.Model, before?: Pick<Lowered, "ir" | "parts">): Lowered {
  const sets = makeSets(before?.ir.sets);
  const lowering: Lowering = { model, sets, within: [] };
  const book = makeRuleBook();
  const { part, parts } = makeRelowering(lowering, book, before?.parts);
  const ruleOf = ruleNames(model);
  /** A part bears its own name wherever it is taken over; one that has to bear another is lowered each time. */
  const ruled = <Made>(node: Model.Named, rule: string, make: (here: Lowering, own: RuleBook) => Made): Made =>
    rule === node.name ? part(node, make) : make(lowering, book);
  const absentSet = sets.indexOf({ category: "absent", codes: [] });
  const duties = [...model.duties.values()];
  const scheduled = duties.flatMap((duty) => part(duty, (here, own) => lowerDuty(here, own, duty)) ?? []);
  const procedures = [...model.procedures.values()].map((procedure) =>
    part(procedure, (here, own) => lowerProcedure(here, own, procedure)),
  );
  const ir: Ir = {
    name: model.name,
    title: model.title,
    ...(model.inForce === undefined ? {} : { inForceFrom: model.inForce.from }),
    codes: model.codes.map(({ name, category, onSite, late, from, until }) => ({
      code: name,
      category,
      onSite,
      late,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    })),
    registers: model.registers.map((register) => lowerRegister(lowering, book, register)),
    groups: new Map(
      [...model.words.values()].flatMap((word) =>
        word.sort !== "group" ? [] : [[word.name, lowerFlag(lowering, word.name)] as const],
      ),
    ),
    roles: lowerRoles(model, book),
    statuses: [...model.statuses.values()].map((status) => {
      const rule = ruleOf("status", status.name);
      return ruled(status, rule, (here, own) => {
        const { name, title, origin } = status;
        own.add({
          rule,
          kind: "status",
          origin,
          title,
          ...(status.rule.kind === "when" ? { condition: status.rule.condition } : {}),
        });
        return { name, title, rule, clauses: origin.clauses, test: lowerStatus(here, status) };
      });
    }),
    bands: [...model.bands.values()].map((bands) => {
      const rule = ruleOf("bands", bands.name);
      return ruled(bands, rule, (here, own) => lowerBands(here, own, bands, rule));
    }),
    measures: [...model.measures.values()].map(({ name, title, origin, anchor }) => {
      const rule = ruleOf("measure", name);
      book.add({ rule, kind: "measure", origin, title });
      return {
        name,
        title,
        rule,
        clauses: origin.clauses,
        anchored: anchor !== undefined,
        read: lowerMeasure(lowering, name),
      };
    }),
    codings: model.codings.map(({ name, title, rows }) => ({
      name,
      rows: rows.map(({ code, when, origin }, index) => {
        const rule = `${model.registers.some((register) => register.name === name) ? `${name} (coding)` : name}.${index + 1}`;
        book.add({ rule, kind: "coding", origin, title, ...(when === undefined ? {} : { condition: when }) });
        return {
          code,
          rule,
          clauses: origin.clauses,
          otherwise: when === undefined,
          test: when === undefined ? call("always") : lowerCondition(lowering, when),
        };
      }),
    })),
    acts: new Map(
      [...model.acts.values()].map((act) => [act.name, part(act, (here, own) => lowerAct(here, own, act))]),
    ),
    decisions: new Map(
      [...model.decisions.values()].map(({ name, question, by, answers, origin }) => [
        name,
        { name, question, by, answers, clauses: origin.clauses },
      ]),
    ),
    documents: new Map(
      [...model.documents.values()].map((document) => [
        document.name,
        part(document, (here, own) => lowerDocument(here, own, document)),
      ]),
    ),
    procedures: [...scheduled, ...inDependencyOrder(procedures)],
    unscheduled: duties
      .filter(({ every }) => every.kind === "hole")
      .map(({ name, title, origin }) => ({ name, title, rule: name, clauses: origin.clauses })),
    holes: model.holes.map(({ name, what, origin }) => ({ name, what, clauses: origin.clauses })),
    sets: sets.list,
    absentSet,
  };
  return { ir, rules: book.rules, lowering, parts };
}

/**
 * Kinds may share a name, such as a status and the procedure that it starts. A rule is known by its name alone, so what comes later
 * here then says its kind as well.
 */
function ruleNames({ procedures, duties, words, statuses, bands }: Model.Model) {
  const earlier = [procedures, duties, words, statuses, bands];
  const places = { status: 3, bands: 4, measure: 5 };
  return (kind: keyof typeof places, name: string): string =>
    earlier.slice(0, places[kind]).some((table) => table.has(name)) ? `${name} (${kind})` : name;
}

function lowerRegister(lowering: Lowering, book: RuleBook, register: Model.Register): RegisterTimesOf<Called> {
  const seconds = (time: Model.ClockTime | undefined): number | undefined =>
    time?.kind === "time" ? time.seconds : undefined;
  const times = {
    opens: seconds(register.opens),
    closes: seconds(register.closes),
    dayEnds: seconds(register.dayEnds),
  };
  return {
    half: register.half,
    ...(register.group === undefined ? {} : { group: register.group }),
    ...Object.fromEntries(Object.entries(times).filter(([, second]) => second !== undefined)),
    zones: register.zones.map(({ becomes, edges, unless, origin }, index) => {
      // Groups have registers of one name side by side.
      const of = register.group === undefined ? register.name : `${register.name} for ${register.group}`;
      const rule = `${of}.${index + 1}`;
      book.add({ rule, kind: "zone", origin, title: register.title });
      return {
        rule,
        clauses: origin.clauses,
        edges,
        ...(becomes.kind === "code" ? { code: becomes.code } : {}),
        ...(becomes.kind === "act" ? { act: becomes.act } : {}),
        ...(unless === undefined ? {} : { unless: lowerCondition(lowering, unless) }),
      };
    }),
  };
}

function lowerRoles(model: Model.Model, book: RuleBook): Ir["roles"] {
  return [...model.words.values()]
    .filter(({ sort }) => sort === "role")
    .map(({ name, title, sameAs, people, needs, origin }) => {
      book.add({ rule: name, kind: "role", origin, title });
      return {
        name,
        holder: sameAs ?? name,
        title,
        rule: name,
        clauses: origin.clauses,
        people: Math.max(1, people),
        needs,
        required: people > 0 || needs.length > 0,
      };
    });
}

function lowerBands(lowering: Lowering, book: RuleBook, bands: Model.Bands, rule: string): Ir["bands"][number] {
  const { name, title, origin, of, rows } = bands;
  book.add({ rule, kind: "bands", origin, title, bands: name });
  return {
    name,
    title,
    rule,
    clauses: origin.clauses,
    of: lowerValue(lowering, of),
    rows: rows.map((row) => {
      const inTable = `${rule}.${row.title}`;
      book.add({ rule: inTable, kind: "band", origin: row.origin, title: row.title });
      const test = lowerBand(lowering, bands, row);
      return {
        title: row.title,
        rule: inTable,
        clauses: row.origin.clauses,
        test,
        ...(row.worth === undefined ? {} : { worth: lowerValue(lowering, row.worth) }),
      };
    }),
  };
}

function lowerAct(lowering: Lowering, book: RuleBook, act: Model.Act) {
  return {
    name: act.name,
    saying: act.saying,
    fields: act.fields.map(({ name }) => name),
    by: act.by,
    clauses: act.origin.clauses,
    allowedWhen: act.allowedWhen.map(({ condition, origin }, index) => {
      const rule = `${act.name}.allowed.${index + 1}`;
      book.add({ rule, kind: "allowed", origin, title: act.name, condition });
      return { rule, clauses: origin.clauses, test: lowerCondition(lowering, condition) };
    }),
  };
}

/** What a letter counts has to be counted for it, though no record of the letter is judged by it. */
function lowerForLetters(lowering: Lowering, { fields, texts }: Model.Document): void {
  for (const { value } of fields) if (value !== undefined) lowerValue(lowering, value);
  for (const { when } of texts) if (when !== undefined) lowerCondition(lowering, when);
}

function lowerDocument(lowering: Lowering, book: RuleBook, document: Model.Document): DocumentOf<Called> {
  const { name, title, origin, fields } = document;
  lowerForLetters(lowering, document);
  return {
    name,
    title,
    clauses: origin.clauses,
    // What the decision fills in is known already, so a record of the letter need not hold it.
    fields: fields
      .filter(({ needed, value }) => needed && value === undefined)
      .map(({ name: field, when, origin: from }) => {
        const rule = `${name}.${field}`;
        book.add({
          rule,
          kind: "document",
          origin: from,
          title: field,
          ...(when === undefined ? {} : { condition: when }),
        });
        return {
          name: field,
          rule,
          clauses: from.clauses,
          ...(when === undefined ? {} : { test: lowerCondition(lowering, when) }),
        };
      }),
  };
}
