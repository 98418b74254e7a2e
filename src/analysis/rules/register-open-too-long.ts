// A register that stays open for longer than the law allows.

import { defineMessages } from "../../diagnostics/template.ts";
import { formatTime } from "../../school/moment.ts";
import { nationalNumber, national } from "../nation.ts";
import { closingTime, secondsOf } from "../registers.ts";
import { warning } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { headOf, lengthOfTime, plural } from "../wording.ts";
import { closesAt } from "../register-edits.ts";

export const messages = defineMessages({
  "register-open-too-long": {
    ...warning,
    message:
      "The {register} register is open from {opens} to {closes}, {length}, but the law allows {allowed}: a pupil who comes at {closes} is marked present who should be marked absent.",
    hint: "Close the register earlier, or open it later.",
  },
});

export const registerOpenTooLong: Rule = (survey) => {
  const allowed = nationalNumber(survey, national.longestOpenRegister);
  if (allowed === undefined) return [];
  return survey.model.registers.filter(survey.isOwn).flatMap((register) => {
    const [opens, closes] = [secondsOf(register.opens), closingTime(register)];
    if (opens === undefined || closes === undefined || closes - opens <= allowed.n * 60) return [];
    const args = {
      register: register.name,
      opens: formatTime(opens),
      closes: formatTime(closes),
      length: lengthOfTime(closes - opens),
      allowed: plural(allowed.n, "minute"),
    };
    const fixes = closesAt(register, opens + allowed.n * 60);
    const witness = { arrives: formatTime(closes) };
    return [
      messages.registerOpenTooLong(args, register.closes?.origin.span ?? headOf(register.origin), { witness, fixes }),
    ];
  });
};
