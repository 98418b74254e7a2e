// One mark of the pupil, changed without leaving the comparison: a date, morning or afternoon, and a code.

import { useSignal } from "@preact/signals";
import { dayOf, formatDay, parseDay, sayDay } from "../../src/wording.ts";
import { codesOn } from "../pupil/marks-text.ts";
import { sayMarked } from "../pupil/words.ts";
import { yearGrid } from "../pupil/year-grid.ts";
import type { Store } from "../state/store.ts";

export function ChangeMark({ store }: { readonly store: Store }) {
  const vocabulary = store.vocabulary.value;
  const today = dayOf(store.asOf.value);
  const date = useSignal<string | undefined>(undefined);
  const half = useSignal("both");
  const code = useSignal("O");
  const problem = useSignal("");
  if (vocabulary === undefined) return null;
  const day = parseDay(date.value ?? formatDay(today));
  const put = (): void => {
    const sessions = (yearGrid(vocabulary.calendar, day ?? today)?.sessions ?? []).filter(
      (session) => session.startsWith(`${day} `) && (half.value === "both" || session.endsWith(half.value)),
    );
    problem.value =
      day === undefined
        ? "Choose a date."
        : sessions.length === 0
          ? `There is no session on ${sayDay(day)}. Choose a school day.`
          : "";
    const mark = code.value === "" ? undefined : code.value;
    if (sessions.length > 0) store.mark(sessions, mark, sayMarked(mark, sessions));
  };
  return (
    <details class="details">
      <summary>Change a mark of this pupil</summary>
      <form
        class="toolbar ends"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          put();
        }}
      >
        <div class={`field${problem.value === "" ? "" : " invalid"}`}>
          <label for="mark-day">Date</label>
          {problem.value === "" ? null : (
            <p class="error-message" id="mark-error">
              <span class="unseen">Error: </span>
              {problem.value}
            </p>
          )}
          <input
            id="mark-day"
            type="date"
            value={date.value ?? formatDay(today)}
            aria-invalid={problem.value !== ""}
            {...(problem.value === "" ? {} : { "aria-describedby": "mark-error" })}
            onChange={({ currentTarget }) => {
              date.value = currentTarget.value;
            }}
          />
        </div>
        <div class="field">
          <label for="mark-half">Session</label>
          <select
            id="mark-half"
            value={half.value}
            onChange={({ currentTarget }) => {
              half.value = currentTarget.value;
            }}
          >
            <option value="both">The whole day</option>
            <option value="AM">Morning</option>
            <option value="PM">Afternoon</option>
          </select>
        </div>
        <div class="field">
          <label for="mark-code">Mark</label>
          <select
            id="mark-code"
            class="width-20"
            value={code.value}
            onChange={({ currentTarget }) => {
              code.value = currentTarget.value;
            }}
          >
            <option value="">Attended as usual</option>
            {codesOn(vocabulary.codes, day ?? today).map((each) => (
              <option key={each.code} value={each.code}>
                {each.code} {each.means}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="button">
          Put the mark
        </button>
      </form>
    </details>
  );
}
