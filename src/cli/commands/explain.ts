// What `rollcall explain` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const explainSpec: CommandSpec = {
  name: "explain",
  summary: "one pupil: what is owed and why, why not, what would change it, what was overturned",
  operands: "POLICY PUPIL",
  least: 2,
  most: 2,
  about: [
    "Without a question it shows the pupil's whole page: figures, statuses, everything owed with its reason, decisions waited for, and what a late record overturned.",
    "A question is asked in words that the policy uses: the name of an act, a document, a step, a procedure or a rule, or the id of an obligation from the JSON list.",
    "Every reason is read from the same functions that decided, with the marks and records it rests on.",
  ],
  options: [
    dataOption,
    asOfOption,
    {
      name: "why",
      value: "WORDS",
      says: "why is this owed? With the rule, its figures, their windows, and the marks counted",
    },
    {
      name: "why-not",
      value: "WORDS",
      says: "why is this not owed? Each step that could call for it, and what it lacks",
    },
    {
      name: "change",
      says: "what would change it: the way back by attending, what more absence would bring, and what comes next if nothing changes",
    },
    { name: "overturned", says: "what a record known later took away, and which record" },
    formatOption("text", "json"),
  ],
  examples: [
    {
      line: "explain policies/hall-green P0012 --data policies/hall-green/sample --as-of 2026-03-13T08:45",
      says: "the pupil's page",
    },
    {
      line: "explain policies/hall-green P0012 --data school --as-of 2026-03-13 --why letter",
      says: "why the letter is owed",
    },
    {
      line: "explain policies/hall-green P0040 --data school --as-of 2026-03-13 --why-not letter",
      says: "why it is not, for this one",
    },
  ],
  load: async () => (await import("../actions/explain.ts")).explainAction,
};
