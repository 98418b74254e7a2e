// A row that no pupil comes to, because the rows above it have taken everyone: of a coding or a measure the first that fits counts.

import type { Condition, Origin } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { fixOf, statementRemoved } from "../edits.ts";
import type { Knowledge } from "../formula.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isNever, truthOf } from "../truth.ts";
import { headOf, quote } from "../wording.ts";

export const messages = defineMessages({
  "row-never-reached": {
    ...warning,
    message: "The row `{row}` of `{name}` is never reached: whoever fits it has been taken by the rows above it.",
    hint: "Move the narrower row above the wider one, or correct its condition.",
  },
});

interface Row {
  readonly when?: Condition;
  readonly origin: Origin;
}

export const rowNeverReached: Rule = (survey) => {
  const tables = [...survey.model.codings, ...survey.model.measures.values()].filter(survey.isOwn);
  return tables.flatMap(({ name, rows }) => hiddenRows(survey, rows).map((row) => report(name, row)));
};

function report(name: string, { origin }: Row): Diagnostic {
  const span = headOf(origin);
  const fixes = fixOf("take the row away", statementRemoved(origin.span));
  return messages.rowNeverReached({ row: quote(span), name }, span, { fixes });
}

/** A row that fits nobody by itself is told of its condition (never-true). */
function hiddenRows(known: Knowledge, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row, index) => {
    const above = rows.slice(0, index).map(({ when }) => when);
    const own = row.when;
    if (index === 0 || own === undefined || above.some((when) => when === undefined) || isNever(known, own))
      return false;
    const passedOver = above.flatMap((when): readonly Condition[] =>
      when === undefined ? [] : [{ kind: "not", part: when, span: when.span }],
    );
    const whole = truthOf(known, { kind: "and", parts: [...passedOver, own], span: own.span });
    if (whole !== undefined) return !whole.sometimes;
    // Too many cases to try at once: perhaps one row above alone takes them all.
    return passedOver.some((part) => isNever(known, { kind: "and", parts: [part, own], span: own.span }));
  });
}
