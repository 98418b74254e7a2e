// The whole page: the policy on one side, what it makes of somebody on the other. A phone shows one of them at a time.

import { useEffect, useRef } from "preact/hooks";
import { sayMoment } from "../src/wording.ts";
import { HandedNotice } from "./share/handed-notice.tsx";
import type { Store } from "./state/store.ts";
import { LazyView } from "./views/lazy-view.tsx";
import { Masthead } from "./views/masthead.tsx";
import { Navigation } from "./views/navigation.tsx";
import { PolicyPane } from "./policy/policy-pane.tsx";
import { keepPaperReady } from "./views/printed-policy.ts";
import { viewNamed } from "./views/registry.ts";
import type { View } from "./views/registry.ts";

function layoutOf(view: View | undefined): string {
  if (view === undefined) return "policy-alone";
  return view.bare === true ? "bare" : view.wide ? "view-alone" : "side-by-side";
}

export function App({ store }: { readonly store: Store }) {
  const view = viewNamed(store.place.value.view);
  const main = useRef<HTMLElement>(null);
  useEffect(() => keepPaperReady(store), [store]);
  // A place is read from its head, however far down the one before was read.
  useEffect(() => scrollTo(0, 0), [view?.name]);
  return (
    <>
      <a
        class="skip-link"
        href="#main"
        onClick={(event) => {
          // What stands behind # is the place on the page, so the link moves the focus and not the address.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the policy
      </a>
      {view?.bare === true ? null : (
        <>
          <Masthead store={store} />
          <Navigation store={store} />
        </>
      )}
      <HandedNotice store={store} />
      <main id="main" ref={main} tabIndex={-1} class={`desk ${layoutOf(view)}`}>
        <h1 class="desk-title">{store.compiled.value?.title ?? "Opening the policy…"}</h1>
        {store.sound.value || store.compiled.value === undefined ? null : (
          <p class="desk-title notice bad">The policy cannot run yet. Any answer here is from before.</p>
        )}
        <PolicyPane store={store} />
        {view === undefined ? null : <LazyView key={view.name} view={view} store={store} />}
      </main>
      <Stamp store={store} />
    </>
  );
}

/** What a sheet of paper came from, for whoever finds it later. */
function Stamp({ store }: { readonly store: Store }) {
  const [policy, opened, asOf] = [store.policy.value, store.opened.value, store.asOf.value];
  const changed = policy?.text === opened?.text ? "" : ", changed since it was opened";
  return (
    <p class="stamp only-printed">
      Rollcall {import.meta.env.VITE_ROLLCALL_VERSION}. Policy {policy?.name ?? "none"}
      {changed}. Looked at as it stood on {asOf === 0 ? "no day" : sayMoment(asOf)}. It tells what the policy says, and
      is no advice.
    </p>
  );
}
