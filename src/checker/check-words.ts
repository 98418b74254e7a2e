// Roles, flags, reasons, groups, channels and services → words that rules may use. `same as` must lead to one of the same sort.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { canonical } from "./check-roles.ts";
import { checkCondition } from "./check-conditions.ts";
import { nameMessages } from "./diagnostics.ts";
import { readWhole } from "./literals.ts";
import type * as Model from "./model.ts";
import { namedOf } from "./named.ts";
import type { Names, WordName } from "./names.ts";
import { about } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

export function checkWord(outer: Scope, word: Ast.Word): Model.Word {
  const scope = about(outer, word.name.text, `the ${word.sort} \`${word.name.text}\``, word);
  const sameAs = word.sameAs === undefined ? undefined : checkSameAs(scope, word, word.sameAs);
  const means = word.means === undefined ? undefined : checkCondition(scope, word.means);
  const people = word.people === undefined ? 0 : readWhole(scope, word.people.digits, "people", word.people.span);
  return withoutUndefined({
    ...namedOf(scope, word),
    sort: word.sort,
    sameAs,
    people: people ?? 0,
    needs: word.needs.map((field) => field.text),
    means,
  });
}

/** The name at the end of the chain, so that nobody has to follow it again. */
function checkSameAs(scope: Scope, word: Ast.Word, sameAs: Ast.Name): string | undefined {
  const { names } = scope;
  const target = names.words.get(sameAs.text);
  const known = [...names.words.values()].filter(({ sort, name }) => sort === word.sort && name !== word.name.text);
  if (target === undefined || target.sort !== word.sort) {
    return reportUnknownName(
      scope,
      word.sort,
      sameAs,
      known.map(({ name }) => name),
    );
  }
  const path = circleFrom(names, target, word.name.text);
  if (path === undefined) return canonical(names, target).name;
  scope.report(nameMessages.sameAsGoesRound({ name: word.name.text, path: wayBack(path) }, sameAs.span));
  return undefined;
}

/** The names between, if there are any. */
function wayBack(path: readonly string[]): string {
  const between = path.slice(0, -1);
  return between.length === 0 ? "" : `, by way of ${between.map((name) => `\`${name}\``).join(" and ")}`;
}

function circleFrom(names: Names, from: WordName, back: string): readonly string[] | undefined {
  const path: string[] = [];
  let current: WordName | undefined = from;
  while (current !== undefined && !path.includes(current.name)) {
    path.push(current.name);
    if (current.name === back) return path;
    current = current.sameAs === undefined ? undefined : names.words.get(current.sameAs);
  }
  return undefined;
}
