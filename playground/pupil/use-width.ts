// How wide the place of a picture is, as the window changes: pictures are drawn to fit, and never squeezed.

import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

export interface Frame {
  readonly frame: RefObject<HTMLDivElement | null>;
  /** In CSS pixels; a picture narrower than a small telephone could not be read. */
  readonly width: Signal<number>;
}

export function useWidth(): Frame {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSignal(600);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) width.value = Math.max(280, Math.round(entry.contentRect.width));
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [width]);
  return { frame, width };
}
