// The compiler's tokens and blocks → numbers that the editor's tree is built from.

import { foldsOf, highlight } from "../../src/index.ts";
import type { Compilation } from "../../src/index.ts";
import { roleNames } from "../editor/roles.ts";
import type { Colours } from "./protocol.ts";

export function coloursOf(text: string, policy: Compilation["ast"]): Colours {
  const tokens = highlight(text).flatMap(({ from, to, role }) => [from, to, roleNames.indexOf(role)]);
  const folds = policy === undefined ? [] : foldsOf(policy).flatMap(({ from, to }) => [from, to]);
  return { tokens: Int32Array.from(tokens), folds: Int32Array.from(folds) };
}
