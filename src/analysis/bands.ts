// The rows of a table of bands as stretches of one figure, whichever way round they were written.

import type { BandRow, Bands } from "../checker/model.ts";
import { figureOfValue, numberOf } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { everything, intersection, intervalOf, mirrored, rangeOf } from "./interval.ts";
import type { Interval } from "./interval.ts";
import type { Survey } from "./survey.ts";

export interface Stretch {
  readonly row: BandRow;
  readonly interval: Interval;
  /** Whether the row says of absence what the stretch says of attendance. */
  readonly mirrored: boolean;
}

export interface BandTable {
  readonly bands: Bands;
  readonly figure: Figure;
  /** Rows that nothing can stand in are left out. */
  readonly stretches: readonly Stretch[];
  /** What the figure can be at all. */
  readonly range: Interval;
}

/** Undefined where an edge is not known, or what is banded has no figure of its own. */
function tableOf({ model, day }: Survey, bands: Bands): BandTable | undefined {
  const measured = figureOfValue(model, bands.of);
  if (measured === undefined) return undefined;
  const stretches: Stretch[] = [];
  for (const row of bands.rows) {
    let interval: Interval | undefined = everything;
    for (const { edge, value } of row.edges) {
      const limit = numberOf(model, day, value);
      if (limit === undefined) return undefined;
      interval = interval === undefined ? undefined : intersection(interval, intervalOf(edge, limit));
    }
    if (interval === undefined) continue;
    const told = measured.mirrored ? mirrored(interval) : interval;
    stretches.push({ row, interval: told, mirrored: measured.mirrored });
  }
  return { bands, figure: measured.figure, stretches, range: rangeOf(measured.figure.kind) };
}

export function ownTables(survey: Survey): readonly BandTable[] {
  return [...survey.model.bands.values()]
    .filter(survey.isOwn)
    .map((bands) => tableOf(survey, bands))
    .filter((table) => table !== undefined);
}
