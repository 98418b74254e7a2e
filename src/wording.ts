// The light door: what a help page needs to wrap its words and to guess a slip of the keys, without loading the compiler.

export { closestName, suggestName } from "./diagnostics/did-you-mean.ts";
export { wrap } from "./support/wrap.ts";

export { dayOf, formatTime, secondOf } from "./school/moment.ts";
export { sayDay, sayMoment } from "./explain/say.ts";
