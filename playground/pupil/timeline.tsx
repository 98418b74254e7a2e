// Letters, calls, visits, decisions, deadlines and clocks along the days: a picture to press, and the same as a list.

import { dayOf, formatTime, sayDay, sayMoment, secondOf } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import { sayEntry } from "./log-words.ts";
import { Pointer, pointAt, sameAbout } from "./pointing.tsx";
import { happeningsOf, lanesOf, spanOf } from "./timeline-shape.ts";
import type { Happening, HappeningKind, Lane, Lined } from "./timeline-shape.ts";
import { TimeAxis } from "./time-axis.tsx";
import { useWidth } from "./use-width.ts";

const LANE = 44;
const TOP = 24;
export const SIGNS: Readonly<Record<HappeningKind, string>> = {
  record: "■",
  answer: "◨",
  opens: "○",
  due: "◇",
  done: "●",
  begins: "▶",
  ends: "◀",
  asked: "?",
};

const MEANS: readonly (readonly [HappeningKind, string])[] = [
  ["record", "on record"],
  ["answer", "decided"],
  ["opens", "falls to somebody"],
  ["due", "deadline (filled: missed)"],
  ["done", "done"],
  ["asked", "question"],
];

export function Timeline(props: { readonly store: Store; readonly view: Lined; readonly vocabulary: Vocabulary }) {
  const { store, view, vocabulary } = props;
  const { frame, width } = useWidth();
  const happenings = happeningsOf(view, store.sketch.value.log, (entry) => sayEntry(entry, vocabulary));
  const today = dayOf(view.asOf);
  const year = vocabulary.calendar.years.find(({ from, to }) => from <= today && today <= to);
  const lanes = lanesOf(view, happenings);
  if (year === undefined || happenings.length === 0) return <div ref={frame} />;
  const span = spanOf(happenings, view.asOf, year);
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title">Timeline</h3>
      <p class="hint">
        {MEANS.map(([kind, means]) => `${SIGNS[kind]} ${means}`).join("   ")}. A bar is a clock that runs.
      </p>
      <div ref={frame} class="chart">
        <Picture store={store} lanes={lanes} span={span} asOf={view.asOf} width={width.value} />
      </div>
      <details>
        <summary>The same as a list ({happenings.length})</summary>
        <ol class="happenings">
          {happenings.map((happening) => (
            <li key={happening.key}>
              <span class="since">
                {sayDay(dayOf(happening.at))}, {formatTime(secondOf(happening.at))}
              </span>{" "}
              <span aria-hidden="true">{SIGNS[happening.kind]}</span>{" "}
              <Pointer store={store} about={happening.about}>
                {happening.says}
              </Pointer>
              {happening.late && happening.kind === "due" ? " (missed)" : ""}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function Picture(props: {
  readonly store: Store;
  readonly lanes: readonly Lane[];
  readonly span: { readonly from: number; readonly to: number };
  readonly asOf: number;
  readonly width: number;
}) {
  const { store, lanes, span, asOf, width } = props;
  const height = TOP + lanes.length * LANE + 6;
  const x = (at: number): number => 10 + ((at - span.from) * (width - 20)) / (span.to - span.from);
  const inside = (at: number): boolean => at >= span.from && at <= span.to;
  return (
    <svg
      class="timeline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${lanes.length} lines from ${sayDay(dayOf(span.from))} to ${sayDay(dayOf(span.to))}. The list below has everything in it.`}
    >
      <TimeAxis stretch={span} x={x} width={width} height={height} now={asOf} top={TOP - 6} />
      {lanes.map((lane, index) => {
        const y = TOP + index * LANE;
        return (
          <g key={lane.title}>
            <line class="lane" x1={0} x2={width} y1={y} y2={y} />
            <text class="lane-title" x={4} y={y + 14}>
              {lane.title}
            </text>
            {lane.bars.map(({ from, to, open, about }) => (
              <rect
                key={JSON.stringify(about)}
                class={`clock${open ? " open" : ""}${sameAbout(store.about.value, about) ? " pointed" : ""}`}
                x={x(Math.max(from, span.from))}
                y={y + 24}
                width={Math.max(3, x(Math.min(to, span.to)) - x(Math.max(from, span.from)))}
                height={12}
                onClick={() => pointAt(store, about)}
              >
                <title>{lane.title}</title>
              </rect>
            ))}
            {lane.happenings
              .filter(({ at, kind }) => inside(at) || kind === "asked")
              .map((happening) => (
                <Sign
                  key={happening.key}
                  store={store}
                  happening={happening}
                  x={x(Math.max(happening.at, span.from))}
                  y={y + 30}
                />
              ))}
          </g>
        );
      })}
      <text class="axis now-name" x={x(asOf)} y={height - 1} text-anchor={x(asOf) > width - 80 ? "end" : "start"}>
        looked at
      </text>
    </svg>
  );
}

function Sign(props: { readonly store: Store; readonly happening: Happening; readonly x: number; readonly y: number }) {
  const { store, happening, x, y } = props;
  const { kind, late, about, says, at } = happening;
  const pointed = sameAbout(store.about.value, about) ? " pointed" : "";
  const name = `sign ${kind}${late ? " late" : ""}${pointed}`;
  return (
    <g class={name} onClick={() => pointAt(store, about)}>
      <title>{`${sayMoment(at)}: ${says}`}</title>
      <rect class="hit" x={x - 9} y={y - 12} width={18} height={24} />
      {kind === "due" ? (
        <path d={`M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z`} />
      ) : kind === "record" || kind === "answer" ? (
        <rect x={x - 6} y={y - 6} width={12} height={12} />
      ) : (
        <circle cx={x} cy={y} r={6} />
      )}
      {kind === "asked" ? (
        <text class="asked-sign" x={x} y={y + 4} text-anchor="middle">
          ?
        </text>
      ) : null}
    </g>
  );
}
