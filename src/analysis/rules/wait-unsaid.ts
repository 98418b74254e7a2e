// A wait of unknown length, after which something is to follow.

import { defineMessages } from "../../diagnostics/template.ts";
import { allItems } from "../places.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { citation } from "../wording.ts";

export const messages = defineMessages({
  "wait-unsaid": {
    ...advice,
    message:
      'The policy does not say how long "{procedure}" waits here ({clauses}), so what comes after it never comes.',
    hint: "Ask how long, and write it here, such as `wait 3 school weeks`.",
  },
});

export const waitUnsaid: Rule = ({ model, isOwn }) =>
  [...model.procedures.values()].filter(isOwn).flatMap((procedure) =>
    allItems(procedure).flatMap((item) => {
      if (item.kind !== "wait" || item.n.kind !== "hole") return [];
      const args = { procedure: procedure.title, clauses: citation(item.origin, procedure.origin) };
      return [messages.waitUnsaid(args, item.origin.span)];
    }),
  );
