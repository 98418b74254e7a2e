// A count of sessions that names a code which can never be among them.

import type { RegisterCode, SessionSet, Value } from "../../checker/model.ts";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { wordList } from "../../support/word-list.ts";
import { ownValues } from "../own-values.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { codesOfSet } from "../session-codes.ts";
import { quote } from "../wording.ts";
import { fixOf, reworded } from "../edits.ts";

export const messages = defineMessages({
  "code-never-counted": {
    ...warning,
    message: "`{count}` never counts a session coded {codes}: by the national list {is} not {category}.",
    hint: "Take the code out, or count sessions of its own kind: `count of sessions coded …` takes any code.",
  },
});

export const codeNeverCounted: Rule = (survey) =>
  ownValues(survey).flatMap((value): readonly Diagnostic[] => {
    const set = setOf(value);
    const strangers = set === undefined ? [] : codesOutside(survey.model.codes, set);
    if (set === undefined || strangers.length === 0) return [];
    const args = {
      count: quote(value.span),
      codes: wordList(strangers, "or"),
      is: strangers.length === 1 ? "it is" : "they are",
      category: set.category,
    };
    return [
      messages.codeNeverCounted(args, value.span, {
        witness: { code: strangers[0] },
        fixes: mended(value, set, strangers),
      }),
    ];
  });

function mended(value: Value, { category, codes }: SessionSet, strangers: readonly string[]): readonly Fix[] {
  const left = codes.filter((code) => !strangers.includes(code));
  const list = /coded\s+((?:[A-Z]\d?|[/\\#])(?:\s*,\s*(?:[A-Z]\d?|[/\\#])(?!\w))*)/;
  const without = left.length === 0 ? undefined : reworded(value.span, list, left.join(", "));
  return [
    ...fixOf(`take ${wordList(strangers, "and")} out of the count`, without),
    ...fixOf(
      "count all sessions with these codes",
      reworded(value.span, new RegExp(String.raw`${category}\s+(?=sessions|days)`), ""),
    ),
  ];
}

function setOf(value: Value): SessionSet | undefined {
  return "of" in value ? value.of : undefined;
}

/** The named codes that no date puts into the category. */
function codesOutside(codes: readonly RegisterCode[], { category, codes: named }: SessionSet): readonly string[] {
  const within = new Set(codesOfSet(codes, { category, codes: [] }));
  return named.filter((code) => !within.has(code));
}
