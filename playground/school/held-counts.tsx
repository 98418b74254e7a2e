// Of how many pupils each status holds, and how many stand in each row of each table of bands: tables that are pictures as well.

import type { SchoolView } from "../worker/school-protocol.ts";
import { Bar } from "./bar.tsx";
import { bandCounts, statusCounts } from "./school-shapes.ts";
import type { Held } from "./school-shapes.ts";
import { sayMore } from "./school-words.ts";

/** Statuses shown at once; the others stand folded. */
const SHOWN = 8;

export function HeldCounts({ view }: { readonly view: SchoolView }) {
  const statuses = statusCounts(view);
  const all = view.pupils.length;
  return (
    <section aria-labelledby="held-title">
      <h3 id="held-title">How many pupils stand where</h3>
      <div class="columns">
        {bandCounts(view).map(({ title, rows }) => (
          <HeldTable key={title} caption={title} rows={rows} all={all} />
        ))}
        {statuses.length === 0 ? (
          <p class="hint">No status of the policy holds of anybody.</p>
        ) : (
          <div>
            <HeldTable caption="Statuses" rows={statuses.slice(0, SHOWN)} all={all} />
            {statuses.length <= SHOWN ? null : (
              <details class="small">
                <summary>{sayMore(statuses.length - SHOWN, "status", "statuses")}</summary>
                <HeldTable caption="Statuses that hold of fewer" rows={statuses.slice(SHOWN)} all={all} />
              </details>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function HeldTable(props: { readonly caption: string; readonly rows: readonly Held[]; readonly all: number }) {
  const { caption, rows, all } = props;
  return (
    <table class="table held">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Pupils</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, pupils }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td class="with-bar">
              <span class="count">{pupils}</span> <Bar count={pupils} most={all} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
