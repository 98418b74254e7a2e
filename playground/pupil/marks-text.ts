// Letters as somebody types or pastes them → marks of sessions. The text is not trusted: whatever is no code of its date is told.

import type { RegisterCode } from "../worker/protocol.ts";
import { dayOfSession } from "./year-grid.ts";
import type { SessionKey } from "./year-grid.ts";

/** Attended as usual, in any of the ways in which registers print it. */
const AS_USUAL = new Set([".", "/", "\\"]);
/** A session without a mark. */
export const MISSING = "-";

/** The codes that stand on a day, in the policy's order. */
export function codesOn(codes: readonly RegisterCode[], day: number): readonly RegisterCode[] {
  return codes.filter(
    ({ from, until }) => (from === undefined || from <= day) && (until === undefined || day <= until),
  );
}

export interface Pasted {
  /** Code undefined where the session is attended as usual. */
  readonly marks: readonly (readonly [session: SessionKey, code: string | undefined])[];
  /** What is wrong, in words; then there are no marks. */
  readonly problem?: string;
}

/**
 * `"GG GG //"` from a session on: blanks and line ends between marks mean nothing, and a code of two letters is taken before
 * one of a single letter.
 */
export function readMarks(
  text: string,
  sessions: readonly SessionKey[],
  from: SessionKey,
  codes: readonly RegisterCode[],
): Pasted {
  const marks: (readonly [SessionKey, string | undefined])[] = [];
  const start = sessions.indexOf(from);
  const none = (problem: string): Pasted => ({ marks: [], problem });
  if (start < 0) return none("Choose a session first: the marks go in from there on.");
  let place = 0;
  while (place < text.length) {
    const letter = text.charAt(place);
    if (/[\s\u00A0,;|]/.test(letter)) {
      place += 1;
      continue;
    }
    const session = sessions[start + marks.length];
    if (session === undefined)
      return none(`The school year ends after ${marks.length} of these marks. Paste fewer, or begin earlier.`);
    const read = readOne(text.slice(place, place + 2).toUpperCase(), codesOn(codes, dayOfSession(session)));
    if (read === undefined)
      return none(`“${printable(letter)}”, mark ${marks.length + 1}, is no code on its date. Nothing was changed.`);
    marks.push([session, read.code]);
    place += read.length;
  }
  return marks.length === 0 ? none("There are no marks in what was pasted.") : { marks };
}

function readOne(
  letters: string,
  codes: readonly RegisterCode[],
): { readonly code: string | undefined; readonly length: number } | undefined {
  const first = letters.charAt(0);
  if (AS_USUAL.has(first)) return { code: undefined, length: 1 };
  if (first === MISSING) return { code: MISSING, length: 1 };
  const known = (code: string): boolean => codes.some((each) => each.code.toUpperCase() === code);
  if (letters.length === 2 && known(letters)) return { code: letters, length: 2 };
  return known(first) ? { code: first, length: 1 } : undefined;
}

function printable(letter: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) ? letter : "a character that cannot be shown";
}

export type Typed =
  /** The session takes the code; a second letter may still follow. */
  | { readonly kind: "mark"; readonly code: string | undefined; readonly typed: string }
  /** The beginning of a code, and no code yet. */
  | { readonly kind: "begun"; readonly typed: string }
  | { readonly kind: "no-code"; readonly letter: string };

/** A key on a session: `before` is what was typed there a moment ago. */
export function typeCode(before: string, key: string, codes: readonly RegisterCode[]): Typed {
  if (AS_USUAL.has(key)) return { kind: "mark", code: undefined, typed: "" };
  if (key === MISSING) return { kind: "mark", code: MISSING, typed: "" };
  for (const typed of before === "" ? [key.toUpperCase()] : [`${before}${key}`.toUpperCase(), key.toUpperCase()]) {
    const found = codes.find(({ code }) => code.toUpperCase() === typed);
    if (found !== undefined) return { kind: "mark", code: found.code, typed };
    if (codes.some(({ code }) => code.toUpperCase().startsWith(typed))) return { kind: "begun", typed };
  }
  return { kind: "no-code", letter: key };
}
