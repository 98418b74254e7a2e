// What the compiler has to say about one place in a text: plain data, its sentence not yet written.
// It knows no code by name; every room defines its own messages (template.ts).

import type { Span } from "../source/text.ts";
import type { MessageTemplate } from "./template.ts";

export type Severity = "error" | "warning" | "advice";

/** Only what is unwise or unlawful can be accepted by a school, with a reason and a date by which to look again. */
export type Home = "cannot-read" | "does-not-make-sense" | "unwise-or-unlawful" | "beyond-a-query";

/** A second place that explains the first, such as where a name was first declared. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** Replaces the span by the text; an empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend the fault. The title completes "You could …": an instruction, without a full stop. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export type MessageArguments = Readonly<Record<string, string | number>>;

export interface Diagnostic {
  /** Words in kebab-case, unique in the whole compiler. */
  readonly code: string;
  readonly severity: Severity;
  readonly home: Home;
  readonly template: MessageTemplate;
  readonly args: MessageArguments;
  readonly span: Span;
  readonly labels: readonly Label[];
  readonly fixes: readonly Fix[];
  /** What proves the point, such as a pupil to whom two rules give different answers; its shape is the reporter's own. */
  readonly witness?: unknown;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
