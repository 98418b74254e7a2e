// A code → its page: what it means, why it is reported, how to mend it, and an example. A code of the analysis has a page that
// somebody wrote; the page of any other is put together from its own words and an example of it.

import type { Home, Severity } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import type { MessageDefinition } from "../diagnostics/template.ts";
import { compareText } from "../support/compare-text.ts";
import { families } from "./families.ts";
import { codeExamples } from "./examples.ts";
import { rulePages } from "./rule-pages.ts";

export interface CodePage {
  readonly code: string;
  readonly severity: Severity;
  readonly home: Home;
  /** One line. */
  readonly title: string;
  /** What Rollcall offers to do about it by itself, as instructions; empty where only the author can know. */
  readonly fixes: readonly string[];
  /** Markdown, with the title as its heading. */
  readonly page: string;
}

/** By code, in the order of the alphabet. */
export function allCodePages(): readonly CodePage[] {
  return [...rulePages.keys(), ...definitions.keys()].toSorted(compareText).flatMap((code) => explainCode(code) ?? []);
}

/** Undefined for what is no code of Rollcall's. */
export function explainCode(code: string): CodePage | undefined {
  const rule = rulePages.get(code);
  if (rule !== undefined) {
    const { severity, fixes, page } = rule;
    return { code, severity, home: "unwise-or-unlawful", title: titleOf(page), fixes, page };
  }
  const found = definitions.get(code);
  if (found === undefined) return undefined;
  const { severity, home } = found.definition;
  const page = writtenPage(code, found.definition, found.why);
  return { code, severity, home, title: titleOf(page), fixes: [], page };
}

/** A sentence for who asked for a code that there is not. */
export function suggestCode(code: string): string {
  return suggestName(code, [...rulePages.keys(), ...definitions.keys()], "codes");
}

const definitions: ReadonlyMap<string, { readonly definition: MessageDefinition; readonly why: string }> = new Map(
  families.flatMap(({ why, codes }) => [...codes].map(([code, definition]) => [code, { definition, why }] as const)),
);

function titleOf(page: string): string {
  return /^# (.+)$/m.exec(page)?.[1] ?? "";
}

const homes: Readonly<Record<Home, string>> = {
  "cannot-read": "what cannot be read",
  "does-not-make-sense": "what makes no sense",
  "unwise-or-unlawful": "what is unwise or unlawful",
  "beyond-a-query": "what a query does not say",
};

function writtenPage(code: string, { severity, home, message, hint }: MessageDefinition, why: string): string {
  const words = code.replaceAll("-", " ");
  const example = codeExamples.get(code);
  const mend = spoken(hint);
  return [
    `# ${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    `${severity === "error" ? "An error" : severity === "warning" ? "A warning" : "Advice"} about ${homes[home]}. It says:`,
    `> ${spoken(message)}`,
    why,
    ...(example === undefined ? [] : ["For example:", `\`\`\`text\n${example}\n\`\`\``]),
    ...(mend === "" ? [] : ["How to mend it:", `> ${mend}`]),
  ].join("\n\n");
}

/** Where something of the author's own stands, three points. A hint that is wholly such is told at the place alone. */
function spoken(template: string): string {
  const words = template.replaceAll(/\{[A-Za-z0-9]+\}/g, "…").trim();
  return /^[… .]*$/.test(words) ? "What is told at its place: the likely word, or what may stand there." : words;
}
