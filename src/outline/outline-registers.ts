// Registers, one time and one zone at a time, with what the layer above had in its place.

import type { ClockTime, Model, Register } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import { formatTime } from "../school/moment.ts";
import type { Former, OutlineEntry } from "./outline.ts";
import { lockOf, replacedBy } from "./replaced.ts";

export function registerEntries(model: Model): readonly OutlineEntry[] {
  return model.registers.flatMap((register) => {
    const { name, group } = register;
    const whole = group === undefined ? name : `${name} for ${group.replaceAll("-", " ")}`;
    return valuesOf(register).map(([what, says, origin]): OutlineEntry => ({
      name: `${whole} ${what}`,
      title: `${whole}: ${what}`,
      says,
      layer: origin.layer,
      origin,
      ...lockOf(register),
      history: replacedBy(register).flatMap((above) =>
        valuesOf(above)
          .filter(([each, said]) => each === what && said !== says)
          .map(([, said, from]): Former => ({ says: said, layer: from.layer, origin: from })),
      ),
    }));
  });
}

type Value = readonly [what: string, says: string, origin: Register["origin"]];

function valuesOf({ gatesOpen, dayStarts, opens, closes, dayEnds, zones }: Register): readonly Value[] {
  const times: readonly (readonly [string, ClockTime | undefined])[] = [
    ["gates open", gatesOpen],
    ["day starts", dayStarts],
    ["opens", opens],
    ["closes", closes],
    ["day ends", dayEnds],
  ];
  return [
    ...times.flatMap(([what, time]): readonly Value[] =>
      time === undefined ? [] : [[what, time.kind === "time" ? formatTime(time.seconds) : "unsaid", time.origin]],
    ),
    ...zones.map(({ becomes, origin }): Value => {
      const what = becomes.kind === "code" ? becomes.code : becomes.kind === "act" ? becomes.act : "present";
      return [what, written(origin.span), origin];
    }),
  ];
}
