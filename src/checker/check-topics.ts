// `about persistently-absent`: what a report, letter or meeting is about has to be something that the policy knows.

import { remember } from "../support/remember.ts";
import type * as Ast from "../syntax/ast.ts";
import { findMeaning } from "./meanings.ts";
import type { Names } from "./names.ts";
import { objectName } from "./objects.ts";
import type { Scope } from "./scope.ts";
import { partsOf, phraseText } from "./units.ts";
import { reportUnknownName } from "./unknown-names.ts";

const registerTopics: readonly string[] = ["attendance", "absence", "absences", "pupil"];

/** The name as rules know it; words in a row that name an act's saying or a set of sessions stay as they are. */
export function checkTopic(scope: Scope, topic: Ast.Words): string | undefined {
  const name = objectName(topic);
  const { names } = scope;
  if (topicsOf(names).has(name)) return name;
  const meaning = findMeaning(scope, partsOf(topic));
  if (meaning !== undefined && meaning.kind !== "strange-object") return phraseText(topic);
  return reportUnknownName(scope, "topic", { text: name, span: topic.span }, topicsOf(names));
}

const topicsOf = remember(
  (names: Names): ReadonlySet<string> =>
    new Set([
      ...registerTopics,
      ...names.statuses.keys(),
      ...names.words.keys(),
      ...names.measures.keys(),
      ...names.bands.keys(),
      ...names.procedures.keys(),
      ...names.duties.keys(),
      ...names.decisions.keys(),
      ...names.parameters.keys(),
      ...names.acts.keys(),
      ...names.objects,
    ]),
);
