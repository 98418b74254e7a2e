// Why the register does not decide something, in a few words for a column of the answer.

import type { Ir } from "../../ir/ir.ts";
import type { Reason } from "../../ir/register-part.ts";
import { assertNever } from "../../support/assert-never.ts";

export function sayReason(why: Reason, { decisions }: Pick<Ir, "decisions">): string {
  switch (why.kind) {
    case "log":
      return "needs the log";
    case "judgement": {
      const decision = decisions.get(why.decision);
      return decision === undefined
        ? `needs a decision: ${why.decision}`
        : `needs a decision by ${decision.by.join(" or ")}: ${decision.question}`;
    }
    case "arrivals":
      return "needs the times of arrival";
    case "other-pupils":
      return "needs the registers of other pupils";
    case "another-moment":
      return "needs a figure as of another moment";
    case "people":
      return "needs the people around the pupil";
    case "step":
      return `needs the log of ${why.procedure}`;
    case "school":
      return "is the school's, not a pupil's";
    case "group":
      return `needs to know who is in ${why.group}`;
    default:
      return assertNever(why);
  }
}
