// What if: a baseline and the present side by side. What was changed and whom it can touch, what it comes to for this pupil, and
// for a whole school.

import { useLayoutEffect } from "preact/hooks";
import type { Store } from "../state/store.ts";
import { AtPercentage, PercentageAnswer } from "../pupil/at-percentage.tsx";
import { Stories } from "../pupil/stories.tsx";
import { BaselineBar } from "./baseline-bar.tsx";
import { FigureControls } from "./figure-controls.tsx";
import { PolicyChanges } from "./policy-changes.tsx";
import { PupilChanges } from "./pupil-changes.tsx";
import { SchoolChanges } from "./school-changes.tsx";
import { SidesForm } from "./sides-form.tsx";
import { whatIfOf } from "./what-if-state.ts";
import "../look/school.css";
import "../look/what-if.css";

export function WhatIfPane({ store }: { readonly store: Store }) {
  const state = whatIfOf(store);
  const { differs, sides, said } = state;
  // Before anything can be pressed: what that says is not to be forgotten again.
  useLayoutEffect(() => {
    [state.shown.value, state.said.value] = [true, ""];
    return () => {
      state.shown.value = false;
    };
  }, [state]);
  return (
    <section class="pane what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">What if</h2>
      <p class="lead">
        Change a figure, and see what comes of it: for one pupil, and for a whole school. Nothing is lost: the policy as
        it was is one press away.
      </p>
      <BaselineBar store={store} />
      <p class="unseen" role="status">
        {said.value}
      </p>
      <SidesForm store={store} />
      <FigureControls store={store} />
      {sides.value === undefined ? (
        <p class="loading">The policy is opening…</p>
      ) : differs.value ? (
        <PolicyChanges store={store} />
      ) : (
        <p class="empty">Nothing is changed yet. Turn one of the figures above, or type in the policy.</p>
      )}
      <section aria-labelledby="what-if-pupil-title">
        <h3 id="what-if-pupil-title">This pupil</h3>
        <div class="beginnings">
          <Stories store={store} />
          <AtPercentage store={store} />
        </div>
        {differs.value ? <PupilChanges store={store} /> : <PercentageAnswer store={store} />}
      </section>
      <SchoolChanges store={store} />
    </section>
  );
}
