// All that rules can see of the names, as one text: where two readings of a policy have the same, no rule can tell them apart.
// For whom a role stands matters only to who may decide; elsewhere one role does as well as another.

import { canonicalRoles } from "./check-roles.ts";
import type * as Model from "./model.ts";
import type { Names } from "./names.ts";

export function namesKey(names: Names): string {
  return JSON.stringify(
    [
      [...names.parameters.values()].map(({ name, type }) => [name, typeKey(type())]),
      [...names.words.values()].map(({ name, sort }) => [name, sort]),
      [...names.codes.values()].map((versions) => versions.map(({ name, from, until }) => [name, from, until])),
      [...names.acts.values()].map(({ name, saying }) => [name, saying]),
      [...names.fields.values()].map(({ name, type }) => [name, type]),
      [...names.measures.values()].map(({ name, type }) => [name, typeKey(type())]),
      [...names.statuses.keys()],
      [...names.bands.values()].map(({ name, titles, worth }) => [name, titles, typeKey(worth())]),
      [...names.procedures.values()].map(({ name, steps }) => [name, [...steps.keys()]]),
      [...names.duties.keys()],
      [...names.decisions.values()].map(({ name, by, answers }) => [name, canonicalRoles(names, by), answers]),
      [...names.recordable],
      [...names.documents.keys()],
      [...names.objects],
    ].map((table) => [...table].map((row) => JSON.stringify(row)).toSorted()),
  );
}

function typeKey(type: Model.ValueType | undefined): string {
  if (type === undefined) return "unsaid";
  return type.kind === "quantity" ? type.unit : type.kind;
}
