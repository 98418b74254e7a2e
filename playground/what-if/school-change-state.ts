// A change tried on a whole school: how far the work is, and what came of it. It follows whatever is held side by side, on the
// school that the page speaks of.

import { effect, signal } from "@preact/signals";
import { schoolSourceOf } from "../school/school-source.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { Progress } from "../worker/protocol.ts";
import type { NoSchool, SchoolChange } from "../worker/school-protocol.ts";
import { whatIfOf } from "./what-if-state.ts";

export const schoolChangeOf = ofStore((store) => {
  const { sides, differs, shown } = whatIfOf(store);
  const { source, openPupil } = schoolSourceOf(store);
  const change = signal<SchoolChange | NoSchool | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const busy = signal(false);

  effect(() => {
    const [asked, school] = [sides.value, source.value];
    if (asked === undefined || school === undefined || !differs.value) {
      [change.value, progress.value, busy.value] = [undefined, undefined, false];
      return undefined;
    }
    if (!shown.value) return undefined;
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
    return () => store.school.drop("schoolChange");
  });

  return {
    change,
    progress,
    busy,
    /** Shows one of its pupils in One pupil, as the second side has them. */
    open: (id: string): void => {
      const after = sides.value?.after;
      if (after !== undefined) openPupil(id, { policy: after.policy, readings: after.readings }, after.asOf);
    },
  };
});
