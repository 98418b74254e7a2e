// The table of commands, in the order in which a newcomer meets them.

import type { CommandSpec } from "./command.ts";
import { acceptSpec } from "./commands/accept.ts";
import { buildSpec } from "./commands/build.ts";
import { checkSpec } from "./commands/check.ts";
import { compareSpec } from "./commands/compare.ts";
import { convertSpec } from "./commands/convert.ts";
import { coverageSpec } from "./commands/coverage.ts";
import { diffSpec } from "./commands/diff.ts";
import { documentSpec } from "./commands/document.ts";
import { dumpSpec } from "./commands/dump.ts";
import { explainCodeSpec } from "./commands/explain-code.ts";
import { explainSpec } from "./commands/explain.ts";
import { formatSpec } from "./commands/fmt.ts";
import { hindsightSpec } from "./commands/hindsight.ts";
import { initSpec } from "./commands/init.ts";
import { lettersSpec } from "./commands/letters.ts";
import { lspSpec } from "./commands/lsp.ts";
import { outlineSpec } from "./commands/outline.ts";
import { packSpec } from "./commands/pack.ts";
import { replaySpec } from "./commands/replay.ts";
import { runSpec } from "./commands/run.ts";
import { sampleSpec } from "./commands/sample.ts";
import { sqlSpec } from "./commands/sql.ts";
import { testSpec } from "./commands/test.ts";

export const commands: readonly CommandSpec[] = [
  initSpec,
  runSpec,
  explainSpec,
  hindsightSpec,
  packSpec,
  replaySpec,
  checkSpec,
  outlineSpec,
  documentSpec,
  lettersSpec,
  diffSpec,
  compareSpec,
  explainCodeSpec,
  acceptSpec,
  testSpec,
  coverageSpec,
  formatSpec,
  convertSpec,
  sampleSpec,
  buildSpec,
  sqlSpec,
  lspSpec,
  dumpSpec,
];
