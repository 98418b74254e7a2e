// The whole page: the policy on one side, what it makes of a pupil on the other.

import type { Store } from "./state/store.ts";
import { PolicyPane } from "./views/policy-pane.tsx";
import { PupilPane } from "./pupil/pupil-pane.tsx";

export function App({ store }: { readonly store: Store }) {
  const fault = store.fault.value;
  return (
    <>
      <header class="masthead">
        <p class="masthead-name">Rollcall</p>
        <p class="masthead-what">What an attendance policy does. Nothing on this page leaves it.</p>
      </header>
      {fault === undefined ? null : (
        <div class="error-summary" role="alert">
          <h2>Something went wrong in the page itself</h2>
          <p>{fault.message}</p>
        </div>
      )}
      <main id="main" class="desk">
        <PolicyPane store={store} />
        <PupilPane store={store} />
      </main>
    </>
  );
}
