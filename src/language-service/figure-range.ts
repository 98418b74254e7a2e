// A figure of a policy and what the layers above lock → the least and the most that may be written in its place, as an author would
// write them, and the sentence that says who holds it there: a layer above, the law, or only its kind.

import type { Model } from "../checker/model.ts";
import { written } from "../explain/written.ts";
import { declarationOf, limitOfFigure } from "./figure-limits.ts";
import { lawOnFigure } from "./figure-law.ts";
import type { FigureKind, PolicyFigure } from "./figures.ts";

export interface FigureRange {
  readonly least?: string;
  readonly most?: string;
  /** No other value is allowed at all. */
  readonly fixed: boolean;
  /** `At least 96%: by the trust, “Hills”, it may only rise.` or, where nobody holds it, `From 0% to 100%.` */
  readonly says: string;
}

/** As far as anything may go of its kind. */
const widest: Readonly<Record<FigureKind, FigureRange>> = {
  percent: { least: "0%", most: "100%", fixed: false, says: "From 0% to 100%." },
  money: { least: "£0", fixed: false, says: "From £0." },
  quantity: { least: "0", fixed: false, says: "From 0." },
  number: { least: "0", fixed: false, says: "From 0." },
  time: { least: "00:00", most: "23:59", fixed: false, says: "From 00:00 to 23:59." },
  date: { fixed: false, says: "Any day." },
};

/** Without a model, as far as its kind may go. */
export function rangeOfFigure(model: Model | undefined, figure: PolicyFigure): FigureRange {
  const natural = widest[figure.kind];
  const limit = model === undefined ? undefined : limitOfFigure(model, figure);
  if (model === undefined) return natural;
  if (limit === undefined) return { ...natural, ...lawOnFigure(model, figure) };
  const { says, fixed } = limit;
  if (fixed) return { least: figure.text, most: figure.text, fixed, says };
  const [lock, value] = heldBy(model, figure);
  if (value === undefined) return { ...natural, says };
  return lock === "may only rise" ? { ...natural, least: value, says } : { ...natural, most: value, says };
}

/** The lock of the layer above and the value it set last, without its unit. */
function heldBy(
  model: Model,
  { within }: PolicyFigure,
): readonly [lock: string | undefined, value: string | undefined] {
  const declared = declarationOf(within);
  const parameter = declared?.kind === "parameter" ? model.parameters.get(declared.name.text) : undefined;
  const above = parameter?.layers.filter(({ layer }) => layer !== model.name).at(-1);
  const value = above?.history.at(-1)?.value;
  return [above?.lock, value?.kind === "constant" ? written(value.span).replace(/^(\d+) .*$/s, "$1") : undefined];
}
