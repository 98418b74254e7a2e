// Where the policy's text can be read in more than one way: each question with its answers, and which of them is followed here.

import { upperFirst } from "../../src/wording.ts";
import { useState } from "preact/hooks";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";

type Reading = Vocabulary["readings"][number];

export function ReadingsList({ store, readings }: { readonly store: Store; readonly readings: readonly Reading[] }) {
  const [open, setOpen] = useState(false);
  if (readings.length === 0) return null;
  const other = store.readings.value.length;
  return (
    <details class="details readings" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {readings.length === 1
          ? "One sentence can be read in two ways"
          : `${readings.length} questions that the text answers in two ways`}
        {other === 0 ? "" : `, ${other} read otherwise here`}
      </summary>
      <p class="hint">
        The policy chose one answer to each, and says why. Choose another here to see what it would change; the text
        stays as it is.
      </p>
      {other === 0 ? null : (
        <button
          type="button"
          class="button small"
          onClick={() => {
            store.readings.value = [];
          }}
        >
          Read all as the policy does
        </button>
      )}
      {(open ? readings : []).map((reading) => (
        <Question key={reading.question} store={store} reading={reading} />
      ))}
    </details>
  );
}

function Question({ store, reading }: { readonly store: Store; readonly reading: Reading }) {
  const { question, labels, chosen } = reading;
  const own = store.readings.value.find(([asked]) => asked === question)?.[1];
  const followed = own ?? chosen;
  const choose = (label: string): void => {
    store.readings.value = [...store.readings.value.filter(([asked]) => asked !== question), [question, label]];
  };
  return (
    <fieldset class="reading">
      <legend>{upperFirst(question)}</legend>
      {labels.map((label) => (
        <label class="choice" key={label}>
          <input
            type="radio"
            name={`reading ${question}`}
            checked={label === followed}
            onChange={() => choose(label)}
          />
          <span>{label}</span>
        </label>
      ))}
      {own === undefined ? null : (
        <button
          type="button"
          class="link small"
          onClick={() => {
            store.readings.value = store.readings.value.filter(([asked]) => asked !== question);
          }}
        >
          Read it as the policy does
        </button>
      )}
    </fieldset>
  );
}
