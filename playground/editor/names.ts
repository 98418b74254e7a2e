// Names in the text, followed by keys or with the mouse: where one is declared, where it is used, and another name for it.

import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { NamedPlace } from "../worker/naming-protocol.ts";
import { askAsItStands } from "./asking.ts";
import type { Asking } from "./asking.ts";
import { askNewName, renameField } from "./rename-field.ts";
import { CHANGED, note, say } from "./telling.ts";
import type { Telling } from "./telling.ts";

/** Goes where the name is declared if there is one place in this text; any others are told, to be chosen from. */
export async function follow(
  view: EditorView,
  wanted: "declared" | "used",
  asking: Asking,
  telling: Telling,
  offset = view.state.selection.main.head,
): Promise<void> {
  const found = await askAsItStands(view, asking, "places", { offset, wanted });
  if (found === undefined) return say(view, telling, CHANGED);
  if ("refusal" in found) return say(view, telling, found.refusal);
  const [first, ...others] = found.places;
  if (first === undefined) return say(view, telling, `“${found.name}” is a word of the language itself.`);
  if (wanted === "used" || others.length > 0 || first.elsewhere !== undefined) return telling.places(found, wanted);
  if (first.from <= offset && offset <= first.to) return say(view, telling, sayHere(found.name, first));
  view.dispatch({
    selection: { anchor: first.from, head: first.to },
    effects: EditorView.scrollIntoView(first.from, { y: "center" }),
    userEvent: "select.declared",
  });
  view.focus();
  say(view, telling, sayHere(found.name, first));
}

function sayHere(name: string, { declares, line }: NamedPlace): string {
  const here = `here, in line ${line}`;
  return declares ? `“${name}” is declared ${here}.` : `“${name}” is spoken of first ${here}; nothing declares it.`;
}

export function names(asking: Asking, telling: Telling): Extension {
  const go = (wanted: "declared" | "used") => (view: EditorView) => {
    void follow(view, wanted, asking, telling);
    return true;
  };
  return [
    renameField,
    note,
    keymap.of([
      { key: "F12", run: go("declared"), shift: go("used"), preventDefault: true },
      { key: "F2", run: (view) => (void askNewName(view, asking, telling), true), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        if (event.button !== 0 || !isFollowing(event)) return false;
        const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (offset === null) return false;
        event.preventDefault();
        void follow(view, "declared", asking, telling, offset);
        return true;
      },
    }),
  ];
}

/** With the key by which links are followed; on a Mac the other one opens a menu. */
function isFollowing({ ctrlKey, metaKey }: MouseEvent): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? metaKey : ctrlKey;
}
