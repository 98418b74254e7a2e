// Any two policies, any two readings, any two dates: for each side which policy, how it is read, and when it is looked at.

import { formatDay, parseDay } from "../../src/wording.ts";
import { useSignal } from "@preact/signals";
import type { Store } from "../state/store.ts";
import type { ShelfChoice } from "../worker/what-if-protocol.ts";
import { whatIfOf } from "./what-if-state.ts";
import type { Choice } from "./what-if-state.ts";

/** New codes, new thresholds and new penalty notices came into force on this day. */
const NEW_LAW = { before: 19953, after: 19954 };

export function SidesForm({ store }: { readonly store: Store }) {
  const state = whatIfOf(store);
  const { choices, shelf } = state;
  const opened = useSignal(false);
  const usual = choices.value.every(({ reading, day }) => reading === undefined && day === undefined);
  const own = usual && choices.value[0].policy.kind === "baseline" && choices.value[1].policy.kind === "present";
  return (
    <details
      class="details sides-form"
      open={!own || opened.value}
      onToggle={({ currentTarget }) => {
        opened.value = currentTarget.open;
        if (currentTarget.open) state.openShelf();
      }}
    >
      <summary>Compare something else: two schools, two readings, or two dates</summary>
      <div class="columns">
        {([0, 1] as const).map((place) => (
          <SideFields
            key={place}
            place={place}
            choice={choices.value[place]}
            shelf={shelf.value ?? []}
            readings={readingsOf(store, choices.value[place], shelf.value ?? [])}
            onChoose={(choice) => state.choose(place, choice)}
          />
        ))}
      </div>
      <div class="buttons">
        <button
          type="button"
          class="button small"
          onClick={() => {
            const [before, after] = choices.value;
            state.choose(0, { ...before, day: NEW_LAW.before });
            state.choose(1, { ...after, day: NEW_LAW.after });
          }}
        >
          The day before and the day of the new law, 19 August 2024
        </button>
        <button type="button" class="button small" disabled={own} onClick={state.usual}>
          Back to before and now
        </button>
      </div>
    </details>
  );
}

function readingsOf(store: Store, { policy }: Choice, shelf: readonly ShelfChoice[]): ShelfChoice["readings"] {
  return policy.kind === "shelf"
    ? (shelf.find(({ name }) => name === policy.name)?.readings ?? [])
    : (store.vocabulary.value?.readings ?? []);
}

function SideFields(props: {
  readonly place: 0 | 1;
  readonly choice: Choice;
  readonly shelf: readonly ShelfChoice[];
  readonly readings: ShelfChoice["readings"];
  readonly onChoose: (choice: Choice) => void;
}) {
  const { place, choice, shelf, readings, onChoose } = props;
  const { policy, reading, day } = choice;
  const id = (what: string): string => `side-${place}-${what}`;
  const dated = day === undefined ? {} : { day };
  return (
    <fieldset>
      <legend>{place === 0 ? "Before" : "After"}</legend>
      <div class="field">
        <label for={id("policy")}>Policy</label>
        <select
          id={id("policy")}
          class="width-full"
          value={policy.kind === "shelf" ? `shelf ${policy.name}` : policy.kind}
          onChange={({ currentTarget: { value } }) =>
            onChoose({
              policy:
                value === "baseline" || value === "present"
                  ? { kind: value }
                  : { kind: "shelf", name: value.replace(/^shelf /, "") },
              ...dated,
            })
          }
        >
          <option value="baseline">The policy as before</option>
          <option value="present">The policy as it stands now</option>
          {shelf.map(({ name, title }) => (
            <option key={name} value={`shelf ${name}`}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={id("reading")}>Read</label>
        <select
          id={id("reading")}
          class="width-full"
          value={reading === undefined ? "" : JSON.stringify([reading.question, reading.label])}
          onChange={({ currentTarget: { value } }) => {
            const chosen = readings
              .flatMap(({ question, labels }) => labels.map((label) => ({ question, label })))
              .find(({ question, label }) => JSON.stringify([question, label]) === value);
            onChoose({ policy, ...dated, ...(chosen === undefined ? {} : { reading: chosen }) });
          }}
        >
          <option value="">As the policy chooses</option>
          {readings.map(({ question, labels, chosen }) => (
            <optgroup key={question} label={question}>
              {labels.map((label) => (
                <option key={label} value={JSON.stringify([question, label])}>
                  {label}
                  {label === chosen ? " (chosen)" : ""}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={id("day")}>On</label>
        <p class="hint" id={id("day-hint")}>
          Empty: the date looked at. Another date takes the pupil’s marks along, by whole weeks.
        </p>
        <input
          id={id("day")}
          type="date"
          aria-describedby={id("day-hint")}
          value={day === undefined ? "" : formatDay(day)}
          onChange={({ currentTarget: { value } }) => {
            const next = parseDay(value);
            onChoose({
              policy,
              ...(reading === undefined ? {} : { reading }),
              ...(next === undefined ? {} : { day: next }),
            });
          }}
        />
      </div>
    </fieldset>
  );
}
