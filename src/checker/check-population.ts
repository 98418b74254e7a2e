// `attendance of class`, `absence of juniors` → whose marks are summed (S17). Unsaid, it is the pupil's own.

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type * as Ast from "../syntax/ast.ts";
import { nameMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes } from "./suggestions.ts";
import { phraseText } from "./units.ts";

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
  const suggestion = suggestName(name, candidates, "groups");
  const fixes = replaceFixes(of.span, name, candidates);
  scope.report(nameMessages.unknownName({ what: "group of pupils", name, suggestion }, of.span, { fixes }));
  return undefined;
}
