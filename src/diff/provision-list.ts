// One provision, and the list that they are gathered in: each with a name by which the same provision of another policy is found.

import type { Named, Origin } from "../checker/model.ts";
import { meaningOf } from "./meaning.ts";
import type { Meant } from "./meaning.ts";

export interface Provision {
  /** The same in both policies where they lay down the same thing. */
  readonly id: string;
  readonly kind: string;
  /** Where a reader finds it: `“Attendance concern”, step “Stage 1”`. */
  readonly title: string;
  /** What it says, on one line. */
  readonly says: string;
  /** Equal where the meaning is. */
  readonly meaning: string;
  readonly origin: Origin;
}

export interface List {
  readonly provisions: readonly Provision[];
  /** `part` tells the parts of one declaration apart. */
  readonly add: (
    kind: string,
    whole: Pick<Named, "name" | "title" | "origin">,
    part: string,
    says: string,
    node: unknown,
  ) => void;
}

export function makeList(meant: Meant): List {
  const provisions: Provision[] = [];
  const ids = new Map<string, number>();
  return {
    provisions,
    add: (kind, { name, title, origin }, part, says, node) => {
      const plain = [kind, name, part].join("|");
      const again = ids.get(plain) ?? 0;
      ids.set(plain, again + 1);
      const id = again === 0 ? plain : `${plain}|${again + 1}`;
      provisions.push({
        id,
        kind,
        title: titleOf(kind, name, title, part),
        says,
        meaning: meaningOf(meant, node),
        origin,
      });
    },
  };
}

/** Parts with names of their own are shown by them; those known by their meaning alone are not. */
function titleOf(kind: string, name: string, title: string, part: string): string {
  const shown = partKinds.has(kind) ? part : "";
  const whole = title === "" ? name : title;
  return shown === "" ? whole : `${whole}: ${shown}`;
}

const partKinds: ReadonlySet<string> = new Set(["band", "document", "register", "procedure", "step", "sentence"]);
