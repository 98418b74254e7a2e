// The whole page: the policy on one side, what it makes of somebody on the other. A phone shows one of them at a time.

import type { Store } from "./state/store.ts";
import { LazyView } from "./views/lazy-view.tsx";
import { Masthead } from "./views/masthead.tsx";
import { Navigation } from "./views/navigation.tsx";
import { PolicyPane } from "./views/policy-pane.tsx";
import { viewNamed } from "./views/registry.ts";

export function App({ store }: { readonly store: Store }) {
  const view = viewNamed(store.place.value.view);
  return (
    <>
      <Masthead store={store} />
      <Navigation store={store} />
      <main id="main" class={`desk ${view === undefined ? "policy-alone" : view.wide ? "view-alone" : "side-by-side"}`}>
        <PolicyPane store={store} />
        {view === undefined ? null : <LazyView key={view.name} view={view} store={store} />}
      </main>
    </>
  );
}
