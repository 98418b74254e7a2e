// What a link brought, above everything else: what it holds, and the choice where something would be lost.

import type { Store } from "../state/store.ts";
import { handedState } from "./handed-state.ts";
import type { From, Notice } from "./handed-state.ts";

const TITLES: Readonly<Record<From, Readonly<Record<Notice["kind"], string>>>> = {
  link: {
    refused: "The link could not be opened",
    asks: "A link wants to replace what you are working on",
    opened: "Opened from a link",
  },
  page: {
    refused: "What this page was saved with could not be opened",
    asks: "This page was saved with something else in it",
    opened: "Opened as it was saved",
  },
};

export function HandedNotice({ store }: { readonly store: Store }) {
  const { notice } = handedState(store);
  const told = notice.value;
  const leave = (): void => {
    notice.value = undefined;
  };
  return (
    <div class="handed" role="status">
      {told === undefined ? null : (
        <div class={`notice ${told.kind === "opened" ? "good" : "warning"}`}>
          <p class="label">{TITLES[told.from][told.kind]}</p>
          {told.kind === "refused" ? (
            <p>{told.why} The page opens as usual. Ask for it again, or for the policy as a file.</p>
          ) : (
            <p>{told.what}</p>
          )}
          {told.kind === "opened" ? (
            <p class="small">
              Whoever handed it on wrote what it holds. Read it as theirs, and not as the school’s word.
            </p>
          ) : null}
          <div class="toolbar">
            {told.kind === "asks" ? (
              <>
                <button type="button" class="button primary" onClick={told.open}>
                  Open it
                </button>
                <button type="button" class="button" onClick={leave}>
                  Leave it
                </button>
              </>
            ) : (
              <button type="button" class="button small" onClick={leave}>
                Close this message
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
