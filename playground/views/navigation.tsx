// Where one can go. They are links, so that the way back is the browser's own and a place can be kept or sent. A telephone shows
// where one is, and the others when they are asked for, those of the page's head too.

import { useSignal } from "@preact/signals";
import { hrefOf, POLICY_ALONE } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import { viewNamed, views } from "./registry.ts";
import type { View } from "./registry.ts";

const THE_POLICY: Pick<View, "name" | "title" | "aside"> = { name: POLICY_ALONE, title: "The policy" };
const [aside, main] = [views.filter((view) => view.aside === true), views.filter((view) => view.aside !== true)];

export function Navigation({ store }: { readonly store: Store }) {
  const here = viewNamed(store.place.value.view) ?? THE_POLICY;
  const opened = useSignal(false);
  return (
    <nav class="navigation" aria-label="What to look at">
      <button
        type="button"
        class="navigation-opener"
        aria-expanded={opened.value}
        onClick={() => {
          opened.value = !opened.value;
        }}
      >
        <span>
          {here.title}
          <span class="unseen">: choose what to look at</span>
        </span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 5 L8 11 L14 5" fill="none" stroke="currentColor" stroke-width="2.5" />
        </svg>
      </button>
      <ul>
        {[THE_POLICY, ...main, ...aside].map(({ name, title, aside: besides }) => (
          <li key={name} class={besides === true ? "aside" : ""}>
            <a
              href={hrefOf({ view: name })}
              data-title={title}
              {...(name === here.name ? { "aria-current": "page" as const } : {})}
              onClick={() => {
                opened.value = false;
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
