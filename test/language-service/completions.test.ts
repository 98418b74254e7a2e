// What may be written at a place of a text: words of the language from the grammar, names from the policy; and what is told of a
// word that somebody points at.

import { tokenMatcher } from "chevrotain";
import { beforeAll, describe, expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { completionsAt } from "../../src/language-service/completions.ts";
import type { Known } from "../../src/language-service/completions.ts";
import { hoverAt } from "../../src/language-service/hover.ts";
import { lex } from "../../src/syntax/lex.ts";
import { whatMayFollow } from "../../src/syntax/what-may-follow.ts";
import { compileFile } from "../policy-files.ts";

let compilation: Compilation;
let known: Known;
let text: string;
beforeAll(() => {
  compilation = compileFile(new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url));
  ({ text } = compilation.source);
  const clauses = [...(compilation.clauses?.clauses.values() ?? [])];
  known = { model: compilation.model, clauses, layers: [{ name: "england", title: "School attendance in England" }] };
});

/** What is offered behind words added to the end of the policy. */
function offered(added: string): readonly string[] {
  const whole = `${text}\n${added}`;
  return completionsAt(whole, whole.length, known)?.options.map(({ label }) => label) ?? [];
}

describe("what may follow", () => {
  test("every word of a whole policy may stand where it stands", () => {
    const tokens = lex(text).tokens.filter(({ tokenType }) => tokenType.name !== "LineBreak");
    const sample = tokens.filter((_, index) => index % 29 === 0);
    expect(sample.length).toBeGreaterThan(300);
    const surprising = sample.filter((token) => {
      const may = whatMayFollow(text.slice(0, token.startOffset));
      return !may.some(({ type }) => tokenMatcher(token, type));
    });
    expect(surprising.map(({ startOffset }) => text.slice(startOffset - 40, startOffset + 20))).toEqual([]);
  });

  test("nothing follows what cannot be read, and a stray word does not throw", () => {
    expect(whatMayFollow('school policy a "A"\nparameter is is is ')).toEqual([]);
    expect(whatMayFollow("}}}{{{ ((( [[[ £ 🙂 ")).toEqual([]);
  });

  test("a text that has only begun wants a level", () => {
    const labels = completionsAt("", 0, known)?.options.map(({ label }) => label);
    expect(labels?.toSorted()).toEqual(["authority", "nation", "school", "trust"]);
  });
});

describe("completion", () => {
  test("names are offered where their kind may stand, and nowhere else", () => {
    expect(offered("duty d every school day {\n  ")).toEqual(expect.arrayContaining(["headteacher", "each"]));
    expect(offered("duty d every school day {\n  headteacher must ")).toContain("send");
    expect(offered("duty d every school day {\n  headteacher must ")).not.toContain("headteacher");
    expect(offered("duty d every school day {\n  headteacher must send policy through ")).toContain("website");
    expect(offered('status a "A" when ')).toEqual(expect.arrayContaining(["attendance", "contact made", "not"]));
    expect(offered("coding c {\n  I when reason is ")).toContain("illness");
    expect(offered("register morning {\n  ")).toContain("gates open");
  });

  test("the layers that can be extended are offered by name", () => {
    const head = 'school policy a "A"\nextends eng';
    expect(completionsAt(head, head.length, known)).toEqual({
      from: head.length - 3,
      options: [{ label: "england", kind: "layer", detail: "School attendance in England" }],
    });
  });

  test("behind the first word of several come those that are still to come", () => {
    expect(offered('status a "A" when contact ')).toContain("made");
    expect(offered('status a "A" when stage-1-letter ')).toContain("sent");
    expect(offered('status a "A" when attendance this year ')).toEqual(expect.arrayContaining(["below", "at least"]));
    expect(offered('status a "A" when attendance this ')[0]).toBe("year");
  });

  test("a number wants a unit, brackets a clause, and a row of codes a code with what it means", () => {
    expect(offered("parameter x is 5 ")).toEqual(expect.arrayContaining(["school days", "sessions", "school weeks"]));
    expect(offered("parameter x is 5% [")).toContain("HAL-001");
    const whole = `${text}\nprocedure p for each session coded `;
    const codes = completionsAt(whole, whole.length, known)?.options ?? [];
    expect(codes.find(({ label }) => label === "G")).toMatchObject({ kind: "code", detail: "Holiday without leave" });
  });

  test("a line that begins afresh may begin a statement or go on with the one above", () => {
    const options = offered("duty d every school day {\n  headteacher must send policy\n    ");
    expect(options).toEqual(expect.arrayContaining(["headteacher", "to", "within"]));
    expect(options).not.toContain("is");
  });

  test("comments and words in quotation marks are the author's own", () => {
    for (const own of ["-- par", 'note "the par']) {
      const whole = `${text}\n${own}`;
      expect(completionsAt(whole, whole.length, known)).toBeUndefined();
    }
  });
});

describe("what is told of a word", () => {
  const told = (words: string, into = 1) => {
    const { ast, model, clauses } = compilation;
    return hoverAt(text, text.indexOf(words) + into, { ast, model, clauseOf: (id) => clauses?.clauses.get(id) });
  };

  test("a name: its declaration, its layer, and what the layers above said", () => {
    expect(told("leave agreed this year")).toEqual({
      from: text.indexOf("leave agreed this year"),
      to: text.indexOf("leave agreed this year") + "leave agreed".length,
      title: "“Agree leave”, something that was done and recorded",
      lines: [
        'act agree-leave "leave agreed" by headteacher, headteachers-designate',
        "Said in this policy.",
        expect.stringMatching(/^The national rules, “School attendance in England” says: act agree-leave/),
        "HAL-088: Only the headteacher or her designate decides, not the local authority.",
      ],
    });
  });

  test("a clause: its words and its place; a code: what it counts as and since when", () => {
    expect(told("HAL-088")).toMatchObject({
      title: "Clause HAL-088",
      lines: ["Only the headteacher or her designate decides, not the local authority.", expect.any(String)],
    });
    expect(told("G when reason", 0)).toMatchObject({
      title: "Register code G",
      lines: [
        expect.stringContaining("counts as an unauthorised absence"),
        expect.stringContaining("From the national"),
      ],
    });
  });

  test("a figure: how far it may go, and how to change it", () => {
    expect(told("08:40")).toMatchObject({ title: "08:40, Morning register" });
    expect(told("08:40")?.lines).toContain("From 00:00 to 23:59.");
  });

  test("nothing is told of comments, of titles, and of places outside", () => {
    expect(told("-- Hall Green", 5)).toBeUndefined();
    expect(told('"Hall Green Primary School"', 4)).toBeUndefined();
    expect(hoverAt("", 0, { ast: undefined, model: undefined, clauseOf: () => undefined })).toBeUndefined();
  });
});
