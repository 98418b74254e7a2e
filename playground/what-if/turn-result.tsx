// What came of the figure that was turned last, right under it: the rest of the page tells it at length.

import type { Store } from "../state/store.ts";
import { sayForPupil, sayForSchool } from "./result-words.ts";
import { schoolChangeOf } from "./school-change-state.ts";
import { whatIfOf } from "./what-if-state.ts";

export function TurnResult({ store }: { readonly store: Store }) {
  const { pupil, differs } = whatIfOf(store);
  const { change, busy } = schoolChangeOf(store);
  const [mine, school] = [pupil.value, change.value];
  if (!differs.value) return null;
  return (
    <div class="turn-result" role="status">
      {mine?.kind === "pupil-change" ? <p>{sayForPupil(mine.differences)}</p> : null}
      {school?.kind === "change" ? <p class={busy.value ? "of-figure-before" : ""}>{sayForSchool(school)}</p> : null}
      <p class="small">
        <button
          type="button"
          class="link"
          onClick={() => document.querySelector("#what-if-pupil-title")?.scrollIntoView({ block: "start" })}
        >
          All of it, and why
        </button>
      </p>
    </div>
  );
}
