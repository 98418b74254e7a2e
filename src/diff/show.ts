// A comparison and the pupils it suggests → the smallest of them who is in truth treated otherwise, with both explanations.
// Both policies are run on the pupil; what they say is the difference, whatever was reckoned beforehand.

import { openCase } from "../explain/case.ts";
import type { Case } from "../explain/case.ts";
import { makeWorld } from "../runtime/world.ts";
import type { World } from "../runtime/world.ts";
import { dayFor, placeFacts, recordOf } from "../witness/place-facts.ts";
import { sayFacts } from "../witness/say-facts.ts";
import { sizeOf } from "../witness/plain-facts.ts";
import type { PlainFacts, WitnessPupil } from "../witness/plain-facts.ts";
import { actBefore } from "./act-before.ts";
import type { DiffSide } from "./diff-side.ts";
import type { Pair } from "./pair.ts";
import type { Comparison, Judgement, Probe, Witnessed } from "./verdict.ts";

export interface Theatre {
  readonly pair: Pair;
  /** Opens a case once for each pupil and side, however many outcomes are read from it. */
  readonly play: (side: DiffSide, facts: PlainFacts, onTime: readonly string[]) => Case | undefined;
}

export function openTheatre(pair: Pair): Theatre {
  const worlds = new Map<DiffSide, World>();
  const played = new Map<DiffSide, Map<string, Case | undefined>>();
  const worldOf = (side: DiffSide): World => {
    const known = worlds.get(side) ?? makeWorld(side.policy.program, side.calendar);
    worlds.set(side, known);
    return known;
  };
  return {
    pair,
    play: (side, facts, onTime) => {
      const key = `${onTime.join(" ")} ${JSON.stringify(facts)}`;
      const mine = played.get(side) ?? new Map<string, Case | undefined>();
      played.set(side, mine);
      if (!mine.has(key)) {
        const pupil = place(pair, side, facts);
        mine.set(key, pupil === undefined ? undefined : playPupil(side, worldOf(side), pupil, onTime));
      }
      return mine.get(key);
    },
  };
}

/** On the side's own day where it is compared by days, else on one day that both calendars and policies know. */
function place({ first, second }: Pair, side: DiffSide, facts: PlainFacts): WitnessPupil | undefined {
  if (side.onDay) {
    const days = [side.day, ...Array.from({ length: 120 }, (_, index) => side.day + (side === first ? -index : index))];
    return days.map((day) => placeFacts(side.calendar, day, facts)).find((pupil) => pupil !== undefined);
  }
  const from = Math.max(first.day, second.day);
  const until = Math.min(first.calendar.lastDay, second.calendar.lastDay);
  const day = dayFor(side.calendar, facts, from, until);
  return day === undefined ? undefined : placeFacts(side.calendar, day, facts);
}

function playPupil(side: DiffSide, world: World, pupil: WitnessPupil, onTime: readonly string[]): Case {
  const record = recordOf(side.calendar, pupil);
  const acted = onTime.length === 0 ? record : actBefore(world, record, pupil.at, new Set(onTime));
  return openCase(side.policy, world, acted, pupil.at);
}

/** The comparison with its witness; a pupil shows a difference even where nothing was proved. */
export function show(theatre: Theatre, comparison: Comparison): Judgement {
  const { verdict, probe } = comparison;
  if (verdict === "same" || probe === undefined) return comparison;
  const witness = witnessOf(theatre, comparison, probe);
  if (witness === undefined) return comparison;
  return { ...comparison, verdict: verdict === "not-shown" ? "different" : verdict, witness };
}

/** Where people must first have done what they owe, playing a pupil takes many rounds. */
const [mostTried, mostOnTime] = [12, 4];

function witnessOf({ pair, play }: Theatre, { facts }: Comparison, probe: Probe): Witnessed | undefined {
  const likely = facts
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
    .slice(0, probe.onTime.length > 0 ? mostOnTime : mostTried);
  for (const each of likely) {
    const [one, other] = [play(pair.first, each, probe.onTime), play(pair.second, each, probe.onTime)];
    if (one === undefined || other === undefined) continue;
    if (probe.read(one.outcome) === probe.read(other.outcome)) continue;
    const [pupil, second] = [place(pair, pair.first, each), place(pair, pair.second, each)];
    if (pupil === undefined || second === undefined) continue;
    return { pupil, second, says: sayFacts(pupil), before: probe.explain(one), after: probe.explain(other) };
  }
  return undefined;
}
