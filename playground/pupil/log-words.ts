// How an entry of the log is said, in the words of the policy.

import type { Vocabulary } from "../worker/protocol.ts";
import type { Entry } from "../worker/pupil-protocol.ts";

export function plainWords(name: string): string {
  return name.replaceAll("-", " ");
}

/** `Penalty notice issued by the headteacher, to mother (reasons: …)`. */
export function sayEntry({ act, object, by, person, fields }: Entry, vocabulary: Vocabulary): string {
  const known = vocabulary.acts.find(({ name }) => name === act);
  const saying = known?.saying ?? plainWords(act);
  const decision = vocabulary.decisions.find(({ name }) => name === object);
  const what =
    object === undefined
      ? saying
      : `${saying}: ${decision?.question ?? vocabulary.documents.find(({ name }) => name === object)?.title ?? plainWords(object)}`;
  const role =
    vocabulary.roles.find(({ name }) => name === by)?.title ?? (by === undefined ? undefined : plainWords(by));
  const told = Object.entries(fields).flatMap(([name, value]) =>
    value === "" ? [] : [name === "answer" ? plainWords(value) : `${plainWords(name)}: ${plainWords(value)}`],
  );
  const parts = [
    `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
    ...(role === undefined ? [] : [`by ${role}`]),
    ...(person === undefined ? [] : [`about ${person}`]),
    ...(told.length === 0 ? [] : [`(${told.join("; ")})`]),
  ];
  return parts.join(" ");
}
