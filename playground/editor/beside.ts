// Small words beside the text: the value in force, the weekday of a date, and with each example a button that tries it. They are no
// part of the text: a cursor passes over them, and what is copied or saved has none of them.

import { StateEffect, StateField } from "@codemirror/state";
import type { ChangeDesc, EditorState, Extension } from "@codemirror/state";
import { Decoration, EditorView, keymap, WidgetType } from "@codemirror/view";
import type { DecorationSet } from "@codemirror/view";
import type { Beside, ExamplePlace, Hint, NamingQuestions } from "../worker/naming-protocol.ts";
import type { Asking } from "./asking.ts";
import { CHANGED, say } from "./telling.ts";
import type { Telling } from "./telling.ts";

type Outcome = NonNullable<NamingQuestions["tryExample"]["answer"]>;

/** Where an example stands now, and what it came to in the text as it stands. */
export interface Example extends ExamplePlace {
  readonly outcome?: Outcome;
}

interface Standing {
  readonly hints: DecorationSet;
  readonly examples: readonly Example[];
}

const setBeside = StateEffect.define<Beside>();
const setOutcome = StateEffect.define<{ readonly from: number; readonly outcome: Outcome }>();

class HintWords extends WidgetType {
  readonly hint: Hint;

  constructor(hint: Hint) {
    super();
    this.hint = hint;
  }

  override eq({ hint }: HintWords): boolean {
    return hint.says === this.hint.says && hint.why === this.hint.why;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    Object.assign(dom, { className: "cm-hint", textContent: this.hint.says, title: this.hint.why });
    // Whoever hears the text hears what its author wrote; F1 tells the value.
    dom.setAttribute("aria-hidden", "true");
    return dom;
  }
}

class TryButton extends WidgetType {
  readonly example: Example;
  readonly press: (view: EditorView, example: Example) => void;

  constructor(example: Example, press: TryButton["press"]) {
    super();
    this.example = example;
    this.press = press;
  }

  override eq({ example: { from, title, outcome } }: TryButton): boolean {
    return from === this.example.from && title === this.example.title && outcome === this.example.outcome;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { outcome, title } = this.example;
    const dom = document.createElement("button");
    const verdict = outcome === undefined ? "" : outcome.passed ? " passed" : " failed";
    dom.type = "button";
    // By keys it is tried where the cursor stands.
    dom.tabIndex = -1;
    dom.className = `cm-try${verdict}`;
    dom.textContent = outcome === undefined ? "try it" : sayOutcome(outcome);
    dom.setAttribute("aria-label", `${dom.textContent}: the example “${title}”`);
    dom.addEventListener("click", () => this.press(view, this.example));
    return dom;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function sayOutcome({ passed, says }: Outcome): string {
  return `${passed ? "✓" : "✗"} ${says}`;
}

const standing = StateField.define<Standing>({
  create: () => ({ hints: Decoration.none, examples: [] }),
  update: (old, { changes, effects, docChanged, newDoc }) => {
    let now = docChanged ? moved(old, changes) : old;
    for (const effect of effects) {
      if (effect.is(setBeside)) now = placed(effect.value, now, newDoc.length);
      if (effect.is(setOutcome)) {
        const { from, outcome } = effect.value;
        now = { ...now, examples: now.examples.map((each) => (each.from === from ? { ...each, outcome } : each)) };
      }
    }
    return now;
  },
});

/** What an example came to was said of another text. */
function moved({ hints, examples }: Standing, changes: ChangeDesc): Standing {
  return {
    hints: hints.map(changes),
    examples: examples.map(({ from, to, title }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to), title })),
  };
}

/** What an example came to is known as long as its text is as it was. */
function placed({ hints, examples }: Beside, before: Standing, length: number): Standing {
  const words = hints.filter(({ offset }) => offset <= length);
  return {
    hints: Decoration.set(
      words.map((hint) => Decoration.widget({ widget: new HintWords(hint), side: 1 }).range(hint.offset)),
    ),
    examples: examples
      .filter(({ to }) => to <= length)
      .map((example) => ({ ...example, ...outcomeOf(before.examples.find(({ from }) => from === example.from)) })),
  };
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
  const text = view.state.doc.toString();
  const outcome = await asking.ask("tryExample", { text, from });
  if (outcome === undefined || view.state.doc.toString() !== text) return say(view, telling, CHANGED);
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
  const press = (view: EditorView, example: Example): void => void tryExample(view, example, asking, telling);
  return [
    standing,
    EditorView.decorations.from(standing, ({ hints }) => hints),
    EditorView.decorations.compute([standing], (state) => {
      const buttons = state.field(standing).examples.map((example) => {
        const { to } = state.doc.lineAt(Math.min(example.from, state.doc.length));
        return Decoration.widget({ widget: new TryButton(example, press), side: 2 }).range(to);
      });
      return Decoration.set(buttons, true);
    }),
    keymap.of([
      {
        key: "Alt-Enter",
        run: (view) => {
          const example = exampleAt(view.state);
          if (example === undefined) say(view, telling, "The cursor stands in no example that could be tried.");
          else press(view, example);
          return true;
        },
      },
    ]),
  ];
}
