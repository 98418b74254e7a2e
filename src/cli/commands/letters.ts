// What `rollcall letters` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";
import { asOfOption, dataOption } from "../shared-options.ts";

export const lettersSpec: CommandSpec = {
  name: "letters",
  summary: "the letters that are owed, filled from the decision; or what they lack, by name",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "Writes one file for each letter, notice or contract that somebody has to hand on now, in the words of the policy's documents. Each field is filled by the first that knows it: the decision, the log, the school's own tables, and last the file of values that the office fills in.",
    "A letter that lacks something is refused, and what it lacks is named with the next step. `--template` writes a file with a row for each such value: fill in its last column and give it with `--values`.",
    "`--blank` writes a document as an empty form, for parents to fill in by hand.",
  ],
  options: [
    dataOption,
    asOfOption,
    { name: "pupil", value: "PUPIL", says: "the letters of this pupil alone" },
    { name: "document", value: "NAME", says: "this document alone, as the policy names it" },
    {
      name: "values",
      value: "FILE",
      says: "what the office knows: CSV with the headings pupil, document, field, value",
    },
    { name: "template", value: "FILE", says: "write the values that are missing to this file, to be filled in" },
    { name: "blank", value: "NAME", says: "an empty form of this document; needs no school's folder" },
    { name: "out", value: "FOLDER", says: "the folder that the letters are written to" },
    formatOption("markdown", "html", "docx"),
  ],
  examples: [
    {
      line: "letters policies/delapre --data school --as-of 2026-03-16 --out out --template todo.csv",
      says: "what can be written is; what is missing is asked for in todo.csv",
    },
    {
      line: "letters policies/delapre --data school --as-of 2026-03-16 --out out --values todo.csv",
      says: "the rest, once the office has filled it in",
    },
    {
      line: "letters policies/delapre --blank request-form --format docx --out forms",
      says: "an empty form for a word processor",
    },
  ],
  load: async () => (await import("../actions/letters.ts")).lettersAction,
};
