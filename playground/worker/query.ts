// A policy → the query that the command line would write of it, for an engine that has the register.

import { toJson } from "../../src/index.ts";
import { leftOut, registerPart, sqlFor } from "../../src/sql.ts";
import type { ProgramFile, ProgramQuestions } from "./program-protocol.ts";
import { readyOf } from "./ready.ts";

export async function queryOf({
  policy,
  readings,
  dialect,
  day,
}: ProgramQuestions["query"]["ask"]): Promise<ProgramFile | undefined> {
  const ready = await readyOf(policy, readings);
  if (ready === undefined || !ready.calendar.covers(day)) return undefined;
  const { calendar, compilation } = ready;
  const { ir, rules } = compilation.ready;
  const { model } = compilation;
  const { part, beyond } = registerPart(ir);
  const inputs = { settings: false };
  const { query, refused } = sqlFor({ part, whole: { ir, beyond }, calendar, asOf: day, dialect, inputs });
  return {
    kind: "file",
    name: `${model.name}.${dialect}.sql`,
    text: query,
    leftOut: leftOut({ refused, beyond }, { ir, rules, model }).map((each) => toJson(each).message),
  };
}
