// Registers of one half of the day → which arrivals become another code, to the second, and which times moved.

import { arrivalsOf } from "../analysis/registers.ts";
import { contains } from "../analysis/interval.ts";
import type { Model, Register, Zone } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { formatTime } from "../school/moment.ts";
import { ratio } from "../units/ratio.ts";
import { ATTENDED, nobodyInParticular, UNMARKED } from "../witness/plain-facts.ts";
import { modelsOf } from "./pair.ts";
import type { Pair } from "./pair.ts";
import type { Comparison, Probe, Verdict } from "./verdict.ts";

export function compareRegisters(pair: Pair): readonly Comparison[] {
  const [one, other] = modelsOf(pair);
  return one.registers.flatMap((before) => {
    const after = other.registers.find(({ half, group }) => half === before.half && group === before.group);
    return after === undefined ? [] : [compareZones(pair, before, after)];
  });
}

function compareZones(pair: Pair, before: Register, after: Register): Comparison {
  const half = before.half === "AM" ? "morning" : "afternoon";
  const base = {
    kind: "register",
    id: `${before.half} ${before.group ?? ""}`.trim(),
    title: `What an arrival in the ${half} becomes${before.group === undefined ? "" : `, for ${before.group}`}`,
    before: { says: zonesOf(before), origin: before.origin },
    after: { says: zonesOf(after), origin: after.origin },
    turning: [],
    probe: arrivalProbe(before.half),
  } as const;
  const same = JSON.stringify(before.zones.map(plain)) === JSON.stringify(after.zones.map(plain));
  if (same) return { ...base, verdict: "same", proved: true, because: "", facts: [] };
  const models = modelsOf(pair);
  const changed = seconds([before, after]).flatMap((second) => {
    const [was, is] = [becomes(before, second), becomes(after, second)];
    const [weighed, weighs] = [weight(models[0], was), weight(models[1], is)];
    return was === is || (weighed === 0 && weighs === 0) ? [] : [{ second, worse: weighs - weighed }];
  });
  const facts = changed
    .toSorted((a, b) => (a.second % 60) - (b.second % 60) || a.second - b.second)
    .map(({ second }) => ({
      ...nobodyInParticular,
      sessions: before.half === "AM" ? [UNMARKED, ATTENDED] : [ATTENDED, UNMARKED],
      arrivals: [second],
    }));
  const silent = [before, after].some(({ zones }) => zones.length === 0);
  const unless = [...before.zones, ...after.zones].some((zone) => zone.unless !== undefined);
  if (silent || unless) {
    const because = silent
      ? "one of the two does not say what a late arrival becomes"
      : "what an arrival becomes hangs on more than its time";
    return { ...base, verdict: "not-shown", proved: false, because, facts };
  }
  return { ...base, ...verdictOf(changed.map(({ worse }) => worse)), facts };
}

function plain({ becomes: what, edges }: Zone): unknown {
  return [what, edges];
}

/** Every second at which something may change, and the whole minutes beside it. */
function seconds(registers: readonly Register[]): readonly number[] {
  const edges = registers.flatMap(({ zones }) => zones.flatMap((zone) => zone.edges.map((edge) => edge.seconds)));
  const near = edges.flatMap((second) => [second - 60, second - 1, second, second + 1, second + 60]);
  return [...new Set([0, ...near])].filter((second) => second >= 0 && second < 86_400).toSorted((a, b) => a - b);
}

/** The code of the first zone that takes the arrival; empty where none does, or where it only calls for an act. */
function becomes({ zones }: Register, second: number): string {
  const zone = zones.find((each) => {
    const stretch = arrivalsOf(each);
    return each.becomes.kind !== "act" && stretch !== undefined && contains(stretch, ratio(second, 1));
  });
  return zone?.becomes.kind === "code" ? zone.becomes.code : "";
}

/** On time, then late, then absent. */
function weight({ codes }: Model, code: string): number {
  const found = codes.find(({ name }) => name === code);
  if (found === undefined) return 0;
  return found.category === "unauthorised" ? 2 : found.late ? 1 : 0;
}

function verdictOf(worse: readonly number[]): { verdict: Verdict; proved: boolean; because: string } {
  if (worse.length === 0) return { verdict: "same", proved: true, because: "" };
  if (worse.every((each) => each > 0))
    return {
      verdict: "stricter",
      proved: true,
      because: "no arrival counts for better than before, and some for worse",
    };
  if (worse.every((each) => each < 0))
    return { verdict: "looser", proved: true, because: "no arrival counts for worse than before, and some for better" };
  return {
    verdict: "different",
    proved: true,
    because: "some arrivals count for better and some for worse, or as another code",
  };
}

function zonesOf({ zones }: Register): string {
  return zones.length === 0
    ? "not said"
    : zones.map(({ origin }) => oneLine(origin.span).replace(/\s*\[[^\]]*\]$/, "")).join("; ");
}

function arrivalProbe(half: "AM" | "PM"): Probe {
  return {
    read: ({ proposals, asOf }) =>
      proposals.find((each) => each.half === half && each.day === Math.floor(asOf / 86_400))?.code ?? "no code",
    explain: ({ outcome: { proposals, asOf }, record }) => {
      const code = proposals.find((each) => each.half === half && each.day === Math.floor(asOf / 86_400))?.code;
      const at = record.arrivals.at(-1)?.at ?? 0;
      return code === undefined
        ? `an arrival at ${formatTime(at % 86_400)} is on time: no code is proposed`
        : `an arrival at ${formatTime(at % 86_400)} is recorded as ${code}`;
    },
    onTime: [],
  };
}
