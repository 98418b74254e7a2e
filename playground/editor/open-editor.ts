// CodeMirror in a place of the page: shows a text, tells of edits, marks problems, lights the lines of a rule, and turns figures.

import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { codeFolding, foldAll, foldGutter, foldKeymap, unfoldAll } from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState } from "@codemirror/state";
import type { Extension, Text } from "@codemirror/state";
import {
  closeHoverTooltips,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
} from "@codemirror/view";
import { keymap, lineNumbers, tooltips } from "@codemirror/view";
import type { TurnableFigure } from "../worker/editing-protocol.ts";
import type { Colours, Problem, Replacement } from "../worker/protocol.ts";
import { asking, explain } from "./asking.ts";
import { atCursor, markOf } from "./at-cursor.ts";
import type { AtCursor } from "./at-cursor.ts";
import type { Asking } from "./asking.ts";
import { askBeside, beside, exampleAt, tryExample } from "./beside.ts";
import { changedStretch } from "../../src/wording.ts";
import { figures, goToFigure, setFigures, turn } from "./figures.ts";
import { codeStyle, grammar, setColours } from "./grammar.ts";
import { lightLines, litLines } from "./lit-lines.ts";
import type { Stretch } from "./lit-lines.ts";
import { follow, names } from "./names.ts";
import { askNewName } from "./rename-field.ts";
import { takeNote } from "./telling.ts";
import type { Telling } from "./telling.ts";
import { theme } from "./theme.ts";
import { yamlColours } from "./yaml-colours.ts";

