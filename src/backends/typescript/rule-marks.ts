// Where a rule of the policy stands in the text of a module: marks that the printers set while it is written, and that are taken
// out again at the end, when it is known on which line each came to stand.

import type { Rule } from "../../ir/rules.ts";
import { Bug } from "../../support/bug.ts";
import { remember } from "../../support/remember.ts";

/** From here to the next place the text is of this rule; of none where it is undefined. Both counted from 0. */
export interface RulePlace {
  readonly line: number;
  readonly column: number;
  readonly rule: Rule | undefined;
}

type Rules = ReadonlyMap<string, Rule>;

const numbersOf = remember((rules: Rules) => new Map([...rules.keys()].map((name, index) => [name, index])));

/**
 * The same text, marked as what a rule has become. No text of a policy can hold a mark, since `quote` lets no angle bracket
 * stand. Text of a rule that is not in the book stays as it is.
 */
export function ofRule(rules: Rules, name: string, text: string): string {
  const number = numbersOf(rules).get(name);
  return number === undefined ? text : `/*<${number}>*/${text}/*<>*/`;
}

/** The text without its marks, and where they stood. */
export function takeMarks(
  marked: string,
  rules: Rules,
): { readonly text: string; readonly places: readonly RulePlace[] } {
  const book = [...rules.values()];
  const around: Rule[] = [];
  const places: RulePlace[] = [];
  let [text, line, lineStart] = ["", 0, 0];
  let from = 0;
  for (const { 0: mark, 1: number = "", index } of marked.matchAll(/\/\*<(\d*)>\*\//g)) {
    const piece = marked.slice(from, index);
    from = index + mark.length;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1))
      [line, lineStart] = [line + 1, text.length + at + 1];
    text += piece;
    if (number === "") around.pop();
    else around.push(ruleAt(book, Number(number)));
    places.push({ line, column: text.length - lineStart, rule: around.at(-1) });
  }
  return { text: text + marked.slice(from), places };
}

function ruleAt(book: readonly Rule[], number: number): Rule {
  const rule = book[number];
  if (rule === undefined) throw new Bug(`there is no rule ${number}`);
  return rule;
}
