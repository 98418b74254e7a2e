// Which policy is looked at: one of the shelf, or a file of somebody's own, which is kept in this page's memory and nowhere else.

import { shelfTitles } from "../texts/titles.ts";
import type { ShelfTitle } from "../texts/titles.ts";
import type { Store } from "../state/store.ts";
import type { PolicyState } from "./policy-state.ts";

const groups: readonly { readonly level: ShelfTitle["level"]; readonly title: string }[] = [
  { level: "nation", title: "The nation" },
  { level: "trust", title: "Trusts" },
  { level: "school", title: "Schools" },
];

/** More cannot be a policy, and is not even read. */
const LARGEST = 8_000_000;

interface Given {
  readonly store: Store;
  readonly state: PolicyState;
}

export function PolicyPicker({ store, state }: Given) {
  const policy = store.policy.value;
  const name = policy?.name.split("/")[0] ?? "";
  const onShelf = shelfTitles.some((each) => each.name === name);
  const chosen = (event: Event & { readonly currentTarget: HTMLSelectElement }): void => {
    const next = shelfTitles.find((each) => each.name === event.currentTarget.value);
    event.currentTarget.value = onShelf ? name : "";
    if (next !== undefined) state.openShelved(next.name, next.title);
  };
  const given = (event: Event & { readonly currentTarget: HTMLInputElement }): void => {
    const { files } = event.currentTarget;
    if (files !== null && files.length > 0) store.guard(readFiles([...files], state));
    event.currentTarget.value = "";
  };
  return (
    <div class="policy-picker">
      <div class="toolbar">
        <label class="unseen" for="policy-choice">
          Policy
        </label>
        <select id="policy-choice" value={onShelf ? name : ""} onChange={chosen}>
          {onShelf ? null : <option value="">A file of your own</option>}
          {groups.map(({ level, title }) => (
            <optgroup key={level} label={title}>
              {shelfTitles
                .filter((each) => each.level === level)
                .map((each) => (
                  <option key={each.name} value={each.name}>
                    {each.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <label class="button small file-button">
          Open a file
          <input type="file" class="unseen" multiple accept=".rollcall,.yaml,.yml,.txt" onChange={given} />
        </label>
      </div>
      <Refused state={state} />
      <PutAway state={state} />
    </div>
  );
}

async function readFiles(files: readonly File[], state: PolicyState): Promise<void> {
  const large = files.find(({ size }) => size > LARGEST);
  if (large !== undefined) {
    state.refusal.value = `“${large.name}” is too large to be a policy. Choose the file that holds the policy itself.`;
    return;
  }
  state.openFiles(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
}

function Refused({ state }: Pick<Given, "state">) {
  const refusal = state.refusal.value;
  return refusal === undefined ? null : (
    <p class="notice bad" role="alert">
      {refusal}
    </p>
  );
}

function PutAway({ state }: Pick<Given, "state">) {
  const waiting = state.waiting.value;
  return waiting === undefined ? null : (
    <div class="notice warning" role="alert">
      <p>
        You have changed this policy. Opening “{waiting.title}” puts your changes away for good. Save them first if you
        want them.
      </p>
      <div class="buttons">
        <button type="button" class="button small" onClick={waiting.open}>
          Open it
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => {
            state.waiting.value = undefined;
          }}
        >
          Stay here
        </button>
      </div>
    </div>
  );
}
