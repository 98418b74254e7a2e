// Random edits of real policies, as somebody types, deletes and copies, also in the middle of a word.

import fc from "fast-check";
import { readFileSync } from "node:fs";
import { fixture } from "./read.ts";

export function policyText(name: string): string {
  return readFileSync(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url), "utf8");
}

export interface Edit {
  /** Of the text, in thousandths of a percent. */
  readonly at: number;
  readonly what: "type" | "delete" | "copy" | "unbrace";
  readonly typed: string;
  readonly length: number;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100_000),
  what: fc.constantFrom("type", "type", "delete", "copy", "unbrace"),
  typed: fc.oneof(
    fc.constantFrom(
      ...'{}()[]",-\n 3Gx%'.split(""),
      "\r\n",
      "\r",
      "\u2028",
      "\uFEFF",
      "\n}\n",
      "{\n",
      "not ",
      "or ",
      " -- said aside",
      "\n-- said above\n",
      "\nall of\n",
      "group",
      "\nrole ",
      'role school "One"',
      "\nparameter x is 5 sessions\n",
      "\nprocedure p for each pupil {",
      '\nexample "',
      '\nreadings "which" {\n  chosen "a" {\n parameter z is 95%\n }\n  or "b" {\n}\n}\n',
      "\nextends england\n",
    ),
    fc.string({ maxLength: 4 }),
  ),
  length: fc.integer({ min: 1, max: 300 }),
});

export function applied(text: string, { at, what, typed, length }: Edit): string {
  const from = Math.floor((at / 100_000) * text.length);
  if (what === "type") return text.slice(0, from) + typed + text.slice(from);
  if (what === "delete") return text.slice(0, from) + text.slice(from + 1 + (length % 25));
  if (what === "unbrace") return text.slice(0, from) + text.slice(from).replace(length % 3 === 0 ? "}" : " {", "");
  return text.slice(0, from) + text.slice(from, from + length) + text.slice(from);
}

/** Pieces of policies, short enough to be read many times. */
export const texts: readonly string[] = [
  policyText("hall-green").slice(0, 9000),
  policyText("celt").slice(0, 6000),
  policyText("england").slice(-8000),
  policyText("newquay").slice(0, 4000),
  fixture("tour.rollcall"),
];
