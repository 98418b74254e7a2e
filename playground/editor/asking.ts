// What the editor asks of the compiler while somebody writes or points: words that may stand here, and what a word means.

import { autocompletion } from "@codemirror/autocomplete";
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { EditingQuestions } from "../worker/editing-protocol.ts";
import { turning } from "./figures.ts";

export interface Asking {
  readonly complete: (text: string, offset: number) => Promise<EditingQuestions["completions"]["answer"]>;
  readonly explain: (text: string, offset: number) => Promise<EditingQuestions["hover"]["answer"]>;
}

/** What is shown before a word for what it is, also to those who cannot tell colours. */
const kinds: Readonly<Record<string, string>> = { word: "keyword", unit: "type", code: "constant", clause: "text" };

export function asking({ complete, explain }: Asking): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (context.state.field(turning) !== null) return null;
    const begun = context.matchBefore(/[A-Za-z0-9-]+$/);
    const afterBlank = /[A-Za-z0-9%"\])] $|[[({]$|^\s*$/.test(context.state.sliceDoc(context.pos - 2, context.pos));
    if (!context.explicit && begun === null && !afterBlank) return null;
    const answer = await complete(context.state.doc.toString(), context.pos);
    if (answer === undefined || answer.options.length === 0 || context.aborted) return null;
    return {
      from: answer.from,
      validFor: /^[A-Za-z0-9-][A-Za-z0-9 -]*$/,
      options: answer.options.map(({ label, kind, detail }, index): Completion => ({
        label,
        detail: short(detail),
        type: kinds[kind] ?? "variable",
        boost: Math.max(-99, -Math.floor(index / 4)),
      })),
    };
  };
  return [
    autocompletion({ override: [source], icons: false, activateOnTypingDelay: 60, aboveCursor: false }),
    hoverTooltip(
      async (view, position) => {
        if (view.state.field(turning) !== null) return null;
        const told = await explain(view.state.doc.toString(), position);
        if (told === undefined || told.to > view.state.doc.length) return null;
        return { pos: told.from, end: told.to, above: true, create: () => ({ dom: card(told.title, told.lines) }) };
      },
      { hoverTime: 350 },
    ),
  ];
}

function short(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}

function card(title: string, lines: readonly string[]): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "told";
  const head = document.createElement("strong");
  head.textContent = title;
  dom.append(head);
  for (const line of lines) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    dom.append(paragraph);
  }
  return dom;
}
