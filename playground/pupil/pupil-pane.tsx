// One pupil: who, when, the register, what holds, what is owed, and why; the year as a line and as a timeline.

import { useSignal } from "@preact/signals";
import { useCallback, useEffect, useMemo } from "preact/hooks";
import { sayMoment } from "../../src/wording.ts";
import { OpenedPupil } from "../school/opened-pupil.tsx";
import type { Store } from "../state/store.ts";
import { useLoaded } from "../state/use-loaded.ts";
import type { Owed, PupilView } from "../worker/pupil-protocol.ts";
import { useNarrow } from "../views/use-narrow.ts";
import { AtPercentage, PercentageAnswer } from "./at-percentage.tsx";
import { DateBar } from "./date-bar.tsx";
import { draftFor, emptyDraft } from "./log-draft.ts";
import type { Draft } from "./log-draft.ts";
import { OwedList } from "./owed-list.tsx";
import { Register } from "./register.tsx";
import { Questions, Standing } from "./standing.tsx";
import { Stories } from "./stories.tsx";
import { Who } from "./who.tsx";
import { sayShare } from "./words.ts";

export function PupilPane({ store }: { readonly store: Store }) {
  const view = store.view.value;
  const vocabulary = store.vocabulary.value;
  const asOf = store.asOf.value;
  const draft = useSignal(emptyDraft(asOf));
  // One below the other, what the policy asks for comes before the register that it asks it of.
  const narrow = useNarrow();
  const log = useLoaded(store, view !== undefined && logForm);
  const ahead = useLoaded(store, view !== undefined && whatAhead);
  const why = useLoaded(store, view !== undefined && whyPanel);
  const year = useLoaded(store, view !== undefined && yearPictures);
  useEffect(() => {
    // A record that nobody has begun to fill in follows the date looked at.
    if (draft.value.act === "") draft.value = emptyDraft(asOf);
  }, [asOf, draft]);
  const onDraft = useCallback((next: Draft): void => void (draft.value = next), [draft]);
  const onRecord = useCallback(
    ({ completes }: Owed): void => {
      draft.value = draftFor(completes, store.asOf.peek());
      document.querySelector<HTMLElement>("#log-act")?.focus();
    },
    [draft, store],
  );
  if (vocabulary === undefined)
    return (
      <section class="pane pupil" aria-labelledby="pupil-title">
        <h2 id="pupil-title">One pupil</h2>
        <p>The register appears as soon as the policy can run.</p>
      </section>
    );
  const register = (
    <div key="register" class="pupil-register">
      <Register store={store} vocabulary={vocabulary} />
      <p class="last-change" aria-hidden="true">
        {store.said.value}
      </p>
    </div>
  );
  const outcome = (
    <div key="outcome" class="pupil-outcome">
      {why === undefined ? null : <why.WhyPanel store={store} />}
      {view === undefined ? null : <Outcome store={store} view={view} onRecord={onRecord} />}
    </div>
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
      <div class="pupil-desk">{narrow ? [outcome, register] : [register, outcome]}</div>
      {view === undefined || year === undefined ? null : (
        <year.YearPictures store={store} view={view} vocabulary={vocabulary} />
      )}
      <section aria-labelledby="log-title">
        <h3 id="log-title">On record</h3>
        {log === undefined ? null : (
          <>
            <log.LogList store={store} vocabulary={vocabulary} />
            <log.LogForm store={store} vocabulary={vocabulary} draft={draft.value} onDraft={onDraft} />
          </>
        )}
      </section>
      {ahead === undefined ? null : (
        <>
          <ahead.WhyNot store={store} vocabulary={vocabulary} />
          <ahead.WhatAhead store={store} />
        </>
      )}
    </section>
  );
}

// What is drawn of a pupil, put on record and asked: loaded when there is one.
const logForm = () => import("./log-form.tsx");
const whatAhead = () => import("./what-ahead.tsx");
const whyPanel = () => import("./why-panel.tsx");
const yearPictures = () => import("./year-pictures.tsx");

// A turned figure is answered many times a second, and most of an answer is as it was: each part is drawn again when something in
// it differs.

interface Seen {
  readonly store: Store;
  readonly view: PupilView;
}

function Outcome({ store, view, onRecord }: Seen & { readonly onRecord: (owed: Owed) => void }) {
  const { asOf, owed, standing, bands, questions } = view;
  return (
    <>
      {useMemo(
        () => (
          <OwedList store={store} view={{ asOf, owed }} onRecord={onRecord} />
        ),
        [store, asOf, owed, onRecord],
      )}
      {useMemo(
        () => (
          <Standing store={store} view={{ standing, bands }} />
        ),
        [store, standing, bands],
      )}
      {useMemo(
        () => (
          <Questions store={store} view={{ asOf, questions }} />
        ),
        [store, asOf, questions],
      )}
    </>
  );
}
