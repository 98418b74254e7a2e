// What `rollcall init` says of itself.

import type { CommandSpec } from "../command.ts";

export const initSpec: CommandSpec = {
  name: "init",
  summary: "asks what your policy says, and writes it as a rule file to go on from",
  operands: "FOLDER",
  least: 0,
  most: 1,
  about: [
    "Asks a school's questions in the order in which its policy is written: times, the first day of absence, lateness, letters, leave, penalty notices. What your policy does not say is left open in the file as `unspecified`, and `rollcall check` goes on asking for it.",
    "Writes FOLDER/NAME.rollcall, where NAME is the folder's own name, and FOLDER/calendar.yaml with believable term dates, to be replaced by the school's.",
  ],
  options: [
    { name: "answers", value: "FILE", says: "take the answers from this file and ask nothing" },
    { name: "questions", says: "print an empty file of answers, to be filled in at leisure" },
    {
      name: "extends",
      value: "LAYER",
      says: "the trust or nation whose rules hold for the school; england unless you say otherwise",
    },
    {
      name: "form",
      value: "text|yaml",
      says: "the form to write; text unless you say otherwise",
      choices: ["text", "yaml"],
    },
  ],
  examples: [
    { line: "init policies/oak-hill", says: "answer the questions one by one" },
    { line: "init --questions > answers.yaml", says: "the questions as a file" },
    {
      line: "init policies/oak-hill --answers answers.yaml --form yaml",
      says: "the policy from a file of answers, as YAML",
    },
  ],
  load: async () => (await import("../actions/init.ts")).initAction,
};
