// What the page asks to see of a policy as a program.

import type { DialectName } from "../../src/sql.ts";
import type { PolicyText, Readings } from "./protocol.ts";

/** A file as it would be written beside the policy. */
export interface ProgramFile {
  readonly kind: "file";
  readonly name: string;
  readonly text: string;
  /** What of the policy is not in it, and why; unsaid where all of it is. */
  readonly leftOut?: readonly string[];
}

/** A page in one file does not bring along what writes programs. */
export interface NotBrought {
  readonly kind: "not-brought";
}

export interface ProgramQuestions {
  /** As of the end of a day since 1970-01-01. Undefined while the policy cannot run, and for a day outside its calendar. */
  readonly query: {
    readonly ask: {
      readonly policy: PolicyText;
      readonly readings: Readings;
      readonly dialect: DialectName;
      readonly day: number;
    };
    readonly answer: ProgramFile | undefined;
  };
  /** Undefined while the policy cannot run. */
  readonly program: {
    readonly ask: { readonly policy: PolicyText; readonly readings: Readings };
    readonly answer: ProgramFile | NotBrought | undefined;
  };
}
