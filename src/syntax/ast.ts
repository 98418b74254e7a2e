// What the author wrote, and nothing more: no meanings, no types, no parents. Both the text and the YAML form make this tree.
// It keeps every place (span), every clause and every comment, so it can be printed back in either form.

import type { Edge } from "../units/edge.ts";
import type { Span } from "../source/text.ts";

export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/**
 * The comments on the lines before a statement, the one that ends its first line, and those after the last statement of
 * its block. A comment inside a statement of several lines counts as one before it: no comment is ever lost.
 */
export interface Comments {
  readonly before: readonly Comment[];
  readonly after?: Comment;
  readonly trailing?: readonly Comment[];
}

/** A lower-case word with hyphens, as the author spelled it. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
  readonly span: Span;
}

export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
}

/** A register code (`G`, `C1`, `/`) or a clause number (`HAL-049`). */
export interface Code {
  readonly kind: "code";
  readonly text: string;
  readonly span: Span;
}

/** Words in a row, such as `contact made` or `unauthorised sessions`; the checker finds out what they mean. */
export interface Words {
  readonly kind: "words";
  readonly words: readonly Name[];
  readonly span: Span;
}

export type Lock = "fixed" | "free" | "may only rise" | "may only fall";

export interface Tail {
  readonly lock?: { readonly value: Lock; readonly span: Span };
  readonly clauses: readonly Code[];
}

/** What every statement that stands on a line of its own carries. */
interface Statement extends Tail {
  readonly span: Span;
  readonly comments: Comments;
}

// ---------------------------------------------------------------- values, moments, windows

/** A number keeps its digits as written: `95.5` is never a floating-point number. */
export type Literal =
  | { readonly kind: "quantity"; readonly digits: string; readonly unit: Words; readonly span: Span }
  | { readonly kind: "number"; readonly digits: string; readonly span: Span }
  | { readonly kind: "percent"; readonly digits: string; readonly span: Span }
  | { readonly kind: "money"; readonly digits: string; readonly span: Span }
  | { readonly kind: "time"; readonly text: string; readonly span: Span }
  | { readonly kind: "date"; readonly text: string; readonly span: Span }
  | { readonly kind: "date-time"; readonly text: string; readonly span: Span }
  | Text;

export interface Unspecified {
  readonly kind: "unspecified";
  readonly span: Span;
}

export type Quantity = Extract<Literal, { kind: "quantity" }>;

/** A length of time or a number of things: as written, or by the name of a parameter that holds it. */
export type Length = Quantity | Name;

/** Something that happened or a named day: `letter sent`, `meeting`, `first-day`, `2026-03-02`. */
export type Ref = Words | Extract<Literal, { kind: "date" | "date-time" }>;

export type Window =
  | { readonly kind: "this"; readonly period: Words; readonly span: Span }
  | { readonly kind: "previous"; readonly period: Words; readonly span: Span }
  | { readonly kind: "last"; readonly length: Length; readonly span: Span }
  | { readonly kind: "in"; readonly length: Length; readonly span: Span }
  /** The text does not say over what time: `attendance over unspecified`. */
  | { readonly kind: "over"; readonly hole: Unspecified; readonly span: Span }
  | { readonly kind: "since"; readonly start: Ref; readonly span: Span }
  | { readonly kind: "between"; readonly start: Ref; readonly end: Ref; readonly span: Span }
  | { readonly kind: "ever"; readonly span: Span }
  | { readonly kind: "today"; readonly span: Span };

export type Moment =
  | { readonly kind: "at"; readonly ref: Ref | Extract<Literal, { kind: "time" }>; readonly span: Span }
  | { readonly kind: "end-of-day"; readonly span: Span }
  | { readonly kind: "next"; readonly unit: Words; readonly span: Span }
  | { readonly kind: "day-of"; readonly number: string; readonly ref: Ref; readonly span: Span }
  | {
      readonly kind: "counted";
      readonly length: Length;
      readonly direction: "after" | "before" | "beginning with";
      readonly ref: Ref | Extract<Moment, { kind: "end-of-day" | "bound" }>;
      readonly span: Span;
    }
  | {
      readonly kind: "choice";
      readonly which: "earlier" | "later";
      readonly first: Moment;
      readonly second: Moment;
      readonly span: Span;
    }
  | { readonly kind: "bound"; readonly which: "start" | "end"; readonly of: Words; readonly span: Span }
  | Unspecified;

