// What a thousand times as many pupils cost: one chart. Pupils are drawn a few at a time and forgotten once they are decided; only the
// deciding is counted, and from CSV the reading too.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDecideAll } from "../../backends/typescript/make-decide-all.ts";
import { interpret } from "../../../src/backends/interpreter/interpret.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import { evaluatePupil } from "../../../src/runtime/evaluate.ts";
import { openRegister } from "../../../src/runtime/packed-register.ts";
import { lastInstant } from "../../../src/school/moment.ts";
import { runPipeline } from "../csv/start-pipeline.ts";
import { writeFolder } from "../csv/write-folder.ts";
import { WIDTH } from "../decision/answers.ts";
import { openDecision } from "../decision/decision.ts";
import type { Decision } from "../decision/decision.ts";
import { pairTable } from "../decision/hand/bytes.ts";
import { decideGathered } from "../decision/hand/exceptions.ts";
import { recordOf } from "../decision/interpreted.ts";
import { pupilsOf } from "../decision/pupils.ts";
import type { DrawPupil } from "../decision/pupils.ts";
import type { Chart } from "../draw-chart.ts";
import { computed } from "../race.ts";
import { atMost } from "../report.ts";
import type { Report } from "../report.ts";

/** Drawn and decided at a time. */
const AT_ONCE = 1000;
/** As much dearer may a pupil be among a thousand times as many. */
const LIMIT = 1.5;

interface Way {
  readonly name: string;
  /** More are not tried: it would take too long. */
  readonly most: number;
  /** Milliseconds of computing for so many. */
  readonly take: (pupils: number) => number;
}

export interface Growth extends Report {
  readonly chart: Chart;
}

export function measureGrowth(quick: boolean): Growth {
  const decision = openDecision();
  const draw = pupilsOf(decision.year, 1);
  const most = quick ? 100_000 : 1_000_000;
  const ways: readonly Way[] = [
    { name: "evaluate, one by one", most: quick ? 1000 : 10_000, take: evaluating(decision, draw) },
    {
      name: "from CSV to every decision",
      most: quick ? 10_000 : 100_000,
      take: (pupils) => fromCsv(decision, draw, pupils),
    },
    { name: "packed batch form", most, take: packedForm(decision, draw) },
    { name: "best form by hand, same layout", most, take: byHand(decision, draw) },
  ];
  for (const { take } of ways.filter(({ name }) => !name.startsWith("from"))) take(3 * AT_ONCE); // warm
  const counts = [1000, 10_000, 100_000, 1_000_000].filter((count) => count <= most);
  const lines = ways.map(({ name, most: own, take }) => ({
    name,
    points: counts.filter((count) => count <= own).map((count) => ({ x: count, y: take(count) })),
  }));
  const packed = lines.find(({ name }) => name === "packed batch form")?.points ?? [];
  const [first, last] = [packed[0], packed.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing was measured");
  const dearer = last.y / last.x / (first.y / first.x);
  return {
    chart: {
      title: "What so many pupils cost, one school year of 380 marks each",
      across: "pupils",
      up: "milliseconds of computing",
      lines,
    },
    sections: [
      {
        title: "Cost by number of pupils",
        unit: "ms of computing",
        lines: lines.flatMap(({ name, points }) =>
          points.map(({ x, y }) => ({ name: `${name}: ${x.toLocaleString("en-GB")}`, each: y })),
        ),
        notes: [],
      },
    ],
    targets: [
      atMost(
        `a pupil among ${last.x.toLocaleString("en-GB")}, against one among ${first.x.toLocaleString("en-GB")}: packed batch form`,
        LIMIT,
        dearer,
      ),
    ],
  };
}

/** Goes through the pupils a few at a time; what `decide` takes is counted. */
function inTurns(draw: DrawPupil, bytes: Uint8Array, stride: number, pupils: number, decide: () => void): number {
  let took = 0;
  for (let first = 0; first < pupils; first += AT_ONCE) {
    for (let pupil = 0; pupil < AT_ONCE; pupil++) draw(first + pupil, bytes, pupil * stride);
    const began = computed();
    decide();
    took += computed() - began;
  }
  return took;
}

function packedForm({ ir, calendar, asOf }: Decision, draw: DrawPupil): Way["take"] {
  const { decideAll } = makeDecideAll(ir);
  const pupils = Array.from({ length: AT_ONCE }, (_, pupil) => ({
    id: `P${pupil}`,
    year: 8,
    onRoll: [{ from: calendar.firstDay }],
    flags: [],
  }));
  const register = openRegister({ calendar, program: interpret(registerPart(ir).part) }, pupils);
  register.firstMark.fill(calendar.schoolDays[0] as number);
  const outcome = decideAll(register, asOf);
  return (count) =>
    inTurns(draw, register.slots, register.stride, count, () => void decideAll(register, asOf, outcome));
}

function byHand({ year }: Decision, draw: DrawPupil): Way["take"] {
  const bytes = new Uint8Array(AT_ONCE * year.slots);
  const [pairs, table, out] = [new Uint16Array(bytes.buffer), pairTable(year), new Int32Array(AT_ONCE * WIDTH)];
  return (count) =>
    inTurns(draw, bytes, year.slots, count, () => decideGathered(year, table, pairs, AT_ONCE, year.slots, out));
}

function evaluating({ year, world, asOf }: Decision, draw: DrawPupil): Way["take"] {
  const bytes = new Uint8Array(year.slots);
  return (count) => {
    let took = 0;
    for (let pupil = 0; pupil < count; pupil++) {
      draw(pupil, bytes, 0);
      const record = recordOf(year, `P${pupil}`, bytes, 0);
      const began = process.cpuUsage();
      evaluatePupil(world, record, lastInstant(asOf));
      const { user, system } = process.cpuUsage(began);
      took += (user + system) / 1000;
    }
    return took;
  };
}

function fromCsv({ year }: Decision, draw: DrawPupil, pupils: number): number {
  const path = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  try {
    writeFolder(path, year, draw, pupils, "strings");
    const { reading, deciding } = runPipeline("general", path, "strings");
    return reading + deciding;
  } finally {
    rmSync(path, { recursive: true });
  }
}
