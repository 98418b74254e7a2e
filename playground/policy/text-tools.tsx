// What can be done with the text as a whole: go to a declaration, find words, tidy its lines, undo.

import type { PolicyState } from "./policy-state.ts";

export function TextTools({ state }: { readonly state: PolicyState }) {
  const { landmarks } = state.survey.value;
  const editor = state.editor.value;
  const went = (event: Event & { readonly currentTarget: HTMLInputElement }): void => {
    const { value } = event.currentTarget;
    const found = landmarks.find(({ title }) => title === value);
    if (found === undefined) {
      state.said.value = value === "" ? "" : `Nothing in the policy is called “${value}”.`;
      return;
    }
    event.currentTarget.value = "";
    state.said.value = "";
    state.goTo(found.from);
  };
  const ready = editor !== undefined;
  return (
    <div class="toolbar text-tools">
      <label class="go-to">
        <span class="unseen">Go to</span>
        <input
          type="search"
          list="landmarks"
          placeholder="Go to a rule…"
          autocomplete="off"
          onChange={went}
          disabled={!ready || landmarks.length === 0}
        />
      </label>
      <datalist id="landmarks">
        {[...new Set(landmarks.map(({ title }) => title))].map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      <button type="button" class="button small" disabled={!ready} onClick={() => editor?.undo()}>
        Undo
      </button>
      <button type="button" class="button small" disabled={!ready} onClick={() => editor?.redo()}>
        Redo
      </button>
      <button type="button" class="button small" disabled={!ready} onClick={() => editor?.find()}>
        Find
      </button>
      <button type="button" class="button small" disabled={!ready} onClick={state.layOut}>
        Tidy
      </button>
    </div>
  );
}
