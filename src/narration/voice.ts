// To whom a policy is told: to its staff, or to the parents of a child. The same rule, with other words for who is who.

import type { Model } from "../checker/model.ts";
import type { Day } from "../school/day.ts";

export interface Voice {
  readonly model: Model;
  /** Values are those in force on this day. */
  readonly day: Day;
  readonly to: "staff" | "parents";
}

/** The child of whom the rule speaks. */
export function childWords({ to }: Voice): string {
  return to === "parents" ? "your child" : "the pupil";
}
