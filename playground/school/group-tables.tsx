// The school by year group, and by circumstance: there, numbers that would point at somebody are hidden.

import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { sayYear } from "../pupil/words.ts";
import type { Guarded, SchoolView } from "../worker/school-protocol.ts";
import { Bar } from "./bar.tsx";
import { sayAttendance, sayGuarded } from "./school-words.ts";

export function YearTable({ view }: { readonly view: SchoolView }) {
  const chosen = useSignal(0);
  return (
    <section aria-labelledby="years-title">
      <h3 id="years-title">By year group</h3>
      <CountTable
        view={view}
        chosen={chosen}
        id="years-status"
        first="Year group"
        label="Table of year groups"
        caption="Pupils by year group"
        rows={view.years.map(({ year, pupils, statuses, ...sums }) => ({
          title: sayYear(year),
          pupils,
          attendance: sums,
          count: statuses[chosen.value] ?? 0,
        }))}
      />
    </section>
  );
}

export function GroupTable({ view }: { readonly view: SchoolView }) {
  const chosen = useSignal(0);
  if (view.groups.length === 0) return null;
  return (
    <section aria-labelledby="groups-title">
      <h3 id="groups-title">By group</h3>
      <p class="hint">
        Numbers of 1 to 4 pupils are hidden, and so is every number from which one could be worked out. A pupil can be
        in several groups.
      </p>
      <CountTable
        view={view}
        chosen={chosen}
        id="groups-status"
        first="Group"
        label="Table of groups"
        caption="Pupils by group"
        rows={view.groups.map(({ title, pupils, attendance, statuses }) => ({
          title,
          pupils,
          attendance,
          count: statuses[chosen.value] ?? 0,
        }))}
      />
    </section>
  );
}

interface CountRow {
  readonly title: string;
  readonly pupils: Guarded;
  readonly attendance: Parameters<typeof sayAttendance>[0];
  /** Of how many of them the chosen status holds. */
  readonly count: Guarded;
}

function CountTable(props: {
  readonly view: SchoolView;
  readonly chosen: Signal<number>;
  readonly id: string;
  readonly first: string;
  readonly label: string;
  readonly caption: string;
  readonly rows: readonly CountRow[];
}) {
  const { view, chosen, id, first, label, caption, rows } = props;
  const most = rows.reduce((max, { count }) => (count === "hidden" ? max : Math.max(max, count)), 0);
  return (
    <>
      <StatusChoice id={id} view={view} chosen={chosen.value} onChoose={(place) => (chosen.value = place)} />
      <div class="table-frame" tabIndex={0} role="region" aria-label={label}>
        <table class="table">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" class="number">
                Pupils
              </th>
              <th scope="col" class="number">
                Attendance
              </th>
              <th scope="col">
                Of whom it holds<span class="unseen">: {view.statuses[chosen.value]?.title}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, pupils, attendance, count }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td class="number">{sayGuarded(pupils)}</td>
                <td class="number">{sayAttendance(attendance)}</td>
                <td class="with-bar">
                  <span class="count">{sayGuarded(count)}</span>{" "}
                  {count === "hidden" ? null : <Bar count={count} most={most} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function StatusChoice(props: {
  readonly id: string;
  readonly view: SchoolView;
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}) {
  const { id, view, chosen, onChoose } = props;
  if (view.statuses.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>Count those of whom this holds</label>
      <select
        id={id}
        class="status-choice"
        value={String(chosen)}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      >
        {view.statuses.map(({ name, title }, place) => (
          <option key={name} value={String(place)}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
