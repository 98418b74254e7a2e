// Calls for figures → a numerator and a denominator in SQL, both whole (S13). What is not known has an empty numerator.

import type { Call } from "../../ir/ir.ts";
import { monthLength, partsOfDay } from "../../school/day.ts";
import type { Day } from "../../school/day.ts";
import { readCondition } from "./conditions.ts";
import { readElapsed } from "./elapsed.ts";
import { historyOf } from "./history.ts";
import { season, weekdayToday } from "./moments.ts";
import type { Fraction, Scope } from "./scope.ts";
import { binary, isNull, truth, unknown, when, whole } from "./sql.ts";
import type { Expr } from "./sql.ts";
import { readStretch } from "./stretches.ts";

export const NOTHING: Fraction = { n: unknown("bigint"), d: whole(1) };

const wholly = (n: Expr): Fraction => ({ n, d: whole(1) });

export function readFigure(call: Call, scope: Scope): Fraction {
  switch (call.call) {
    case "constant":
      return constant(call.args[0], scope);
    case "hole":
      return NOTHING;
    case "dated":
      return firstOf(historyOf(call.args[1], scope), scope);
    case "choose":
      return firstOf(
        call.args[0].map(({ when: test, value }) => ({
          when: test === undefined ? truth(true) : readCondition(test, scope),
          read: value,
        })),
        scope,
      );
    case "rate": {
      const [set, possible, window, whose] = call.args;
      if (!isOwn(whose)) return ofOthers(scope);
      const stretch = readStretch(window, scope);
      const d = scope.sessions(possible, stretch);
      return { n: when(binary(d, ">", whole(0)), scope.sessions(set, stretch)), d };
    }
    case "sessions":
      if (!isOwn(call.args[2])) return ofOthers(scope);
      return wholly(scope.sessions(call.args[0], readStretch(call.args[1], scope)));
    case "days":
      return { n: scope.sessions(call.args[0], readStretch(call.args[1], scope)), d: whole(2) };
    case "occasions":
      return wholly(scope.occasions(call.args[0], readStretch(call.args[1], scope)));
    case "run": {
      const [which, set, possible, unit, window] = call.args;
      return wholly(scope.run(which, set, possible, unit, readStretch(window, scope)));
    }
    case "elapsed":
      return wholly(readElapsed(call.args[0], call.args[1], scope));
    case "attribute":
      return attribute(call.args[0], scope);
    case "season":
      return wholly(season(scope));
    case "weekdayToday":
      return wholly(weekdayToday(scope));
    default:
      scope.cannot("query-beyond-register", `a figure told by \`${call.call}\``);
      return NOTHING;
  }
}

const isOwn = (whose: unknown): boolean => whose === undefined || whose === "pupil";

function ofOthers(scope: Scope): Fraction {
  scope.cannot("query-beyond-register", "the registers of other pupils");
  return NOTHING;
}

/** Products of two of these stay within 64 bits, with room for every count of a school. */
const LARGEST = 1_000_000_000;

function constant(value: Extract<Call, { call: "constant" }>["args"][0], scope: Scope): Fraction {
  if (typeof value === "string") {
    scope.cannot("query-value", "texts");
    return NOTHING;
  }
  const { n, d } = typeof value === "number" ? { n: value, d: 1 } : value;
  if (Math.abs(n) > LARGEST || d > LARGEST) {
    scope.cannot("query-value", "a number of more than nine digits");
    return NOTHING;
  }
  return { n: whole(n), d: whole(d) };
}

/** The first row whose condition holds; not known while an earlier one is not. */
function firstOf(rows: readonly { readonly when: Expr; readonly read: Call }[], scope: Scope): Fraction {
  const read = rows.map((row) => ({ when: row.when, value: readFigure(row.read, scope) }));
  const pick = (of: (value: Fraction) => Expr, unsaid: Expr): Expr =>
    read.reduceRight<Expr>((otherwise, row) => {
      const then = of(row.value);
      if (row.when.kind === "truth") return when(row.when, then, otherwise);
      return {
        kind: "case",
        whens: [
          { when: row.when, then },
          { when: isNull(row.when), then: unsaid },
        ],
        otherwise,
      };
    }, unsaid);
  const bases = new Set(read.map(({ value }) => JSON.stringify(value.d)));
  const only = read[0]?.value.d ?? whole(1);
  return { n: pick(({ n }) => n, unknown("bigint")), d: bases.size <= 1 ? only : pick(({ d }) => d, whole(1)) };
}

function attribute(name: Extract<Call, { call: "attribute" }>["args"][0], scope: Scope): Fraction {
  if (name === "year") return wholly(scope.year);
  if (name === "age") return wholly(ageOf(scope));
  scope.cannot("query-beyond-register", "people that the register does not know");
  return NOTHING;
}

/** Whole years since the date of birth, held as 20150314; the birthday of 29 February is 28 February in other years (S4). */
function ageOf({ born, today, dayFigure }: Scope): Expr {
  const yearBorn = binary(born, "div", whole(10_000));
  const dateBorn = binary(born, "-", binary(yearBorn, "*", whole(10_000)));
  const year = dayFigure(today, { key: "year", of: (day) => partsOfDay(day).year });
  const years = binary(year, "-", yearBorn);
  const reached = dayFigure(today, { key: "date reached", of: dateReached });
  return when(binary(dateBorn, ">", reached), binary(years, "-", whole(1)), years);
}

/** Month and date as 314; on the last of February in a year without a 29th, that has been reached too. */
function dateReached(day: Day): number {
  const { year, month, date } = partsOfDay(day);
  return month === 2 && date === monthLength(year, 2) ? 229 : month * 100 + date;
}
