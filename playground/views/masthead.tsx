// The head of the page: its name, what it promises, the places that are no view of the policy, and what went wrong in the page
// itself, if anything did.

import { hrefOf } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import { ColourScheme } from "./colour-scheme.tsx";
import { Mark } from "./mark.tsx";
import { views } from "./registry.ts";

export function Masthead({ store }: { readonly store: Store }) {
  const fault = store.fault.value;
  const { view } = store.place.value;
  const aside = views.filter((each) => each.aside === true);
  return (
    <>
      <header class="masthead">
        <p class="masthead-name">
          <Mark />
          Rollcall
        </p>
        <p class="masthead-what">
          See what an attendance policy asks for, of whom, and why. Nothing you do here leaves this page.
        </p>
        <div class="masthead-tools">
          {aside.length === 0 ? null : (
            <nav aria-label="Share and help">
              <ul>
                {aside.map(({ name, title }) => (
                  <li key={name}>
                    <a href={hrefOf({ view: name })} {...(name === view ? { "aria-current": "page" as const } : {})}>
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <button type="button" class="masthead-button" onClick={() => print()}>
            Print
          </button>
          <ColourScheme store={store} />
        </div>
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
