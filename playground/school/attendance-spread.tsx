// How the attendance of a school's pupils is spread, with the lines that the policy draws through it: as a picture and as a table.

import { useWidth } from "../pupil/use-width.ts";
import { sayLimit } from "../pupil/words.ts";
import type { SchoolView } from "../worker/school-protocol.ts";
import { attendanceBins, limitLines, LOWEST } from "./school-shapes.ts";
import type { Bin, LimitLine } from "./school-shapes.ts";
import { sayPupils } from "./school-words.ts";

const [HEIGHT, LEFT, TOP, BOTTOM] = [220, 40, 30, 26];
/** The letters of the lines stand on rows of their own, so that lines close together can be told apart. */
const LETTER = 20;

export function AttendanceSpread({ view }: { readonly view: SchoolView }) {
  const { frame, width } = useWidth();
  const bins = attendanceBins(view.pupils);
  const lines = limitLines(view.limits, view.pupils);
  return (
    <section aria-labelledby="spread-title">
      <h3 id="spread-title">How attendance is spread</h3>
      <div ref={frame} class="chart">
        <Picture bins={bins} lines={lines} width={width.value} />
      </div>
      {lines.length === 0 ? null : (
        <ul class="limit-list">
          {lines.map((line, place) => (
            <li key={place}>
              <span class="limit-letter">{letterOf(place)}</span> <strong>{sayLimit(line.n, line.d)}</strong>:{" "}
              {sayPupils(line.below)} below it. {line.titles.join("; ")}
              {isDrawn(line) ? "" : " (below the picture)"}
            </li>
          ))}
        </ul>
      )}
      <details class="small">
        <summary>The same as a table</summary>
        <table class="table">
          <caption>Pupils by attendance this year</caption>
          <thead>
            <tr>
              <th scope="col">Attendance</th>
              <th scope="col" class="number">
                Pupils
              </th>
            </tr>
          </thead>
          <tbody>
            {bins
              .filter(({ pupils }) => pupils > 0)
              .map(({ title, pupils }) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  <td class="number">{pupils}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function letterOf(place: number): string {
  return String.fromCodePoint(65 + (place % 26));
}

function Picture(props: {
  readonly bins: readonly Bin[];
  readonly lines: readonly LimitLine[];
  readonly width: number;
}) {
  const { bins, lines, width } = props;
  const most = Math.max(1, ...bins.map(({ pupils }) => pupils));
  const room = (width - LEFT - 8) / bins.length;
  const tall = HEIGHT - TOP - BOTTOM;
  const label = `Pupils by attendance, from ${LOWEST}% to 100%. ${lines
    .map(({ n, d, below }, place) => `${letterOf(place)} at ${sayLimit(n, d)} with ${sayPupils(below)} below`)
    .join(", ")}. The table below has every number.`;
  return (
    <svg class="spread" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, most].map((count) => (
        <g key={count}>
          <line
            class="tick"
            x1={LEFT}
            x2={width - 8}
            y1={HEIGHT - BOTTOM - (count * tall) / most}
            y2={HEIGHT - BOTTOM - (count * tall) / most}
          />
          <text class="axis" x={LEFT - 6} y={HEIGHT - BOTTOM - (count * tall) / most + 4} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      {bins.map(({ from, pupils }, place) => (
        <rect
          key={from}
          class="bar"
          x={LEFT + place * room + 1}
          width={Math.max(1, room - 2)}
          y={HEIGHT - BOTTOM - (pupils * tall) / most}
          height={(pupils * tall) / most}
        />
      ))}
      {bins
        .filter(({ from }) => from % 5 === 0)
        .map(({ from }) => (
          <text key={from} class="axis" x={LEFT + (from - LOWEST + 1) * room} y={HEIGHT - 8} text-anchor="middle">
            {from}%
          </text>
        ))}
      {lines.map((line, place) => {
        if (!isDrawn(line)) return null;
        const { columns } = line;
        const x = LEFT + columns * room;
        const y = 10 + (isClose(lines, place, room) ? LETTER / 2 : 0);
        return (
          <g key={place}>
            <line class="limit" x1={x} x2={x} y1={y} y2={HEIGHT - BOTTOM} />
            <circle class="limit-spot" cx={x} cy={y} r={9} />
            <text class="limit-name" x={x} y={y + 4} text-anchor="middle">
              {letterOf(place)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** The first column holds everybody below the picture's lowest percentage, and a line there would be drawn at the wrong one. */
function isDrawn({ columns }: LimitLine): boolean {
  return columns >= 1;
}

/** It stands so near the one before that their letters would cover each other; every other one of such a row is lowered. */
function isClose(lines: readonly LimitLine[], place: number, room: number): boolean {
  const [before, here] = [lines[place - 1], lines[place]];
  if (before === undefined || here === undefined || (here.columns - before.columns) * room >= LETTER) return false;
  return !isClose(lines, place - 1, room);
}
