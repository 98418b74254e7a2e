import { expect, test } from "vitest";
import { makeHanding, makeTaking } from "../../playground/worker/handed-view.ts";
import type { Owed, PupilView } from "../../playground/worker/pupil-protocol.ts";

function owed(id: string): Owed {
  const completes = { act: "ring", fields: {} };
  return {
    id,
    what: `Ring home about ${id}`,
    who: "Office",
    modal: "must",
    state: "open",
    opened: 0,
    procedure: "Calls",
    step: "Ring",
    clauses: [],
    completes,
  };
}

const rest = {
  asOf: 1,
  attendance: { attended: 1, possible: 2 },
  line: [],
  limits: [],
  standing: [],
  bands: [],
  running: [],
  questions: [],
  unheard: [],
};

test("one view after another comes through as it was sent, and what stood in the one before is not sent again", () => {
  const [hand, take] = [makeHanding(), makeTaking()];
  const [a, b, c, d] = [owed("a"), owed("b"), owed("c"), owed("d")];
  const views: readonly PupilView[] = [[a, b, c], [c, d, a], [], [a], [a, b]].map((list) => ({ ...rest, owed: list }));
  const sent = views.map((view) => structuredClone(hand(view)));
  expect(sent.map((view) => view.owed.map((each) => typeof each))).toEqual([
    ["object", "object", "object"],
    ["number", "object", "number"],
    [],
    ["object"],
    ["number", "object"],
  ]);
  expect(sent.map(take)).toEqual(views);
});

test("what was not sent again is the same thing to the page, so that nothing need be drawn anew", () => {
  const [hand, take] = [makeHanding(), makeTaking()];
  const [a, b] = [owed("a"), owed("b")];
  const first = take(structuredClone(hand({ ...rest, owed: [a, b] })));
  const second = take(structuredClone(hand({ ...rest, owed: [b] })));
  expect(second.owed[0]).toBe(first.owed[1]);
});
