// What `rollcall coverage` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const coverageSpec: CommandSpec = {
  name: "coverage",
  summary: "which clauses are evaluated, noted or missing, and whether examples hold them in place",
  operands: "POLICY…",
  least: 1,
  most: 100,
  about: [
    "Every clause of the policy's clause file is either evaluated by a rule that cites it, or carried as a note with its reason, or missing.",
    "--prove shows that this is no decoration. It takes each cited rule away, and moves each edge (at least becomes more than) and each figure (95% becomes 94.9% and 95.1%, one day more, one day less) by one step, and runs the examples again. It names the example whose outcome changes; what no example notices counts as missing.",
    "Of several policies, such as a school's and its trust's, each is shown by itself, and then all together.",
    "Exit code 1 means that something is missing.",
  ],
  options: [
    { name: "prove", says: "remove and move each cited rule in turn, and name the example that notices" },
    { name: "clause", value: "ID", says: "with --prove: only the rules that cite this clause" },
    formatOption("text", "json"),
  ],
  examples: [
    { line: "coverage policies/hall-green", says: "a table of clauses" },
    {
      line: "coverage policies/hall-green --format json",
      says: "the keys evaluated, noted and missing, each a list of clauses",
    },
    { line: "coverage policies/england policies/hall-green", says: "two policies, and the total of both" },
    { line: "coverage policies/delapre --prove --clause DEL-104", says: "which examples hold the day-ten rule" },
  ],
  load: async () => (await import("../actions/coverage.ts")).coverageAction,
};
