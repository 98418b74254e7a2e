// `log send stage-1-letter to mother with reference "A1" known 2026-03-06` → a record of the log.

import type { LogRecord } from "../school/record.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { DECIDE } from "./act-names.ts";
import { checkMoment } from "./check-example-moments.ts";
import { readFields } from "./check-field-values.ts";
import { checkRole, isParty } from "./check-roles.ts";
import { checkAct } from "./check-sentences.ts";
import { objectName } from "./objects.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

export interface RecordPlace {
  readonly id: string;
  readonly pupil: string;
  /** The people who are parents of the pupil in this example. */
  readonly parents: readonly string[];
}

export function checkExampleRecord(scope: Scope, item: Ast.ExampleRecord, place: RecordPlace): readonly LogRecord[] {
  const { parents } = place;
  const act = checkAct(scope, item.act);
  const happened = checkMoment(scope, item.at);
  const known = item.known === undefined ? undefined : checkMoment(scope, item.known);
  const object = item.object === undefined ? undefined : checkObject(scope, item.act.text, item.object);
  const by = item.by === undefined || parents.includes(item.by.text) ? undefined : checkRole(scope, item.by);
  const to = item.to.flatMap((name) => (parents.includes(name.text) ? [name.text] : (checkRole(scope, name) ?? [])));
  const person = [item.by, ...item.to].find((name) => name !== undefined && parents.includes(name.text))?.text;
  const fields = readFields(scope, item.fields, scope.names.recordable);
  if (act === undefined || happened === undefined) return [];
  const { id, pupil } = place;
  return [
    withoutUndefined({
      id,
      act,
      object,
      happened,
      known,
      pupil,
      person,
      by,
      to: to.length === 0 ? undefined : to,
      fields,
    }),
  ];
}

/** What an act was about is something that the policy speaks of; a decision is named where it is decided. */
function checkObject(scope: Scope, act: string, words: Ast.Words): string | undefined {
  const object = objectName(words);
  const { objects, decisions, words: people } = scope.names;
  const written = { text: object, span: words.span };
  if (act === DECIDE.name) {
    return decisions.has(object) ? object : reportUnknownName(scope, "decision", written, decisions.keys());
  }
  const word = people.get(object);
  if (objects.has(object) || (word !== undefined && isParty(word))) return object;
  return reportUnknownName(scope, "object", written, objects);
}
