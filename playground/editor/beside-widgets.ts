// What stands beside a text as the editor draws it: words of a hint, and with an example a button that says what it came to.

import { WidgetType } from "@codemirror/view";
import type { ExamplePlace, Hint, NamingQuestions } from "../worker/naming-protocol.ts";

export type Outcome = NonNullable<NamingQuestions["tryExample"]["answer"]>;

/** Where an example stands now, and what it came to in the text as it stands. */
export interface Example extends ExamplePlace {
  readonly outcome?: Outcome;
}

export class HintWords extends WidgetType {
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

  /** A press on it puts the cursor there as if it were text. */
  override ignoreEvent(): boolean {
    return false;
  }
}

export class TryButton extends WidgetType {
  readonly example: Example;

  constructor(example: Example) {
    super();
    this.example = example;
  }

  override eq({ example: { title, outcome } }: TryButton): boolean {
    return title === this.example.title && outcome === this.example.outcome;
  }

  override toDOM(): HTMLElement {
    const { outcome, title } = this.example;
    const dom = document.createElement("button");
    const verdict = outcome === undefined ? "" : outcome.passed ? " passed" : " failed";
    dom.type = "button";
    // By keys it is tried where the cursor stands.
    dom.tabIndex = -1;
    dom.className = `cm-try${verdict}`;
    dom.textContent = outcome === undefined ? "try it" : sayOutcome(outcome);
    dom.setAttribute("aria-label", `${dom.textContent}: the example “${title}”`);
    return dom;
  }

  /** A press on it puts no cursor there. */
  override ignoreEvent({ type }: Event): boolean {
    return type !== "click";
  }
}

export function sayOutcome({ passed, says }: Outcome): string {
  return `${passed ? "✓" : "✗"} ${says}`;
}
