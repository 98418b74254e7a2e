// Which policies are compared, and whether two of them are read side by side.

import type { CompareState } from "./compare-state.ts";

export function WhichPolicies({ compare }: { readonly compare: CompareState }) {
  const [own, choosable] = [compare.editedName.value, compare.choosable.value];
  const count = choosable.filter(({ name }) => name === own || compare.ticked.value.has(name)).length;
  return (
    <details class="details which-policies">
      <summary>
        Which policies ({count} of {choosable.length}
        {compare.pair.value === undefined ? "" : ", two side by side"})
      </summary>
      <fieldset>
        <legend>Policies to compare</legend>
        <div class="which-choices">
          {choosable.map(({ name, title }) => (
            <label key={name} class="choice">
              <input
                type="checkbox"
                checked={name === own || compare.ticked.value.has(name)}
                disabled={name === own}
                onChange={({ currentTarget }) => compare.tick(name, currentTarget.checked)}
              />
              <span>
                {title}
                {name === own ? (
                  <span class="faint"> (as it is being edited; the others are held against it)</span>
                ) : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TwoSideBySide compare={compare} />
    </details>
  );
}

function TwoSideBySide({ compare }: { readonly compare: CompareState }) {
  const pair = compare.pair.value;
  const policies = compare.table.value?.policies ?? [];
  if (policies.length < 2) return null;
  const choose = (place: 0 | 1, name: string): void => {
    if (pair === undefined) return;
    const other = pair[1 - place] ?? "";
    // The same one twice could not differ: the two change places.
    const left = name === other ? (pair[place] ?? "") : other;
    compare.pair.value = place === 0 ? [name, left] : [left, name];
  };
  return (
    <fieldset>
      <legend>How to read them</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={pair !== undefined}
          onChange={({ currentTarget }) => compare.readTwo(currentTarget.checked)}
        />
        <span>Two side by side, in full</span>
      </label>
      {pair === undefined ? null : (
        <div class="toolbar ends">
          {([0, 1] as const).map((place) => (
            <div class="field" key={place}>
              <label for={`compare-side-${place}`}>{place === 0 ? "On the left" : "On the right"}</label>
              <select
                id={`compare-side-${place}`}
                value={pair[place]}
                onChange={({ currentTarget }) => choose(place, currentTarget.value)}
              >
                {policies.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      )}
    </fieldset>
  );
}
