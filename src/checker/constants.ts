// What a parameter comes to on a date, following parameters that stand for other parameters. Undefined where nothing is said.

import type { Day } from "../school/day.ts";
import type { Ratio } from "../units/ratio.ts";
import type * as Model from "./model.ts";

export type ConstantValue = number | Ratio | string;
export type Parameters = ReadonlyMap<string, Model.Parameter>;

/** The entry of a parameter's history that holds on a day. */
export function datedOn({ history }: Model.Parameter, day: Day): Model.DatedValue | undefined {
  return history.find(({ from, until }) => (from ?? -Infinity) <= day && day <= (until ?? Infinity));
}

export function constantOn(parameter: Model.Parameter, day: Day, parameters: Parameters): ConstantValue | undefined {
  const seen = new Set<string>();
  let current: Model.Parameter | undefined = parameter;
  while (current !== undefined && !seen.has(current.name)) {
    seen.add(current.name);
    const value: Model.Value | undefined = datedOn(current, day)?.value;
    if (value?.kind === "constant") return value.value;
    current = value?.kind === "parameter" ? parameters.get(value.name) : undefined;
  }
  return undefined;
}
