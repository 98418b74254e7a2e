// A part of the page that is loaded when it is first wanted: what nobody looks at yet, nobody waits for.

import { useEffect, useState } from "preact/hooks";
import type { Store } from "./store.ts";

/** Undefined until it is there. `load` must be the same function at each call, or false as long as the part is not wanted. */
export function useLoaded<Part>(store: Store, load: (() => Promise<Part>) | false): Part | undefined {
  const [loaded, setLoaded] = useState<{ readonly part: Part }>();
  useEffect(() => {
    if (load !== false) store.guard(load().then((part) => setLoaded({ part })));
  }, [load, store]);
  return loaded?.part;
}
