// Opens the page: two workers, one store, one application.

// The page's own looks come first: they say in which order all others count.
import "./look/page.css";
import "./look/pupil.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { openingStory } from "./pupil/story-book.ts";
import { begin } from "./share/saved-page.ts";
import { makeStore } from "./state/store.ts";
import { makeClient } from "./worker/client.ts";
import { openWorker } from "./worker/open-worker.ts";

const store = makeStore({ desk: makeClient(openWorker()), school: makeClient(openWorker()) });
store.lookOn(openingStory.day);
store.guard(
  begin(store, () => {
    store.openPolicy("hall-green");
    // Somebody of whom the policy has something to say; the pupil of a link is put in without this one.
    store.sketch.value = openingStory.sketch;
  }),
);

const root = document.querySelector("#app");
if (root !== null) {
  root.textContent = "";
  render(<App store={store} />, root);
}
