// The days along the top of a picture, each with a line down through it, and the moment looked at.

import { sayDay, startOfDay } from "../../src/wording.ts";
import { daysAlong } from "./days-along.ts";
import type { Stretch } from "./days-along.ts";

/** A day as it is written takes so many pixels. */
const LABEL = 46;

export function TimeAxis(props: {
  readonly stretch: Stretch;
  /** Where a moment stands. */
  readonly x: (at: number) => number;
  readonly width: number;
  readonly height: number;
  readonly now: number;
  /** Where the lines begin, below the days. */
  readonly top: number;
}) {
  const { stretch, x, width, height, now, top } = props;
  const [left, right] = [x(stretch.from), x(stretch.to)];
  return (
    <>
      {daysAlong(stretch, right - left).map((day) => (
        <g key={day}>
          <line class="tick" x1={x(startOfDay(day))} x2={x(startOfDay(day))} y1={top} y2={height} />
          {x(startOfDay(day)) + LABEL > width ? null : (
            <text class="axis" x={x(startOfDay(day))} y={13}>
              {sayDay(day).slice(4, -5)}
            </text>
          )}
        </g>
      ))}
      <line class="now" x1={x(now)} x2={x(now)} y1={top} y2={height} />
    </>
  );
}
