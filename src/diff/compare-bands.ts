// Tables of bands of one name over one figure → which figures fall into another row, exactly: every edge of either table, and
// every stretch between two edges, is looked up in both.

import { figureOfValue, numberOf } from "../analysis/figures.ts";
import { contains, intervalOf, mirrored } from "../analysis/interval.ts";
import type { Interval } from "../analysis/interval.ts";
import type { Bands } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { findFigure } from "../explain/trace.ts";
import { sayFigure } from "../explain/say.ts";
import { compareRatio, ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { between, nought, whole } from "../analysis/exact.ts";
import { nobodyInParticular } from "../witness/plain-facts.ts";
import { registerFor } from "../witness/register-for.ts";
import { meaningOf } from "./meaning.ts";
import type { DiffSide } from "./diff-side.ts";
import { meant, modelsOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { contextFor } from "./read-condition.ts";
import type { Comparison, Probe, Verdict } from "./verdict.ts";

export function compareBands(pair: Pair): readonly Comparison[] {
  const [one, other] = modelsOf(pair);
  return [...one.bands.values()].flatMap((before) => {
    const after = other.bands.get(before.name);
    return after === undefined ? [] : [compareTable(pair, before, after)];
  });
}

function compareTable(pair: Pair, before: Bands, after: Bands): Comparison {
  const { name, title } = before;
  const base = {
    kind: "band",
    id: name,
    title: title === "" ? name : title,
    before: { says: rowsOf(before), origin: before.origin },
    after: { says: rowsOf(after), origin: after.origin },
    turning: [],
    facts: [],
    probe: bandProbe(name),
  } as const;
  const [one, other] = [tableOf(pair.first, before), tableOf(pair.second, after)];
  const sameFigure = meaningOf(meant(pair.first), before.of) === meaningOf(meant(pair.second), after.of);
  if (one === undefined || other === undefined || !sameFigure || one.kind !== "share") {
    const because = "the two tables are over figures that cannot be set side by side";
    const same = sameFigure && meaningOf(meant(pair.first), before.rows) === meaningOf(meant(pair.second), after.rows);
    return same
      ? { ...base, verdict: "same", proved: true, because: "" }
      : { ...base, verdict: "not-shown", proved: false, because };
  }
  const cells = cellsBetween([...one.rows, ...other.rows].flatMap(({ stretch }) => endsOf(stretch)));
  const moves = cells.map((cell) => ({ cell, from: rowAt(one, cell.at), to: rowAt(other, cell.at) }));
  const moved = moves.filter(({ from, to }) => from?.title !== to?.title);
  if (moved.length === 0) return { ...base, verdict: "same", proved: true, because: "" };
  const of = { category: "attended", codes: [] } as const;
  const facts = moved.flatMap(({ cell }) => {
    const sessions = registerFor(pair.first.policy.model.codes, pair.first.day, {
      shares: [{ of, cell: cell.cell }],
      counts: [],
    });
    return sessions === undefined ? [] : [{ ...nobodyInParticular, sessions, joins: true }];
  });
  return { ...base, ...bandVerdict(moved.map(({ from, to }) => [from, to])), facts };
}

interface Row {
  readonly title: string;
  readonly stretch: Interval;
}

interface Table {
  readonly kind: string;
  readonly rows: readonly Row[];
}

/** In terms of attendance, whichever way round the table tells it. Undefined where an edge is not known beforehand. */
function tableOf({ policy: { model }, day }: DiffSide, { of, rows }: Bands): Table | undefined {
  const measured = figureOfValue(model, of);
  if (measured === undefined) return undefined;
  const stretches = rows.map(({ title, edges }): Row | undefined => {
    let stretch: Interval | undefined = {};
    for (const { edge, value } of edges) {
      const limit = numberOf(model, day, value);
      if (limit === undefined) return undefined;
      const told = intervalOf(edge, limit);
      stretch = { ...stretch, ...(measured.mirrored ? mirrored(told) : told) };
    }
    return { title, stretch };
  });
  return stretches.every((row) => row !== undefined) ? { kind: measured.figure.kind, rows: stretches } : undefined;
}

function rowAt({ rows }: Table, figure: Ratio): Row | undefined {
  return rows.find(({ stretch }) => contains(stretch, figure));
}

function endsOf({ low, high }: Interval): readonly Ratio[] {
  return [low?.at, high?.at].filter((at) => at !== undefined);
}

/** Every edge by itself, and a figure for each stretch between two. */
function cellsBetween(edges: readonly Ratio[]): readonly { readonly at: Ratio; readonly cell: Interval }[] {
  const sorted = [nought, ...edges, whole].toSorted(compareRatio).filter((at, place, all) => {
    const before = all[place - 1];
    return before === undefined || compareRatio(before, at) !== 0;
  });
  return sorted.flatMap((at, place) => {
    const next = sorted[place + 1];
    const point = { at, cell: { low: { at, included: true }, high: { at, included: true } } };
    if (next === undefined) return [point];
    const open = { low: { at, included: false }, high: { at: next, included: false } };
    return [point, { at: between(at, next), cell: open }];
  });
}

/** A row is worse than another where it begins at less attendance. */
function bandVerdict(moved: readonly (readonly [Row | undefined, Row | undefined])[]): {
  readonly verdict: Verdict;
  readonly proved: boolean;
  readonly because: string;
} {
  const worse = moved.map(([from, to]) =>
    from === undefined || to === undefined ? undefined : compareRatio(beginning(from), beginning(to)),
  );
  if (worse.every((each) => each === 1))
    return {
      verdict: "stricter",
      proved: true,
      because: "everyone who changes rows falls into a row for lower attendance",
    };
  if (worse.every((each) => each === -1))
    return {
      verdict: "looser",
      proved: true,
      because: "everyone who changes rows rises into a row for higher attendance",
    };
  return { verdict: "different", proved: true, because: "some figures stand in a row of another name" };
}

/** Where a row begins; one without a lower edge begins below everything. */
function beginning({ stretch: { low } }: Row): Ratio {
  return low?.at ?? ratio(-1, 1);
}

function rowsOf({ rows }: Bands): string {
  return rows.map(({ origin }) => oneLine(origin.span).replace(/\s*\[[^\]]*\]$/, "")).join("; ");
}

function bandProbe(name: string): Probe {
  const rowIn = (bands: readonly { readonly name: string; readonly row: string | undefined }[]): string =>
    bands.find((each) => each.name === name)?.row ?? "no row";
  return {
    read: ({ bands }) => rowIn(bands),
    explain: (opened) => {
      const table = opened.policy.model.bands.get(name);
      if (table === undefined) return "no such table";
      const { text, value, type } = findFigure(opened.policy.lowering, table.of, contextFor(opened));
      return `“${rowIn(opened.outcome.bands)}”, because ${text} is ${sayFigure(value, type)}`;
    },
    onTime: [],
  };
}
