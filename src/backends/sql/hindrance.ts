// Why SQL cannot say something of a policy: the code under which it is reported, and in a few words what stood in the way.

/** Each has a page of its own; the sentences are those of `queryMessages`. */
export type HindranceCode =
  | "query-pauses"
  | "query-starts-again"
  | "query-wakes-between"
  | "query-if-not-known"
  | "query-step-order"
  | "query-not-counted"
  | "query-length-open"
  | "query-value"
  | "query-group"
  | "query-beyond-register";

export interface Hindrance {
  readonly code: HindranceCode;
  /** A noun, such as "a count of absences as of every evening"; of what starts again, an adverb such as "in Spark". */
  readonly why: string;
}

/** Says what cannot be said in SQL; whoever asked for it is left out of the query. */
export type Cannot = (code: HindranceCode, why: string) => void;
