// What must be done, the most pressing first: each with why, and a way to put on record that it was done.

import { dayOf, sayDay, sayMoment } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Owed, OwedState, PupilView } from "../worker/pupil-protocol.ts";
import { Pointer } from "./pointing.tsx";
import { STATES, likenessOf } from "./words.ts";

const NOW: readonly OwedState[] = ["overdue", "open", "forbidden", "offered", "upcoming"];
const PAST: readonly OwedState[] = ["done-late", "done", "not-needed"];

export function OwedList(props: {
  readonly store: Store;
  readonly view: Pick<PupilView, "asOf" | "owed">;
  readonly onRecord: (owed: Owed) => void;
}) {
  const { view } = props;
  const past = view.owed.filter(({ state }) => PAST.includes(state));
  const now = NOW.flatMap((state) => view.owed.filter((owed) => owed.state === state));
  return (
    <section aria-labelledby="owed-title">
      <h3 id="owed-title">What must be done</h3>
      {now.length === 0 ? <p>Nothing is owed on {sayMoment(view.asOf)}.</p> : <Items {...props} owed={now} />}
      {past.length === 0 ? null : (
        <details>
          <summary>Done or not needed any more ({past.length})</summary>
          <Items {...props} owed={past} />
        </details>
      )}
    </section>
  );
}

/** What must be done again and again, session by session or day by day, is told once, and the others under it. */
function Items(props: {
  readonly store: Store;
  readonly owed: readonly Owed[];
  readonly onRecord: (owed: Owed) => void;
}) {
  return (
    <ul class="owed">
      {[...Map.groupBy(props.owed, (owed) => `${owed.state}/${likenessOf(owed)}`)].map(([key, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={key} data-state={first.state}>
            <Item {...props} owed={first} />
            {others.length === 0 ? null : (
              <details>
                <summary>
                  {others.length} more like it<span class="unseen">: {first.what}</span>
                </summary>
                <ul class="owed">
                  {others.map((owed) => (
                    <li key={owed.id} data-state={owed.state}>
                      <Item {...props} owed={owed} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

function Item(props: { readonly store: Store; readonly owed: Owed; readonly onRecord: (owed: Owed) => void }) {
  const { store, owed, onRecord } = props;
  return (
    <>
      <span class={`tag ${owed.state}`}>{STATES[owed.state]}</span>{" "}
      <Pointer store={store} about={{ kind: "owed", id: owed.id }}>
        {owed.what}
      </Pointer>
      <span class="since">
        {" "}
        {owed.procedure}, {owed.step}; {owed.state === "upcoming" ? "from" : "since"} {sayDay(dayOf(owed.opened))}
        {owed.doneAt === undefined ? "" : `; done ${sayDay(dayOf(owed.doneAt))}`}
        {owed.due === undefined && owed.state === "open" ? "; the policy gives no date" : ""}
      </span>
      {PAST.includes(owed.state) || owed.state === "upcoming" || owed.state === "forbidden" ? null : (
        <>
          {" "}
          <button type="button" class="link record" onClick={() => onRecord(owed)}>
            Put on record<span class="unseen">: {owed.what}</span>
          </button>
        </>
      )}
    </>
  );
}
