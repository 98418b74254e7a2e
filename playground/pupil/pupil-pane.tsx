// One pupil: who, when, the register, what holds, what is owed, and why; the year as a line and as a timeline.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { sayMoment } from "../../src/wording.ts";
import { OpenedPupil } from "../school/opened-pupil.tsx";
import type { Store } from "../state/store.ts";
import { AtPercentage, PercentageAnswer } from "./at-percentage.tsx";
import { AttendanceChart } from "./attendance-chart.tsx";
import { DateBar } from "./date-bar.tsx";
import { LogForm, LogList, draftFor, emptyDraft } from "./log-form.tsx";
import { OwedList } from "./owed-list.tsx";
import { Register } from "./register.tsx";
import { Questions, Standing } from "./standing.tsx";
import { Stories } from "./stories.tsx";
import { Timeline } from "./timeline.tsx";
import { WhatAhead, WhyNot } from "./what-ahead.tsx";
import { Who } from "./who.tsx";
import { WhyPanel } from "./why-panel.tsx";
import { sayShare } from "./words.ts";

export function PupilPane({ store }: { readonly store: Store }) {
  const view = store.view.value;
  const vocabulary = store.vocabulary.value;
  const asOf = store.asOf.value;
  const draft = useSignal(emptyDraft(asOf));
  useEffect(() => {
    // A record that nobody has begun to fill in follows the date looked at.
    if (draft.value.act === "") draft.value = emptyDraft(asOf);
  }, [asOf, draft]);
  if (vocabulary === undefined)
    return (
      <section class="pane pupil" aria-labelledby="pupil-title">
        <h2 id="pupil-title">One pupil</h2>
        <p>The register appears as soon as the policy can run.</p>
      </section>
    );
  return (
    <section class="pane pupil" aria-labelledby="pupil-title">
      <h2 id="pupil-title">One pupil</h2>
      <OpenedPupil store={store} />
      <div class="beginnings">
        <Stories store={store} />
        <AtPercentage store={store} />
      </div>
      <PercentageAnswer store={store} />
      <Who store={store} vocabulary={vocabulary} />
      <DateBar store={store} calendar={vocabulary.calendar} />
      {view === undefined ? null : (
        <p class="figure">
          Attendance this year <strong>{sayShare(view.attendance)}</strong>: {view.attendance.attended} of{" "}
          {view.attendance.possible} sessions, on {sayMoment(view.asOf)}
        </p>
      )}
      <p class="unseen" role="status">
        {store.said.value}
      </p>
      <div class="pupil-desk">
        <div class="pupil-register">
          <Register store={store} vocabulary={vocabulary} />
          <p class="last-change" aria-hidden="true">
            {store.said.value}
          </p>
        </div>
        <div class="pupil-outcome">
          <WhyPanel store={store} />
          {view === undefined ? null : (
            <>
              <OwedList
                store={store}
                view={view}
                onRecord={({ completes }) => {
                  draft.value = draftFor(completes, asOf);
                  document.querySelector<HTMLElement>("#log-act")?.focus();
                }}
              />
              <Standing store={store} view={view} />
              <Questions store={store} view={view} />
            </>
          )}
        </div>
      </div>
      {view === undefined ? null : (
        <>
          <AttendanceChart store={store} view={view} vocabulary={vocabulary} />
          <Timeline store={store} view={view} vocabulary={vocabulary} />
        </>
      )}
      <section aria-labelledby="log-title">
        <h3 id="log-title">On record</h3>
        <LogList store={store} vocabulary={vocabulary} />
        <LogForm
          store={store}
          vocabulary={vocabulary}
          draft={draft.value}
          onDraft={(next) => {
            draft.value = next;
          }}
        />
      </section>
      <WhyNot store={store} vocabulary={vocabulary} />
      <WhatAhead store={store} />
    </section>
  );
}
