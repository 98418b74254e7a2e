// What the page asks to see of a policy as a program.

import type { PolicyText, Readings } from "./protocol.ts";

/** A file as it would be written beside the policy. */
export interface ProgramFile {
  readonly kind: "file";
  readonly name: string;
  readonly text: string;
}

/** A page in one file does not bring along what writes programs. */
export interface NotBrought {
  readonly kind: "not-brought";
}

export interface ProgramQuestions {
  /** Undefined while the policy cannot run. */
  readonly program: {
    readonly ask: { readonly policy: PolicyText; readonly readings: Readings };
    readonly answer: ProgramFile | NotBrought | undefined;
  };
}
