// One pupil under two policies, two readings, on two dates, or with two registers → what differs; and under one policy, what
// comes to this pupil and not to the same child always in school.

import { lookAhead } from "./pupil-ahead.ts";
import type { Sketch } from "./pupil-protocol.ts";
import { alwaysThere } from "./pupil-record.ts";
import { lookAt } from "./pupil.ts";
import type { Ready } from "./ready.ts";
import { differencesBetween } from "./what-if-differences.ts";
import type { LookedSide } from "./what-if-differences.ts";
import { openSides } from "./what-if-sides.ts";
import type {
  AheadChange,
  ChangeQuestion,
  ChangeSide,
  NotRunning,
  PupilChange,
  PupilGets,
} from "./what-if-protocol.ts";

export async function changeForPupil(ask: ChangeQuestion): Promise<PupilChange | NotRunning> {
  const sides = await openSides(ask);
  if (sides.kind === "not-running") return sides;
  const [before, after] = [look(sides.before, ask.before), look(sides.after, ask.after)];
  return {
    kind: "pupil-change",
    before: before.looked.view,
    after: after.looked.view,
    differences: differencesBetween(before, after),
  };
}

function look(ready: Ready, { sketch, asOf }: ChangeSide): LookedSide {
  return { ready, looked: lookAt(ready, sketch, asOf) };
}

export async function aheadOfChange(ask: ChangeQuestion): Promise<AheadChange | NotRunning> {
  const sides = await openSides(ask);
  if (sides.kind === "not-running") return sides;
  const next = (ready: Ready, side: ChangeSide): string => lookAhead(look(ready, side).looked).next;
  return { kind: "ahead-change", before: next(sides.before, ask.before), after: next(sides.after, ask.after) };
}

export function whatPupilGets(ready: Ready, sketch: Sketch, asOf: number): PupilGets {
  const [there, away] = [alwaysThere(sketch), sketch].map((each): LookedSide => ({
    ready,
    looked: lookAt(ready, each, asOf),
  }));
  if (there === undefined || away === undefined) return { asOf, attended: 0, possible: 0, differences: [] };
  const { attended, possible } = away.looked.view.attendance;
  return { asOf, attended, possible, differences: differencesBetween(there, away) };
}
