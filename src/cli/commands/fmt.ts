// What `rollcall fmt` says of itself.

import type { CommandSpec } from "../command.ts";
import { stdinNameOption } from "../shared-options.ts";

export const formatSpec: CommandSpec = {
  name: "fmt",
  summary: "lays out a policy in the one way there is, comments kept",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Rewrites each file in place, in the form it is in; from the standard input to the standard output. A file that cannot be read as a policy is left as it is, and what is wrong with it is shown.",
  ],
  options: [{ name: "check", says: "change nothing; exit code 1 if a file would change" }, stdinNameOption],
  examples: [
    { line: "fmt policies/hall-green", says: "rewrites policies/hall-green/hall-green.rollcall" },
    { line: "fmt --check policies/*/*.rollcall policies/*/*.rollcall.yaml", says: "for a build" },
  ],
  load: async () => (await import("../actions/fmt.ts")).formatAction,
};
