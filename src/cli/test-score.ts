// Which edits of one policy its examples would notice.

import { printScore, reachesScore, scoreOf, scoreToJson } from "../index.ts";
import { trialOf } from "./open-trial.ts";
import type { Terminal } from "./terminal.ts";
import type { Tested, TestedPolicy } from "./tested.ts";
import { tryWithHelp } from "./trial-helpers.ts";

/** `least` is the score in per cent below which the policy does not pass. */
export async function mutatePolicy(
  { operand, opened }: TestedPolicy,
  least: number,
  terminal: Terminal,
): Promise<Tested | undefined> {
  const order = { operand, edits: "all", only: undefined } as const;
  const trial = trialOf(opened, order, terminal);
  if (trial === undefined) return undefined;
  const score = scoreOf(await tryWithHelp(trial, order, terminal));
  const policy = opened.compilation.source.name;
  const enough = reachesScore(score, least);
  const verdict = enough ? "" : `The score has to be at least ${least}%.\n`;
  return {
    format: "rollcall/score",
    text: `${printScore(policy, score, { width: terminal.width, colour: terminal.colour.results })}${verdict}`,
    json: { policy, ...scoreToJson(score) },
    passed: enough && score.failing.length === 0,
  };
}
