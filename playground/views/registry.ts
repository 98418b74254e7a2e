// What the page can show beside the policy, in the order of its navigation. Each view is a script of its own, loaded when it is
// first opened.

import type { ComponentType } from "preact";
import { FIRST_VIEW, POLICY_ALONE } from "../state/place.ts";
import type { Store } from "../state/store.ts";

export type ViewComponent = ComponentType<{ readonly store: Store }>;

export interface View {
  readonly name: string;
  readonly title: string;
  /** Takes the whole width, so that the policy's text steps aside. */
  readonly wide: boolean;
  /** Stands in the head of the page, away from the views of the policy. */
  readonly aside?: boolean;
  /** Fills the page alone, without its head and its navigation. */
  readonly bare?: boolean;
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
  {
    name: "school",
    title: "Whole school",
    wide: false,
    load: () => import("../school/school-pane.tsx").then(({ SchoolPane }) => SchoolPane),
  },
  {
    name: "compare",
    title: "Compare",
    wide: true,
    load: () => import("../compare/compare-pane.tsx").then(({ ComparePane }) => ComparePane),
  },
  {
    name: "documents",
    title: "Documents",
    wide: true,
    aside: true,
    load: () => import("../share/documents-pane.tsx").then(({ DocumentsPane }) => DocumentsPane),
  },
  {
    name: "share",
    title: "Share and save",
    wide: true,
    aside: true,
    load: () => import("../share/share-pane.tsx").then(({ SharePane }) => SharePane),
  },
  {
    name: "present",
    title: "Present",
    wide: true,
    aside: true,
    bare: true,
    load: () => import("../share/present-pane.tsx").then(({ PresentPane }) => PresentPane),
  },
  {
    name: "about",
    title: "How this works",
    wide: true,
    aside: true,
    load: () => import("../share/about-pane.tsx").then(({ AboutPane }) => AboutPane),
  },
];

/** Undefined where the policy stands alone; a name that the page does not have is taken for the first view. */
export function viewNamed(name: string): View | undefined {
  if (name === POLICY_ALONE) return undefined;
  return views.find((view) => view.name === name) ?? views[0];
}
