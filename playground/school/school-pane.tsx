// The whole school: which one, what the policy makes of it, who must do what today, and every pupil.

import { useLayoutEffect } from "preact/hooks";
import { dayOf, sayDay } from "../../src/wording.ts";
import { DateBar } from "../pupil/date-bar.tsx";
import { sayShare } from "../pupil/words.ts";
import type { Store } from "../state/store.ts";
import type { SchoolView } from "../worker/school-protocol.ts";
import { AttendanceSpread } from "./attendance-spread.tsx";
import { GroupTable, YearTable } from "./group-tables.tsx";
import { HeldCounts } from "./held-counts.tsx";
import { MorningPane } from "./morning-pane.tsx";
import { PupilTable } from "./pupil-table.tsx";
import { RoleWorkload } from "./role-workload.tsx";
import { together } from "./school-shapes.ts";
import { schoolSourceOf } from "./school-source.ts";
import { schoolOf } from "./school-state.ts";
import type { Aspect } from "./school-state.ts";
import { saySchool } from "./school-words.ts";
import { WhichSchool } from "./which-school.tsx";
import "../look/school.css";

const ASPECTS: readonly (readonly [Aspect, string])[] = [
  ["glance", "At a glance"],
  ["morning", "This morning’s list"],
  ["pupils", "Pupils"],
];

export function SchoolPane({ store }: { readonly store: Store }) {
  const state = schoolOf(store);
  const { source, said } = schoolSourceOf(store);
  const { shown, aspect, view, busy } = state;
  const calendar = store.vocabulary.value?.calendar;
  // Before anything can be pressed: what that says is not to be forgotten again.
  useLayoutEffect(() => {
    shown.value = true;
    said.value = "";
    return () => {
      shown.value = false;
    };
  }, [shown, said]);
  const seen = view.value;
  return (
    <section class="pane school" aria-labelledby="school-title">
      <h2 id="school-title">Whole school</h2>
      <p class="lead">What the policy asks of a whole school: who stands where, and who must do what today.</p>
      <WhichSchool store={store} />
      <p class="unseen" role="status">
        {said.value !== "" ? said.value : busy.value || seen === undefined ? "" : saySchool(seen)}
      </p>
      {source.value === undefined ? null : (
        <>
          {calendar === undefined ? null : <DateBar store={store} calendar={calendar} />}
          <HowFar store={store} />
          <Trouble store={store} />
          {seen === undefined ? null : (
            <>
              <Figures view={seen} />
              <div class="toolbar" role="group" aria-label="What to look at in the school">
                {ASPECTS.map(([name, title]) => (
                  <button
                    key={name}
                    type="button"
                    class="button"
                    aria-pressed={aspect.value === name}
                    onClick={() => {
                      aspect.value = name;
                    }}
                  >
                    {title}
                  </button>
                ))}
              </div>
              <div class={busy.value ? "is-older" : ""}>
                {aspect.value === "glance" ? (
                  <Glance view={seen} />
                ) : aspect.value === "morning" ? (
                  <MorningPane store={store} />
                ) : (
                  <PupilTable store={store} view={seen} />
                )}
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}

function Glance({ view }: { readonly view: SchoolView }) {
  return (
    <>
      <AttendanceSpread view={view} />
      <HeldCounts view={view} />
      <RoleWorkload view={view} />
      <YearTable view={view} />
      <GroupTable view={view} />
    </>
  );
}

function Figures({ view }: { readonly view: SchoolView }) {
  const { pupils } = view;
  const owing = pupils.filter(({ owed }) => owed > 0).length;
  const owed = pupils.reduce((sum, pupil) => sum + pupil.owed, 0);
  return (
    <ul class="figures">
      <li class="figure-card">
        <strong>{sayShare(together(pupils))}</strong> attendance this year
      </li>
      <li class="figure-card">
        <strong>{pupils.length}</strong> pupils
      </li>
      <li class="figure-card">
        <strong>{owing}</strong> of them with something still to be done
      </li>
      <li class="figure-card">
        <strong>{owed}</strong> things to be done about them
      </li>
    </ul>
  );
}

function HowFar({ store }: { readonly store: Store }) {
  const { progress, busy } = schoolOf(store);
  const far = progress.value;
  if (far === undefined) return busy.value ? <p class="school-progress hint">Working it out…</p> : null;
  return (
    <label class="school-progress">
      <span>
        {far.what}: {far.done} of {far.all} pupils
      </span>
      <progress value={far.done} max={Math.max(1, far.all)} />
    </label>
  );
}

function Trouble({ store }: { readonly store: Store }) {
  const { trouble, view } = schoolOf(store);
  const { source, makeUp } = schoolSourceOf(store);
  const made = source.value;
  const ends = made?.kind === "synthetic" && dayOf(made.until) < dayOf(store.asOf.value) ? made : undefined;
  if (trouble.value === undefined && ends === undefined) return null;
  return (
    <div class="notice warning">
      {trouble.value === undefined ? null : (
        <p>
          {trouble.value.why}
          {view.value === undefined ? "" : " Until then you see what was so before."}
        </p>
      )}
      {ends === undefined ? null : (
        <p>
          The school’s records end on {sayDay(dayOf(ends.until))}, before the date looked at.{" "}
          <button type="button" class="link" onClick={() => makeUp(ends.pupils, ends.seed)}>
            Make it up as far as {sayDay(dayOf(store.asOf.value))}
          </button>
        </p>
      )}
    </div>
  );
}
