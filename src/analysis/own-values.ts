// Every figure that the policy at hand reads: in conditions, in measures, and what its bands are of.

import type { Value } from "../checker/model.ts";
import type { Survey } from "./survey.ts";

export function ownValues({ model, tests, isOwn }: Survey): readonly Value[] {
  const compared = tests.flatMap((place) =>
    isOwn(place) && place.condition.kind === "compare" ? [place.condition.left, place.condition.right] : [],
  );
  const measured = [...model.measures.values()].flatMap((measure) =>
    isOwn(measure) ? measure.rows.map(({ value }) => value) : [],
  );
  const banded = [...model.bands.values()].flatMap((bands) => (isOwn(bands) ? [bands.of] : []));
  return [...compared, ...measured, ...banded];
}
