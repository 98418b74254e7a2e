// Anything on the page that answers "why?" when it is pressed.

import type { ComponentChildren } from "preact";
import type { Store } from "../state/store.ts";
import type { About } from "../worker/pupil-protocol.ts";

export function sameAbout(a: About | undefined, b: About): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Pressing it again takes the answer away. */
export function pointAt(store: Store, about: About): void {
  store.about.value = sameAbout(store.about.value, about) ? undefined : about;
}

export function Pointer(props: {
  readonly store: Store;
  readonly about: About;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const { store, about } = props;
  return (
    <button
      type="button"
      class={props.class ?? "link"}
      aria-pressed={sameAbout(store.about.value, about)}
      onClick={() => pointAt(store, about)}
    >
      {props.children}
    </button>
  );
}
