// What an editor reads off a text: colours, folds, the outline and the figures.

import { describe, expect, test } from "vitest";
import { figuresOf, orderOfFigure, stepped } from "../../src/language-service/figures.ts";
import { compile } from "../../src/compile.ts";
import { rangeOfFigure } from "../../src/language-service/figure-range.ts";
import { highlight } from "../../src/language-service/highlight.ts";
import { foldsOf, symbolsOf } from "../../src/language-service/symbols.ts";
import { lineText, makeSource, positionOf, spanText } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { compileFile } from "../policy-files.ts";

const text = `school policy hill "Hill Primary"
in force from 2026-09-01

-- The line to watch.
parameter target is 95.5% [HIL-001]
parameter reply-within is 10 school days
parameter fine is £1,000

register morning {
  opens 08:55
  L until 09:10
}

readings "when the letter goes" {
  chosen "below target" because "the page on letters says so" {
    procedure letters "Letters" for each year {
      step letter-1 "First letter" when attendance this year below target [HIL-002] {
        school must send letter-1 to parents within 5 school days
      }
    }
  }
  or "never" {
    note "No letters."
  }
}

example "not a threshold" {
  pupil year 4
  on 2026-10-01 expect attendance this year at least 95%
}
`;

const policy = parsePolicy(makeSource("hill.rollcall", text)).policy;
if (policy === undefined) throw new Error("the text cannot be read");

describe("what an editor reads off a text", () => {
  test("every word that is written is coloured by what it is for, in order and never twice", () => {
    const found = highlight(text);
    const roleOf = (word: string): string | undefined => found.find(({ from }) => from === text.indexOf(word))?.role;
    expect(roleOf("-- The line")).toBe("comment");
    expect(roleOf("parameter target")).toBe("keyword");
    expect(roleOf("95.5%")).toBe("value");
    expect(roleOf("school days")).toBe("unit");
    expect(roleOf("must send")).toBe("modal");
    expect(roleOf("below target [")).toBe("edge");
    expect(roleOf("HIL-001")).toBe("clause");
    for (const [index, { from }] of found.entries()) expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? 0);
    const coloured = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
    const left = text.split("").filter((character, at) => !coloured.has(at) && character.trim() !== "");
    expect(left).toEqual([]);
  });

  test("blocks fold from the end of their first line to their closing brace", () => {
    const folds = foldsOf(policy).map(({ from, to }) => [text.slice(0, from).split("\n").at(-1), text[to]]);
    expect(folds).toContainEqual(["register morning {", "}"]);
    expect(folds).toContainEqual([expect.stringContaining("step letter-1"), "}"]);
  });

  test("the outline names declarations by their words, and steps inside readings", () => {
    const [, , , register, readings, example] = symbolsOf(policy);
    expect(register).toMatchObject({ kind: "register", name: "morning" });
    expect(readings).toMatchObject({ kind: "readings", title: "when the letter goes" });
    expect(readings?.inside[0]?.inside[0]?.inside[0]).toMatchObject({ kind: "step", title: "First letter" });
    expect(example).toMatchObject({ kind: "example", title: "not a threshold" });
  });

  test("figures stand in the order of the text with their units and clauses; those of examples are left out", () => {
    expect(figuresOf(policy).map(({ text: figure, unit, clauses }) => [figure, unit, clauses.join()])).toEqual([
      ["95.5%", "", "HIL-001"],
      ["10", "school days", ""],
      ["£1,000", "", ""],
      ["08:55", "", ""],
      ["09:10", "", ""],
      ["5", "school days", "HIL-002"],
    ]);
    for (const { span, text: figure } of figuresOf(policy)) expect(spanText(span)).toBe(figure);
  });

  test("a figure steps up and down as an author would write it, and never out of its range", () => {
    expect(stepped("percent", "95.5%", 1)).toBe("96%");
    expect(stepped("percent", "100%", 1)).toBeUndefined();
    expect(stepped("percent", "95.25%", 1)).toBeUndefined();
    expect(stepped("money", "£995", 1)).toBe("£1,000");
    expect(stepped("money", "£0", -1)).toBeUndefined();
    expect(stepped("quantity", "10", -1)).toBe("9");
    expect(stepped("quantity", "0", -1)).toBeUndefined();
    expect(stepped("time", "08:55", 1)).toBe("09:00");
    expect(stepped("time", "23:58", 1)).toBeUndefined();
    expect(stepped("date", "2026-12-31", 1)).toBe("2027-01-01");
  });

  test("figures of one kind can be put in order, however they are written", () => {
    expect(orderOfFigure("percent", "95.25%")).toBe(9525);
    expect(orderOfFigure("money", "£1,000")).toBe(100_000);
    expect(orderOfFigure("quantity", "10")).toBe(1000);
    expect(orderOfFigure("time", "09:10")).toBe(33_000);
    expect(orderOfFigure("date", "1970-01-02")).toBe(1);
    expect(orderOfFigure("percent", "many")).toBeUndefined();
  });

  test("a range is as wide as the kind allows, or as the layer above lets it be", () => {
    const lands = new Map(
      Object.entries({
        land: 'nation policy land "A land"\nparameter fine is £80, fixed\nparameter goal is 90%, may only rise\nparameter answer-within is 10 school days, may only fall\n',
        hill: 'school policy hill "Hill"\nextends land\nparameter fine is £80\nparameter goal is 95%\nparameter answer-within is 8 school days\nparameter own is 5 sessions\n',
      }),
    );
    const sourceOf = (name: string) => makeSource(`${name}.rollcall`, lands.get(name) ?? "");
    const { ast, model } = compile(sourceOf("hill"), { layer: sourceOf, beside: () => undefined });
    if (ast === undefined) throw new Error("the text cannot be read");
    const ranges = figuresOf(ast).map((figure) => rangeOfFigure(model, figure));
    expect(ranges).toEqual([
      { least: "£80", most: "£80", fixed: true, says: expect.stringContaining("Fixed at £80") },
      { least: "90%", most: "100%", fixed: false, says: expect.stringContaining("At least 90%") },
      { least: "0", most: "10", fixed: false, says: expect.stringContaining("At most 10 school days") },
      { least: "0", fixed: false, says: "From 0." },
    ]);
  });

  test("what the nation lays down is told of registers, penalty notices and statutory words", () => {
    const { ast, model } = compileFile(new URL("../../policies/hall-green/hall-green.rollcall", import.meta.url));
    if (ast === undefined) throw new Error("the policy cannot be read");
    const ranges = figuresOf(ast).map((figure) => ({
      figure: `${spanText(figure.span)} in ${lineText(figure.span.source, positionOf(figure.span).line).trim()}`,
      range: rangeOfFigure(model, figure),
    }));
    const of = (line: string) => ranges.find(({ figure }) => figure.includes(line))?.range;
    expect(of("in closes 09:10")).toMatchObject({ least: "08:55", most: "09:25" });
    expect(of("in opens 08:55")).toMatchObject({ least: "08:40", most: "09:10" });
    expect(of("in opens 08:55")?.says).toBe(
      "From 08:40 to 09:10: by law the register stays open for at most 30 minutes.",
    );
    expect(of("in gates open 08:40")).toMatchObject({ least: "00:00", most: "23:59", says: "From 00:00 to 23:59." });
    expect(of("£160 when ordinal")?.says).toBe("By law a penalty notice asks for £80 or £160.");
  });
});
