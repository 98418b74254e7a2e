// `pupil year 4, group juniors, flagged looked-after, parents mother, father` → a pupil as the records of a school hold one.

import type { Pupil } from "../school/record.ts";
import { spanText } from "../source/text.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { fieldText } from "./check-field-values.ts";
import { exampleMessages } from "./diagnostics.ts";
import { readDay } from "./literals.ts";
import { objectName } from "./objects.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

const factNames = ["year", "group", "class", "born", "on-roll", "left", "contacts", "name"] as const;
type FactName = (typeof factNames)[number];

/** Stands in where an example forgot its pupil, which is reported. */
export function noPupil(id: string): Pupil {
  return { id, year: 1, onRoll: [], flags: [], parents: [], attributes: {} };
}

export function checkExamplePupil(scope: Scope, item: Ast.ExamplePupil, id: string): Pupil {
  const facts = new Map<FactName, Ast.FieldValue["value"][]>();
  for (const { name, value } of item.facts) {
    const known = factNames.find((each) => each === name.text);
    if (known === undefined) reportUnknownName(scope, "pupilFact", name, factNames);
    else facts.set(known, [...(facts.get(known) ?? []), value]);
  }
  const one = (name: FactName): Ast.FieldValue["value"] | undefined => facts.get(name)?.[0];
  const text = (name: FactName): string | undefined => maybe(one(name), (value) => fieldText(scope, value));
  const contacts = text("contacts");
  const groups = (facts.get("group") ?? []).flatMap((value) => groupOf(scope, value));
  const flags = item.flags.flatMap((flag) => knownWord(scope, flag, "flag"));
  return withoutUndefined({
    id,
    name: text("name"),
    year: maybe(one("year"), (value) => yearOf(scope, value)) ?? 1,
    class: text("class"),
    born: maybe(one("born"), (value) => dayOf(scope, value)),
    onRoll: onRollOf(scope, one("on-roll"), one("left")),
    flags: [...groups, ...flags].map((name) => ({ name })),
    parents: item.parents.map(({ text: person }) => ({ person, responsibility: true, livesWith: true, cares: true })),
    attributes: contacts === undefined ? {} : { contacts },
  });
}

function maybe<T, R>(value: T | undefined, then: (value: T) => R): R | undefined {
  return value === undefined ? undefined : then(value);
}

/** Reception is 0 and nursery -1 (as in the school's own records). */
function yearOf(scope: Scope, value: Ast.FieldValue["value"]): number | undefined {
  if (value.kind === "number" && /^\d{1,2}$/.test(value.digits) && Number(value.digits) <= 14)
    return Number(value.digits);
  const word = value.kind === "words" ? objectName(value) : "";
  if (word === "reception") return 0;
  if (word === "nursery") return -1;
  scope.report(exampleMessages.pupilYearNotKnown({ text: spanText(value.span) }, value.span));
  return undefined;
}

function dayOf(scope: Scope, value: Ast.FieldValue["value"]): number | undefined {
  if (value.kind === "date") return readDay(scope, value);
  scope.report(exampleMessages.pupilDateNotKnown({ text: spanText(value.span) }, value.span));
  return undefined;
}

function onRollOf(
  scope: Scope,
  joined: Ast.FieldValue["value"] | undefined,
  left: Ast.FieldValue["value"] | undefined,
): Pupil["onRoll"] {
  const from = maybe(joined, (value) => dayOf(scope, value));
  const to = maybe(left, (value) => dayOf(scope, value));
  if (joined === undefined && left !== undefined) scope.report(exampleMessages.leftWithoutJoining({}, left.span));
  return from === undefined ? [] : [withoutUndefined({ from, to })];
}

function groupOf(scope: Scope, value: Ast.FieldValue["value"]): readonly string[] {
  const name = value.kind === "words" ? objectName(value) : spanText(value.span);
  return knownWord(scope, { kind: "name", text: name, span: value.span }, "group");
}

function knownWord(scope: Scope, name: Ast.Name, sort: "flag" | "group"): readonly string[] {
  const words = [...scope.names.words.values()].filter((word) => word.sort === sort).map((word) => word.name);
  if (words.includes(name.text)) return [name.text];
  reportUnknownName(scope, sort, name, words);
  return [];
}
