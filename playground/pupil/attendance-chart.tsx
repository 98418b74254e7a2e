// Attendance through the school year against every limit that a rule sets on it, as a picture and as a table.

import { dayOf, sayDay } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import type { PupilView } from "../worker/pupil-protocol.ts";
import { chartShape, weekEnds } from "./chart-shape.ts";
import type { Shape } from "./chart-shape.ts";
import { Pointer } from "./pointing.tsx";
import { sayLimit, sayShare } from "./words.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 220;

/** What of a pupil the picture shows: it is drawn again when that changes. */
export type Charted = Pick<PupilView, "asOf" | "attendance" | "line" | "limits">;

export function AttendanceChart(props: {
  readonly store: Store;
  readonly view: Charted;
  readonly vocabulary: Vocabulary;
}) {
  const { store, view, vocabulary } = props;
  const { frame, width } = useWidth();
  const today = dayOf(view.asOf);
  const year = vocabulary.calendar.years.find(({ from, to }) => from <= today && today <= to);
  if (year === undefined || view.line.length === 0) return null;
  const shape = chartShape(view, year, { width: width.value, height: HEIGHT, left: 44, bottom: 26, top: 12 });
  return (
    <section aria-labelledby="line-title">
      <h3 id="line-title">Attendance this year</h3>
      <div ref={frame} class="chart">
        <Picture shape={shape} width={width.value} label={sayPicture(view, shape)} />
      </div>
      <ul class="limits">
        {shape.limits.map(({ letter, percent, shown, limits }) => (
          <li key={letter}>
            <span class="limit-letter">{letter}</span> {sayLimit(limits[0]?.n ?? 0, limits[0]?.d ?? 1)}
            {shown ? "" : " (below the picture)"}{" "}
            <span class={percent > sharePercent(view) ? "side below" : "side above"}>
              {percent > sharePercent(view) ? "the pupil is below" : "the pupil is not below"}
            </span>
            <ul>
              {limits.map(({ rule, title, says }) => (
                <li key={`${rule} ${says}`}>
                  <Pointer store={store} about={{ kind: "limit", rule, says }}>
                    {title}
                  </Pointer>
                  : {says}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <details>
        <summary>The same as a table</summary>
        <div class="table-frame" tabIndex={0} role="region" aria-label="Attendance at the end of each week">
          <table class="plain">
            <caption>Attendance this year at the end of each week</caption>
            <thead>
              <tr>
                <th scope="col">On</th>
                <th scope="col">Attendance</th>
                <th scope="col">Sessions</th>
                <th scope="col">Below</th>
              </tr>
            </thead>
            <tbody>
              {weekEnds(view.line).map((point) => (
                <tr key={point.day}>
                  <th scope="row">{sayDay(point.day)}</th>
                  <td>{sayShare(point)}</td>
                  <td>
                    {point.attended} of {point.possible}
                  </td>
                  <td>{belowAt(point, shape)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function sharePercent({ attendance: { attended, possible } }: Charted): number {
  return possible === 0 ? 100 : (attended * 100) / possible;
}

function belowAt({ attended, possible }: PupilView["line"][number], { limits }: Shape): string {
  const below = limits.filter(({ limits: [one] }) => one !== undefined && attended * one.d < one.n * possible);
  return below.length === 0 ? "none" : below.map(({ limits: [one] }) => sayLimit(one?.n ?? 0, one?.d ?? 1)).join(", ");
}

function sayPicture({ attendance, line }: Charted, { limits }: Shape): string {
  const first = line[0];
  const from = first === undefined ? "" : ` from ${sayDay(first.day)}`;
  const at = limits.map(({ letter, limits: [one] }) => `${letter} at ${sayLimit(one?.n ?? 0, one?.d ?? 1)}`).join(", ");
  return `Attendance${from}, now ${sayShare(attendance)}. Limits: ${at === "" ? "none" : at}. The table below has every week.`;
}

function Picture({ shape, width, label }: { readonly shape: Shape; readonly width: number; readonly label: string }) {
  return (
    <svg
      class="chart-picture"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {shape.ticks.map(({ y, percent }) => (
        <g key={percent}>
          <line class="tick" x1={44} x2={width - 8} y1={y} y2={y} />
          <text class="axis" x={38} y={y + 4} text-anchor="end">
            {percent}%
          </text>
        </g>
      ))}
      {shape.months.map(({ x, day }) => (
        <text key={day} class="axis" x={x} y={HEIGHT - 6}>
          {sayDay(day).slice(4, -5)}
        </text>
      ))}
      {shape.limits
        .filter(({ shown }) => shown)
        .map(({ letter, y }, index) => (
          <g key={letter}>
            <line class="limit" x1={44} x2={width - 8} y1={y} y2={y} />
            <circle class="limit-spot" cx={width - 20 - index * 24} cy={y} r={9} />
            <text class="limit-name" x={width - 20 - index * 24} y={y + 4} text-anchor="middle">
              {letter}
            </text>
          </g>
        ))}
      <path class="share" d={shape.path} />
      {shape.last === undefined ? null : <circle class="share-now" cx={shape.last.x} cy={shape.last.y} r={5} />}
    </svg>
  );
}
