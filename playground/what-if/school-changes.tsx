// A change tried on a whole school: who newly has what and who no longer does, by year group and by group, and what each role has
// to do otherwise from week to week.

import { useSignal } from "@preact/signals";
import { sayYear } from "../pupil/words.ts";
import { Bar } from "../school/bar.tsx";
import { schoolSourceOf } from "../school/school-source.ts";
import { sayGuarded, sayPupil, saySource } from "../school/school-words.ts";
import { hrefOf } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import type { Guarded, PupilName, SchoolChange, ThingChange } from "../worker/school-protocol.ts";
import { sayForSchool } from "./result-words.ts";
import { schoolChangeOf } from "./school-change-state.ts";
import { WorkloadChange } from "./workload-change.tsx";
import { whatIfOf } from "./what-if-state.ts";

const SIZES = [100, 300, 1000, 3000];
/** Things shown at once; the others stand folded. */
const SHOWN = 5;

export function SchoolChanges({ store }: { readonly store: Store }) {
  const { change, busy, progress } = schoolChangeOf(store);
  const { source } = schoolSourceOf(store);
  const { differs } = whatIfOf(store);
  const far = progress.value;
  const found = change.value;
  return (
    <section aria-labelledby="school-change-title">
      <h3 id="school-change-title">The whole school</h3>
      <WhichSchool store={store} />
      {source.value === undefined ? null : !differs.value ? (
        <p class="hint">As soon as something is changed, it stands here what that comes to for the whole school.</p>
      ) : (
        <>
          {far === undefined || !busy.value ? null : (
            <label class="school-progress">
              <span>{far.what}</span> <progress value={far.done} max={Math.max(1, far.all)} />
            </label>
          )}
          <p class="unseen" role="status">
            {busy.value ? "The school is being worked out." : found?.kind === "change" ? sayForSchool(found) : ""}
          </p>
          {found === undefined ? (
            <p class="hint">Working it out…</p>
          ) : found.kind === "none" ? (
            <div class="notice warning">
              <p>{found.why}</p>
            </div>
          ) : (
            <div class={busy.value ? "of-figure-before" : ""} aria-busy={busy.value}>
              <Change store={store} change={found} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** The school that the page speaks of; where there is none yet, one is made up with a press. */
function WhichSchool({ store }: { readonly store: Store }) {
  const { source, imported, makeUp } = schoolSourceOf(store);
  const pupils = useSignal(300);
  const choosing = useSignal(false);
  const made = source.value;
  if (made !== undefined && !choosing.value)
    return (
      <p class="hint">
        Tried on {saySource(made, imported.value?.name ?? "your own school")}.{" "}
        <button
          type="button"
          class="link"
          onClick={() => {
            choosing.value = true;
          }}
        >
          Take another school
        </button>
      </p>
    );
  return (
    <form
      class="toolbar ends"
      onSubmit={(event) => {
        event.preventDefault();
        // Another one each time, for the same school again would not be another.
        makeUp(pupils.value, made?.kind === "synthetic" ? made.seed + 1 : 1);
        choosing.value = false;
      }}
    >
      <div class="field">
        <label for="school-size">Pupils of a made-up school</label>
        <select
          id="school-size"
          value={String(pupils.value)}
          onChange={({ currentTarget }) => {
            pupils.value = Number(currentTarget.value);
          }}
        >
          {SIZES.map((size) => (
            <option key={size} value={String(size)}>
              {size.toLocaleString("en-GB")}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="button">
        {made === undefined ? "Try it on a whole school" : "Make up another"}
      </button>
      <a href={hrefOf({ view: "school" })}>Or read your own school’s files</a>
    </form>
  );
}

function Change({ store, change }: { readonly store: Store; readonly change: SchoolChange }) {
  const { things, people, workload } = change;
  const names = new Map(people.map((each) => [each.id, each]));
  const item = (thing: ThingChange) => (
    <li key={`${thing.kind} ${thing.name}`}>
      <Thing store={store} thing={thing} names={names} />
    </li>
  );
  return (
    <>
      <p>
        <strong>{sayForSchool(change)}</strong>
      </p>
      <ul class="change-list">{things.slice(0, SHOWN).map(item)}</ul>
      {things.length <= SHOWN ? null : (
        <details class="details">
          <summary>{things.length - SHOWN} more that differ</summary>
          <ul class="change-list">{things.slice(SHOWN).map(item)}</ul>
        </details>
      )}
      <WorkloadChange roles={workload} />
    </>
  );
}

const KINDS: Readonly<Record<ThingChange["kind"], string>> = {
  status: "Holds:",
  band: "Band:",
  duty: "To do:",
  question: "To be decided:",
};

function Thing(props: {
  readonly store: Store;
  readonly thing: ThingChange;
  readonly names: ReadonlyMap<string, PupilName>;
}) {
  const { store, thing, names } = props;
  const { title, before, after, newly, noLonger, years, groups } = thing;
  return (
    <>
      <p class="change-title">
        <span class="faint">{KINDS[thing.kind]}</span> {title}
      </p>
      <p>
        {before} → <strong>{after}</strong> {after === 1 ? "pupil" : "pupils"}
        {newly.length === 0 ? null : <span class="turned newly">{newly.length} newly</span>}
        {noLonger.length === 0 ? null : <span class="turned no-longer">{noLonger.length} no longer</span>}
      </p>
      <People store={store} title={title} what="Newly" ids={newly} names={names} />
      <People store={store} title={title} what="No longer" ids={noLonger} names={names} />
      <details class="small">
        <summary>
          By year group and by group<span class="unseen">: {title}</span>
        </summary>
        <div class="columns">
          <Counts
            caption="By year group"
            of={title}
            rows={years.map((each) => ({ ...each, name: sayYear(each.year) }))}
          />
          {groups.length === 0 ? null : (
            <Counts caption="By group" of={title} rows={groups.map((each) => ({ ...each, name: each.title }))} />
          )}
        </div>
        <p class="hint">
          Numbers of 1 to 4 pupils of a group are hidden, and so is every number from which one could be worked out.
        </p>
      </details>
    </>
  );
}

function People(props: {
  readonly store: Store;
  readonly title: string;
  readonly what: string;
  readonly ids: readonly string[];
  readonly names: ReadonlyMap<string, PupilName>;
}) {
  const { store, title, what, ids, names } = props;
  const { open } = schoolChangeOf(store);
  if (ids.length === 0) return null;
  return (
    <details class="small">
      <summary>
        {what}: {ids.length} {ids.length === 1 ? "pupil" : "pupils"}
        <span class="unseen">, {title}</span>
      </summary>
      <ul class="people-list">
        {ids.map((id) => {
          const pupil = names.get(id);
          return (
            <li key={id}>
              <button type="button" class="link" onClick={() => open(id)}>
                {pupil === undefined ? id : sayPupil(pupil)}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

interface CountRow {
  readonly name: string;
  readonly newly: Guarded;
  readonly noLonger: Guarded;
}

function Counts(props: { readonly caption: string; readonly of: string; readonly rows: readonly CountRow[] }) {
  const { caption, of, rows } = props;
  const most = Math.max(
    1,
    ...rows.flatMap(({ newly, noLonger }) => [newly, noLonger].map((each) => (each === "hidden" ? 0 : each))),
  );
  const cell = (count: Guarded) => (
    <td class="with-bar">
      <span class="count">{sayGuarded(count)}</span> {count === "hidden" ? null : <Bar count={count} most={most} />}
    </td>
  );
  return (
    <div class="table-frame counts" tabIndex={0} role="region" aria-label={`${caption}: ${of}`}>
      <table class="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{caption}</span>
            </th>
            <th scope="col">Newly</th>
            <th scope="col">No longer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, newly, noLonger }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cell(newly)}
              {cell(noLonger)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
