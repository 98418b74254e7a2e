// The year as a line and as a timeline. A turned figure is answered many times a second, and most of an answer is as it was: each
// picture is drawn again when something in it differs.

import { useMemo } from "preact/hooks";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import type { PupilView } from "../worker/pupil-protocol.ts";
import { AttendanceChart } from "./attendance-chart.tsx";
import { Timeline } from "./timeline.tsx";

interface Drawn {
  readonly store: Store;
  readonly view: PupilView;
  readonly vocabulary: Vocabulary;
}

export function YearPictures({ store, view, vocabulary }: Drawn) {
  const { asOf, attendance, line, limits, owed, questions, running } = view;
  const charted = useMemo(() => ({ asOf, attendance, line, limits }), [asOf, attendance, line, limits]);
  const lined = useMemo(() => ({ asOf, owed, questions, running }), [asOf, owed, questions, running]);
  return (
    <>
      {useMemo(
        () => (
          <AttendanceChart store={store} view={charted} vocabulary={vocabulary} />
        ),
        [store, charted, vocabulary],
      )}
      {useMemo(
        () => (
          <Timeline store={store} view={lined} vocabulary={vocabulary} />
        ),
        [store, lined, vocabulary],
      )}
    </>
  );
}
