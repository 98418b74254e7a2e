// The clause files of a policy's layers → what each clause says in plain words. A file is read when one of its clauses is asked for,
// by what was loaded for it before.

import type { SourceText, YamlForm } from "../../src/index.ts";
import { remember } from "../../src/wording.ts";
import type { Desk } from "../texts/shelf.ts";
import type { ClauseText } from "./pupil-protocol.ts";

type Told = ReadonlyMap<string, ClauseText>;

const clausesIn = remember(({ clauses }: YamlForm) =>
  remember((source: SourceText): Told => {
    const told = [...clauses(source).file.clauses.values()];
    return new Map(told.map(({ id, says, where }) => [id, { id, says, where }]));
  }),
);

/** In the layers from the policy up to the nation; a clause that no file explains is told by its number alone. */
export function clauseOf(desk: Desk, yaml: YamlForm, layers: readonly string[], id: string): ClauseText {
  for (const layer of layers.toReversed()) {
    const source = desk.get(`${layer}/clauses.yaml`);
    const found = source === undefined ? undefined : clausesIn(yaml)(source).get(id);
    if (found !== undefined) return found;
  }
  return { id, says: "", where: "" };
}

/** All that the clause file beside one policy explains. */
export function clausesBeside(desk: Desk, yaml: YamlForm, layer: string): readonly ClauseText[] {
  const source = desk.get(`${layer}/clauses.yaml`);
  return source === undefined ? [] : [...clausesIn(yaml)(source).values()];
}
