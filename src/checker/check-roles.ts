// Names of people and services in rules → the roles that stand for them, once `same as` is followed.
// A role must be declared, in this layer or one above; nobody acts in a policy under a name that it does not explain.

import type * as Ast from "../syntax/ast.ts";
import { nameMessages } from "./diagnostics.ts";
import { sortWords } from "./kind-words.ts";
import type * as Model from "./model.ts";
import type { Names, WordName } from "./names.ts";
import type { Scope } from "./scope.ts";
import { reportUnknownName } from "./unknown-names.ts";

/** Known roles only, in the order given; the others are reported. */
export function checkRoles(scope: Scope, names: readonly Ast.Name[]): readonly string[] {
  return names.map((name) => checkRole(scope, name)).filter((role) => role !== undefined);
}

export function checkRole(scope: Scope, name: Ast.Name): string | undefined {
  const word = scope.names.words.get(name.text);
  if (word !== undefined && isParty(word)) return canonical(scope.names, word).name;
  if (word !== undefined) {
    const args = {
      name: name.text,
      actual: word.sort,
      use: "a role or a service belongs here",
      hint: `Declare it as a role, or name another.`,
    };
    const labels = [{ span: word.span, text: `declared here as ${sortWords(word.sort)}` }];
    scope.report(nameMessages.wrongKindOfName(args, name.span, { labels }));
    return undefined;
  }
  const roles = [...scope.names.words.values()].filter(isParty).map((each) => each.name);
  return reportUnknownName(scope, "role", name, roles);
}

export function isParty({ sort }: WordName): boolean {
  return sort === "role" || sort === "service";
}

/** Follows `same as` to its end; a circle, reported at the words themselves, ends where it began. */
export function canonical(names: Names, word: WordName): WordName {
  const seen = new Set<string>();
  let current = word;
  while (current.sameAs !== undefined && !seen.has(current.name)) {
    seen.add(current.name);
    current = names.words.get(current.sameAs) ?? current;
  }
  return current;
}

/** The roles that stand for names, unknown ones left as they are. */
export function canonicalRoles(names: Names, roles: readonly string[]): readonly string[] {
  return roles.map((role) => {
    const word = names.words.get(role);
    return word === undefined ? role : canonical(names, word).name;
  });
}

export function checkParties(scope: Scope, parties: Ast.Parties): Model.Parties | undefined {
  const members = parties.members.flatMap((party): readonly Model.Party[] => {
    const role = checkRole(scope, party.name);
    if (role === undefined) return [];
    return [party.quantifier === undefined ? { role } : { role, quantifier: party.quantifier }];
  });
  return members.length === parties.members.length ? { joined: parties.joined, members } : undefined;
}
