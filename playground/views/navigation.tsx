// Where one can go. They are links, so that the way back is the browser's own and a place can be kept or sent.

import { hrefOf } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import { POLICY_ALONE, views } from "./registry.ts";

export function Navigation({ store }: { readonly store: Store }) {
  const { view } = store.place.value;
  return (
    <nav class="navigation" aria-label="What to look at">
      <ul>
        {[{ name: POLICY_ALONE, title: "The policy" }, ...views].map(({ name, title }) => (
          <li key={name}>
            <a href={hrefOf({ view: name })} {...(name === view ? { "aria-current": "page" as const } : {})}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
