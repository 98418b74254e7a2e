// Two policies → what is remarked of the second and not of the first, wherever in the text it stands.

import { problemOf } from "./problems.ts";
import type { Problem } from "./protocol.ts";
import { compileText } from "./ready.ts";
import type { ChangeQuestion, ChangeSide } from "./what-if-protocol.ts";

export async function newRemarks({ before, after }: ChangeQuestion): Promise<readonly Problem[]> {
  const told = new Set((await remarksOf(before)).map(keyOf));
  return (await remarksOf(after)).filter((remark) => !told.has(keyOf(remark)));
}

async function remarksOf({ policy, readings }: ChangeSide): Promise<readonly Problem[]> {
  const { diagnostics, source } = await compileText(policy, readings);
  return diagnostics.map((diagnostic) => problemOf(diagnostic, source));
}

function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}
