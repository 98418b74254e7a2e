// The page as one file, with what is open now inside it. Only a page that was itself opened as one file can be saved so; the text
// in it is data to the browser, never a script.

import type { Store } from "../state/store.ts";
import { followAddress, handedState } from "./handed-state.ts";

const KEPT = "kept";

/** The page as it came, before anything was drawn into it; undefined where it came in many files. */
let asItCame: HTMLElement | undefined;

/** What a saved page holds is opened like what a link hands over; else what stands in the address; else what the page begins with. */
export async function begin(store: Store, beginning: () => void): Promise<void> {
  const place = document.getElementById(KEPT);
  if (place !== null) asItCame = document.documentElement.cloneNode(true) as HTMLElement;
  const kept = (place?.textContent ?? "").trim();
  const opened =
    store.place.value.handed === undefined && kept !== "" && (await handedState(store).receive(kept, "page", true));
  if (!opened && store.place.value.handed === undefined) beginning();
  followAddress(store);
}

export function canSavePage(): boolean {
  return asItCame !== undefined;
}

/** `packed` is letters and digits alone, so that nothing in it can end the element it stands in. */
export function savedPage(packed: string): string | undefined {
  const whole = asItCame?.cloneNode(true) as HTMLElement | undefined;
  const place = whole?.querySelector(`#${KEPT}`);
  if (whole === undefined || place === null || place === undefined || !/^p=[\w-]+$/.test(packed)) return undefined;
  place.textContent = packed;
  return `<!doctype html>\n${whole.outerHTML}`;
}
