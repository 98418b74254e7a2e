// What a pupil at a percentage gets, with the pupil who was found for it.

import { sayDay, dayOf } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { PupilGets } from "../worker/what-if-protocol.ts";
import { sayCertainty } from "./difference-words.ts";
import { tenthsOf, sayTenths } from "./percentage-pupil.ts";
import { percentageOf } from "./percentage-state.ts";
import type { Found } from "./percentage-state.ts";
import { AnswerButtons } from "./standing.tsx";
import { WhatDiffers } from "./what-differs.tsx";

/** Shown for as long as the pupil is the one that was found. */
export function PercentageFound({ store, found }: { readonly store: Store; readonly found: Found }) {
  const { gets } = percentageOf(store);
  const { attended, possible, exact, from } = found.pupil;
  const share = sayTenths(tenthsOf(attended, possible));
  return (
    <section class="panel tinted percentage-answer" aria-labelledby="percentage-answer-title">
      <h3 id="percentage-answer-title">
        At {share} on {sayDay(dayOf(found.asOf))}
      </h3>
      <p class="small">
        {attended} of {possible} sessions, which {exact ? "is exactly" : "rounds to"} {share}
        {from === undefined ? "" : `, of a pupil on roll since ${sayDay(from)}`}.{" "}
        {possible - attended > 1 ? "Those missed are spread evenly." : ""}
      </p>
      <div role="status">
        {gets.value === undefined ? <p>Working it out…</p> : <Gets store={store} gets={gets.value} />}
      </div>
    </section>
  );
}

function Gets({ store, gets: { differences } }: { readonly store: Store; readonly gets: PupilGets }) {
  const brought = differences.filter(({ after }) => after !== undefined && after !== false);
  return brought.length === 0 ? (
    <p>Nothing that a pupil who is always in school would not get.</p>
  ) : (
    <>
      <p>
        <strong>{sayCertainty(brought)}</strong>
      </p>
      <WhatDiffers
        differences={brought}
        decide={(id) => {
          const asking = store.view.value?.questions.find((each) => each.id === id);
          return asking === undefined ? null : <AnswerButtons store={store} asking={asking} asOf={store.asOf.value} />;
        }}
      />
    </>
  );
}
