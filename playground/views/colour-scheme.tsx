// Light or dark: as the computer has it, unless somebody chooses otherwise. The choice is forgotten with the page.

import { effect, signal } from "@preact/signals";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";

const SCHEMES = [
  ["computer", "Colours: automatic"],
  ["light", "Colours: light"],
  ["dark", "Colours: dark"],
] as const;

type Scheme = (typeof SCHEMES)[number][0];

const schemeOf = ofStore(() => {
  const scheme = signal<Scheme>("computer");
  effect(() => {
    const root = document.documentElement;
    if (scheme.value === "computer") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", scheme.value);
  });
  return scheme;
});

export function ColourScheme({ store }: { readonly store: Store }) {
  const scheme = schemeOf(store);
  return (
    <label>
      <span class="unseen">Light or dark. </span>
      <select
        value={scheme.value}
        onChange={({ currentTarget }) => {
          scheme.value = SCHEMES.find(([name]) => name === currentTarget.value)?.[0] ?? "computer";
        }}
      >
        {SCHEMES.map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
