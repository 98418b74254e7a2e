// A view that is loaded when it is shown: until then its name stands in its place, and a failure to load is told.

import { useEffect, useState } from "preact/hooks";
import type { Store } from "../state/store.ts";
import type { View, ViewComponent } from "./registry.ts";

const loaded = new Map<string, ViewComponent>();

export function LazyView({ view, store }: { readonly view: View; readonly store: Store }) {
  const [, refresh] = useState(0);
  const Shown = loaded.get(view.name);
  useEffect(() => {
    if (loaded.has(view.name)) return;
    store.guard(
      view.load().then((component) => {
        loaded.set(view.name, component);
        refresh((count) => count + 1);
      }),
    );
  }, [view, store]);
  return Shown === undefined ? <p class="loading">{view.title} is opening…</p> : <Shown store={store} />;
}
