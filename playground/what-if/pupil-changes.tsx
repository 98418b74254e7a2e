// One pupil, old and new side by side: only what differs, each marked as newly, no longer or changed, with why on either side.

import { useSignal } from "@preact/signals";
import { sayMoment } from "../../src/wording.ts";
import { inReadingOrder, keyOf, saySide, sayTurn, TURNS, turnOf } from "../pupil/difference-words.ts";
import { Answers } from "../pupil/what-differs.tsx";
import { sayShare } from "../pupil/words.ts";
import { FIRST_VIEW, hrefOf } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import type { Difference, PupilChange } from "../worker/what-if-protocol.ts";
import { ChangeTimeline } from "./change-timeline.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { CannotRun } from "./policy-changes.tsx";
import { whatIfOf } from "./what-if-state.ts";

/** Rows shown at once, what somebody must do first; the others with a press. */
const SHOWN = 8;

export function PupilChanges({ store }: { readonly store: Store }) {
  const { pupil } = whatIfOf(store);
  const change = pupil.value;
  return (
    <>
      <div role="status">
        {change === undefined ? (
          <p class="hint">Working it out…</p>
        ) : change.kind === "not-running" ? (
          <CannotRun found={change} />
        ) : (
          <Both change={change} />
        )}
      </div>
      {change?.kind === "pupil-change" && change.differences.length === 0 ? <Touched store={store} /> : null}
      {change?.kind === "pupil-change" && change.differences.length > 0 ? (
        <ChangeTimeline differences={change.differences} from={change.before.asOf} to={change.after.asOf} />
      ) : null}
      <ChangeMark store={store} />
      <Ahead store={store} />
      <p>
        <a href={hrefOf({ view: FIRST_VIEW })}>Everything about this pupil, as the policy stands now</a>
      </p>
    </>
  );
}

function Both({ change: { before, after, differences } }: { readonly change: PupilChange }) {
  const all = useSignal(false);
  const ordered = inReadingOrder(differences);
  const shown = all.value || ordered.length <= SHOWN + 2 ? ordered : ordered.slice(0, SHOWN);
  return (
    <>
      <p>
        <strong>{sayCounts(differences)}</strong>
      </p>
      <div class="table-frame">
        <table class="table old-and-new">
          <caption class="unseen">This pupil before and after the change</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Attendance this year</th>
              {[before, after].map(({ attendance, asOf }, index) => (
                <td key={index} data-side={index === 0 ? "Before" : "After"}>
                  <strong>{sayShare(attendance)}</strong>: {attendance.attended} of {attendance.possible} sessions
                  {before.asOf === after.asOf ? "" : `, ${sayMoment(asOf)}`}
                </td>
              ))}
            </tr>
            {shown.map((difference) => (
              <Row key={keyOf(difference)} difference={difference} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === ordered.length ? null : (
        <button
          type="button"
          class="button small"
          onClick={() => {
            all.value = true;
          }}
        >
          Show all {ordered.length}
        </button>
      )}
    </>
  );
}

/** A pupil whom the change touches, where this one is not: the plainest there is. */
function Touched({ store }: { readonly store: Store }) {
  const { policies } = whatIfOf(store);
  const outcomes = policies.value?.kind === "policy-change" ? policies.value.outcomes : [];
  const witness = outcomes.find((each) => each.witness !== undefined)?.witness;
  if (witness === undefined) return null;
  return (
    <div class="notice">
      <p>{witness.says}</p>
      <button
        type="button"
        class="button small"
        onClick={() => {
          store.change(witness.sketch, "A pupil whom the change touches");
          store.asOf.value = witness.asOf;
        }}
      >
        Take this pupil instead, whom it touches
      </button>
    </div>
  );
}

function sayCounts(differences: readonly Difference[]): string {
  if (differences.length === 0) return "For this pupil nothing changes.";
  const turns = Map.groupBy(differences, turnOf);
  const counts = (["newly", "no-longer", "otherwise"] as const).flatMap((turn) => {
    const count = turns.get(turn)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${TURNS[turn].toLowerCase()}`];
  });
  return `For this pupil: ${counts.join(", ")}.`;
}

function Row({ difference }: { readonly difference: Difference }) {
  const turn = turnOf(difference);
  const more = difference.kind === "owed" && difference.more > 0 ? ` And ${difference.more} more like it.` : "";
  return (
    <tr class={turn}>
      <th scope="row">
        <span class={`turned ${turn}`}>{sayTurn(difference)}</span> {difference.title}
        {more}
      </th>
      <Side difference={difference} side="before" />
      <Side difference={difference} side="after" />
    </tr>
  );
}

function Side({ difference, side }: { readonly difference: Difference; readonly side: "before" | "after" }) {
  const says = saySide(difference, side);
  const why = difference.reasons[side];
  return (
    <td data-side={side === "before" ? "Before" : "After"}>
      {says === undefined ? (
        <span class="faint">
          {difference.kind === "owed" ? "Not owed" : difference.kind === "question" ? "Not asked" : "Does not hold"}
        </span>
      ) : (
        says
      )}
      {difference.kind === "question" && says !== undefined ? <Answers answers={difference.answers} /> : null}
      {why === undefined ? null : (
        <details class="small">
          <summary>
            Why
            <span class="unseen">
              , {side}: {difference.title}
            </span>
          </summary>
          <p>{why}</p>
        </details>
      )}
    </td>
  );
}

function Ahead({ store }: { readonly store: Store }) {
  const { looksAhead, ahead } = whatIfOf(store);
  const found = ahead.value;
  return (
    <details
      class="details ahead"
      open={looksAhead.value}
      onToggle={({ currentTarget }) => {
        looksAhead.value = currentTarget.open;
      }}
    >
      <summary>What comes next, before and after</summary>
      <div role="status">
        {found === undefined ? (
          <p class="hint">Working it out…</p>
        ) : found.kind === "not-running" ? (
          <CannotRun found={found} />
        ) : found.before === found.after ? (
          <p>The same on both sides: {found.after}</p>
        ) : (
          <dl class="witness-sides">
            <div>
              <dt>Before</dt>
              <dd>{found.before}</dd>
            </div>
            <div>
              <dt>After</dt>
              <dd>{found.after}</dd>
            </div>
          </dl>
        )}
      </div>
    </details>
  );
}
