// One pupil: the register as weeks, what holds, what is owed, and why.

import type { Store } from "../state/store.ts";
import { Register } from "./register.tsx";
import { dayOf, sayDay, sayMoment } from "../../src/wording.ts";

export function PupilPane({ store }: { readonly store: Store }) {
  const view = store.view.value;
  const vocabulary = store.vocabulary.value;
  const chosen = store.chosen.value;
  const why = store.why.value;
  return (
    <section class="pane" aria-labelledby="pupil-title">
      <h2 id="pupil-title">One pupil, year {store.sketch.value.year}</h2>
      {vocabulary === undefined ? null : <Register store={store} vocabulary={vocabulary} />}
      {view === undefined ? null : (
        <>
          <p class="figure">
            Attendance this year: <strong>{share(view.attendance)}</strong> ({view.attendance.attended} of{" "}
            {view.attendance.possible} sessions), on {sayMoment(view.asOf)}
          </p>
          <ul class="cards">
            {view.standing.map((card) => (
              <li key={card.name} class="card">
                {card.title}
              </li>
            ))}
          </ul>
          <h3>What is owed</h3>
          <ol class="owed">
            {view.owed.map((owed) => (
              <li key={owed.id} data-state={owed.state}>
                <button
                  type="button"
                  class="link"
                  aria-pressed={chosen === owed.id}
                  onClick={() => {
                    store.chosen.value = chosen === owed.id ? undefined : owed.id;
                  }}
                >
                  {owed.what}
                </button>{" "}
                <span class="tag">{owed.state.replaceAll("-", " ")}</span>
                <span class="since"> since {sayDay(dayOf(owed.opened))}</span>
                {chosen === owed.id && why !== undefined ? (
                  <div class="why">
                    <p>{why.sentence}</p>
                    <pre>{why.outline.join("\n")}</pre>
                  </div>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** To one place, rounded half up, for reading only. */
function share({ attended, possible }: { readonly attended: number; readonly possible: number }): string {
  if (possible === 0) return "not known yet";
  const tenths = Math.floor((attended * 2000 + possible) / (2 * possible));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
