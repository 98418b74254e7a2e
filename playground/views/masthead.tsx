// The head of the page: its name, what it promises, and what went wrong in the page itself, if anything did.

import type { Store } from "../state/store.ts";

export function Masthead({ store }: { readonly store: Store }) {
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
          <p>Your text is still here. Copy it to a safe place, then load the page again.</p>
        </div>
      )}
    </>
  );
}
