// Which way to go is worked out for a place in the grammar when a text first comes to it: a policy of a hundred lines comes to a
// third of the places, and to work out all of them took longer than to read it.

import type { BaseParser, ILookaheadStrategy, Rule } from "chevrotain";
import { LLkLookaheadStrategy } from "chevrotain";
import { alternativeFor, waysOf } from "./alternatives.ts";

export class LookaheadWhenReached extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation: ILookaheadStrategy["buildLookaheadForAlternation"] = (options) =>
    options.hasPredicates || options.maxLookahead !== 2
      ? whenReached(() => super.buildLookaheadForAlternation(options))
      : whenReached(() => choiceAmong(options.rule, options.prodOccurrence));

  override buildLookaheadForOptional: ILookaheadStrategy["buildLookaheadForOptional"] = (options) =>
    whenReached(() => super.buildLookaheadForOptional(options));
}

type Choose<Given extends unknown[], Way> = (this: BaseParser, ...given: Given) => Way;

function whenReached<Given extends unknown[], Way>(build: () => Choose<Given, Way>): Choose<Given, Way> {
  let choose: Choose<Given, Way> | undefined;
  return function (...given) {
    choose ??= build();
    return choose.apply(this, given);
  };
}

/**
 * Chevrotain lists every pair of words that an alternative may begin with, and compares the lists: where words may be names as well,
 * those are hundreds of pairs, of which a text shows a few. Here a pair is looked at when it is met, and remembered.
 */
function choiceAmong(rule: Rule, occurrence: number): Choose<unknown[], number | undefined> {
  const ways = waysOf(rule, occurrence);
  const met = new Map<number, number | undefined>();
  return function () {
    const [first, second] = [this["LA"](1), this["LA"](2)];
    const pair = first.tokenTypeIdx * MOST_TYPES + second.tokenTypeIdx;
    if (!met.has(pair)) met.set(pair, alternativeFor(ways, first, second));
    return met.get(pair);
  };
}

/** More than there are kinds of tokens. */
const MOST_TYPES = 2 ** 16;
