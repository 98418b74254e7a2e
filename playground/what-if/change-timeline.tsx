// What is owed before and after, along the days: a picture of the table above it.

import { dayOf, sayDay } from "../../src/wording.ts";
import { TimeAxis } from "../pupil/time-axis.tsx";
import { useWidth } from "../pupil/use-width.ts";
import type { Difference } from "../worker/what-if-protocol.ts";
import { changeLanes } from "./change-lanes.ts";
import type { Bar } from "./change-lanes.ts";

const [TOP, LANE] = [26, 52];

export function ChangeTimeline(props: {
  readonly differences: readonly Difference[];
  readonly from: number;
  readonly to: number;
}) {
  const { frame, width } = useWidth();
  const found = changeLanes(props.differences, [props.from, props.to]);
  return (
    <div ref={frame} class="chart change-timeline">
      {found === undefined ? null : (
        <>
          <p class="legend small">
            <span class="key before" aria-hidden="true" /> before <span class="key after" aria-hidden="true" /> after. A
            diamond is a deadline. The table above says the same.
          </p>
          <Picture {...found} now={props.to} width={width.value} />
        </>
      )}
    </div>
  );
}

function Picture(
  props: NonNullable<ReturnType<typeof changeLanes>> & { readonly now: number; readonly width: number },
) {
  const { lanes, from, to, now, width } = props;
  const height = TOP + lanes.length * LANE + 4;
  const x = (at: number): number => 8 + ((at - from) * (width - 16)) / (to - from);
  const bar = (side: "before" | "after", found: Bar | undefined, y: number) =>
    found === undefined ? null : (
      <g class={`bar ${side}`}>
        <rect x={x(found.from)} y={y} width={Math.max(4, x(found.to) - x(found.from))} height={10} />
        {found.due === undefined ? null : <path d={`M${x(found.due)} ${y - 3}l8 8l-8 8l-8 -8Z`} />}
      </g>
    );
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${lanes.length} things that are owed otherwise, from ${sayDay(dayOf(from))} to ${sayDay(dayOf(to))}. The table has each of them.`}
    >
      <TimeAxis stretch={{ from, to }} x={x} width={width} height={height} now={now} top={TOP - 8} />
      {lanes.map(({ key, title, before, after }, index) => {
        const y = TOP + index * LANE;
        const room = Math.floor(width / 7);
        return (
          <g key={key}>
            <line class="lane" x1={0} x2={width} y1={y} y2={y} />
            <text class="lane-title" x={4} y={y + 14}>
              {title.length > room ? `${title.slice(0, room - 1)}…` : title}
            </text>
            {bar("before", before, y + 21)}
            {bar("after", after, y + 36)}
          </g>
        );
      })}
    </svg>
  );
}
