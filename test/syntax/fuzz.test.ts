import type { IToken } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageOf, hintOf } from "../../src/diagnostics/template.ts";
import { makeSource } from "../../src/source/text.ts";
import { layOut } from "../../src/syntax/layout.ts";
import { lex } from "../../src/syntax/lex.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { PolicyParser } from "../../src/syntax/parser.ts";
import { fixture, parse, policyLine } from "./read.ts";

const tour = fixture("tour.rollcall");
const tokens = lex(tour).tokens;
const images = [...new Set(tokens.map((token) => token.image)), "“", "<=", '"', "Xx_", "8:5", "\u0000", "🎒"];

interface Damage {
  readonly at: number;
  readonly what: "delete" | "insert" | "replace" | "swap";
  readonly image: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(tokens.length - 2),
  what: fc.constantFrom("delete", "insert", "replace", "swap"),
  image: fc.constantFrom(...images),
});

/** The text again, its blanks and comments left out, with some tokens damaged. */
function damaged(all: readonly Damage[]): string {
  const written = tokens.map((token) => token.image);
  for (const { at, what, image } of all) {
    const here = written[at] ?? "";
    if (what === "delete") written[at] = "";
    if (what === "insert") written[at] = `${here} ${image}`;
    if (what === "replace") written[at] = image;
    if (what === "swap") [written[at], written[at + 1]] = [written[at + 1] ?? "", here];
  }
  return written.join(" ");
}

/** Whatever is wrong is told at a place in the text, in whole sentences. */
function expectPlaces(text: string): number {
  const source = makeSource("damaged.rollcall", text);
  const { policy, diagnostics } = parsePolicy(source);
  for (const diagnostic of diagnostics) {
    expect(diagnostic.span.source).toBe(source);
    expect(diagnostic.span.to).toBeLessThanOrEqual(text.length);
    expect(messageOf(diagnostic)).toMatch(/\.$/);
    expect(hintOf(diagnostic)).not.toBe("");
  }
  if (diagnostics.length === 0) expect(policy).toBeDefined();
  return diagnostics.length;
}

describe("damaged text", () => {
  test("never stops the reader: every fault has a place and says what to do", () => {
    let faults = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 12 }), (all) => {
        faults += expectPlaces(damaged(all));
      }),
      { numRuns: 80 },
    );
    expect(faults).toBeGreaterThan(80);
  });

  test("neither does text that was never a policy", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...images), { maxLength: 120 }), (all) => {
        expectPlaces(all.join(" "));
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expectPlaces(text.replace(/^\uFEFF/, ""));
      }),
      { numRuns: 60 },
    );
  });

  test("one damaged token spoils at most its own statement and those it opens or closes", () => {
    const whole = parse(tour).policy?.declarations.length ?? 0;
    fc.assert(
      fc.property(fc.nat(tokens.length - 2), (at) => {
        const image = tokens[at]?.image ?? "";
        fc.pre(!/^[\s{}"]/.test(image) && image !== "");
        const start = tokens[at]?.startOffset ?? 0;
        const { policy } = parse(`${tour.slice(0, start)}?${tour.slice(start + image.length)}`);
        const isPolicyLine = start < tour.indexOf("\nextends");
        if (!isPolicyLine) expect(policy?.declarations.length).toBeGreaterThanOrEqual(whole - 1);
      }),
      { numRuns: 60 },
    );
  });
});

/** Counts how often the recovery looks at a token. */
class CountingParser extends PolicyParser {
  looks = 0;

  protected override LA(ahead: number): IToken {
    this.looks++;
    return super.LA(ahead);
  }

  protected override SKIP_TOKEN(): IToken {
    this.looks++;
    return super.SKIP_TOKEN();
  }
}

describe("the work of reading", () => {
  const parser = new CountingParser();

  function looksAt(text: string): number {
    parser.looks = 0;
    parser.start(layOut(lex(text).tokens).tokens);
    parser.policy();
    return parser.looks;
  }

  test.each([
    ["sound declarations", "parameter x is 3 sessions\n"],
    ["words that no statement begins with", "paramter x is 3 sessions\n"],
    ["broken headings of blocks", "procedure p for ech year {\n step a on start bla when {\n a b c d\n }\n}\n"],
    ["blocks followed by too much", "register x {\n opens 08:55\n} and then {\n} some { more {\n } }\n"],
    ["one long condition", 'example "x" {\n on 2026-01-01 expect a and\n b and\n c }\n'],
  ])("grows with the text, not faster: %s", (_, text) => {
    const small = looksAt(`${policyLine}\n${text.repeat(20)}`);
    const large = looksAt(`${policyLine}\n${text.repeat(160)}`);
    expect(large).toBeLessThan(small * 9);
  });

  test("grows with the length of one statement, not faster", () => {
    const long = (length: number): string =>
      `${policyLine}\nexample "x" {\n on 2026-01-01 expect ${"a and ".repeat(length)} (b\n}\n`;
    expect(looksAt(long(1600))).toBeLessThan(looksAt(long(200)) * 9);
  });
});
