// A letter as plain data, or what it lacks: whoever writes files knows no policy, and whoever fills letters knows no file.

export interface Letter {
  readonly document: string;
  readonly title: string;
  /** Of the pupil it is about. */
  readonly pupil: string;
  /** The parent it is for, where each has one of their own. */
  readonly person?: string;
  readonly school: string;
  /** In words: `16 March 2026`. */
  readonly date: string;
  /** Each a paragraph of its own. */
  readonly paragraphs: readonly string[];
}

/** Something that a letter needs and nobody knows, or that is on record and is not what it should be. */
export interface Lack {
  /** The name in the policy: a field, or what every letter knows. */
  readonly name: string;
  /** A whole sentence. */
  readonly why: string;
  /** Who can mend it: the office in the file of values, the school in its tables, or the author in the policy. */
  readonly where: "values" | "tables" | "policy";
  /** What the office has to write, such as `a date, like 2026-03-02`; only of what it can give. */
  readonly kind?: string;
}

export interface Refused {
  readonly document: string;
  readonly title: string;
  readonly pupil: string;
  readonly person?: string;
  readonly lacks: readonly Lack[];
}

export type LetterOutcome = ({ readonly written: true } & Letter) | ({ readonly written: false } & Refused);
