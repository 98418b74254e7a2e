// What was found of a name in the text: the places it leads to, what there is to say of it, and whether words stand beside the text.

import { signal } from "@preact/signals";
import { dayOf } from "../../src/wording.ts";
import type { Example } from "../editor/beside-widgets.ts";
import type { EditorOptions } from "../editor/open-editor.ts";
import type { Word } from "../editor/telling.ts";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";
import { isNarrow } from "../views/use-narrow.ts";
import { STALE } from "../worker/client.ts";
import type { NamedPlaces } from "../worker/naming-protocol.ts";

export interface FoundPlaces extends NamedPlaces {
  readonly wanted: "declared" | "used";
}

export const nameStateOf = ofStore((store: Store) => {
  const found = signal<FoundPlaces | undefined>(undefined);
  const said = signal("");
  const word = signal<Word | undefined>(undefined);
  /** The one at the cursor, where it can be tried. */
  const example = signal<Example | undefined>(undefined);
  /** A telephone has no room for more words than its author wrote. */
  const hinted = signal(!isNarrow());
  const forEditor: Pick<EditorOptions, "asking" | "telling"> = {
    asking: {
      ask: async (kind, ask) => {
        const answer = await store.desk.ask(kind, ask);
        return answer === STALE ? undefined : answer;
      },
      day: () => (store.asOf.peek() === 0 ? undefined : dayOf(store.asOf.peek())),
    },
    telling: {
      explain: (told) => {
        word.value = told;
        said.value = told === undefined ? "There is nothing to say of this word." : "";
      },
      say: (text) => {
        found.value = undefined;
        said.value = text;
      },
      places: (places, wanted) => {
        said.value = "";
        found.value = { ...places, wanted };
      },
    },
  };
  return {
    found,
    said,
    word,
    example,
    hinted,
    forEditor,
    /** The text is another one: places in it are no longer what they were. */
    edited: (): void => {
      found.value = undefined;
    },
    moved: (at: Example | undefined, still: boolean): void => {
      example.value = at;
      if (still) return;
      said.value = "";
      word.value = undefined;
    },
  };
});

export type NameState = ReturnType<typeof nameStateOf>;
