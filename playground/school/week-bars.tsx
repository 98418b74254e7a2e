// Work week by week as a small picture: a bar for each week, or one beside the other for before and after.

/** One week: how much came up, in the order of `kinds`. */
export interface Week {
  readonly monday: number;
  readonly counts: readonly number[];
}

const [WIDTH, HEIGHT, LINE] = [264, 72, 1];

export function WeekBars(props: {
  readonly label: string;
  readonly weeks: readonly Week[];
  /** What the tallest bar would stand for. */
  readonly most: number;
  /** A class for each of a week's counts. */
  readonly kinds: readonly string[];
}) {
  const { label, weeks, most, kinds } = props;
  const week = WIDTH / Math.max(1, weeks.length);
  const bar = (week * 0.85) / kinds.length;
  const tall = (count: number): number => (count * (HEIGHT - 4)) / Math.max(1, most);
  return (
    <svg
      class="workload"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line class="tick" x1={0} x2={WIDTH} y1={HEIGHT - LINE} y2={HEIGHT - LINE} />
      {weeks.map(({ monday, counts }, place) =>
        kinds.map((kind, at) => (
          <g key={`${monday} ${kind}`} class={`bar ${kind}`}>
            <rect
              x={place * week + at * bar}
              width={Math.max(1, bar)}
              y={HEIGHT - LINE - tall(counts[at] ?? 0)}
              height={tall(counts[at] ?? 0)}
            />
          </g>
        )),
      )}
    </svg>
  );
}
