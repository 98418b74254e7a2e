// What is compared with what, in a sentence, and the presses that pin the present or go back to what was pinned.

import type { Store } from "../state/store.ts";
import { saySideOf } from "./side-words.ts";
import { whatIfOf } from "./what-if-state.ts";

export function BaselineBar({ store }: { readonly store: Store }) {
  const state = whatIfOf(store);
  const { pinned, choices, shelf, differs, isOtherPupil } = state;
  const [before, after] = choices.value.map((choice) => saySideOf(choice, pinned.value !== undefined, shelf.value));
  return (
    <div class="panel sunk baseline-bar">
      <dl class="baseline-sides">
        <div>
          <dt>Before</dt>
          <dd>
            {before}
            {isOtherPupil.value ? ", with the pupil and the date of then" : ""}
          </dd>
        </div>
        <div>
          <dt>After</dt>
          <dd>{after}</dd>
        </div>
      </dl>
      <div class="buttons">
        <button type="button" class="button small" onClick={state.pin}>
          Compare later changes with this
        </button>
        {pinned.value === undefined ? null : (
          <button type="button" class="button small" onClick={state.unpin}>
            Compare with the policy as it was opened
          </button>
        )}
        {isOtherPupil.value ? (
          <button type="button" class="button small" onClick={state.samePupil}>
            Take the present pupil on both sides
          </button>
        ) : null}
        <button type="button" class="button small" disabled={!differs.value} onClick={state.putBack}>
          Put everything back
        </button>
      </div>
    </div>
  );
}
