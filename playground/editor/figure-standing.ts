// A figure as it reads now, against how far it may go.

import { orderOfFigure } from "../../src/wording.ts";
import type { TurnableFigure } from "../worker/editing-protocol.ts";

export type Standing = "within" | "too-little" | "too-much";

export function standing(
  { kind, least, most }: Pick<TurnableFigure, "kind" | "least" | "most">,
  text: string,
): Standing {
  const [order, low, high] = [text, least, most].map((each) =>
    each === undefined ? undefined : orderOfFigure(kind, each),
  );
  if (order === undefined) return "within";
  if (low !== undefined && order < low) return "too-little";
  return high !== undefined && order > high ? "too-much" : "within";
}
