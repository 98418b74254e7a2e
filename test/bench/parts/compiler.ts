// How long the compiler takes over the largest policy of the repository, stage by stage: what an editor waits for on a keystroke.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { analyse } from "../../../src/analysis/analyse.ts";
import { checkPolicy } from "../../../src/checker/check-policy.ts";
import { extendedName } from "../../../src/checker/headers.ts";
import type { Model } from "../../../src/checker/model.ts";
import { makeSource } from "../../../src/source/text.ts";
import type { SourceText } from "../../../src/source/text.ts";
import type * as Ast from "../../../src/syntax/ast.ts";
import { parsePolicy } from "../../../src/syntax/parse.ts";
import { root } from "../../source-files.ts";
import { median } from "../race.ts";
import type { Report } from "../report.ts";

const RUNS = 20;

export function measureCompiler(): Report {
  const source = largestPolicy();
  const parent = modelBelow(parsed(source));
  const times: Record<"parse" | "check" | "analysis", number[]> = { parse: [], check: [], analysis: [] };
  let findings = 0;
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    const policy = parsed(source);
    const between = performance.now();
    const { model } = checkPolicy({ policy, parent });
    const checked = performance.now();
    findings = analyse(model).length;
    times.parse.push(between - began);
    times.check.push(checked - between);
    times.analysis.push(performance.now() - checked);
  }
  return {
    sections: [
      {
        title: `The compiler on the largest policy: ${source.name}, ${source.lineStarts.length} lines, ${findings} findings`,
        unit: "ms",
        lines: Object.entries(times).map(([name, all]) => ({ name, each: median(all) })),
        notes: [],
      },
    ],
    targets: [],
  };
}

function largestPolicy(): SourceText {
  const sources = readdirSync(`${root}policies`)
    .filter((name) => existsSync(pathOf(name)))
    .map(read);
  const [largest] = sources.toSorted((a, b) => b.text.length - a.text.length);
  if (largest === undefined) throw new Error("there is no policy to measure");
  return largest;
}

/** The layers it extends, checked once: they do not change while somebody types. */
function modelBelow(policy: Ast.Policy): Model | undefined {
  const name = extendedName(policy);
  if (name === undefined) return undefined;
  const below = parsed(read(name));
  return checkPolicy({ policy: below, parent: modelBelow(below) }).model;
}

function parsed(source: SourceText): Ast.Policy {
  const { policy } = parsePolicy(source);
  if (policy === undefined) throw new Error(`${source.name} cannot be read`);
  return policy;
}

function read(name: string): SourceText {
  return makeSource(`policies/${name}/${name}.rollcall`, readFileSync(pathOf(name), "utf8"));
}

function pathOf(name: string): string {
  return `${root}policies/${name}/${name}.rollcall`;
}