/** `count of unauthorised sessions coded G, O in 10 school weeks`. */
export interface Count {
  readonly kind: "count";
  readonly how: "count" | "sum" | "longest run" | "current run" | "ordinal" | "share";
  readonly what: Words;
  readonly coded: readonly Code[];
  readonly window?: Window;
  readonly span: Span;
}

/** `attendance this year`, `attendance at meeting`, `target`, or a state such as `contact made today`. */
export interface Phrase {
  readonly kind: "phrase";
  readonly words: Words;
  readonly of?: Words;
  readonly window?: Window;
  readonly at?: Ref;
  readonly span: Span;
}

export type Operand = Literal | Unspecified | Count | Phrase;

// ---------------------------------------------------------------- conditions

export type Condition =
  | { readonly kind: "and"; readonly parts: readonly Condition[]; readonly span: Span }
  | { readonly kind: "or"; readonly parts: readonly Condition[]; readonly span: Span }
  | { readonly kind: "not"; readonly part: Condition; readonly span: Span }
  | { readonly kind: "group"; readonly part: Condition; readonly span: Span }
  | {
      readonly kind: "some-of";
      readonly quantifier: "all" | "any" | number;
      readonly parts: readonly Condition[];
      readonly span: Span;
    }
  | {
      readonly kind: "judged";
      readonly question: Text | Name;
      readonly by: readonly Name[];
      readonly span: Span;
    }
  /** The day lies in what an act put on record: `during leave agreed`. */
  | { readonly kind: "during"; readonly act: Words; readonly span: Span }
  | { readonly kind: "is"; readonly subject: Phrase; readonly not: boolean; readonly value: Words; readonly span: Span }
  | {
      readonly kind: "compare";
      readonly left: Operand;
      readonly edge: Edge;
      readonly edgeSpan: Span;
      readonly right: Operand | Moment;
      readonly span: Span;
    }
  /** A bare phrase that holds or does not: `absent`, `contact made`, `looked-after`. */
  | { readonly kind: "holds"; readonly phrase: Phrase; readonly span: Span };

// ---------------------------------------------------------------- sentences

export interface Party {
  readonly kind: "party";
  readonly quantifier?: "each" | "either" | number;
  readonly name: Name;
  readonly span: Span;
}

export interface Parties {
  readonly kind: "parties";
  readonly joined: "and" | "or";
  readonly members: readonly Party[];
  readonly span: Span;
}

export type Modal = "must" | "should" | "may" | "must not";

export type Deadline =
  | { readonly kind: "by"; readonly edge: "by" | "before" | "at"; readonly moment: Moment; readonly span: Span }
  | {
      readonly kind: "within";
      readonly length: Length;
      readonly of?: Ref;
      readonly closed?: "or next school day" | "or last school day before";
      readonly span: Span;
    };

/** Who, must or may, do what, to whom, how, by when, and if. */
export interface Sentence extends Statement {
  readonly kind: "sentence";
  readonly actors: Parties;
  readonly modal: Modal;
  readonly act: Name;
  /** Parties when it is said of whom in so many words: `praise each parent or carer`. */
  readonly object?: Words | Parties;
  readonly to?: Parties;
  readonly with?: Parties;
  readonly through: readonly Name[];
  readonly using?: Name;
  readonly recording: readonly Name[];
  readonly about?: Words;
  readonly deadline?: Deadline;
  readonly guard?: { readonly sense: "if" | "unless"; readonly condition: Condition };
}

export interface Wait extends Statement {
  readonly kind: "wait";
  readonly length: Length | Unspecified;
}

export interface Branch extends Statement {
  readonly kind: "branch";
  readonly condition: Condition;
  readonly then: readonly Item[];
  readonly otherwise: readonly Item[];
  /** Before: at the end of the first block. After: on the line of `otherwise`. */
  readonly otherwiseComments?: Comments;
}

