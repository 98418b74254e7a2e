// What a command is: the words that teach it, the options it takes, and where its code is found once it is wanted.
// Light enough that `--help` loads nothing else.

import type { Terminal } from "./terminal.ts";

/** 0 clean, 1 findings, 2 a request that cannot be carried out, 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface OptionSpec {
  readonly name: string;
  /** What stands for the value in the help, such as FOLDER; an option without one is a switch. */
  readonly value?: string;
  readonly says: string;
  /** The only values there are. */
  readonly choices?: readonly string[];
}

export interface Arguments {
  readonly operands: readonly string[];
  /** The option's value; of several, the last. */
  readonly valueOf: (option: string) => string | undefined;
  /** All values of an option that may be given again, in order. */
  readonly valuesOf: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
}

export type Action = (given: Arguments, terminal: Terminal) => Promise<ExitCode>;

export interface CommandSpec {
  readonly name: string;
  /** One line, in the imperative. */
  readonly summary: string;
  /** The operands as the help shows them: `POLICY`, `FILE…`. */
  readonly operands: string;
  /** How many operands it takes. */
  readonly least: number;
  readonly most: number;
  /** Paragraphs that teach. */
  readonly about: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  readonly load: () => Promise<Action>;
}

export const formatOption = (...choices: readonly string[]): OptionSpec => ({
  name: "format",
  value: choices.join("|"),
  says: `how the result is written; ${choices[0] ?? ""} unless you say otherwise`,
  choices,
});
