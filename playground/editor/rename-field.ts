// A field beside a name, in which another one is written for it: all its places change at once, or the reason is told why none does.

import { isolateHistory } from "@codemirror/commands";
import { StateEffect, StateField } from "@codemirror/state";
import type { Extension } from "@codemirror/state";
import { showTooltip } from "@codemirror/view";
import type { EditorView, Tooltip } from "@codemirror/view";
import { askAsItStands } from "./asking.ts";
import type { Asking } from "./asking.ts";
import { CHANGED, plainWords, say, takeNote } from "./telling.ts";
import type { Telling } from "./telling.ts";

const setField = StateEffect.define<Tooltip | null>();

/** It goes when the text it was opened in changes. */
export const renameField: Extension = StateField.define<Tooltip | null>({
  create: () => null,
  update: (old, { effects, docChanged }) => {
    const set = effects.find((effect) => effect.is(setField));
    if (set !== undefined) return set.value;
    return docChanged ? null : old;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens the field at the name under the cursor; says why, where it stays as it is. */
export async function askNewName(view: EditorView, asking: Asking, telling: Telling): Promise<void> {
  const offset = view.state.selection.main.head;
  const place = await askAsItStands(view, asking, "renamePlace", { offset });
  if (place === undefined) return say(view, telling, CHANGED);
  if ("refusal" in place) return say(view, telling, place.refusal);
  const name = view.state.sliceDoc(place.from, place.to);
  const close = (): void => {
    view.dispatch({ effects: setField.of(null) });
    view.focus();
  };
  const write = async (wanted: string, refuse: (why: string) => void): Promise<void> => {
    if (wanted.trim() === name) return close();
    const found = await askAsItStands(view, asking, "rename", { offset, name: wanted });
    if (found === undefined) return refuse(CHANGED);
    if ("refusal" in found) return refuse(found.refusal);
    const { edits } = found;
    view.dispatch({
      changes: edits.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.text })),
      effects: setField.of(null),
      userEvent: "input.rename",
      annotations: isolateHistory.of("full"),
    });
    view.focus();
    const places = edits.length === 1 ? "in one place" : `in ${edits.length} places`;
    say(view, telling, `“${name}” is called “${wanted.trim()}” now, ${places}. It can be undone.`);
  };
  takeNote(view);
  telling.say("");
  const field = fieldFor(name, write, close);
  const tooltip: Tooltip = {
    pos: place.from,
    end: place.to,
    above: false,
    create: () => ({ dom: field.dom, mount: () => field.input.select() }),
  };
  view.dispatch({ effects: setField.of(tooltip) });
}

type Write = (wanted: string, refuse: (why: string) => void) => Promise<void>;

function fieldFor(name: string, write: Write, close: () => void) {
  const dom = document.createElement("form");
  dom.className = "told rename";
  const label = document.createElement("label");
  const input = document.createElement("input");
  const refusal = document.createElement("p");
  const row = document.createElement("div");
  label.append(`Another name for “${name}”`, input);
  Object.assign(input, { className: "cm-textfield", value: name, spellcheck: false, autocomplete: "off" });
  input.setAttribute("autocapitalize", "none");
  refusal.className = "wrong";
  refusal.setAttribute("role", "alert");
  row.append(button("submit", "Rename"), button("button", "Leave it", close));
  dom.append(label, refusal, row);
  dom.addEventListener("submit", (event) => {
    event.preventDefault();
    void write(input.value, (why) => {
      refusal.textContent = plainWords(why);
      input.focus();
    });
  });
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  return { dom, input };
}

function button(type: "submit" | "button", words: string, press?: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  Object.assign(made, { type, className: "cm-button", textContent: words });
  if (press !== undefined) made.addEventListener("click", press);
  return made;
}