export interface Repeat extends Statement {
  readonly kind: "repeat";
  readonly cadence:
    | { readonly kind: "each-time"; readonly event: Words }
    | { readonly kind: "each-day-of"; readonly unit: Words; readonly of: Name }
    | { readonly kind: "every"; readonly length: Length | Unspecified; readonly until: Condition };
  readonly cap?: { readonly times: string; readonly per: Words };
  readonly body: readonly Item[];
}

export type Item = Sentence | Wait | Branch | Repeat | Readings<Item>;

// ---------------------------------------------------------------- declarations

/** Two or more ways to read the text; exactly one is chosen, the others are kept. */
export interface Readings<T> extends Statement {
  readonly kind: "readings";
  readonly question: Text;
  readonly alternatives: readonly Reading<T>[];
}

export interface Reading<T> extends Statement {
  readonly kind: "reading";
  readonly label: Text;
  readonly chosen: boolean;
  readonly because?: Text;
  readonly body: readonly T[];
}

/** A value and the dates it holds: `£60 until 2024-08-18`. */
export interface Dated {
  readonly value: Operand;
  readonly from?: Extract<Literal, { kind: "date" }>;
  readonly until?: Extract<Literal, { kind: "date" }>;
  readonly span: Span;
}

export interface Parameter extends Statement {
  readonly kind: "parameter";
  readonly name: Name;
  readonly values: readonly Dated[];
}

export type WordSort = "role" | "flag" | "reason" | "group" | "channel" | "service";

export interface Word extends Statement {
  readonly kind: "word";
  readonly sort: WordSort;
  readonly name: Name;
  readonly title?: Text;
  readonly sameAs?: Name;
  readonly people?: { readonly digits: string; readonly span: Span };
  readonly needs: readonly Name[];
  readonly means?: Condition;
}

export interface CodeDeclaration extends Statement {
  readonly kind: "code-declaration";
  readonly code: Code;
  readonly title: Text;
  readonly category: Name;
  readonly onSite: boolean;
  readonly from?: Extract<Literal, { kind: "date" }>;
  readonly until?: Extract<Literal, { kind: "date" }>;
}

export interface RegisterMoment extends Statement {
  readonly kind: "register-moment";
  /** `gates open`, `day starts`, `opens`, `closes`, `day ends`. */
  readonly moment: Words;
  readonly time: Extract<Literal, { kind: "time" }> | Unspecified;
}

export interface RegisterZone extends Statement {
  readonly kind: "register-zone";
  /** What an arrival in this zone becomes: a code, `present`, or an act such as `sign-in`. */
  readonly becomes: Code | Name;
  readonly edges: readonly {
    readonly edge: Edge;
    readonly time: Extract<Literal, { kind: "time" }>;
    readonly span: Span;
  }[];
  readonly unless?: Condition;
}

export type RegisterItem = RegisterMoment | RegisterZone | Readings<RegisterItem>;

export interface Register extends Statement {
  readonly kind: "register";
  readonly name: Name;
  readonly group?: Name;
  readonly items: readonly RegisterItem[];
}

export interface CodingRow extends Statement {
  readonly kind: "coding-row";
  readonly code: Code;
  /** Absent on the `otherwise` row. */
  readonly when?: Condition;
}

export interface Coding extends Statement {
  readonly kind: "coding";
  readonly name: Name;
  readonly rows: readonly (CodingRow | Readings<CodingRow>)[];
}

export interface Field {
  readonly name: Name;
  readonly type?: Name;
}

/** A kind of thing that people do and write down. Its saying is how the text speaks of it once done: `contact made`. */
export interface Act extends Statement {
  readonly kind: "act";
  readonly name: Name;
  readonly saying?: Text;
  readonly recording: readonly Field[];
  readonly by: readonly Name[];
  readonly allowedWhen: readonly (Statement & { readonly kind: "allowed"; readonly condition: Condition })[];
}

export interface MeasureRow extends Statement {
  readonly kind: "measure-row";
  readonly value: Operand;
  /** Absent on the `otherwise` row, and on a measure with one value. */
  readonly when?: Condition;
}

