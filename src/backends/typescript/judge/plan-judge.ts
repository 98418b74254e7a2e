// The thresholds of a policy: which statuses and bands hang on nothing but named measures and written limits, as formulas over those
// measures. Everything else is named with its reason.

import type * as Model from "../../../checker/model.ts";
import { oneLine } from "../../../source/one-line.ts";
import type { Edge } from "../../../units/edge.ts";
import type { Ratio } from "../../../units/ratio.ts";
import { both, either, sure } from "../batch/formula.ts";
import type { Formula, Term } from "../batch/formula.ts";
import { isSmall } from "../batch/read-calls.ts";
import { makePlaces } from "../batch/tables.ts";
import type { Places } from "../batch/tables.ts";

/** Whether a measure is counted in whole numbers or is a share of something. */
export interface JudgedFigure {
  readonly name: string;
  readonly kind: "whole" | "share";
}

/** A comparison of a condition, in the words of the policy, and when it holds and fails. */
export interface JudgedPart {
  readonly text: string;
  readonly holds: Formula;
  readonly fails: Formula;
  readonly figure?: string;
  readonly edge?: Edge;
  readonly limit?: number | Ratio;
}

interface Judged {
  readonly name: string;
  readonly rule: string;
  readonly clauses: readonly string[];
}

export interface JudgedStatus extends Judged {
  readonly holds: Formula;
  readonly fails: Formula;
  readonly parts: readonly JudgedPart[];
}

export interface JudgedBands extends Judged {
  readonly rows: readonly (Judged & { readonly holds: Formula; readonly parts: readonly JudgedPart[] })[];
}

/** A status or bands that ready figures do not decide. */
export interface NotJudged {
  readonly rule: string;
  readonly what: "status" | "band";
  /** The words of what it looks at besides. */
  readonly why: string;
}

export interface JudgePlan {
  /** In the order of their places in the formulas. */
  readonly figures: readonly JudgedFigure[];
  readonly statuses: readonly JudgedStatus[];
  readonly bands: readonly JudgedBands[];
  readonly beyond: readonly NotJudged[];
}

export function planJudge(model: Model.Model): JudgePlan {
  const reading: Reading = { model, figures: makePlaces(), within: [] };
  const beyond: NotJudged[] = [];
  const orBeyond = <V>(rule: string, what: NotJudged["what"], read: () => V): readonly V[] => {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      beyond.push({ rule, what, why: error.message });
      return [];
    }
  };
  const statuses = [...model.statuses.values()].flatMap((status) =>
    orBeyond(status.name, "status", () => judgedStatus(reading, status)),
  );
  const bands = [...model.bands.values()].flatMap((each) =>
    orBeyond(each.name, "band", () => judgedBands(reading, each)),
  );
  return { figures: reading.figures.list, statuses, bands, beyond };
}

interface Reading {
  readonly model: Model.Model;
  readonly figures: Places<JudgedFigure>;
  /** Statuses that are being read. */
  readonly within: readonly string[];
}

/** Thrown where a condition looks at something that is no ready figure; caught where the rule is known. */
class NotReady extends Error {}

function judgedStatus(reading: Reading, { name, origin, rule }: Model.Status): JudgedStatus {
  if (rule.kind !== "when") throw new NotReady("it is switched on and off by what happens");
  const { condition } = rule;
  return {
    name,
    rule: name,
    clauses: origin.clauses,
    holds: readCondition(reading, condition, true),
    fails: readCondition(reading, condition, false),
    parts: partsOf(reading, condition),
  };
}

function judgedBands(reading: Reading, bands: Model.Bands): JudgedBands {
  return {
    name: bands.name,
    rule: bands.name,
    clauses: bands.origin.clauses,
    rows: bands.rows.map((row) => ({
      name: row.title,
      rule: `${bands.name}.${row.title}`,
      clauses: [...new Set([...row.origin.clauses, ...bands.origin.clauses])],
      holds: readRow(reading, bands, row, true),
      parts: row.edges.map(({ edge, value }) =>
        partOf(reading, bands.of, edge, value, `${oneLine(bands.of.span)} ${edge} ${oneLine(value.span)}`),
      ),
    })),
  };
}

// ---------------------------------------------------------------- conditions

function readCondition(reading: Reading, condition: Model.Condition, truth: boolean): Formula {
  const { model } = reading;
  switch (condition.kind) {
    case "and":
    case "or": {
      const parts = condition.parts.map((part) => readCondition(reading, part, truth));
      return (condition.kind === "and") === truth ? both(...parts) : either(...parts);
    }
    case "not":
      return readCondition(reading, condition.part, !truth);
    case "at-least-of": {
      const { n, parts } = condition;
      const needed = truth ? n : parts.length - n + 1;
      return { kind: "some", n: needed, parts: parts.map((part) => readCondition(reading, part, truth)) };
    }
    case "compare":
      return readComparison(reading, condition.left, condition.edge, condition.right, truth);
    case "status": {
      const rule = model.statuses.get(condition.name)?.rule;
      if (rule?.kind !== "when" || reading.within.includes(condition.name)) throw notReady(condition);
      return readCondition({ ...reading, within: [...reading.within, condition.name] }, rule.condition, truth);
    }
    case "in-band": {
      const bands = model.bands.get(condition.bands);
      const row = bands?.rows.find(({ title }) => title === condition.title);
      if (bands === undefined || row === undefined) throw notReady(condition);
      return readRow(reading, bands, row, truth);
    }
    case "always":
      return sure(truth);
    case "hole":
      return sure(false);
    default:
      throw notReady(condition);
  }
}

