// What `rollcall document` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const documentSpec: CommandSpec = {
  name: "document",
  summary: "a policy as a paper: the page for parents, the protocol for staff, the calendar of duties",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "Writes what the rules lay down in plain English, so that the paper and the program cannot say two things. The page for parents is held to easy reading, and how easy it is is told; the protocol for staff draws each ladder and sorts the work by role; the calendar holds what the school owes on dates, for any calendar program.",
    "Times, figures and dates are those in force on the day.",
  ],
  options: [
    {
      name: "kind",
      value: "parents|protocol|calendar",
      says: "which paper; parents unless you say otherwise",
      choices: ["parents", "protocol", "calendar"],
    },
    {
      name: "at",
      value: "DATE",
      says: "the day whose rules are told, and whose school year the calendar is of; the day on which the policy comes into force unless you say otherwise",
    },
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
  ],
  load: async () => (await import("../actions/document.ts")).documentAction,
};
