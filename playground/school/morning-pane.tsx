// Who must do what this morning: role by role, what is the same told once with all whom it concerns, and what is nobody's own.

import { useSignal } from "@preact/signals";
import { dayOf, formatDay, sayMoment, writeCsv } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import { downloadText } from "../views/download.ts";
import type { MorningItem, MorningView } from "../worker/school-protocol.ts";
import { pressing, sameThings, URGENCIES } from "./morning-groups.ts";
import type { SameThing } from "./morning-groups.ts";
import { PupilButton } from "./pupil-name.tsx";
import { schoolOf } from "./school-state.ts";

/** Pupils told of one thing at once; the others stand folded. */
const SHOWN = 4;
const EVERYBODY = "";

export function MorningPane({ store }: { readonly store: Store }) {
  const list = schoolOf(store).morning.value;
  return list === undefined ? <p class="hint">The list is being written…</p> : <List store={store} list={list} />;
}

function List({ store, list }: { readonly store: Store; readonly list: MorningView }) {
  const role = useSignal(EVERYBODY);
  const roles = role.value === EVERYBODY ? list.roles : list.roles.filter((each) => each.role === role.value);
  return (
    <section aria-labelledby="morning-title" class="morning">
      <h3 id="morning-title">Who must do what, on {sayMoment(list.asOf)}</h3>
      <div class="toolbar ends">
        <div class="field">
          <label for="morning-role">Show the list of</label>
          <select
            id="morning-role"
            value={role.value}
            onChange={({ currentTarget }) => {
              role.value = currentTarget.value;
            }}
          >
            <option value={EVERYBODY}>Everybody</option>
            {list.roles.map(({ role: name, title, items }) => (
              <option key={name} value={name}>
                {title} ({items.length})
              </option>
            ))}
          </select>
        </div>
        <button
          type="button"
          class="button"
          onClick={() =>
            downloadText(
              `morning-list-${formatDay(dayOf(list.asOf))}.csv`,
              writeCsv(list.headings, list.rows),
              "text/csv",
            )
          }
        >
          Download the list (CSV)
        </button>
      </div>
      {roles.length === 0 ? <p class="empty">Nobody has anything to do.</p> : null}
      {roles.map(({ role: name, title, holders, items }) => (
        <section key={name} aria-labelledby={`role-${name}`} class="role-section">
          <h4 id={`role-${name}`}>
            {title}
            {holders.length === 0 ? "" : ` (${holders.join(", ")})`}
          </h4>
          <p class="hint">{sayHowMuch(items)}</p>
          <Things store={store} items={items.filter((item) => !isOffer(item))} />
          <Offers store={store} title={title} items={items.filter(isOffer)} />
        </section>
      ))}
      {role.value !== EVERYBODY
        ? null
        : list.besides.map(({ title, items }) => (
            <details key={title} class="details">
              <summary>
                {title} ({items.length})
              </summary>
              <Things store={store} items={items} />
            </details>
          ))}
    </section>
  );
}

function isOffer({ kind }: MorningItem): boolean {
  return kind === "may";
}

function sayHowMuch(items: readonly MorningItem[]): string {
  const now = pressing(items);
  const others = items.filter((item) => !isOffer(item)).length - now;
  return `${now === 0 ? "Nothing due today" : `${now} due by today`}${others <= 0 ? "" : `, ${others} ${others === 1 ? "other" : "others"} open`}.`;
}

/** What is only offered stands folded: nobody has to do any of it. */
function Offers(props: { readonly store: Store; readonly title: string; readonly items: readonly MorningItem[] }) {
  const { store, title, items } = props;
  const things = sameThings(items).length;
  if (things === 0) return null;
  return (
    <details class="small offers">
      <summary>
        {things === 1 ? "1 thing" : `${things} things`} that may be done, if need be
        <span class="unseen">: {title}</span>
      </summary>
      <Things store={store} items={items} />
    </details>
  );
}

function Things({ store, items }: { readonly store: Store; readonly items: readonly MorningItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="things">
      {sameThings(items).map((thing) => (
        <li key={`${thing.kind} ${thing.what} ${thing.clauses.join()}`} class={thing.urgency}>
          <Thing store={store} thing={thing} />
        </li>
      ))}
    </ul>
  );
}

function Thing({
  store,
  thing: { what, urgency, kind, clauses, items },
}: {
  readonly store: Store;
  readonly thing: SameThing;
}) {
  const rest = items.slice(SHOWN);
  return (
    <>
      <p class="thing">
        <span class={`tag ${urgency === "overdue" ? "bad" : urgency === "today" ? "warning" : ""}`}>
          {kind === "may" ? "If need be" : kind === "decide" ? "To decide" : URGENCIES[urgency]}
        </span>{" "}
        <strong>{what}</strong>
        {clauses.length === 0 ? null : <span class="faint small"> {clauses.join(", ")}</span>}
      </p>
      <Whom store={store} items={items.slice(0, SHOWN)} />
      {rest.length === 0 ? null : (
        <details class="small">
          <summary>
            {rest.length} more<span class="unseen">: {what}</span>
          </summary>
          <Whom store={store} items={rest} />
        </details>
      )}
    </>
  );
}

function Whom({ store, items }: { readonly store: Store; readonly items: readonly MorningItem[] }) {
  return (
    <ul class="whom">
      {items.map(({ pupil, parent, by, why }, place) => (
        <li key={place}>
          <span>
            {pupil === undefined ? "The school" : <PupilButton store={store} pupil={pupil} />}
            {parent === undefined ? "" : ` (${parent})`}
          </span>
          <span class="by">{by}</span>
          <span class="why small">{why}.</span>
        </li>
      ))}
    </ul>
  );
}
