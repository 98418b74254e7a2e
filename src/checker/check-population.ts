// `attendance of class`, `absence of juniors` → whose marks are summed (S17). Unsaid, it is the pupil's own.

import type * as Ast from "../syntax/ast.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { phraseText } from "./units.ts";
import { reportUnknownName } from "./unknown-names.ts";

const populations: ReadonlyMap<string, Model.Population> = new Map<string, Model.Population>([
  ["pupil", { kind: "pupil" }],
  ["class", { kind: "class" }],
  ["year-group", { kind: "year-group" }],
  ["year group", { kind: "year-group" }],
  ["school", { kind: "school" }],
]);

export function checkPopulation(scope: Scope, of: Ast.Words | undefined): Model.Population | undefined {
  if (of === undefined) return { kind: "pupil" };
  const name = phraseText(of);
  const known = populations.get(name);
  if (known !== undefined) return known;
  const word = scope.names.words.get(name);
  if (word?.sort === "group" || word?.sort === "flag") return { kind: "word", name };
  const groups = [...scope.names.words.values()].filter(({ sort }) => sort === "group" || sort === "flag");
  const candidates = [...populations.keys(), ...groups.map((group) => group.name)];
  return reportUnknownName(scope, "population", { text: name, span: of.span }, candidates);
}