function notReady({ span }: { readonly span: Model.Value["span"] }): NotReady {
  return new NotReady(oneLine(span));
}

/** On the right side of its edges, and of no row above. */
function readRow(reading: Reading, bands: Model.Bands, row: Model.BandRow, truth: boolean): Formula {
  const within = (each: Model.BandRow, holds: boolean): Formula => {
    const edges = each.edges.map(({ edge, value }) => readComparison(reading, bands.of, edge, value, holds));
    return holds ? both(...edges) : either(...edges);
  };
  const above = bands.rows.slice(0, bands.rows.indexOf(row)).map((each) => within(each, !truth));
  return truth ? both(within(row, true), ...above) : either(within(row, false), ...above);
}

/** Every comparison of a condition, in the order in which they stand in it. */
function partsOf(reading: Reading, condition: Model.Condition): readonly JudgedPart[] {
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return condition.parts.flatMap((part) => partsOf(reading, part));
    case "not":
      return partsOf(reading, condition.part);
    case "status": {
      const rule = reading.model.statuses.get(condition.name)?.rule;
      return rule?.kind === "when" ? partsOf(reading, rule.condition) : [];
    }
    case "compare":
      return [partOf(reading, condition.left, condition.edge, condition.right, oneLine(condition.span))];
    default: {
      const [holds, fails] = [readCondition(reading, condition, true), readCondition(reading, condition, false)];
      return [{ text: oneLine(condition.span), holds, fails }];
    }
  }
}

function partOf(reading: Reading, left: Model.Value, edge: Edge, right: Model.Value, text: string): JudgedPart {
  const limit = limitOf(reading, right);
  return {
    text,
    holds: readComparison(reading, left, edge, right, true),
    fails: readComparison(reading, left, edge, right, false),
    ...(left.kind === "measure" ? { figure: left.name } : {}),
    edge,
    ...(limit === undefined ? {} : { limit }),
  };
}

// ---------------------------------------------------------------- figures

function readComparison(reading: Reading, left: Model.Value, edge: Edge, right: Model.Value, truth: boolean): Formula {
  const [ours, theirs] = [termOf(reading, left), termOf(reading, right)];
  return ours === undefined || theirs === undefined
    ? sure(false)
    : { kind: "compare", left: ours, edge, right: theirs, truth };
}

/** Undefined where the policy leaves it open. */
function termOf(reading: Reading, value: Model.Value): Term | undefined {
  if (value.kind === "measure") {
    if (value.at !== undefined) throw notReady(value);
    const kind = kindOf(reading, value.name, []);
    return { kind: "figure", place: reading.figures.of({ name: value.name, kind }), on: "today" };
  }
  if (value.kind === "hole") return undefined;
  const limit = limitOf(reading, value);
  if (limit === undefined) throw notReady(value);
  return typeof limit === "number" ? { kind: "number", n: limit, d: 1 } : { kind: "number", n: limit.n, d: limit.d };
}

/** A limit that is written in the policy, once and for all days. */
function limitOf({ model }: Reading, value: Model.Value): number | Ratio | undefined {
  if (value.kind === "constant") return isSmall(value.value) ? value.value : undefined;
  if (value.kind !== "parameter") return undefined;
  const [only, ...more] = model.parameters.get(value.name)?.history ?? [];
  if (only === undefined || more.length > 0 || only.from !== undefined || only.until !== undefined) return undefined;
  return only.value.kind === "constant" && isSmall(only.value.value) ? only.value.value : undefined;
}

/** A measure that is now one and now the other has no shape of its own. */
function kindOf({ model }: Reading, name: string, within: readonly string[]): JudgedFigure["kind"] {
  const kinds = (model.measures.get(name)?.rows ?? []).map(({ value }): JudgedFigure["kind"] | undefined => {
    switch (value.kind) {
      case "rate":
      case "days":
        return "share";
      case "sessions":
      case "occasions":
      case "run":
      case "acts":
      case "elapsed":
        return "whole";
      case "constant":
        return typeof value.value === "number" ? "whole" : typeof value.value === "string" ? undefined : "share";
      case "measure":
        return within.includes(value.name)
          ? undefined
          : kindOf({ model, figures: makePlaces(), within: [] }, value.name, [...within, name]);
      default:
        return undefined;
    }
  });
  const [kind] = kinds;
  if (kind === undefined || kinds.some((each) => each !== kind))
    throw new NotReady(`${name} is not one kind of figure`);
  return kind;
}
