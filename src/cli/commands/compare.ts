// What `rollcall compare` says of itself.

import { formatOption } from "../command.ts";
import type { CommandSpec } from "../command.ts";

export const compareSpec: CommandSpec = {
  name: "compare",
  summary: "many policies side by side: times, thresholds, stages, deadlines, first days, penalties",
  operands: "POLICY POLICY…",
  least: 2,
  most: 12,
  about: [
    "One column for each policy. Rows come from what the policies themselves say and from the words of the nation that they share, so schools that call things differently still stand side by side: times of the registers, each share of attendance that any of them names and what it starts, letters and stages, deadlines, what is done on the first day and later, penalty notices, reviews.",
    "Where one policy can be stricter than another, #1 is the strictest: the register that closes first, the call that is due first. Nothing else is judged.",
    "With --pupil it sets one pupil instead of the rules side by side: an example of one of the policies, under each of them, at the last moment the example speaks of.",
    "To keep to a page, long cells are cut; --all shows them whole. Markdown and JSON are always whole. Exit code 1 means that a policy has errors.",
  ],
  options: [
    {
      name: "pupil",
      value: "EXAMPLE",
      says: "the title of an example in one of the policies: that pupil under each of them",
    },
    { name: "width", value: "NUMBER", says: "columns of the text; 120 unless you say otherwise" },
    { name: "all", says: "cells in full" },
    formatOption("text", "markdown", "json"),
  ],
  examples: [
    {
      line: "compare policies/hall-green policies/delapre policies/rufford policies/newquay policies/slade",
      says: "five schools on one page",
    },
    {
      line: "compare policies/hall-green policies/delapre --format markdown > page.md",
      says: "a page for a website or a meeting, nothing cut",
    },
    {
      line: 'compare policies/hall-green policies/delapre --pupil "a minute past nine is late"',
      says: "the same child at either school",
    },
  ],
  load: async () => (await import("../actions/compare.ts")).compareAction,
};
