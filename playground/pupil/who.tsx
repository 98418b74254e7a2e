// Who the pupil is: the year, the parents, and what the policy looks out for.

import { useSignal } from "@preact/signals";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import { plainWords } from "./log-words.ts";
import { sayYear } from "./words.ts";

const YEARS = Array.from({ length: 15 }, (_, index) => index - 1);
const MOST_PARENTS = 8;

export function Who({ store, vocabulary }: { readonly store: Store; readonly vocabulary: Vocabulary }) {
  const sketch = store.sketch.value;
  const name = useSignal("");
  const unknown = sketch.flags.filter((flag) => vocabulary.flags.every((each) => each.name !== flag));
  const flags = [
    ...vocabulary.flags,
    ...unknown.map((flag) => ({ name: flag, title: `${plainWords(flag)} (no word of this policy)` })),
  ];
  const toggle = (flag: string, title: string, on: boolean): void =>
    store.change(
      { ...sketch, flags: on ? [...sketch.flags, flag] : sketch.flags.filter((each) => each !== flag) },
      on ? `Now: ${title}` : `No more: ${title}`,
    );
  const addParent = (): void => {
    const person = name.value.trim().replace(/\s+/g, " ");
    name.value = "";
    if (person === "" || sketch.parents.includes(person) || sketch.parents.length >= MOST_PARENTS) return;
    store.change({ ...sketch, parents: [...sketch.parents, person] }, `Parent added: ${person}`);
  };
  const known = sketch.flags.map((flag) => flags.find((each) => each.name === flag)?.title ?? flag);
  return (
    <details class="who">
      <summary>
        {sayYear(sketch.year)}; parents: {sketch.parents.length === 0 ? "none known" : sketch.parents.join(", ")}
        {known.length === 0 ? "" : `; ${known.join(", ")}`}. Change
      </summary>
      <div class="field">
        <label for="pupil-year">Year group</label>
        <select
          id="pupil-year"
          value={String(sketch.year)}
          onChange={({ currentTarget }) => {
            const year = Number(currentTarget.value);
            store.change({ ...sketch, year }, sayYear(year));
          }}
        >
          {YEARS.map((year) => (
            <option key={year} value={String(year)}>
              {sayYear(year)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>Parents</legend>
        <ul class="people">
          {sketch.parents.map((person) => (
            <li key={person}>
              {person}{" "}
              <button
                type="button"
                class="link"
                onClick={() =>
                  store.change(
                    { ...sketch, parents: sketch.parents.filter((each) => each !== person) },
                    `Parent removed: ${person}`,
                  )
                }
              >
                Remove<span class="unseen"> {person}</span>
              </button>
            </li>
          ))}
        </ul>
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            addParent();
          }}
        >
          <label for="parent-name">Another parent</label>
          <input
            id="parent-name"
            maxLength={40}
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
          <button type="submit" class="button">
            Add
          </button>
        </form>
      </fieldset>
      <fieldset>
        <legend>What the policy looks out for</legend>
        <div class="flags">
          {flags.map(({ name: flag, title }) => (
            <label key={flag}>
              <input
                type="checkbox"
                checked={sketch.flags.includes(flag)}
                onChange={({ currentTarget }) => toggle(flag, title, currentTarget.checked)}
              />{" "}
              {title}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
