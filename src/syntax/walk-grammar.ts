// Places in the parser's own grammar, and the places that are reached from them by reading a word or none.

import type { IProduction, IToken, TokenType } from "chevrotain";
import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  tokenMatcher,
} from "chevrotain";
import { Bug } from "../support/bug.ts";
import { remember } from "../support/remember.ts";

/** A place in a list of productions, and where to go on once the list is done. Equal places are one object, so that many ways
 *  to read the same words cost no more than one. */
export interface Frame {
  readonly id: number;
  readonly list: readonly IProduction[];
  readonly index: number;
  readonly then: Frame | undefined;
  /** The rule whose list it is; undefined for a list inside it. */
  readonly rule: string | undefined;
  readonly again: boolean;
}

/** Those of one question. */
const frames = new Map<string, Frame>();

export function forgetFrames(): void {
  frames.clear();
}

const lists = new WeakMap<readonly IProduction[], number>();
let lastList = 0;

export function frame(
  list: readonly IProduction[],
  index: number,
  then: Frame | undefined,
  rule: string | undefined,
  again: boolean,
): Frame {
  const known = lists.get(list);
  const number = known ?? ++lastList;
  if (known === undefined) lists.set(list, number);
  const key = `${number} ${index} ${then?.id ?? 0} ${rule ?? ""} ${again}`;
  const found = frames.get(key) ?? { id: frames.size + 1, list, index, then, rule, again };
  frames.set(key, found);
  return found;
}

/** The places at which a word is read, reached without reading one. */
export function open(places: readonly Frame[]): readonly Frame[] {
  const seen = new Set<Frame>();
  const waiting = [...places];
  const read: Frame[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const production = at.list[at.index];
    if (production instanceof Terminal) read.push(at);
    else waiting.push(...nextOf(at, production));
  }
  return read;
}

/** At least one is one, and then any number. */
const furtherOf = remember(({ definition }: RepetitionMandatory): readonly IProduction[] => [
  new Repetition({ definition }),
]);

function nextOf(at: Frame, production: IProduction | undefined): readonly Frame[] {
  if (production === undefined) return at.then === undefined ? [] : [at.then];
  const after = past(at);
  if (production instanceof NonTerminal) {
    const { label, nonTerminalName, referencedRule, idx } = production;
    return [frame(referencedRule.definition, 0, after, label ?? nonTerminalName, idx > 1)];
  }
  const inside = (list: readonly IProduction[], then: Frame): Frame => frame(list, 0, then, undefined, false);
  if (production instanceof Alternation)
    return production.definition.flatMap((each) =>
      each instanceof Alternative ? [inside(each.definition, after)] : [],
    );
  if (production instanceof Option) return [after, inside(production.definition, after)];
  if (production instanceof Repetition) return [after, inside(production.definition, at)];
  if (production instanceof RepetitionMandatory)
    return [inside(production.definition, inside(furtherOf(production), after))];
  throw new Bug("The grammar is built of something that is not walked yet");
}

/** The places after those that read such a word. */
export function advance(places: readonly Frame[], type: TokenType): readonly Frame[] {
  return places
    .filter((place) => tokenMatcher({ tokenType: type, tokenTypeIdx: type.tokenTypeIdx } as IToken, terminalAt(place)))
    .map(past);
}

/** Behind the production that stands there. */
export function past({ list, index, then, rule, again }: Frame): Frame {
  return frame(list, index + 1, then, rule, again);
}

/** The kind of word that is read there. */
export function terminalAt({ list, index }: Frame): TokenType {
  const production = list[index];
  if (!(production instanceof Terminal)) throw new Bug("A word is read where the grammar reads none");
  return production.terminalType;
}
