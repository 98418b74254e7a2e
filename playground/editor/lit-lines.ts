// Lines of the text that are lit because somebody looks at what a rule there decided.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const lightLines = StateEffect.define<Stretch | undefined>();

export const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, transaction) => {
    let now = old.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(lightLines)) continue;
      const { doc } = transaction.state;
      const place = effect.value;
      if (place === undefined || place.to > doc.length) now = Decoration.none;
      else {
        const [first, last] = [doc.lineAt(place.from).number, doc.lineAt(place.to).number];
        now = Decoration.set(
          Array.from({ length: last - first + 1 }, (_, index) =>
            Decoration.line({ class: "lit-line" }).range(doc.line(first + index).from),
          ),
        );
      }
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
