// Registers that stay open for different lengths of time in the morning and in the afternoon.

import type { Register } from "../../checker/model.ts";
import { defineMessages } from "../../diagnostics/template.ts";
import { closingTime, secondsOf } from "../registers.ts";
import { advice } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf, lengthOfTime } from "../wording.ts";
import { closesAt } from "../register-edits.ts";

export const messages = defineMessages({
  "sessions-unequal": {
    ...advice,
    message:
      "The {first} register is open for {firstLength}, but the {second} one for {secondLength}; guidance asks for the same length at every session.",
    hint: "Let both stay open equally long, or keep the difference and know why.",
  },
});

export const sessionsUnequal: Rule = ({ model, isOwn }) => {
  const registers = model.registers.filter(isOwn);
  return registers
    .filter(({ half }) => half === "PM")
    .flatMap((second) => {
      const mornings = registers.filter(({ half }) => half === "AM");
      // A part of the school may have an afternoon of its own and the morning of everybody.
      const first =
        mornings.find(({ group }) => group === second.group) ?? mornings.find(({ group }) => group === undefined);
      const [firstLength, secondLength] = [openFor(first), openFor(second)];
      if (first === undefined || firstLength === undefined || secondLength === undefined) return [];
      if (firstLength === secondLength) return [];
      const args = {
        first: first.name,
        second: second.name,
        firstLength: lengthOfTime(firstLength),
        secondLength: lengthOfTime(secondLength),
      };
      const opens = secondsOf(second.opens);
      const fixes = opens === undefined ? [] : closesAt(second, opens + firstLength);
      const labels = [{ span: headOf(first.origin), text: `open for ${args.firstLength}` }];
      return [messages.sessionsUnequal(args, headOf(second.origin), { labels, fixes })];
    });
};

function openFor(register: Register | undefined): number | undefined {
  const opens = secondsOf(register?.opens);
  const closes = register === undefined ? undefined : closingTime(register);
  return opens === undefined || closes === undefined ? undefined : closes - opens;
}
