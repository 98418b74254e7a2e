// "What would a pupil at 94.7% get?": a percentage and a kind of absence, the pupil they come to, and what that pupil gets.

import { sayDay, dayOf } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { PupilGets } from "../worker/what-if-protocol.ts";
import { percentageOf } from "./percentage-state.ts";
import type { AbsenceKind } from "./percentage-state.ts";
import { tenthsOf, sayTenths } from "./percentage-pupil.ts";
import { AnswerButtons } from "./standing.tsx";
import { sayCertainty } from "./difference-words.ts";
import { WhatDiffers } from "./what-differs.tsx";

const KINDS: readonly AbsenceKind[] = ["unauthorised", "authorised"];

export function AtPercentage({ store }: { readonly store: Store }) {
  const state = percentageOf(store);
  const { text, kind, problem, ask } = state;
  const wrong = problem.value;
  return (
    <form
      class="at-percentage"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask(text.value);
      }}
    >
      <div class={`field${wrong === undefined ? "" : " invalid"}`}>
        <label for="percentage">What would a pupil get who attends</label>
        {wrong === undefined ? null : (
          <p class="error-message" id="percentage-error">
            <span class="unseen">Error: </span>
            {wrong.message}
          </p>
        )}
        {wrong === undefined || wrong.instead.length === 0 ? null : (
          <p class="buttons">
            The nearest:
            {wrong.instead.map((share) => (
              <button key={share} type="button" class="button small" onClick={() => ask(share)}>
                {share}
              </button>
            ))}
          </p>
        )}
        <span class="inline-form">
          <span class="with-unit">
            <input
              id="percentage"
              class="width-3"
              inputMode="decimal"
              autocomplete="off"
              maxLength={8}
              placeholder="94.7"
              value={text.value}
              aria-invalid={wrong !== undefined}
              {...(wrong === undefined ? {} : { "aria-describedby": "percentage-error" })}
              onInput={({ currentTarget }) => {
                text.value = currentTarget.value;
              }}
            />
            <span aria-hidden="true">%</span>
          </span>
          <label class="with-unit">
            <span class="faint">absences</span>
            <select
              value={kind.value}
              onChange={({ currentTarget }) => {
                kind.value = currentTarget.value === "authorised" ? "authorised" : "unauthorised";
                if (state.present.value !== undefined) ask(text.value);
              }}
            >
              {KINDS.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" class="button primary">
            Show
          </button>
        </span>
      </div>
    </form>
  );
}

/** Shown for as long as the pupil is the one that was found. */
export function PercentageAnswer({ store }: { readonly store: Store }) {
  const { present, gets } = percentageOf(store);
  const found = present.value;
  if (found === undefined) return null;
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
