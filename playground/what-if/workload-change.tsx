// What each role has to do, week by week, before and after: a small picture for each role whose work changes, and the same as a table.

import { sayDay } from "../../src/wording.ts";
import { WeekBars } from "../school/week-bars.tsx";
import type { RoleChange } from "../worker/school-protocol.ts";

export function WorkloadChange({ roles }: { readonly roles: readonly RoleChange[] }) {
  const turned = roles.filter(({ weeks }) => weeks.some(({ before, after }) => before !== after));
  const most = Math.max(1, ...turned.flatMap(({ weeks }) => weeks.flatMap(({ before, after }) => [before, after])));
  if (turned.length === 0)
    return roles.length === 0 ? null : (
      <p class="hint">Besides what is to be decided, nobody on the staff has more or less to do in any week.</p>
    );
  return (
    <section aria-labelledby="workload-title">
      <h4 id="workload-title">Work for each role, week by week</h4>
      <p class="legend small">
        <span class="key before" aria-hidden="true" /> before <span class="key after" aria-hidden="true" /> after. Every
        picture has the same scale, up to {most} a week.
      </p>
      <ul class="role-list">
        {turned.map((role) => (
          <li key={role.role}>
            <p>
              <strong>{role.title}</strong>: {role.before} → <strong>{role.after}</strong> this year, {sayMore(role)}
            </p>
            <Picture role={role} most={most} />
            <details class="small">
              <summary>
                As a table<span class="unseen">: {role.title}</span>
              </summary>
              <Weeks role={role} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayMore({ before, after }: RoleChange): string {
  if (before === after) return "as much, in other weeks";
  return after > before ? `${after - before} more` : `${before - after} fewer`;
}

function Picture({
  role: { title, weeks, before, after },
  most,
}: {
  readonly role: RoleChange;
  readonly most: number;
}) {
  return (
    <WeekBars
      label={`${title}: ${before} things to do before and ${after} after, over ${weeks.length} weeks. The table has each week.`}
      weeks={weeks.map((week) => ({ monday: week.monday, counts: [week.before, week.after] }))}
      most={most}
      kinds={["before", "after"]}
    />
  );
}

/** Weeks in which nothing differs are told as one row. */
function Weeks({ role: { title, weeks } }: { readonly role: RoleChange }) {
  const turned = weeks.filter(({ before, after }) => before !== after);
  return (
    <div class="table-frame">
      <table class="table">
        <caption class="unseen">{title}, week by week</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col" class="number">
              Before
            </th>
            <th scope="col" class="number">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {turned.map(({ monday, before, after }) => (
            <tr key={monday}>
              <th scope="row">{sayDay(monday)}</th>
              <td class="number">{before}</td>
              <td class="number">{after}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">The other {weeks.length - turned.length} weeks</th>
            <td class="number" colSpan={2}>
              the same
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
