// What `rollcall document` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const documentSpec: CommandSpec = {
  name: "document",
  summary: "a policy as a paper: for parents, for staff, for governors, clause by clause, and as a calendar",
  operands: "POLICY [POLICY]",
  least: 1,
  most: 2,
  about: [
    "Writes what the rules lay down in plain English, so that the paper and the program cannot say two things. The page for parents is held to easy reading, and how easy it is is told; the protocol for staff draws each ladder and sorts the work by role; the calendar holds what the school owes on dates, for any calendar program.",
    "The table of clauses goes through the published policy and says which rule decides by each clause. The note on changes is for governors before they vote: it takes two policies, or one on two days or in two readings, as `diff` does; with --data it counts what would be otherwise at a school, and never names a pupil.",
    "Times, figures and dates are those in force on the day. Exit code 1 means that a policy has errors, or that rows of the data could not be read.",
  ],
  options: [
    {
      name: "kind",
      value: "parents|protocol|calendar|clauses|change",
      says: "which paper; parents unless you say otherwise",
      choices: ["parents", "protocol", "calendar", "clauses", "change"],
    },
    {
      name: "at",
      value: "DATE",
      says: "the day whose rules are told, and whose school year the calendar is of; the day on which the policy comes into force unless you say otherwise; for change given twice, the first and the second side's",
    },
    {
      name: "reading",
      value: "QUESTION=LABEL",
      says: "for change: the second policy, or the one there is, with this reading instead of the chosen one; may be given again",
    },
    {
      name: "first-reading",
      value: "QUESTION=LABEL",
      says: "for change: the first policy with this reading; may be given again",
    },
    { ...dataOption, says: `for change: ${dataOption.says}` },
    { ...asOfOption, says: `with --data: ${asOfOption.says}` },
    { name: "out", value: "FILE", says: "write to this file rather than to the standard output; needed for docx" },
    formatOption("markdown", "html", "docx"),
  ],
  examples: [
    { line: "document policies/hall-green --format html --out for-parents.html", says: "the page for parents" },
    {
      line: "document policies/delapre --kind protocol --format docx --out protocol.docx",
      says: "the protocol for staff, for a word processor",
    },
    {
      line: "document policies/delapre --kind calendar --at 2026-03-13 --out duties.ics",
      says: "what comes due this school year",
    },
    {
      line: "document policies/rufford --kind clauses --format html --out clauses.html",
      says: "every clause, and the rule that decides by it",
    },
    {
      line: "document policies/hall-green draft.rollcall --kind change --format docx --out note.docx",
      says: "what a draft changes, for the governors",
    },
  ],
  load: async () => (await import("../actions/document.ts")).documentAction,
};
