// How what the editor found out is told: in a note at the cursor for who looks there, and outside the text, where there is room for
// it and screen readers hear it.

import { StateEffect, StateField } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { showTooltip } from "@codemirror/view";
import type { EditorView, Tooltip } from "@codemirror/view";
import type { EditingQuestions } from "../worker/editing-protocol.ts";
import type { NamedPlaces } from "../worker/naming-protocol.ts";

export type Word = NonNullable<EditingQuestions["hover"]["answer"]>;

export interface Telling {
  /** What a word is; undefined where there is nothing to say of it. */
  readonly explain: (word: Word | undefined) => void;
  /** A sentence; names in it stand between backticks or quotation marks. */
  readonly say: (text: string) => void;
  /** Places to choose from. */
  readonly places: (found: NamedPlaces, wanted: "declared" | "used") => void;
}

export const CHANGED = "The text has just changed. Try again in a moment.";

const setNote = StateEffect.define<string>();

/** It stays until the cursor or the text moves. */
export const note: Extension = StateField.define<Tooltip | null>({
  create: () => null,
  update: (old, { effects, docChanged, selection, state }) => {
    const set = effects.find((effect) => effect.is(setNote));
    if (set === undefined) return docChanged || selection !== undefined ? null : old;
    return set.value === ""
      ? null
      : { pos: state.selection.main.head, above: true, create: () => ({ dom: slip(set.value) }) };
  },
  provide: (field) => showTooltip.from(field),
});

export function say(view: EditorView, telling: Telling, text: string): void {
  telling.say(text);
  view.dispatch({ effects: setNote.of(text) });
}

export function takeNote(view: EditorView): void {
  view.dispatch({ effects: setNote.of("") });
}

/** Names stand in the compiler's sentences as in code. */
export function plainWords(text: string): string {
  return text.replaceAll(/`([^`]*)`/g, "“$1”");
}

/** It is heard where it is told outside the text. */
function slip(text: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "told note";
  dom.textContent = plainWords(text);
  dom.setAttribute("aria-hidden", "true");
  return dom;
}
