// What `rollcall dump` says of itself.

import type { CommandSpec } from "../command.ts";
import { stdinNameOption } from "../shared-options.ts";

export const dumpSpec: CommandSpec = {
  name: "dump",
  summary: "shows a policy as the compiler sees it, stage by stage",
  operands: "POLICY",
  least: 1,
  most: 1,
  about: [
    "ast is what the author wrote, model what it means, ir what must be computed. For people who work on Rollcall.",
  ],
  options: [
    {
      name: "stage",
      value: "ast|model|ir",
      says: "which stage; model unless you say otherwise",
      choices: ["ast", "model", "ir"],
    },
    stdinNameOption,
  ],
  examples: [{ line: "dump policies/hall-green --stage ir", says: "what is computed" }],
  load: async () => (await import("../actions/dump.ts")).dumpAction,
};
