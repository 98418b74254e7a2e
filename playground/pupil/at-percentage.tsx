// "What would a pupil at 94.7% get?": a percentage and a kind of absence, and the pupil they come to.

import type { Store } from "../state/store.ts";
import { useLoaded } from "../state/use-loaded.ts";
import { percentageOf } from "./percentage-state.ts";
import type { AbsenceKind } from "./percentage-state.ts";

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

/** What is said of it, loaded when there is something to say. */
export function PercentageAnswer({ store }: { readonly store: Store }) {
  const found = percentageOf(store).present.value;
  const part = useLoaded(store, found !== undefined && answer);
  return part === undefined || found === undefined ? null : <part.PercentageFound store={store} found={found} />;
}

const answer = () => import("./percentage-answer.tsx");
