// Where somebody is on the page, as the address says it behind `#`: `#pupil`, or `#pupil;p=…` with something handed over. The
// address is written by anybody who sends a link, so what it holds is looked at and never believed.

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

export interface Place {
  /** The name of a view; one that the page does not have is taken for the first. */
  readonly view: string;
  /** What a shared link hands over, still packed. */
  readonly handed?: string;
}

export const FIRST_VIEW = "pupil";

/** The place at which the policy stands alone. */
export const POLICY_ALONE = "policy";

export function hrefOf({ view, handed }: Place): string {
  return `#${view}${handed === undefined ? "" : `;${handed}`}`;
}

export function readPlace(hash: string): Place {
  const [view = "", ...handed] = hash.replace(/^#/, "").split(";");
  return {
    view: /^[a-z][a-z-]{0,40}$/.test(view) ? view : FIRST_VIEW,
    ...(handed.length === 0 ? {} : { handed: handed.join(";") }),
  };
}

/** Follows the address for as long as the page is open. */
export function makePlace(): {
  readonly place: ReadonlySignal<Place>;
  readonly goTo: (place: Place) => void;
  /** Takes what was handed over out of the address, and so out of the browser's memory of where one was. */
  readonly dropHanded: () => void;
} {
  const place = signal(readPlace(location.hash));
  addEventListener("hashchange", () => {
    place.value = readPlace(location.hash);
  });
  return {
    place,
    goTo: (next) => {
      location.hash = hrefOf(next);
    },
    dropHanded: () => {
      const { view } = place.value;
      history.replaceState(null, "", hrefOf({ view }));
      place.value = { view };
    },
  };
}