export interface Editor {
  readonly show: (text: string) => void;
  /** Another text altogether, whose past is not that of the one before. */
  readonly open: (text: string) => void;
  readonly tell: (problems: readonly Problem[], colours: Colours | undefined) => void;
  readonly mark: (figures: readonly TurnableFigure[]) => void;
  readonly light: (place: Stretch | undefined) => void;
  /** Puts the cursor there and the keyboard into the text. */
  readonly goTo: (from: number, to?: number) => void;
  readonly focus: () => void;
  /** Makes the edits of a fix; false where the text has changed since they were told. */
  readonly mend: (edits: readonly Replacement[]) => boolean;
  readonly turn: (steps: number) => void;
  readonly figure: (direction: 1 | -1) => void;
  readonly problem: (direction: 1 | -1) => void;
  /** Where the name at the cursor is declared or used, or a field for another. */
  readonly name: (what: "declared" | "used" | "renamed") => void;
  readonly tryExample: () => void;
  /** Asks in a moment what stands beside the text; `hinted` says whether words are shown in it. */
  readonly beside: (hinted: boolean) => void;
  readonly find: () => void;
  readonly fold: (folded: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly scrollTop: (to?: number) => number;
  readonly close: () => void;
}

export interface EditorOptions {
  readonly label: string;
  readonly form: "rollcall" | "yaml";
  readonly text: string;
  readonly edited: (text: string) => void;
  /** What the text is about to be: told before anything is drawn, so that whoever works on it meanwhile can begin. */
  readonly coming?: (text: string) => void;
  /** `still` where neither the text nor the cursor has moved: something else is known of the place. */
  readonly moved: (at: AtCursor, still: boolean) => void;
  /** Takes the keyboard to what can be done about the problem at the cursor. */
  readonly wantsFixes: () => void;
  readonly layOut?: () => void;
  readonly asking: Asking;
  readonly telling: Telling;
}

/** Milliseconds without a change, after which it is asked what stands beside the text. */
const QUIET = 400;

/** The search panel in plain words. */
const phrases = {
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Capitals count",
  regexp: "Pattern",
  "by word": "Whole words",
  replace: "Replace",
  "replace all": "Replace all",
  Replace: "Replace with",
};

export function openEditor(parent: HTMLElement, options: EditorOptions): Editor {
  // In a shadow root CodeMirror adopts its styles instead of writing style elements, which the page's security policy forbids.
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: "open" });
  const past = new Compartment();
  let current = options.text;
  let told: Text | undefined;
  let coloured: Colours | undefined;
  const language: Extension =
    options.form === "yaml" ? [yamlColours, codeStyle] : [grammar, figures, foldGutter(), codeFolding()];
  const view = new EditorView({
    parent: root,
    root,
    dispatchTransactions: (transactions, place) => {
      const last = transactions.findLast(({ docChanged }) => docChanged);
      if (last !== undefined) options.coming?.(last.newDoc.toString());
      place.update(transactions);
    },
    state: EditorState.create({
      doc: options.text,
      extensions: [
        keymap.of([
          { key: "F1", run: explainHere(options), preventDefault: true },
          { key: "Escape", run: (place) => (place.dispatch({ effects: closeHoverTooltips }), takeNote(place), false) },
          { key: "Mod-.", run: () => (options.wantsFixes(), true) },
          { key: "F8", run: nextDiagnostic, shift: previousDiagnostic, preventDefault: true },
          { key: "Shift-Alt-f", run: () => (options.layOut?.(), options.layOut !== undefined) },
          { key: "Tab", run: acceptCompletion },
        ]),
        lintGutter({ markerFilter: (marks) => marks.filter(({ severity }) => severity !== "info") }),
        lineNumbers(),
        past.of(history()),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        closeBrackets(),
        search({ top: true }),
        tooltips({ position: "fixed" }),
        language,
        asking(options.asking, options.form),
        names(options.asking, options.telling),
        beside(options.asking, options.telling),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...foldKeymap]),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        litLines,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false", tabindex: "0" }),
        EditorState.phrases.of(phrases),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            current = update.state.doc.toString();
            options.edited(current);
          }
          if (update.docChanged || update.selectionSet || update.transactions.some(({ effects }) => effects.length > 0))
            options.moved(atCursor(update.state), !update.docChanged && !update.selectionSet);
        }),
      ],
    }),
  });
  // An editor knows one way to end a line, and places are counted in its text.
  if (view.state.doc.toString() !== current) {
    current = view.state.doc.toString();
    options.edited(current);
  }
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const show = (text: string): void => {
    const stretch = changedStretch(current, text);
    if (stretch !== undefined) view.dispatch({ changes: stretch });
  };
  return {
    show,
    open: (text) => {
      view.dispatch({ effects: past.reconfigure([]) });
      show(text);
      view.dispatch({ effects: past.reconfigure(history()), selection: { anchor: 0 } });
      view.scrollDOM.scrollTop = 0;
    },
    tell: (problems, colours) => {
      // What is judged later brings the same colours again.
      const fresh = colours !== undefined && colours !== coloured && options.form === "rollcall";
      coloured = colours;
      told = view.state.doc;
      const { length } = view.state.doc;
      const here = problems.filter(({ elsewhere, to }) => elsewhere === undefined && to <= length);
      // In one step: the editor measures the page at each.
      view.dispatch(
        setDiagnostics(view.state, here.map(markOf)),
        ...(fresh ? [{ effects: setColours.of(colours) }] : []),
      );
    },
    mark: (list) => {
      if (options.form === "rollcall") view.dispatch({ effects: setFigures.of(list) });
    },
    light: (place) => {
      view.dispatch({ effects: lightLines.of(place) });
      if (place === undefined || place.to === 0 || place.to > view.state.doc.length) return;
      // First to where the line should be: lines that were never in view have guessed heights, and going to one of them
      // at once makes the editor measure itself over and over.
      const { top } = view.lineBlockAt(place.from);
      view.scrollDOM.scrollTop = top - view.scrollDOM.clientHeight / 2;
      view.requestMeasure({
        read: () => undefined,
        write: () => {
          setTimeout(() => {
            if (place.to <= view.state.doc.length)
              view.dispatch({ effects: EditorView.scrollIntoView(place.from, { y: "center" }) });
          }, 0);
        },
      });
    },
    goTo: (from, to = from) => {
      const { length } = view.state.doc;
      view.dispatch({
        selection: EditorSelection.range(Math.min(from, length), Math.min(to, length)),
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: "center" }),
      });
      view.focus();
    },
    focus: () => view.focus(),
    mend: (edits) => {
      if (told === undefined || !view.state.doc.eq(told)) return false;
      view.dispatch({
        changes: edits.map(({ from, to, text }) => ({ from, to, insert: text })),
        userEvent: "input.fix",
        scrollIntoView: true,
      });
      return true;
    },
    turn: (steps) => void turn(view, steps),
    figure: (direction) => void goToFigure(view, direction),
    problem: (direction) => {
      (direction === 1 ? nextDiagnostic : previousDiagnostic)(view);
      view.focus();
    },
    name: (what) => {
      if (what === "renamed") void askNewName(view, options.asking, options.telling);
      else void follow(view, what, options.asking, options.telling);
    },
    tryExample: () => {
      const example = exampleAt(view.state);
      if (example !== undefined) void tryExample(view, example, options.asking, options.telling);
    },
    beside: (hinted) => {
      clearTimeout(quiet);
      quiet = setTimeout(() => void askBeside(view, options.asking, hinted), QUIET);
    },
    find: () => void openSearchPanel(view),
    fold: (folded) => void (folded ? foldAll : unfoldAll)(view),
    undo: () => void undo(view),
    redo: () => void redo(view),
    scrollTop: (to) => {
      if (to !== undefined) view.scrollDOM.scrollTop = to;
      return view.scrollDOM.scrollTop;
    },
    close: () => {
      clearTimeout(quiet);
      view.destroy();
    },
  };
}

/** For whoever points with keys. */
function explainHere({ telling: { explain: told }, asking: asked, form }: EditorOptions) {
  return ({ state }: EditorView): boolean => {
    const { head } = state.selection.main;
    void explain("word", asked, form, state, head).then(async (word) => {
      // At the end of a word nothing follows that could be meant.
      told(word ?? (head > 0 ? await explain("word", asked, form, state, head - 1) : undefined));
    });
    return true;
  };
}
