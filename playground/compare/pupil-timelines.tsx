// One pupil under each policy: who would have done what by when, as a small picture for each and the same as a table.

import { dayOf, sayDay } from "../../src/wording.ts";
import { sayShare, STATES } from "../pupil/words.ts";
import type { Stretch } from "../pupil/days-along.ts";
import { TimeAxis } from "../pupil/time-axis.tsx";
import { useWidth } from "../pupil/use-width.ts";
import type { PupilTable } from "../worker/compare-protocol.ts";
import type { PupilView } from "../worker/pupil-protocol.ts";
import { deedsOf, stretchOf } from "./compare-shape.ts";
import type { Deed } from "./compare-shape.ts";
import { useNarrow } from "../views/use-narrow.ts";

export function PupilTimelines({ table, places }: { readonly table: PupilTable; readonly places: readonly number[] }) {
  const { frame, width } = useWidth();
  const sides = places.flatMap((place) => {
    const [policy, view] = [table.policies[place], table.views[place]];
    return policy === undefined || view === undefined ? [] : [{ policy, view, deeds: deedsOf(view) }];
  });
  const asOf = sides[0]?.view.asOf ?? 0;
  const stretch = stretchOf(
    sides.flatMap(({ deeds }) => deeds),
    asOf,
  );
  return (
    <section class="pupil-timelines">
      <h3>What each would have done by when</h3>
      <p class="hint">
        In the pictures, each line is one thing to do, with its number in the table: a circle where it falls to
        somebody, a diamond for its deadline, a square where it was done. All pictures have the same days; the upright
        line is {sayDay(dayOf(asOf))}, the day looked at.
      </p>
      <div ref={frame} />
      {sides.map(({ policy, view, deeds }) => (
        <section key={policy.name} class="pupil-side">
          <h4>
            {policy.title} <span class="since">attendance {sayShare(view.attendance)}</span>
          </h4>
          {deeds.length === 0 ? (
            <p class="faint">Nothing comes to this pupil that does not come to every child.</p>
          ) : (
            <>
              <Picture title={policy.title} deeds={deeds} stretch={stretch} asOf={asOf} width={width.value} />
              <Deeds title={policy.title} deeds={deeds} />
            </>
          )}
          <Questions view={view} />
        </section>
      ))}
    </section>
  );
}

function Questions({ view: { questions } }: { readonly view: PupilView }) {
  return questions.length === 0 ? null : (
    <details class="details">
      <summary>Waits for an answer ({questions.length})</summary>
      <ul>
        {questions.map(({ id, question, by }) => (
          <li key={id}>
            {question} <span class="since">{by}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Deeds({ title, deeds }: { readonly title: string; readonly deeds: readonly Deed[] }) {
  return useNarrow() ? <DeedList deeds={deeds} /> : <DeedTable title={title} deeds={deeds} />;
}

/** A telephone has no room for columns. */
function DeedList({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <ol class="deed-list">
      {deeds.map((deed) => (
        <li key={deed.number}>
          <strong>{deed.owed.what}</strong>
          <More deed={deed} />
          <p>
            <State deed={deed} /> from {sayDay(dayOf(deed.owed.opened))}
            {deed.owed.due === undefined ? ", no time said" : `, by ${sayDay(dayOf(deed.owed.due))}`}
            <span class="since"> {deed.owed.clauses.join(", ")}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

function More({ deed: { more, lastOpened } }: { readonly deed: Deed }) {
  return more === 0 ? null : (
    <span class="since block">
      and {more} more like it, the last from {sayDay(dayOf(lastOpened))}
    </span>
  );
}

function State({ deed: { owed } }: { readonly deed: Deed }) {
  const late = owed.state === "overdue" || owed.state === "done-late";
  return <span class={`tag${late ? " bad" : ""}`}>{STATES[owed.state]}</span>;
}

function DeedTable({ title, deeds }: { readonly title: string; readonly deeds: readonly Deed[] }) {
  return (
    <div class="table-frame" role="region" aria-label={`What ${title} would have done`} tabIndex={0}>
      <table class="table deeds">
        <caption class="unseen">What {title} would have done by when</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              No.
            </th>
            <th scope="col">From</th>
            <th scope="col">What</th>
            <th scope="col">By</th>
            <th scope="col">State</th>
            <th scope="col">Clauses</th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed.number}>
              <td class="number">{deed.number}</td>
              <td class="day">{sayDay(dayOf(deed.owed.opened))}</td>
              <th scope="row">
                {deed.owed.what}
                <More deed={deed} />
              </th>
              <td class="day">{deed.owed.due === undefined ? "no time said" : sayDay(dayOf(deed.owed.due))}</td>
              <td>
                <State deed={deed} />
              </td>
              <td class="deed-clauses">
                {deed.owed.clauses.map((id) => (
                  <span key={id}>{id} </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const [LINE, TOP, SIDE] = [16, 26, 26];

function Picture(props: {
  readonly title: string;
  readonly deeds: readonly Deed[];
  readonly stretch: Stretch;
  readonly asOf: number;
  readonly width: number;
}) {
  const { title, deeds, stretch, asOf, width } = props;
  const height = TOP + deeds.length * LINE + 6;
  const x = (at: number): number => SIDE + ((at - stretch.from) * (width - SIDE - 12)) / (stretch.to - stretch.from);
  return (
    <div class="chart">
      <svg
        class="deed-picture"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}: ${deeds.length} things to do. The table below has all of them.`}
      >
        <TimeAxis stretch={stretch} x={x} width={width} height={height} now={asOf} top={TOP - 8} />
        {deeds.map((deed, place) => (
          <Line key={deed.number} deed={deed} x={x} y={TOP + place * LINE + LINE / 2} asOf={asOf} />
        ))}
      </svg>
    </div>
  );
}

function Line(props: {
  readonly deed: Deed;
  readonly x: (at: number) => number;
  readonly y: number;
  readonly asOf: number;
}) {
  const { deed, x, y, asOf } = props;
  const { opened, due, doneAt, state, what } = deed.owed;
  const late = state === "overdue" || state === "done-late";
  const end = Math.max(deed.lastOpened, due ?? opened, doneAt ?? (late ? asOf : opened));
  return (
    <g class={`deed${late ? " late" : ""}`}>
      <title>{what}</title>
      <text class="axis" x={2} y={y + 4}>
        {deed.number}
      </text>
      <line class="span" x1={x(opened)} x2={x(end)} y1={y} y2={y} />
      <circle cx={x(opened)} cy={y} r={4.5} />
      {due === undefined ? null : <path class="due" d={`M${x(due)} ${y - 6}l6 6l-6 6l-6 -6Z`} />}
      {doneAt === undefined ? null : <rect class="done" x={x(doneAt) - 4.5} y={y - 4.5} width={9} height={9} />}
    </g>
  );
}
