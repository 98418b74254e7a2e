// One view of a pupil after another → what of each the page has not been told yet, and there the view again. Messages come in the
// order in which they were sent, so both ends know which view was the last. A turned figure leaves most of hundreds of things owed.

import type { HandedView } from "./protocol.ts";
import type { PupilView } from "./pupil-protocol.ts";

/** For the worker's end. */
export function makeHanding(): (view: PupilView) => HandedView {
  let places = new Map<PupilView["owed"][number], number>();
  return (view) => {
    const owed = view.owed.map((each) => places.get(each) ?? each);
    places = new Map(view.owed.map((each, place) => [each, place]));
    return { ...view, owed };
  };
}

/** For the page's end. */
export function makeTaking(): (handed: HandedView) => PupilView {
  let last: PupilView["owed"] = [];
  return (handed) => {
    last = handed.owed.flatMap((each) => (typeof each === "number" ? (last[each] ?? []) : [each]));
    return { ...handed, owed: last };
  };
}