export interface Measure extends Statement {
  readonly kind: "measure";
  readonly name: Name;
  readonly anchor?: Anchor;
  readonly rows: readonly MeasureRow[];
}

export interface Status extends Statement {
  readonly kind: "status";
  readonly name: Name;
  readonly title?: Text;
  readonly rule:
    | { readonly kind: "when"; readonly condition: Condition }
    | { readonly kind: "switch"; readonly from: Words; readonly until: Words | Unspecified };
}

export interface Band extends Statement {
  readonly kind: "band";
  readonly title: Text;
  readonly edges: readonly { readonly edge: Edge; readonly value: Literal; readonly span: Span }[];
  readonly worth?: Literal;
}

export interface Bands extends Statement {
  readonly kind: "bands";
  readonly name: Name;
  readonly of: Operand;
  readonly rows: readonly Band[];
}

/** What a procedure lives on: `absence`, `year`, `parent and pupil`, `ask-leave`, `session coded N`. */
export interface Anchor {
  readonly kind: "anchor";
  readonly names: readonly Name[];
  readonly coded: readonly Code[];
  readonly span: Span;
}

export interface Transition extends Statement {
  readonly kind: "transition";
  readonly what: "starts" | "ends" | "pauses";
  readonly condition: Condition;
  readonly outcome?: Name;
}

export interface Step extends Statement {
  readonly kind: "step";
  readonly name: Name;
  readonly title?: Text;
  readonly trigger:
    | { readonly kind: "on"; readonly moment: Moment }
    | { readonly kind: "after"; readonly step: Name }
    | { readonly kind: "when"; readonly condition: Condition }
    | { readonly kind: "start" };
  readonly guard?: { readonly sense: "if" | "unless"; readonly condition: Condition };
  readonly items: readonly Item[];
}

export type ProcedureItem = Transition | Step | Readings<ProcedureItem>;

export interface Procedure extends Statement {
  readonly kind: "procedure";
  readonly name: Name;
  readonly title?: Text;
  readonly anchor: Anchor;
  readonly options: readonly ("may start again" | "in any order" | "changes apply at once")[];
  readonly items: readonly ProcedureItem[];
}

export interface Duty extends Statement {
  readonly kind: "duty";
  readonly name: Name;
  readonly title?: Text;
  readonly every: Words | Quantity | Unspecified;
  readonly anchor?: Anchor;
  readonly items: readonly Sentence[];
}

export interface Decision extends Statement {
  readonly kind: "decision";
  readonly name: Name;
  readonly question: Text;
  readonly by: readonly Name[];
  readonly within?: Length;
  readonly tests: readonly (Statement & { readonly kind: "decision-test"; readonly text: Text })[];
  readonly answers: readonly Name[];
}

export interface DocumentField extends Statement {
  readonly kind: "document-field";
  readonly need: "needs" | "may have";
  readonly name: Name;
  readonly type?: Name;
  /** What the decision itself fills it with: `is count of unauthorised sessions in 10 school weeks`. */
  readonly value?: Operand;
  readonly when?: Condition;
}

/** A paragraph of a document, with {fields} in it. */
export interface DocumentText extends Statement {
  readonly kind: "document-text";
  /** What the document has to hold and this paragraph is: `says penalty-warning "…"`. */
  readonly part?: Name;
  readonly text: Text;
  readonly when?: Condition;
}

export type DocumentLine = DocumentField | DocumentText;

export interface Document extends Statement {
  readonly kind: "document";
  readonly name: Name;
  readonly title: Text;
  readonly lines: readonly DocumentLine[];
}

export interface Note extends Statement {
  readonly kind: "note";
  readonly says: Text;
  readonly because?: Text;
}

// ---------------------------------------------------------------- examples

export interface FieldValue {
  readonly name: Name;
  readonly value: Words | Literal;
}

export interface ExamplePupil extends Statement {
  readonly kind: "example-pupil";
  /** `year 4`, `group nursery`, `born 2015-03-01`. */
  readonly facts: readonly FieldValue[];
  readonly flags: readonly Name[];
  readonly parents: readonly Name[];
}

