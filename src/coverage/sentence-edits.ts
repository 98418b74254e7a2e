// A statement → what it would be without its `if` or `unless`, and for a sentence: owed by another, no longer owed, or due at
// another time or never.

import type * as Ast from "../syntax/ast.ts";
import type { Edit } from "./edits.ts";
import type { Path } from "./tree.ts";
import { withoutWords } from "./condition-edits.ts";

/** `actors` are all who act anywhere in the policy. */
export function sentenceEdits(statement: object, path: Path, actors: readonly string[]): readonly Edit[] {
  const guards = guardEdits(statement, path);
  if (!("kind" in statement) || statement.kind !== "sentence") return guards;
  const sentence = statement as Ast.Sentence;
  return [
    ...actorEdits(sentence, path, actors),
    ...modalEdits(sentence, path),
    ...deadlineEdits(sentence, path),
    ...guards,
  ];
}

/** Sentences and steps have an `if`; a zone of a register an `unless`; a field of a document a `when`. */
function guardEdits(statement: object, path: Path): readonly Edit[] {
  const edits: Edit[] = [];
  if ("guard" in statement) {
    const { sense, condition } = (statement as Ast.Step & { readonly guard: NonNullable<Ast.Step["guard"]> }).guard;
    edits.push(without("guard", statement, path, withoutWords(condition.span).replace("“", `“${sense} `)));
  }
  if ("kind" in statement && statement.kind === "register-zone" && "unless" in statement)
    edits.push(without("unless", statement, path, "without “unless …”"));
  if ("kind" in statement && statement.kind === "document-field" && "when" in statement)
    edits.push(without("when", statement, path, "needed always"));
  return edits;
}

/** A key of a statement cannot be removed from a list, so the statement is written anew without it. */
function without(key: string, statement: object, path: Path, says: string): Edit {
  const rest = Object.fromEntries(Object.entries(statement).filter(([name]) => name !== key));
  return { kind: "condition", path, value: rest, says };
}

/** The first who acts becomes the next in the alphabet who is not already named: one edit for each sentence is enough. */
function actorEdits({ actors: { members } }: Ast.Sentence, path: Path, actors: readonly string[]): readonly Edit[] {
  const [first] = members;
  if (first === undefined) return [];
  const named = new Set(members.map(({ name }) => name.text));
  const others = actors.filter((name) => !named.has(name));
  const other = others.find((name) => name > first.name.text) ?? others[0];
  if (other === undefined) return [];
  const place = [...path, "actors", "members", 0, "name", "text"];
  return [{ kind: "actor", path: place, value: other, says: `${first.name.text} becomes ${other}` }];
}

const weaker: Readonly<Record<Ast.Modal, Ast.Modal>> = {
  must: "may",
  should: "may",
  may: "must",
  "must not": "may",
};

function modalEdits({ modal }: Ast.Sentence, path: Path): readonly Edit[] {
  const other = weaker[modal];
  return [{ kind: "modal", path: [...path, "modal"], value: other, says: `${modal} becomes ${other}` }];
}

/** Days of one kind become days of another; a deadline that can be reckoned is dropped. */
function deadlineEdits(sentence: Ast.Sentence, path: Path): readonly Edit[] {
  const { deadline } = sentence;
  if (deadline === undefined || (deadline.kind === "by" && deadline.moment.kind === "unspecified")) return [];
  const dropped = without("deadline", sentence, path, withoutWords(deadline.span));
  return [...unitEdits(deadline, [...path, "deadline"]), { ...dropped, kind: "deadline" }];
}

const otherUnit: Readonly<Record<string, string>> = { school: "calendar", working: "calendar", calendar: "school" };

function unitEdits(deadline: Ast.Deadline, path: Path): readonly Edit[] {
  if (deadline.kind !== "within" || deadline.length.kind === "name") return [];
  const { words } = deadline.length.unit;
  const [kind, days] = words;
  const other = kind === undefined ? undefined : otherUnit[kind.text];
  if (kind === undefined || other === undefined || days === undefined || !/^days?$/.test(days.text)) return [];
  const says = `${kind.text} ${days.text} becomes ${other} ${days.text}`;
  return [{ kind: "deadline", path: [...path, "length", "unit", "words", 0, "text"], value: other, says }];
}
