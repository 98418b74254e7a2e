// One name, one thing: two declarations of a kind with the same name, and names that the register, the calendar or the saying of
// an act has taken.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Declarations } from "./declarations.ts";
import { nameMessages } from "./diagnostics.ts";
import { describeMeaning } from "./kind-words.ts";
import { findRegisterWord } from "./meanings.ts";
import type { Names } from "./names.ts";

interface Labelled {
  readonly what: string;
  readonly key: string;
  readonly name: Ast.Name | Ast.Text;
}

type Report = (diagnostic: Diagnostic) => void;

export function reportDuplicates(own: Declarations, { sayings }: Pick<Names, "sayings">, report: Report): void {
  for (const list of tables(own)) {
    const seen = new Map<string, Ast.Name | Ast.Text>();
    for (const { what, key, name } of list) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, name);
      else {
        const labels = [{ span: first.span, text: "the first" }];
        report(nameMessages.nameDeclaredTwice({ what, name: name.text }, name.span, { labels }));
      }
    }
  }
  for (const { what, name } of standingAlone(own)) reportTaken(what, name, sayings, report);
}

function tables(own: Declarations): readonly (readonly Labelled[])[] {
  return [
    labelled("parameter", own.parameters),
    own.words.map((word) => ({ what: word.sort, key: word.name.text, name: word.name })),
    own.registers.map(({ name, group }) => ({ what: "register", key: `${name.text} ${group?.text ?? ""}`, name })),
    labelled("coding", own.codings),
    labelled("act", own.acts),
    labelled("measure", own.measures),
    labelled("status", own.statuses),
    labelled("table of bands", own.bands),
    // A duty is a procedure of one step (S33), and what is owed under either is known by its name.
    [...labelled("procedure", own.procedures), ...labelled("duty", own.duties)],
    labelled("decision", own.decisions),
    labelled("document", own.documents),
    own.examples.map(({ title }) => ({ what: "example", key: title.text, name: title })),
  ];
}

function labelled(what: string, nodes: readonly { readonly name: Ast.Name }[]): readonly Labelled[] {
  return nodes.map(({ name }) => ({ what, key: name.text, name }));
}

/** Names that stand alone in a rule, and would there be read as something else. */
function standingAlone(own: Declarations): readonly Labelled[] {
  return [
    ...labelled("parameter", own.parameters),
    ...labelled("measure", own.measures),
    ...labelled("status", own.statuses),
    ...labelled("table of bands", own.bands),
    ...labelled("decision", own.decisions),
    ...labelled(
      "flag or group",
      own.words.filter(({ sort }) => sort === "flag" || sort === "group"),
    ),
  ];
}

function reportTaken(what: string, name: Ast.Name | Ast.Text, sayings: Names["sayings"], report: Report): void {
  const act = sayings.get(name.text);
  const meaning = act === undefined ? findRegisterWord(name.text) : ({ kind: "act", act: act.name } as const);
  if (meaning === undefined) return;
  report(nameMessages.nameHasAMeaning({ name: name.text, what, meaning: describeMeaning(meaning) }, name.span));
}
