// A question of reading and its alternatives, whatever they are readings of: from YAML nodes to the tree.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Place } from "./comments.ts";
import type { YamlNode } from "./document.ts";
import { readList } from "./read-list.ts";
import type { Part, Reading } from "./read-statement.ts";
import { readStatement } from "./read-statement.ts";

type Family = "register" | "coding" | "procedure" | "item" | "declaration";

/** Builds readings of one family; `readBody` reads what stands under each of them. */
export function readingsBuilder<Node>(
  family: Family,
  readBody: (reading: Reading, part: Part | undefined) => readonly Node[],
): (reading: Reading, node: YamlNode, place: Place) => Ast.Readings<Node> | undefined {
  // All families have the same keys; only what stands under `is` differs, which `readBody` knows.
  const sort = `${family}-reading` as "item-reading";
  const build = (reading: Reading, node: YamlNode, place: Place): Ast.Reading<Node> | undefined =>
    readStatement(reading, sort, node, place, ({ values, parts }) => {
      const body = readBody(reading, parts.is);
      const label = values?.chosen ?? values?.or;
      if (values === undefined || label === undefined) return undefined;
      const { chosen, because } = values;
      return withoutUndefined({ kind: "reading" as const, label, chosen: chosen !== undefined, because, body });
    });
  return (reading, node, place) =>
    readStatement(reading, `${family}-readings` as "item-readings", node, place, ({ values, parts }) => {
      const alternatives = readList(reading, parts.alternatives, "The alternatives of a question", { [sort]: build });
      return values && { kind: "readings", question: values.question, alternatives };
    });
}