export interface ExampleStaff extends Statement {
  readonly kind: "example-staff";
  readonly role: Name;
  readonly fields: readonly FieldValue[];
}

export interface ExampleMarks extends Statement {
  readonly kind: "example-marks";
  readonly span: Span;
  /** A whole week from its Monday, or one day. */
  readonly unit: "week" | "day";
  readonly date: Extract<Literal, { kind: "date" }>;
  readonly marks: Text;
  readonly known?: Extract<Literal, { kind: "date" | "date-time" }>;
}

export interface ExampleRecord extends Statement {
  readonly kind: "example-record";
  readonly at: Extract<Literal, { kind: "date" | "date-time" }>;
  readonly act: Name;
  readonly object?: Words;
  readonly by?: Name;
  readonly to: readonly Name[];
  readonly fields: readonly FieldValue[];
  readonly known?: Extract<Literal, { kind: "date" | "date-time" }>;
}

/** The pupil comes through the door at this moment. */
export interface ExampleArrival extends Statement {
  readonly kind: "example-arrival";
  readonly at: Extract<Literal, { kind: "date-time" }>;
  readonly fields: readonly FieldValue[];
}

export interface ExampleAssumption extends Statement {
  readonly kind: "example-assumption";
  readonly text: "acts done on time";
}

export type Expectation =
  | { readonly kind: "condition"; readonly condition: Condition }
  | {
      readonly kind: "obligation";
      readonly state?: "open" | "done" | "done-late" | "overdue" | "not-needed" | "upcoming";
      readonly sentence: Sentence;
    }
  | {
      readonly kind: "finding";
      /** asked: a decision is waited for; refused: an act that was not allowed; missing: a field not recorded;
       *  unfilled: a role nobody holds; unscheduled: a duty without a cadence; proposed: a code to record;
       *  code: a code of the register that exists that day. */
      readonly what: "asked" | "refused" | "missing" | "unfilled" | "unscheduled" | "proposed" | "overturned" | "code";
      readonly subject: Words | Text | Code;
      readonly of?: Words;
    };

export interface ExampleExpectation extends Statement {
  readonly kind: "example-expectation";
  readonly at: Extract<Literal, { kind: "date" | "date-time" }>;
  readonly not: boolean;
  readonly expectation: Expectation;
}

export type ExampleItem =
  ExamplePupil | ExampleStaff | ExampleMarks | ExampleRecord | ExampleArrival | ExampleAssumption | ExampleExpectation;

export interface Example extends Statement {
  readonly kind: "example";
  readonly title: Text;
  readonly items: readonly ExampleItem[];
}

// ---------------------------------------------------------------- the whole policy

export type Declaration =
  | Parameter
  | Word
  | CodeDeclaration
  | Register
  | Coding
  | Act
  | Measure
  | Status
  | Bands
  | Procedure
  | Duty
  | Decision
  | Document
  | Note
  | Example
  | Readings<Declaration>;

export interface Header extends Statement {
  readonly kind: "header";
  readonly entry:
    | { readonly kind: "extends"; readonly name: Name }
    | {
        readonly kind: "in-force";
        readonly from: Extract<Literal, { kind: "date" }>;
        readonly until?: Extract<Literal, { kind: "date" }>;
      }
    | { readonly kind: "review-by"; readonly date: Extract<Literal, { kind: "date" }> }
    | { readonly kind: "clauses-from"; readonly file: Text }
    | { readonly kind: "calendar-from"; readonly file: Text }
    | { readonly kind: "accepted-from"; readonly file: Text };
}

export type Level = "nation" | "authority" | "trust" | "school";

/** A statement that could not be read. What it declares is not unknown elsewhere: its own fault is enough. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly declares: readonly string[];
  readonly span: Span;
}

/** The comments at the end of the file are its own trailing ones. */
export interface Policy extends Statement {
  readonly kind: "policy";
  readonly level: Level;
  readonly name: Name;
  readonly title: Text;
  readonly headers: readonly Header[];
  readonly declarations: readonly Declaration[];
  readonly unreadable: readonly Unreadable[];
}
