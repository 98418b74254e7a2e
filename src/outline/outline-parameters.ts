// Parameters: the value of the day, and every other value of every layer with its dates.

import { standingValue } from "../analysis/figures.ts";
import type { DatedValue, Model, Origin, Parameter } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import type { Day } from "../school/day.ts";
import type { Former, OutlineEntry } from "./outline.ts";

export function parameterEntries(model: Model, on: Day): readonly OutlineEntry[] {
  return [...model.parameters.values()].map((parameter): OutlineEntry => {
    const { name, title, origin } = parameter;
    const standing = standingValue(model, on, name);
    const locking = parameter.layers.find(({ lock }) => lock !== "free");
    return {
      name,
      title: title === "" ? name.replaceAll("-", " ") : title,
      says: standing === undefined ? "no value on this day" : wordsOf(standing),
      layer: origin.layer,
      origin,
      ...(parameter.lock === "free" ? {} : { lock: parameter.lock }),
      ...(locking === undefined ? {} : { lockedBy: locking.layer }),
      history: historyOf(parameter, standing),
    };
  });
}

function wordsOf(value: DatedValue["value"]): string {
  return value.kind === "hole" ? "unsaid" : written(value.span);
}

/** Values of layers above, then the parameter's own of other days. */
function historyOf({ layers, origin }: Parameter, standing: DatedValue["value"] | undefined): readonly Former[] {
  return layers.flatMap(({ layer, history, span }) => {
    const place: Origin = { span, clauses: layer === origin.layer ? origin.clauses : [], layer };
    return history
      .filter(({ value }) => value !== standing)
      .map(({ value, from, until }): Former => ({
        says: wordsOf(value),
        layer,
        origin: place,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      }));
  });
}
