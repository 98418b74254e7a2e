// Which way to go is worked out for a place in the grammar when a text first comes to it: a policy of a hundred lines comes to a
// third of the places, and to work out all of them took longer than to read it.

import type { BaseParser, ILookaheadStrategy } from "chevrotain";
import { LLkLookaheadStrategy } from "chevrotain";

export class LookaheadWhenReached extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation: ILookaheadStrategy["buildLookaheadForAlternation"] = (options) =>
    whenReached(() => super.buildLookaheadForAlternation(options));

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
