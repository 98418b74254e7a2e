// What opened for each role in each week of the year: a small picture for each, and the same as a table.

import { sayDay } from "../../src/wording.ts";
import type { SchoolView } from "../worker/school-protocol.ts";
import { roleTotals } from "./school-shapes.ts";
import type { RoleTotal } from "./school-shapes.ts";
import { sayMore } from "./school-words.ts";
import { WeekBars } from "./week-bars.tsx";

/** Roles shown at once; the others stand folded. */
const SHOWN = 6;

export function RoleWorkload({ view }: { readonly view: SchoolView }) {
  const roles = roleTotals(view.workload);
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="workload-title">
      <h3 id="workload-title">Work for each role, week by week</h3>
      <p class="hint">What must or should be done, by the week in which it came up this school year.</p>
      <Roles roles={roles.slice(0, SHOWN)} />
      {roles.length <= SHOWN ? null : (
        <details class="small">
          <summary>{sayMore(roles.length - SHOWN, "role", "roles")}</summary>
          <Roles roles={roles.slice(SHOWN)} />
        </details>
      )}
      <details class="small">
        <summary>The same as a table</summary>
        <WeekTable roles={roles} />
      </details>
    </section>
  );
}

function Roles({ roles }: { readonly roles: readonly RoleTotal[] }) {
  return (
    <ul class="role-pictures">
      {roles.map((role) => (
        <li key={role.role}>
          <p>
            <strong>{role.title}</strong>
            <br />
            {role.total} this year, at most {role.most} in a week
          </p>
          <Picture role={role} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ role: { title, weeks, total, most } }: { readonly role: RoleTotal }) {
  return (
    <WeekBars
      label={`${title}: ${total} in ${weeks.length} weeks, at most ${most} in a week. The table has every week.`}
      weeks={weeks.map(({ monday, count }) => ({ monday, counts: [count] }))}
      most={most}
      kinds={["now"]}
    />
  );
}

function WeekTable({ roles }: { readonly roles: readonly RoleTotal[] }) {
  const weeks = roles[0]?.weeks ?? [];
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Work by week and role">
      <table class="table">
        <caption>Work that came up, by week and role</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {roles.map(({ role, title }) => (
              <th key={role} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday }, place) => (
            <tr key={monday}>
              <th scope="row">{sayDay(monday)}</th>
              {roles.map(({ role, weeks: mine }) => (
                <td key={role} class="number">
                  {mine[place]?.count ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
