// CodeMirror in a place of the page: shows a text, tells of edits, marks problems, and lights the lines of a rule.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { foldGutter, foldKeymap } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import type { Colours, Problem } from "../worker/protocol.ts";
import { makeGrammar } from "./grammar.ts";

export interface Editor {
  readonly show: (text: string) => void;
  readonly tell: (problems: readonly Problem[], colours: Colours) => void;
  readonly light: (place: { readonly from: number; readonly to: number } | undefined) => void;
  readonly goTo: (offset: number) => void;
  readonly close: () => void;
}

const setLit = StateEffect.define<{ readonly from: number; readonly to: number } | undefined>();

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, transaction) => {
    let now = old.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLit)) continue;
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

/** Colours come from the page, whose custom properties reach into the shadow root. */
const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.9375rem", height: "100%" },
  ".cm-content": { fontFamily: "ui-monospace, Consolas, Menlo, monospace", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--faint)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--lit) 35%, transparent)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".lit-line": { backgroundColor: "var(--lit)" },
  "&.cm-focused": { outline: "3px solid var(--focus)" },
});

export function openEditor(parent: HTMLElement, edited: (text: string) => void): Editor {
  // In a shadow root CodeMirror adopts its styles instead of writing style elements, which the page's security policy forbids.
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: "open" });
  const grammar = makeGrammar();
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
        lintGutter(),
        foldGutter(),
        grammar.extension,
        lit,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "The policy" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) edited(update.state.doc.toString());
        }),
      ],
    }),
  });
  const goTo = (offset: number): void => {
    view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true });
    view.focus();
  };
  return {
    show: (text) => {
      if (view.state.doc.toString() !== text)
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    tell: (problems, colours) => {
      view.dispatch({ effects: grammar.colour(colours) });
      const { length } = view.state.doc;
      view.dispatch(
        setDiagnostics(
          view.state,
          problems
            .filter(({ elsewhere, to }) => elsewhere === undefined && to <= length)
            .map(({ from, to, severity, message, hint, code, fixes }) => ({
              from,
              to,
              severity: severity === "advice" ? "info" : severity,
              message: `${message}\n${hint}`,
              source: code,
              actions: fixes.map(({ title, edits }) => ({
                name: title,
                apply: (editing: EditorView) =>
                  editing.dispatch({
                    changes: edits.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.text })),
                  }),
              })),
            })),
        ),
      );
    },
    light: (place) => {
      view.dispatch({ effects: setLit.of(place) });
      if (place !== undefined && place.to > 0)
        view.dispatch({ effects: EditorView.scrollIntoView(place.from, { y: "center" }) });
    },
    goTo,
    close: () => view.destroy(),
  };
}
