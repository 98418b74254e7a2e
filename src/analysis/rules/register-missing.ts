// Half of the day without a register, although the law knows two sessions and each needs its own mark.

import { defineMessages } from "../../diagnostics/template.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf } from "../wording.ts";

export const messages = defineMessages({
  "register-missing": {
    ...warning,
    message:
      "The policy has the register `{there}` and none for the {missing}, although every half-day is a session that needs its mark.",
    hint: "Declare `register {missing}`; where the text gives no times, write `opens unspecified` and `closes unspecified`.",
  },
});

/** A trust may leave the other half of the day to its schools. */
export const registerMissing: Rule = ({ model, isOwn }) => {
  const [first] = model.registers.filter(isOwn);
  if (model.level !== "school" || first === undefined || model.registers.some(({ half }) => half !== first.half))
    return [];
  const missing = first.half === "AM" ? "afternoon" : "morning";
  return [messages.registerMissing({ there: first.name, missing }, headOf(first.origin))];
};
