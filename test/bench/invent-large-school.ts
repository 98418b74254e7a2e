// The files of a large school for the benchmark: sixty invented pupils of a whole year, whose staff followed the policy, as
// often over as it takes. Copies bear numbers of their own, so that nothing of them is read once and used twice.

import { readFileSync } from "node:fs";
import { compile } from "../../src/compile.ts";
import type { Policy } from "../../src/explain/case.ts";
import { inventSchool } from "../../src/morning/invent-school.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant } from "../../src/school/moment.ts";
import type { Moment } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { root } from "../source-files.ts";

export interface BenchSchool {
  readonly policy: Policy;
  readonly files: ReadonlyMap<string, string>;
  readonly asOf: Moment;
}

/** The last day of the sample school's year. */
const asOf = lastInstant(knownDay("2026-07-20"));
const ORIGINALS = 60;

export function benchSchool(pupils: number): BenchSchool {
  const policy = hallGreen();
  const originals = Math.min(pupils, ORIGINALS);
  const files = inventSchool({ seed: 1, pupils: originals, until: asOf, program: policy.program });
  if (files === undefined) throw new Error("the sample calendar does not cover the day");
  const copies = Math.ceil(pupils / originals);
  return { policy, asOf, files: new Map([...files].map(([name, text]) => [name, copied(name, text, copies)])) };
}

function hallGreen(): Policy {
  const read = (path: string) => makeSource(path, readFileSync(`${root}policies/${path}`, "utf8"));
  const { ready, model } = compile(read("hall-green/hall-green.rollcall"), {
    layer: (name) => read(`${name}/${name}.rollcall`),
    beside: ({ name }, file) => read(`${name.split("/")[0] ?? ""}/${file.replace("./", "")}`),
  });
  if (ready === undefined || model === undefined) throw new Error("policies/hall-green does not compile");
  return { ...ready, model };
}

/** Every identifier of a pupil, a parent or a record gets the number of its copy; what is the school's own stays single. */
function copied(name: string, text: string, copies: number): string {
  if (!name.endsWith(".csv") || name === "staff.csv") return text;
  const [head = "", ...rows] = text.split("\r\n").filter((row) => row !== "");
  const mine = rows.filter((row) => !row.startsWith("school-"));
  const school = rows.filter((row) => row.startsWith("school-"));
  const all = Array.from({ length: copies }, (_, copy) =>
    copy === 0 ? mine : mine.map((row) => row.replaceAll(/\b([PA]\d{4})\b/g, `$1x${copy}`)),
  );
  return `${[head, ...school, ...all.flat()].join("\r\n")}\r\n`;
}
