// A register whose opening or closing nobody states, or which does not exist at all for half of the day.

import type { Model, Register } from "../../checker/model.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { closingTime, secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "register-time-unsaid": {
    ...advice,
    message:
      "Nobody says when the {register} register {verb}, so it cannot be decided who is late for it and who is absent.",
    hint: "Ask the school for the time and write it here, such as `opens 13:15` or `closes 13:45`.",
  },
});

const moments = [
  { key: "opens", verb: "opens", said: (register: Register) => secondsOf(register.opens) },
  { key: "closes", verb: "closes", said: closingTime },
] as const;

export const registerTimeUnsaid: Rule = ({ model, isOwn }) =>
  model.registers
    .filter((register) => isOwn(register) && !fallsBack(model, register))
    .flatMap((register): readonly Diagnostic[] =>
      moments
        .filter(({ said }) => said(register) === undefined)
        .map(({ key, verb }) => {
          const span = register[key]?.origin.span ?? headOf(register.origin);
          return messages.registerTimeUnsaid({ register: register.name, verb }, span);
        }),
    );

/** A register for a group takes the times it does not state from the one for everybody. */
function fallsBack({ registers }: Model, { half, group, opens, closes }: Register): boolean {
  const general = registers.some((other) => other.half === half && other.group === undefined);
  return group !== undefined && general && opens === undefined && closes === undefined;
}
