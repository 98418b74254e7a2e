// Something owed → the sentence that an example expects it with, in the language's own words.

import type { Obligation } from "../runtime/outcome.ts";
import type { Parties } from "../runtime/program.ts";

/** The sentence without its deadline and conditions: who must do what, to whom. */
export function owedSentence({ actors, modal, act, object, to }: Obligation): string {
  return [
    partiesWords(actors),
    modal,
    act,
    ...(object === undefined ? [] : [object]),
    ...(to === undefined ? [] : ["to", partiesWords(to)]),
  ].join(" ");
}

function partiesWords({ members, joined }: Parties): string {
  const words = members.map(({ role, quantifier }) => (quantifier === undefined ? role : `${quantifier} ${role}`));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joined} ${words.at(-1) ?? ""}`;
}
