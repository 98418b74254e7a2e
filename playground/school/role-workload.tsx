// What opened for each role in each week of the year: a small picture for each, and the same as a table.

import { sayDay } from "../../src/wording.ts";
import type { SchoolView } from "../worker/school-protocol.ts";
import { roleTotals } from "./school-shapes.ts";
import type { RoleTotal } from "./school-shapes.ts";

const [WIDTH, HEIGHT] = [240, 64];
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
          <summary>{roles.length - SHOWN} roles more</summary>
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
  const room = WIDTH / Math.max(1, weeks.length);
  const top = Math.max(1, most);
  return (
    <svg
      class="workload"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}: ${total} in ${weeks.length} weeks, at most ${most} in a week. The table has every week.`}
    >
      <line class="tick" x1={0} x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} />
      {weeks.map(({ monday, count }, place) => (
        <rect
          key={monday}
          class="bar"
          x={place * room}
          width={Math.max(1, room - 1)}
          y={HEIGHT - 1 - (count * (HEIGHT - 4)) / top}
          height={(count * (HEIGHT - 4)) / top}
        />
      ))}
    </svg>
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
