// The whole text of the policy for paper: an editor draws only the lines that are in view, so they are set out as a list of their
// own when printing begins, and taken away again after it.

import type { Store } from "../state/store.ts";
import { POLICY_ALONE } from "../state/place.ts";

/** Undoes itself. */
export function keepPaperReady(store: Store): () => void {
  let set: HTMLElement | undefined;
  const before = (): void => {
    const text = store.policy.value?.text;
    const place = document.querySelector(".policy");
    if (store.place.value.view !== POLICY_ALONE || text === undefined || place === null) return;
    set?.remove();
    set = linesOf(text);
    place.append(set);
  };
  const after = (): void => {
    set?.remove();
    set = undefined;
  };
  // Most browsers tell of printing by an event; some tell only that the page is now for paper.
  const paper = matchMedia("print");
  const turned = (): void => (paper.matches ? before() : after());
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  paper.addEventListener("change", turned);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
    paper.removeEventListener("change", turned);
    after();
  };
}

/** Its numbers are those of the lines, as findings and reasons name them. */
function linesOf(text: string): HTMLElement {
  const list = document.createElement("ol");
  list.className = "printed-policy only-printed";
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const item = document.createElement("li");
    item.textContent = line === "" ? "\u00A0" : line;
    list.append(item);
  }
  return list;
}
