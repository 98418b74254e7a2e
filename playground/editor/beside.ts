// Small words beside the text: the value in force, the weekday of a date, and with each example a button that tries it. They are no
// part of the text: a cursor passes over them, and what is copied or saved has none of them.

import { StateEffect, StateField } from "@codemirror/state";
import type { ChangeDesc, EditorState, Extension, Text } from "@codemirror/state";
import { Decoration, EditorView, keymap } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import type { Beside } from "../worker/naming-protocol.ts";
import { askAsItStands } from "./asking.ts";
import type { Asking } from "./asking.ts";
import { HintWords, sayOutcome, TryButton } from "./beside-widgets.ts";
import type { Example, Outcome } from "./beside-widgets.ts";
import { CHANGED, say } from "./telling.ts";
import type { Telling } from "./telling.ts";

interface Standing {
  readonly hints: DecorationSet;
  readonly examples: readonly Example[];
  /** One for each example, at the end of its first line. */
  readonly buttons: DecorationSet;
}

const setBeside = StateEffect.define<Beside>();
const setOutcome = StateEffect.define<{ readonly from: number; readonly outcome: Outcome }>();

const standing = StateField.define<Standing>({
  create: () => ({ hints: Decoration.none, examples: [], buttons: Decoration.none }),
  update: (old, { changes, effects, docChanged, newDoc }) => {
    let now = docChanged ? moved(old, changes, newDoc) : old;
    for (const effect of effects) {
      if (effect.is(setBeside)) now = placed(effect.value, now, newDoc);
      if (effect.is(setOutcome)) {
        const { from, outcome } = effect.value;
        const examples = now.examples.map((each) => (each.from === from ? { ...each, outcome } : each));
        now = { ...now, examples, buttons: buttonsFor(examples, newDoc) };
      }
    }
    return now;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ hints }) => hints),
    EditorView.decorations.from(field, ({ buttons }) => buttons),
  ],
});

/** What an example came to was said of another text. */
function moved({ hints, examples, buttons }: Standing, changes: ChangeDesc, text: Text): Standing {
  const now = examples.map(({ from, to, title }): Example => ({
    from: changes.mapPos(from, 1),
    to: changes.mapPos(to),
    title,
  }));
  const told = examples.some(({ outcome }) => outcome !== undefined);
  // At each key of a long policy nothing is made anew that only moves.
  return { hints: hints.map(changes), examples: now, buttons: told ? buttonsFor(now, text) : buttons.map(changes) };
}

/** What an example came to is known as long as its text is as it was. */
function placed({ hints, examples }: Beside, before: Standing, text: Text): Standing {
  const words = hints
    .filter(({ offset }) => offset <= text.length)
    .map((hint) => Decoration.widget({ widget: new HintWords(hint), side: 1 }).range(hint.offset));
  const known = new Map(before.examples.map((each) => [each.from, each]));
  const now = examples
    .filter(({ to }) => to <= text.length)
    .map((example): Example => ({ ...example, ...outcomeOf(known.get(example.from)) }));
  return { hints: Decoration.set(words), examples: now, buttons: buttonsFor(now, text) };
}

function buttonsFor(examples: readonly Example[], text: Text): DecorationSet {
  const buttons = examples.map((example) =>
    Decoration.widget({ widget: new TryButton(example), side: 2 }).range(text.lineAt(example.from).to),
  );
  return Decoration.set(buttons, true);
}

function outcomeOf(example: Example | undefined): Pick<Example, "outcome"> {
  return example?.outcome === undefined ? {} : { outcome: example.outcome };
}

/** The example around the cursor; the inner end of its last line counts as well. */
export function exampleAt(state: EditorState): Example | undefined {
  const { head } = state.selection.main;
  return state.field(standing, false)?.examples.find(({ from, to }) => from <= head && head <= to);
}

export async function tryExample(view: EditorView, { from, title }: Example, asking: Asking, telling: Telling) {
  const outcome = await askAsItStands(view, asking, "tryExample", { from });
  if (outcome === undefined) return say(view, telling, CHANGED);
  view.dispatch({ effects: setOutcome.of({ from, outcome }) });
  telling.say(`${sayOutcome(outcome)} (“${title}”)`);
}

/** Asks what stands beside the text as it is; `hinted` says whether words are shown in it. */
export async function askBeside(view: EditorView, { ask, day }: Asking, hinted: boolean): Promise<void> {
  const text = view.state.doc.toString();
  const today = day();
  const found = today === undefined ? undefined : await ask("beside", { text, day: today });
  if (found === undefined || view.state.doc.toString() !== text) return;
  view.dispatch({ effects: setBeside.of(hinted ? found : { ...found, hints: [] }) });
}

export function beside(asking: Asking, telling: Telling): Extension {
  return [
    standing,
    EditorView.domEventHandlers({
      click: ({ target }, view) => {
        const button = target instanceof Element ? target.closest<HTMLElement>(".cm-try") : null;
        if (button === null) return false;
        const { from, to } = view.state.doc.lineAt(view.posAtDOM(button));
        const example = view.state.field(standing).examples.find((each) => from <= each.from && each.from <= to);
        if (example !== undefined) void tryExample(view, example, asking, telling);
        return true;
      },
    }),
    keymap.of([
      {
        key: "Alt-Enter",
        run: (view) => {
          const example = exampleAt(view.state);
          if (example === undefined) say(view, telling, "The cursor stands in no example that could be tried.");
          else void tryExample(view, example, asking, telling);
          return true;
        },
      },
    ]),
  ];
}
