// The school by year group, and by circumstance: there, numbers that would point at somebody are hidden.

import { useSignal } from "@preact/signals";
import { sayYear } from "../pupil/words.ts";
import type { Guarded, SchoolView } from "../worker/school-protocol.ts";
import { Bar } from "./bar.tsx";
import { sayAttendance, sayGuarded } from "./school-words.ts";

export function YearTable({ view }: { readonly view: SchoolView }) {
  const chosen = useSignal(0);
  const most = Math.max(0, ...view.years.map(({ statuses }) => statuses[chosen.value] ?? 0));
  return (
    <section aria-labelledby="years-title">
      <h3 id="years-title">By year group</h3>
      <StatusChoice id="years-status" view={view} chosen={chosen.value} onChoose={(place) => (chosen.value = place)} />
      <div class="table-frame" tabIndex={0} role="region" aria-label="Table of year groups">
        <table class="table">
          <caption class="unseen">Pupils by year group</caption>
          <thead>
            <tr>
              <th scope="col">Year group</th>
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
            {view.years.map(({ year, pupils, statuses, ...sums }) => (
              <tr key={year}>
                <th scope="row">{sayYear(year)}</th>
                <td class="number">{pupils}</td>
                <td class="number">{sayAttendance(sums)}</td>
                <td class="with-bar">
                  <span class="count">{statuses[chosen.value] ?? 0}</span>{" "}
                  <Bar count={statuses[chosen.value] ?? 0} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function GroupTable({ view }: { readonly view: SchoolView }) {
  const chosen = useSignal(0);
  if (view.groups.length === 0) return null;
  const counts = view.groups.map(({ statuses }): Guarded => statuses[chosen.value] ?? 0);
  const most = counts.reduce<number>((max, count) => (count === "hidden" ? max : Math.max(max, count)), 0);
  return (
    <section aria-labelledby="groups-title">
      <h3 id="groups-title">By group</h3>
      <p class="hint">
        Numbers of 1 to 4 pupils are hidden, and so is every number from which one could be worked out. A pupil can be
        in several groups.
      </p>
      <StatusChoice id="groups-status" view={view} chosen={chosen.value} onChoose={(place) => (chosen.value = place)} />
      <div class="table-frame" tabIndex={0} role="region" aria-label="Table of groups">
        <table class="table">
          <caption class="unseen">Pupils by group</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
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
            {view.groups.map(({ group, title, pupils, attendance }, place) => {
              const count = counts[place] ?? 0;
              return (
                <tr key={group}>
                  <th scope="row">{title}</th>
                  <td class="number">{sayGuarded(pupils)}</td>
                  <td class="number">{sayAttendance(attendance)}</td>
                  <td class="with-bar">
                    <span class="count">{sayGuarded(count)}</span>
                    {count === "hidden" ? null : <Bar count={count} most={most} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
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
