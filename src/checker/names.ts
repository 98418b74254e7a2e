// Every name that a rule may use, with as much of its meaning as others need to know: where it stands, what it takes.
// It holds no rules and no conditions, so it can be gathered before any rule is read, whatever their order in the file.

import type { Day } from "../school/day.ts";
import type { Span } from "../source/text.ts";
import type * as Model from "./model.ts";

export interface Declared {
  readonly name: string;
  /** The name as it was written, for messages that point at it. */
  readonly span: Span;
  readonly layer: string;
}

export interface FieldName extends Declared {
  readonly type: Model.Field["type"];
  readonly act: string;
}

export interface ActName extends Declared {
  readonly saying: string;
  readonly fields: readonly FieldName[];
}

export interface StepName extends Declared {
  readonly procedure: string;
}

export interface ProcedureName extends Declared {
  readonly steps: ReadonlyMap<string, StepName>;
}

export interface WordName extends Declared {
  readonly sort: Model.Word["sort"];
  readonly sameAs?: string;
}

export interface DecisionName extends Declared {
  readonly question: string;
  readonly by: readonly string[];
  readonly answers: readonly string[];
}

export interface DocumentName extends Declared {
  readonly fields: readonly string[];
}

export interface BandsName extends Declared {
  readonly titles: readonly string[];
  /** What a row is worth; undefined where no row is worth anything. */
  readonly worth: () => Model.ValueType | undefined;
}

/** A named value. Its type is worked out when first asked for, and is undefined while nothing is known of it. */
export interface ValueName extends Declared {
  readonly type: () => Model.ValueType | undefined;
}

export interface CodeName extends Declared {
  readonly from?: Day;
  readonly until?: Day;
}

export interface Names {
  readonly parameters: ReadonlyMap<string, ValueName>;
  readonly words: ReadonlyMap<string, WordName>;
  readonly codes: ReadonlyMap<string, readonly CodeName[]>;
  /** `C1` before `C`, so that marks in a row can be told apart. */
  readonly longestCodesFirst: readonly string[];
  readonly acts: ReadonlyMap<string, ActName>;
  /** By the words in which the text speaks of an act once it is done. */
  readonly sayings: ReadonlyMap<string, ActName>;
  readonly fields: ReadonlyMap<string, FieldName>;
  /** What a record may hold: those fields, those of any document, and whether a notice was withdrawn (S11). */
  readonly recordable: ReadonlySet<string>;
  readonly measures: ReadonlyMap<string, ValueName>;
  readonly statuses: ReadonlyMap<string, Declared>;
  readonly bands: ReadonlyMap<string, BandsName>;
  readonly procedures: ReadonlyMap<string, ProcedureName>;
  readonly duties: ReadonlyMap<string, Declared>;
  readonly decisions: ReadonlyMap<string, DecisionName>;
  readonly documents: ReadonlyMap<string, DocumentName>;
  /** Documents, and whatever else some sentence speaks of: `meeting` in `must hold meeting`. */
  readonly objects: ReadonlySet<string>;
}
