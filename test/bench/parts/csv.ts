// From a folder of CSV to every decision: the general reader and the packed form of the policy, beside a way made by hand for these very
// files. Each runs in a process of its own; they take turns, and every answer of the one is found equal to the other's.

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Took } from "../csv/run-pipeline.ts";
import { runPipeline } from "../csv/start-pipeline.ts";
import { writeFolder } from "../csv/write-folder.ts";
import type { Layout } from "../csv/write-folder.ts";
import { openDecision } from "../decision/decision.ts";
import { pupilsOf } from "../decision/pupils.ts";
import { median } from "../race.ts";
import { atMost } from "../report.ts";
import type { Report, Section, Target } from "../report.ts";

const PIPELINES = { general: "general reader, packed form", hand: "made by hand for these files" } as const;
const TITLES: Readonly<Record<Layout, string>> = { rows: "a row a mark", strings: "a row a pupil, marks in a string" };
const LIMIT = 2;

export function measureCsv(pupils: number, quick: boolean): Report {
  const reports = (["rows", "strings"] as const).map((layout) => measureLayout(layout, pupils, quick ? 1 : 3));
  return { sections: reports.flatMap(({ sections }) => sections), targets: reports.flatMap(({ targets }) => targets) };
}

function measureLayout(layout: Layout, pupils: number, rounds: number): Report {
  const path = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  try {
    const { year } = openDecision();
    writeFolder(path, year, pupilsOf(year, 1), pupils, layout);
    const all: Readonly<Record<keyof typeof PIPELINES, Took[]>> = { general: [], hand: [] };
    for (let round = 0; round < rounds; round++)
      for (const pipeline of ["general", "hand"] as const) all[pipeline].push(runPipeline(pipeline, path, layout));
    const [wanted] = all.hand;
    for (const { fingerprint } of [...all.general, ...all.hand])
      if (fingerprint !== wanted?.fingerprint) throw new Error("the ways through the CSV give different answers");
    const size = statSync(join(path, "marks.csv")).size;
    return { sections: [sectionOf(layout, pupils, size, all)], targets: [targetOf(layout, all)] };
  } finally {
    rmSync(path, { recursive: true });
  }
}

function sectionOf(
  layout: Layout,
  pupils: number,
  size: number,
  all: Readonly<Record<string, readonly Took[]>>,
): Section {
  const lines = Object.entries(PIPELINES).flatMap(([pipeline, name]) => {
    const took = all[pipeline] ?? [];
    const of = (what: "reading" | "deciding"): number => median(took.map((each) => each[what]));
    return [
      { name: `${name}: reading`, each: of("reading") },
      { name: `${name}: deciding`, each: of("deciding") },
    ];
  });
  const memory = Object.entries(PIPELINES).map(([pipeline, name]) => {
    const took = all[pipeline] ?? [];
    const [peak, atRest] = [median(took.map((each) => each.peak)), median(took.map((each) => each.atRest))];
    return `${name}: ${peak.toFixed(0)} MB at most, ${atRest.toFixed(0)} MB of them before anything was read`;
  });
  const marks = (380 * pupils).toLocaleString("en-GB");
  return {
    title: `From CSV to every decision, ${TITLES[layout]}: ${pupils.toLocaleString("en-GB")} pupils, ${marks} marks, ${(size / 1e6).toFixed(0)} MB`,
    unit: "ms of computing",
    lines,
    notes: [`Memory: ${memory.join("; ")}.`],
  };
}

function targetOf(layout: Layout, { general = [], hand = [] }: Readonly<Record<string, readonly Took[]>>): Target {
  const whole = (took: readonly Took[]): number => median(took.map(({ reading, deciding }) => reading + deciding));
  return atMost(
    `CSV to decisions, ${TITLES[layout]}: ${(whole(general) / 1000).toFixed(2)} s against ${(whole(hand) / 1000).toFixed(2)} s by hand`,
    LIMIT,
    whole(general) / whole(hand),
  );
}
