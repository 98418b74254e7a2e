// A change tried on a whole school: which school, how far the work is, and what came of it. It follows whatever is held side by side.

import { effect, signal } from "@preact/signals";
import { FIRST_VIEW } from "../state/place.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { Progress } from "../worker/protocol.ts";
import type { NoSchool, SchoolChange, SchoolSource } from "../worker/school-protocol.ts";
import { whatIfOf } from "./what-if-state.ts";

const SEED = 1;

export const schoolChangeOf = ofStore((store) => {
  const { sides, differs } = whatIfOf(store);
  /** Undefined until somebody asks for a school: until then nobody waits for one. */
  const source = signal<SchoolSource | undefined>(undefined);
  const change = signal<SchoolChange | NoSchool | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const busy = signal(false);
  /** What a pupil of the school is, that a sketch cannot say. */
  const unsaid = signal<readonly string[]>([]);

  effect(() => {
    const [asked, school] = [sides.value, source.value];
    if (asked === undefined || school === undefined || !differs.value) {
      change.value = undefined;
      busy.value = false;
      return;
    }
    busy.value = true;
    const { before, after } = asked;
    const question = {
      source: school,
      before: { policy: before.policy, readings: before.readings, asOf: before.asOf },
      after: { policy: after.policy, readings: after.readings, asOf: after.asOf },
      asOf: after.asOf,
    };
    const told = (far: Progress): void => {
      progress.value = far;
    };
    store.guard(
      store.school.ask("schoolChange", question, told).then((answer) => {
        if (answer === STALE) return;
        [change.value, progress.value, busy.value] = [answer, undefined, false];
      }),
    );
  });

  return {
    source,
    change,
    progress,
    busy,
    unsaid,
    makeUp: (pupils: number): void => {
      const follows = store.policy.value?.name.split("/")[0] ?? "";
      source.value = { kind: "synthetic", seed: SEED, pupils, until: store.asOf.value, follows };
    },
    /** Shows one of its pupils in a view of one. */
    openPupil: (id: string): void => {
      const [school, asked] = [source.value, sides.value];
      if (school === undefined || asked === undefined) return;
      const { asOf, policy, readings } = asked.after;
      store.guard(
        store.school.ask("schoolPupil", { source: school, id, asOf, policy, readings }).then((answer) => {
          if (answer === STALE || answer === undefined) return;
          unsaid.value = answer.unsaid;
          store.about.value = undefined;
          store.change(answer.sketch, `Pupil ${id} of the school`);
          store.asOf.value = asOf;
          store.goTo({ view: FIRST_VIEW });
        }),
      );
    },
  };
});
