// One answer of the decision: sixteen whole numbers a pupil, the same for everything that competes; and whether two agree.

export const FIELDS = [
  "attended",
  "possible",
  "authorised",
  "unauthorised",
  /** The school day at whose end unauthorised sessions in ten school weeks first came to ten; -1 if never. */
  "penaltyDay",
  /** Unauthorised sessions in the ten school weeks that end with the year. */
  "lately",
  "lates",
  "persistentlyLate",
  "longestAbsence",
  /** Row of the bands; -1 where no session was possible. */
  "band",
  /** 1, 0, or -1 where no session was possible. */
  "persistentlyAbsent",
  "severelyAbsent",
  /** The school day at whose end each letter fell due; -1 if it did not. */
  "first",
  "second",
  "third",
  /** Days of the absence that is still going on when the year ends. */
  "stillAway",
] as const;

export const WIDTH = FIELDS.length;

/** Throws where two sets of answers differ, and says at which pupil and in what. */
export function expectSame(name: string, found: Int32Array, wanted: Int32Array): void {
  if (found.length !== wanted.length) throw new Error(`${name} gives ${found.length} numbers, not ${wanted.length}`);
  const at = found.findIndex((value, index) => value !== wanted[index]);
  if (at < 0) return;
  const field = FIELDS[at % WIDTH];
  throw new Error(`${name}: pupil ${Math.floor(at / WIDTH)} has ${field} ${found[at]}, not ${wanted[at]}`);
}
