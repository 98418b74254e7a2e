// What the editor asks of the compiler while somebody writes or points: words that may stand here, and what a word means.

import { autocompletion } from "@codemirror/autocomplete";
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import type { EditorView } from "@codemirror/view";
import type { EditingQuestions, Form } from "../worker/editing-protocol.ts";
import type { NamingQuestions } from "../worker/naming-protocol.ts";
import { turning } from "./figures.ts";

type Asked = Pick<EditingQuestions, "completions" | "hover" | "word"> & NamingQuestions;

export interface Asking {
  /** Undefined where a newer question overtook it, or another edition of the text was read last. */
  readonly ask: <K extends keyof Asked>(kind: K, ask: Asked[K]["ask"]) => Promise<Asked[K]["answer"]>;
  /** The day whose values are told, in days since 1970-01-01; undefined until the page looks at one. */
  readonly day: () => number | undefined;
}

export function explain(kind: "hover" | "word", { ask, day }: Asking, form: Form, state: EditorState, offset: number) {
  return ask(kind, { text: state.doc.toString(), offset, form, day: day() });
}

/** A figure that is being turned is told at once, and the whole text is read a moment later: so often and so long it is waited for. */
const TRIES = 6;
const MOMENT = 250;

/** Asks of the text as it stands; undefined where it changes meanwhile, or was not read in time. */
export async function askAsItStands<K extends keyof NamingQuestions>(
  view: EditorView,
  { ask }: Asking,
  kind: K,
  about: Omit<NamingQuestions[K]["ask"], "text">,
): Promise<NamingQuestions[K]["answer"]> {
  const { doc } = view.state;
  const question = { ...about, text: doc.toString() } as NamingQuestions[K]["ask"];
  for (let tries = 0; tries < TRIES && view.state.doc.eq(doc); tries++) {
    const answer = await ask(kind, question);
    if (answer !== undefined) return view.state.doc.eq(doc) ? answer : undefined;
    await new Promise((resolve) => {
      setTimeout(resolve, MOMENT);
    });
  }
  return undefined;
}

/** What is shown before a word for what it is, also to those who cannot tell colours. */
const kinds: Readonly<Record<string, string>> = { word: "keyword", unit: "type", code: "constant", clause: "text" };

export function asking(asked: Asking, form: Form): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    if (isTurning(context.state)) return null;
    const begun = context.matchBefore(/[A-Za-z0-9-]+$/);
    const afterBlank = /[A-Za-z0-9%"\]):] $|[[({]$|^\s*$/.test(context.state.sliceDoc(context.pos - 2, context.pos));
    if (!context.explicit && begun === null && !afterBlank) return null;
    const answer = await asked.ask("completions", { text: context.state.doc.toString(), offset: context.pos, form });
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
      async ({ state }, position) => {
        if (isTurning(state)) return null;
        const told = await explain("hover", asked, form, state, position);
        if (told === undefined || told.to > state.doc.length) return null;
        return { pos: told.from, end: told.to, above: true, create: () => ({ dom: card(told.title, told.lines) }) };
      },
      { hoverTime: 350 },
    ),
  ];
}

/** Of a text whose figures are not marked, none is ever dragged. */
function isTurning(state: EditorState): boolean {
  return (state.field(turning, false) ?? null) !== null;
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
