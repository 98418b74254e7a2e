// Which school the page speaks of, for every view that asks about one: made up, or somebody's own. Kept in memory and nowhere else.

import { effect, signal } from "@preact/signals";
import { FIRST_VIEW } from "../state/place.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { Imported, SchoolSide, SchoolSource } from "../worker/school-protocol.ts";

/** The pupil of the school who is looked at in One pupil, and in words what cannot be shown of them there. */
export interface OpenedPupil {
  readonly id: string;
  readonly unsaid: readonly string[];
}

export const schoolSourceOf = ofStore((store) => {
  /** Undefined until somebody asks for a school. */
  const source = signal<SchoolSource | undefined>(undefined);
  const imported = signal<Imported | undefined>(undefined);
  const opened = signal<OpenedPupil | undefined>(undefined);
  const said = signal("");
  /** A pupil of somebody's own school was shown, and could be brought back by undoing. */
  let sawOwn = false;
  let whose: readonly string[] = [];

  // Another story, or an undone one, is another pupil: what was said of this one no longer stands.
  effect(() => {
    const parents = store.sketch.value.parents;
    if (opened.peek() !== undefined && parents !== whose) opened.value = undefined;
  });

  return {
    source,
    imported,
    opened,
    said,
    makeUp: (pupils: number, seed: number): void => {
      const follows = store.policy.value?.name.split("/")[0] ?? "";
      source.value = { kind: "synthetic", seed, pupils, until: store.asOf.value, follows };
    },
    /** Drops a school that was read, from the page and from both workers, with every pupil of it who was looked at. */
    forget: (): void => {
      if (source.value?.kind === "imported") source.value = undefined;
      imported.value = undefined;
      if (sawOwn) store.forgetPupils();
      sawOwn = false;
      opened.value = undefined;
      said.value = "The school is forgotten. Nothing of it is left in this page.";
      store.guard(store.school.ask("schoolForget", null).then(() => undefined));
    },
    openPupil: (id: string, side: SchoolSide, asOf: number): void => {
      const asked = source.value;
      if (asked === undefined) return;
      store.guard(
        store.school.ask("schoolPupil", { ...side, source: asked, id, asOf }).then((answer) => {
          if (answer === STALE || answer === undefined) return;
          store.about.value = undefined;
          whose = answer.sketch.parents;
          opened.value = undefined;
          store.change(answer.sketch, `Pupil ${id} of the school`);
          store.asOf.value = asOf;
          opened.value = { id, unsaid: answer.unsaid };
          sawOwn ||= asked.kind === "imported";
          store.goTo({ view: FIRST_VIEW });
          scrollTo(0, 0);
        }),
      );
    },
  };
});
