// A policy → the TypeScript module that the command line would write of it. With this comes a whole TypeScript compiler, so it is
// loaded when somebody first asks, and a page in one file has program.single.ts in its place.

import type { ProgramFile, ProgramQuestions } from "./program-protocol.ts";
import { readyOf } from "./ready.ts";
import type { Work } from "./work.ts";

const STEPS = 2;

export async function programOf(
  { policy, readings }: ProgramQuestions["program"]["ask"],
  { tell, breathe }: Work,
): Promise<ProgramFile | undefined> {
  const ready = await readyOf(policy, readings);
  if (ready === undefined) return undefined;
  tell({ what: "Bringing in the TypeScript compiler", done: 0, all: STEPS });
  const { buildModule, readSource } = await import("./program-writer.ts");
  await breathe();
  tell({ what: "Writing the module", done: 1, all: STEPS });
  await breathe();
  const { model, ready: lowered } = ready.compilation;
  const version: string = import.meta.env.VITE_ROLLCALL_VERSION;
  return { kind: "file", name: `${model.name}.ts`, text: buildModule({ model, lowered, version, readSource }) };
}
