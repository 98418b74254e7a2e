// What is left out of a query, and why: what SQL cannot follow, and what the register does not decide. Sentences speak to whoever
// wants the policy as a query, and say where else it is followed.

import { defineMessages } from "../../diagnostics/template.ts";

const elsewhere = "Rollcall's own engine follows it: `rollcall run` without `--engine`.";

/** What SQL cannot follow. */
export const queryMessages = defineMessages({
  "query-pauses": {
    severity: "advice",
    home: "beyond-a-query",
    message:
      "{subject} is not in the query: it pauses, and a query cannot take the days of a pause out of what it counts.",
    hint: elsewhere,
  },
  "query-starts-again": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it may start again, which a query cannot follow {why}.",
    hint: elsewhere,
  },
  "query-wakes-between": {
    severity: "advice",
    home: "beyond-a-query",
    message:
      "{subject} is not in the query: time alone can change one of its conditions, and something in the policy falls due at another moment than the closing of a register or the end of a school day, at which the condition would be looked at, too.",
    hint: `A query knows only the moments that the calendar names. ${elsewhere}`,
  },
  "query-if-not-known": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it has {why} whose `if` may not be known yet when its time comes.",
    hint: `A share of sessions is not known before the first of them; a count of sessions always is. ${elsewhere}`,
  },
  "query-step-order": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it hangs on {why}, which a query cannot follow.",
    hint: elsewhere,
  },
  "query-not-counted": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it asks for {why}, which a query cannot count.",
    hint: elsewhere,
  },
  "query-length-open": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it has {why}, and a query has to know every length beforehand.",
    hint: elsewhere,
  },
  "query-value": {
    severity: "advice",
    home: "beyond-a-query",
    message:
      "{subject} is not in the query: it compares {why}, and a query compares whole numbers of up to nine digits alone.",
    hint: elsewhere,
  },
  "query-group": {
    severity: "advice",
    home: "beyond-a-query",
    message:
      "{subject} has a register of its own, and who is in it hangs on {why}: a query would not know when anybody's day begins and ends, so that nothing of the policy is in it.",
    hint: "Let the group go by what is known of a pupil, such as the year or a flag.",
  },
  "query-beyond-register": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is not in the query: it needs {why}, which the register does not tell.",
    hint: elsewhere,
  },
});

const column =
  "`rollcall run` works it out. A status has its column in the query all the same: told where the register settles it whatever the rest turns out to be, and else empty.";

/** What the register does not decide. */
export const needMessages = defineMessages({
  "query-needs-log": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs the log, and not only the register.",
    hint: column,
  },
  "query-needs-decision": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs a decision by {who}: {question}",
    hint: column,
  },
  "query-needs-arrivals": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs the times at which pupils arrive, and not only their marks.",
    hint: column,
  },
  "query-needs-other-pupils": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs the registers of other pupils, and a query looks at each pupil alone.",
    hint: column,
  },
  "query-needs-another-moment": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs a figure as it was at another moment.",
    hint: column,
  },
  "query-needs-people": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} needs the people around the pupil, of whom the register knows nothing.",
    hint: column,
  },
  "query-needs-steps": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} hangs on {steps}, and there the log says what has been done.",
    hint: column,
  },
  "query-about-school": {
    severity: "advice",
    home: "beyond-a-query",
    message: "{subject} is the school's and not a pupil's, and a query has a row for each pupil.",
    hint: elsewhere,
  },
  "query-needs-group": {
    severity: "advice",
    home: "beyond-a-query",
    message:
      "{subject} needs to know who is in the group `{group}`, which has a register of its own, and the register does not tell.",
    hint: "Let the group go by what is known of a pupil, such as the year or a flag.",
  },
});
