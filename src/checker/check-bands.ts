// Bands: a table over one figure, each row between its edges. Whether the rows leave holes or overlap is analysed later.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkEdge, edgeUse } from "./check-edges.ts";
import { checkValue } from "./check-values.ts";
import { nameMessages } from "./diagnostics.ts";
import { bandWord } from "./check-is.ts";
import { checkLiteral } from "./literals.ts";
import { matchTypes, reportRowsDiffer } from "./match-types.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import { about, originOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { wordsOf } from "./typed.ts";
import type { Typed } from "./typed.ts";
import { sameType } from "./value-types.ts";

export function checkBands(outer: Scope, bands: Ast.Bands): Model.Bands | undefined {
  const name = bands.name.text;
  const scope = about(outer, name, `the bands \`${name}\``, bands);
  const of = checkValue(scope, bands.of, { part: "of", what: `what the bands \`${name}\` are of` });
  const worthType = scope.names.bands.get(name)?.worth();
  reportSameTitles(scope, bands);
  if (of === undefined) return undefined;
  return {
    ...namedOf(scope, bands),
    of: of.value,
    rows: bands.rows.map((row) => checkBand(scope, of, row, worthType)),
  };
}

function checkBand(scope: Scope, of: Typed, row: Ast.Band, worthType: Model.ValueType | undefined): Model.BandRow {
  const edges = row.edges.map(({ edge, value, span }) => {
    const limit = checkLiteral(scope, value);
    if (limit === undefined || !checkEdge(scope, edgeUse(edge, span, value.span, wordsOf(of)), of.type))
      return undefined;
    const matched = matchTypes(scope, of, { value: limit, type: limit.type, span: limit.span, counts: false });
    return matched === undefined ? undefined : { edge, value: matched.right };
  });
  const worth = row.worth === undefined ? undefined : checkWorth(scope, row.worth, worthType);
  return withoutUndefined({
    title: row.title.text,
    edges: edges.filter((edge) => edge !== undefined),
    worth,
    origin: originOf(scope, row),
  });
}

/** All rows are worth the same kind of thing: the first that says so decides which. */
function checkWorth(scope: Scope, literal: Ast.Literal, type: Model.ValueType | undefined): Model.Value | undefined {
  const worth = checkLiteral(scope, literal);
  if (worth === undefined || type === undefined || sameType(worth.type, type)) return worth;
  reportRowsDiffer(scope, "what a row is worth", type, {
    value: worth,
    type: worth.type,
    span: worth.span,
    counts: false,
  });
  return undefined;
}

/** Rules name a row by its title in small letters, so two titles may not differ by capitals alone. */
function reportSameTitles(scope: Scope, { rows }: Ast.Bands): void {
  const seen = new Map<string, Ast.Text>();
  for (const { title } of rows) {
    const first = seen.get(bandWord(title.text));
    if (first === undefined) seen.set(bandWord(title.text), title);
    else {
      const labels = [{ span: first.span, text: "the first" }];
      scope.report(nameMessages.nameDeclaredTwice({ what: "row", name: title.text }, title.span, { labels }));
    }
  }
}
