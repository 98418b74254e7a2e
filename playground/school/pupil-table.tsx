// Every pupil of the school in a table that can be sorted, searched, and narrowed to those of whom a status holds.

import { useSignal } from "@preact/signals";
import { sayShare, sayYear } from "../pupil/words.ts";
import type { Store } from "../state/store.ts";
import type { PupilLine, SchoolView } from "../worker/school-protocol.ts";
import { orderedPupils } from "./ordered-pupils.ts";
import type { Order } from "./ordered-pupils.ts";
import { PupilButton } from "./pupil-name.tsx";
import { ofEverybody } from "./school-shapes.ts";
import { sayPupils } from "./school-words.ts";

/** Rows shown at once. */
const PAGE = 50;
/** Statuses told of each pupil. */
const TOLD = 3;

export function PupilTable({ store, view }: { readonly store: Store; readonly view: SchoolView }) {
  const order = useSignal<Order>({ by: "attendance", upwards: true });
  const search = useSignal("");
  const status = useSignal("");
  const rows = useSignal(PAGE);
  const place = status.value === "" ? undefined : Number(status.value);
  const found = orderedPupils(view.pupils, { order: order.value, search: search.value, status: place });
  const common = ofEverybody(view);
  return (
    <section aria-labelledby="pupils-title">
      <h3 id="pupils-title">Pupils</h3>
      <div class="toolbar ends">
        <div class="field">
          <label for="pupil-search">Name, number or class</label>
          <input
            id="pupil-search"
            type="search"
            autocomplete="off"
            value={search.value}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value;
            }}
          />
        </div>
        <div class="field">
          <label for="pupil-status">Of whom this holds</label>
          <select
            id="pupil-status"
            class="status-choice"
            value={status.value}
            onChange={({ currentTarget }) => {
              status.value = currentTarget.value;
            }}
          >
            <option value="">Anything</option>
            {view.statuses.map(({ name, title }, index) => (
              <option key={name} value={String(index)}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p role="status">{sayPupils(found.length)}</p>
      <div class="table-frame" tabIndex={0} role="region" aria-label="Pupils of the school">
        <table class="table">
          <caption class="unseen">Pupils of the school</caption>
          <thead>
            <tr>
              <Heading order={order.value} by="pupil" title="Pupil" onOrder={(next) => (order.value = next)} />
              <Heading order={order.value} by="year" title="Year" onOrder={(next) => (order.value = next)} />
              <Heading
                order={order.value}
                by="attendance"
                title="Attendance"
                onOrder={(next) => (order.value = next)}
              />
              <th scope="col">Bands and statuses</th>
              <Heading order={order.value} by="owed" title="To be done" onOrder={(next) => (order.value = next)} />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, rows.value).map((pupil) => (
              <tr key={pupil.id}>
                <th scope="row">
                  <PupilButton store={store} pupil={pupil} />
                </th>
                <td>{sayYear(pupil.year)}</td>
                <td>{sayShare(pupil)}</td>
                <td class="small">{standing(view, pupil, common)}</td>
                <td>{pupil.owed === 0 ? "" : pupil.owed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length <= rows.value ? null : (
        <button
          type="button"
          class="button"
          onClick={() => {
            rows.value += PAGE * 4;
          }}
        >
          Show more of the {found.length}
        </button>
      )}
    </section>
  );
}

/** What holds of everybody tells nobody apart; of the others the first few are told, as the page has them in order. */
function standing({ bands, statuses }: SchoolView, pupil: PupilLine, common: ReadonlySet<number>): string {
  const rows = bands.flatMap(({ rows: all }, place) => all[pupil.bands[place] ?? -1] ?? []);
  const own = pupil.statuses.filter((place) => !common.has(place)).map((place) => statuses[place]?.title ?? "");
  const told = [...rows, ...own.slice(0, TOLD)].join("; ");
  return own.length <= TOLD ? told : `${told}; and ${own.length - TOLD} more`;
}

function Heading(props: {
  readonly order: Order;
  readonly by: Order["by"];
  readonly title: string;
  readonly onOrder: (order: Order) => void;
}) {
  const { order, by, title, onOrder } = props;
  const mine = order.by === by;
  return (
    <th scope="col" aria-sort={mine ? (order.upwards ? "ascending" : "descending") : "none"}>
      <button type="button" onClick={() => onOrder({ by, upwards: mine ? !order.upwards : by !== "owed" })}>
        {title}
        <span aria-hidden="true">{mine ? (order.upwards ? " ▲" : " ▼") : ""}</span>
      </button>
    </th>
  );
}
