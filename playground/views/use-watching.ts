// Counts who looks at something: what nobody looks at need not be worked out.

import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

export function useWatching(watching: Signal<number>): void {
  useEffect(() => {
    watching.value += 1;
    return () => {
      watching.value -= 1;
    };
  }, [watching]);
}
