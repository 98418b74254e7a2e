// The made-up school of the command line's tests, read from memory, so that a test can change what it likes.

import { readdirSync, readFileSync } from "node:fs";
import { compile } from "../../src/compile.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { readSchool } from "../../src/data/read-school.ts";
import type { ReadSchool } from "../../src/data/read-school.ts";
import type { Policy } from "../../src/explain/case.ts";
import { makeMorningList } from "../../src/morning/make-morning-list.ts";
import type { Item, MorningList } from "../../src/morning/morning-list.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { parseMoment } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";

const folder = `${root}test/cli/fixtures`;

export type Change = (file: string, text: string) => string;

function policyWith(change: Change): Policy {
  const text = change("hill-top.rollcall", readFileSync(`${folder}/hill-top/hill-top.rollcall`, "utf8"));
  const { ready, model, diagnostics } = compile(makeSource("hill-top.rollcall", text), {
    layer: () => undefined,
    beside: (_, file) => makeSource(file, readFileSync(`${folder}/hill-top/${file}`, "utf8")),
  });
  if (ready === undefined || model === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return { ...ready, model };
}

export interface HillTop extends ReadSchool {
  readonly policy: Policy;
}

/** The school's files and its policy as changed, read. */
export async function openHillTop(change: Change = (_, text) => text): Promise<HillTop> {
  const policy = policyWith(change);
  const files = readdirSync(`${folder}/school`).map(
    (file) => [file, change(file, readFileSync(`${folder}/school/${file}`, "utf8"))] as const,
  );
  return { policy, ...(await readSchool(memoryFolder("hill-top", files))) };
}

/** The list as of a moment. */
export async function listAsOf(moment: string, change: Change = (_, text) => text): Promise<MorningList> {
  const { policy, school, calendar } = await openHillTop(change);
  const asOf = parseMoment(moment, "end");
  if (asOf === undefined) throw new Error(`not a moment: ${moment}`);
  return makeMorningList({ policy, world: makeWorld(policy.program, calendar), school, asOf });
}

/** One line for each item of a role: `overdue P2: Telephone the parents (was due …)`. */
export function linesOf(list: MorningList, role: string): readonly string[] {
  return (list.roles.find((each) => each.role === role)?.items ?? []).map(lineOf);
}

export function lineOf({ urgency, pupil, what, by }: Item): string {
  return `${urgency} ${pupil === undefined ? "" : `${pupil.id} `}${what} (${by})`;
}
