// Opens the page: two workers, one store, one application.

// The page's own looks come first: they say in which order all others count.
import "./look/page.css";
import "./look/pupil.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { begin } from "./share/saved-page.ts";
import { makeStore } from "./state/store.ts";
import { makeClient } from "./worker/client.ts";
import { openWorker } from "./worker/open-worker.ts";

const store = makeStore({ desk: makeClient(openWorker()), school: makeClient(openWorker()) });
store.lookOn(20525);
store.guard(begin(store));

const root = document.querySelector("#app");
if (root !== null) {
  root.textContent = "";
  render(<App store={store} />, root);
}
