// Two policies → what is remarked of the second and not of the first, wherever in the text it stands.

import { problemOf } from "./problems.ts";
import type { Problem } from "./protocol.ts";
import { compileText } from "./ready.ts";
import type { ChangeQuestion, ChangeSide } from "./what-if-protocol.ts";
import type { Work } from "./work.ts";

/** Remarks of the side that was asked about last as the first: the baseline stays while a figure is turned. */
let kept: { readonly of: string; readonly told: ReadonlySet<string> } | undefined;

export async function newRemarks({ before, after }: ChangeQuestion, work: Work): Promise<readonly Problem[]> {
  const of = JSON.stringify([before.policy, before.readings]);
  if (kept?.of !== of) kept = { of, told: new Set((await remarksOf(before)).map(keyOf)) };
  const { told } = kept;
  await work.breathe();
  return (await remarksOf(after)).filter((remark) => !told.has(keyOf(remark)));
}

async function remarksOf({ policy, readings }: ChangeSide): Promise<readonly Problem[]> {
  const { diagnostics, source } = await compileText(policy, readings);
  return diagnostics.map((diagnostic) => problemOf(diagnostic, source));
}

function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}
