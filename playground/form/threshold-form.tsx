// Every figure of a policy as a labelled field, under the topics by which staff would look for it. What is typed goes into the text.

import type { Store } from "../state/store.ts";
import { useWatching } from "../views/use-watching.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { formOf } from "./form-state.ts";
import type { FormState } from "./form-state.ts";
import { isChanged, topicsOf } from "./form-shape.ts";
import { TopicFields } from "./topic-fields.tsx";
import "../look/form.css";

export function ThresholdForm({ store }: { readonly store: Store }) {
  const form = formOf(store);
  useWatching(form.watching);
  const answer = form.answer.value;
  if (answer === undefined)
    return form.unreadable.value === undefined ? (
      <p class="loading">The figures of the policy are being read…</p>
    ) : (
      <Stuck form={form} />
    );
  const [search, onlyChanged] = [form.search.value.trim(), form.onlyChanged.value];
  const topics = topicsOf(answer, { search, onlyChanged });
  const changed = answer.own.filter(isChanged).length;
  return (
    <form
      class="threshold-form"
      aria-label="Figures of the policy"
      onSubmit={(event) => event.preventDefault()}
      autocomplete="off"
    >
      <Stuck form={form} />
      <ErrorSummary form={form} fields={answer.own} />
      <Tools form={form} changed={changed} />
      {topics.length === 0 ? (
        <p class="empty">
          {onlyChanged && search === ""
            ? "No figure has been changed since the policy was opened."
            : `No figure has “${search}” in its words.`}
        </p>
      ) : (
        topics.map((topic, place) => (
          <TopicFields
            key={topic.name}
            form={form}
            topic={topic}
            isFirst={place === 0}
            isSought={search !== "" || onlyChanged}
          />
        ))
      )}
    </form>
  );
}

/** The last fields stand as they were, and cannot be used, until the text can be read again. */
function Stuck({ form }: { readonly form: FormState }) {
  const stuck = form.unreadable.value;
  return stuck === undefined ? null : (
    <div class="notice bad" role="status">
      <p>
        <strong>The fields are locked, because the policy’s text cannot be read.</strong> Line {stuck.line}:{" "}
        {stuck.message}
      </p>
      <p>Mend that line in the rules, and the fields follow.</p>
    </div>
  );
}

function Tools({ form, changed }: { readonly form: FormState; readonly changed: number }) {
  return (
    <div class="form-tools">
      <div class="field">
        <label for="form-search">Find a figure</label>
        <input
          id="form-search"
          type="search"
          class="width-full"
          value={form.search.value}
          placeholder="letter, 95, HAL-049"
          onInput={({ currentTarget }) => {
            form.search.value = currentTarget.value;
          }}
        />
      </div>
      <div class="toolbar">
        <button
          type="button"
          class="button"
          aria-pressed={form.onlyChanged.value}
          onClick={() => {
            form.onlyChanged.value = !form.onlyChanged.value;
          }}
        >
          Changed figures ({changed})
        </button>
        <button type="button" class="button" disabled={!form.canUndo.value} onClick={form.undo}>
          Undo
        </button>
      </div>
      <p class="form-said" role="status">
        {form.said.value}
      </p>
    </div>
  );
}
