// A condition with every name spelled out: statuses, flags that mean something, rows of bands, and figures told in rows stand
// as the tests they come to. What has no condition of its own (a switch, an act, a judgement) stays as it is.

import type { BandRow, Bands, Condition, Model, Value } from "../checker/model.ts";

/** `within` names what is being spelled out, so that a definition that rests on itself ends. */
export function expand(model: Model, condition: Condition, within: readonly string[] = []): Condition {
  const inside = (part: Condition): Condition => expand(model, part, within);
  const named = (key: string, meaning: Condition | undefined): Condition =>
    meaning === undefined || within.includes(key) ? condition : expand(model, meaning, [...within, key]);
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return { ...condition, parts: condition.parts.map(inside) };
    case "not":
      return { ...condition, part: inside(condition.part) };
    case "status": {
      const rule = model.statuses.get(condition.name)?.rule;
      return named(`status ${condition.name}`, rule?.kind === "when" ? rule.condition : undefined);
    }
    case "flag":
      return named(`flag ${condition.name}`, model.words.get(condition.name)?.means);
    case "in-band":
      return named(`band ${condition.bands} ${condition.title}`, rowCondition(model, condition));
    case "compare":
      return expandComparison(model, condition, within);
    default:
      return condition;
  }
}

/** A row holds where no row above it does. */
function rowCondition(
  model: Model,
  { bands, title, span }: Extract<Condition, { kind: "in-band" }>,
): Condition | undefined {
  const table = model.bands.get(bands);
  const place = table?.rows.findIndex((row) => row.title === title) ?? -1;
  if (table === undefined || place < 0) return undefined;
  const rows = table.rows
    .slice(0, place + 1)
    .map((row): Condition => ({ kind: "and", parts: edgesOf(table, row), span }));
  const parts = rows.map((row, index): Condition => (index === place ? row : { kind: "not", part: row, span }));
  return { kind: "and", parts, span };
}

function edgesOf({ of }: Bands, { edges, origin: { span } }: BandRow): readonly Condition[] {
  return edges.map(({ edge, value }) => ({ kind: "compare", left: of, edge, right: value, span }));
}

type Comparison = Extract<Condition, { kind: "compare" }>;

/** A figure of several rows is its first row that applies: one comparison for each, all rows above it failing. */
function expandComparison(model: Model, comparison: Comparison, within: readonly string[]): Condition {
  const { left, span } = comparison;
  if (left.kind !== "measure" || left.at !== undefined) return comparison;
  const key = `measure ${left.name}`;
  const measure = model.measures.get(left.name);
  if (measure === undefined || measure.anchor !== undefined || within.includes(key)) return comparison;
  if (measure.rows.length < 2 && measure.rows[0]?.when === undefined) return comparison;
  const above: Condition[] = [];
  const cases = measure.rows.map(({ value, when }): Condition => {
    const parts = [...above, ...(when === undefined ? [] : [when]), compared(comparison, value)];
    if (when !== undefined) above.push({ kind: "not", part: when, span });
    return { kind: "and", parts, span };
  });
  return expand(model, { kind: "or", parts: cases, span }, [...within, key]);
}

function compared(comparison: Comparison, left: Value): Comparison {
  return { ...comparison, left };
}

/** Every test in a spelled-out condition that asks one question, by nothing but its own words. */
export function leavesOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
    case "at-least-of":
      return condition.parts.flatMap(leavesOf);
    case "not":
      return leavesOf(condition.part);
    default:
      return [condition];
  }
}
