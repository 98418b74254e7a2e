// A fork of the grammar → what each of its alternatives may begin with: one kind of token where no other alternative begins with it,
// two where another does. Chevrotain chooses by the same: the first alternative in order whose beginning is met.

import { Alternation, EOF, NonTerminal, Terminal, tokenMatcher } from "chevrotain";
import type { IProduction, IToken, Rule, TokenType } from "chevrotain";
import { forgetFrames, frame, open, past, terminalAt } from "./walk-grammar.ts";

/** The beginnings of an alternative, each of no, one or two kinds of tokens. */
export type Way = readonly (readonly TokenType[])[];

export function waysOf(rule: Rule, occurrence: number): readonly Way[] {
  forgetFrames();
  const fork = rule.definition.map((each) => forkIn(each, occurrence)).find((each) => each !== undefined);
  const alternatives = fork === undefined ? [] : fork.definition.map(partsOf);
  const starts = alternatives.map((parts) => open([frame([...parts, end], 0, undefined, undefined, false)]));
  const kinds = starts.map((places) => new Set(places.flatMap((place) => kindsOf(terminalAt(place)))));
  return starts.map((places, own) =>
    places.flatMap((place) => {
      const first = terminalAt(place);
      const isShared = kinds.some((others, other) => other !== own && kindsOf(first).some((kind) => others.has(kind)));
      const seconds = isShared && first !== EOF ? open([past(place)]).map(terminalAt) : [EOF];
      return seconds.map((second) => [first, second].filter((type) => type !== EOF));
    }),
  );
}

/** The place of the first alternative that may begin so; undefined where none does. */
export function alternativeFor(ways: readonly Way[], first: IToken, second: IToken): number | undefined {
  const ahead = [first, second];
  const place = ways.findIndex((way) =>
    way.some((path) => path.every((type, index) => tokenMatcher(ahead[index] as IToken, type))),
  );
  return place === -1 ? undefined : place;
}

/** Stands behind an alternative: whoever reads it has read the whole of it. */
const end = new Terminal({ terminalType: EOF });

/** The fork of a rule with this number; those of other rules that it names are not its own. */
function forkIn(production: IProduction, occurrence: number): Alternation | undefined {
  if (production instanceof Alternation && production.idx === occurrence) return production;
  if (production instanceof NonTerminal) return undefined;
  return partsOf(production)
    .map((each) => forkIn(each, occurrence))
    .find((each) => each !== undefined);
}

/** Chevrotain's types leave out that whatever is no token has parts. */
function partsOf(production: IProduction): readonly IProduction[] {
  return "definition" in production ? (production.definition as readonly IProduction[]) : [];
}

/** A kind of token and those that count as it: a word of the language may be a name. */
function kindsOf({ tokenTypeIdx, categoryMatches = [] }: TokenType): readonly number[] {
  return [tokenTypeIdx as number, ...categoryMatches];
}
