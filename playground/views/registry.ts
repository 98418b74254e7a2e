// What the page can show beside the policy, in the order of its navigation. Each view is a script of its own, loaded when it is
// first opened.

import type { ComponentType } from "preact";
import { FIRST_VIEW } from "../state/place.ts";
import type { Store } from "../state/store.ts";

export type ViewComponent = ComponentType<{ readonly store: Store }>;

export interface View {
  readonly name: string;
  readonly title: string;
  /** Takes the whole width, so that the policy's text steps aside. */
  readonly wide: boolean;
  /** Stands in the head of the page, away from the views of the policy. */
  readonly aside?: boolean;
  readonly load: () => Promise<ViewComponent>;
}

export const views: readonly View[] = [
  {
    name: FIRST_VIEW,
    title: "One pupil",
    wide: false,
    load: () => import("../pupil/pupil-pane.tsx").then(({ PupilPane }) => PupilPane),
  },
  {
    name: "what-if",
    title: "What if",
    wide: false,
    load: () => import("../what-if/what-if-pane.tsx").then(({ WhatIfPane }) => WhatIfPane),
  },
];

/** The place at which the policy stands alone. */
export const POLICY_ALONE = "policy";

/** Undefined where the policy stands alone; a name that the page does not have is taken for the first view. */
export function viewNamed(name: string): View | undefined {
  if (name === POLICY_ALONE) return undefined;
  return views.find((view) => view.name === name) ?? views[0];
}
