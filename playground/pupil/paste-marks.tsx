// A row of letters, as a register prints them, put into the calendar from the chosen session on.

import { useSignal } from "@preact/signals";

/** More than a year of marks is nobody's register. */
const LONGEST = 4000;

export function PasteMarks(props: { readonly from: string; readonly onPaste: (text: string) => void }) {
  const text = useSignal("");
  return (
    <details class="paste-marks">
      <summary>Paste a row of marks</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onPaste(text.value);
        }}
      >
        <label for="marks-text">Marks from {props.from}</label>
        <p class="hint" id="marks-hint">
          One letter a session, such as GG GG //. A dot means attended, a dash means no mark. Blanks mean nothing.
        </p>
        <textarea
          id="marks-text"
          rows={2}
          maxLength={LONGEST}
          spellcheck={false}
          aria-describedby="marks-hint"
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
        <button type="submit" class="button">
          Put the marks in
        </button>
      </form>
    </details>
  );
}
