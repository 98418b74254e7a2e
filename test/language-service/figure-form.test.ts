// What a form says of a figure: its topic, its words, and how far it may go.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { figureTopics, topicsOfFigures } from "../../src/language-service/figure-topic.ts";
import type { FigureTopic } from "../../src/language-service/figure-topic.ts";
import { figureWords } from "../../src/language-service/figure-words.ts";
import { layerOfFigure, limitOfFigure, lockOnFigure } from "../../src/language-service/figure-limits.ts";
import { figuresOf } from "../../src/language-service/figures.ts";
import type { PolicyFigure } from "../../src/language-service/figures.ts";
import { compile } from "../../src/compile.ts";
import { makeSource } from "../../src/source/text.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";

const shelf = ["hall-green", "delapre", "rufford", "newquay", "slade", "england", "atlp", "celt", "invictus"];

function opened(name: string) {
  const text = readFileSync(`policies/${name}/${name}.rollcall`, "utf8");
  const { policy } = parsePolicy(makeSource(`${name}.rollcall`, text));
  if (policy === undefined) throw new Error(`${name} cannot be read`);
  return policy;
}

interface Told {
  readonly figure: PolicyFigure;
  readonly topic: FigureTopic;
}

function told(name: string): readonly Told[] {
  const policy = opened(name);
  const figures = figuresOf(policy);
  const topics = topicsOfFigures(policy, figures);
  return figures.map((figure, place) => ({ figure, topic: topics[place] ?? "rest" }));
}

describe.each(shelf)("every figure of %s", (name) => {
  const figures = told(name);

  test("has one topic, and four in five have a better one than everything else", () => {
    expect(figures).toHaveLength(figuresOf(opened(name)).length);
    const known = new Set<string>(figureTopics.map((topic) => topic.name));
    expect(figures.filter(({ topic }) => !known.has(topic))).toEqual([]);
    expect(figures.filter(({ topic }) => topic === "rest").length).toBeLessThanOrEqual(figures.length / 5);
  });

  test("has a title, and stands in its own words", () => {
    for (const { figure } of figures) {
      const { title, before, after } = figureWords(figure);
      expect(title).not.toBe("");
      expect(`${before}${after}`).not.toMatch(/[[\]{\n]|--/);
    }
  });
});

function topicOf(name: string, line: string, text: string): FigureTopic | undefined {
  return told(name).find(({ figure }) => {
    const { source, from } = figure.span;
    const start = source.text.lastIndexOf("\n", from) + 1;
    return figure.text === text && source.text.slice(start, source.text.indexOf("\n", from)).includes(line);
  })?.topic;
}

describe("a topic is found by what the figure is and does", () => {
  test.each([
    ["hall-green", "closes", "09:10", "times"],
    ["hall-green", "target", "95.5%", "percentages"],
    ["hall-green", "report-absence", "09:30", "first-day"],
    ["hall-green", "wait 20 minutes", "20", "first-day"],
    ["hall-green", "otherwise £160", "£160", "penalties"],
    ["england", "code K", "2024-08-19", "codes"],
    ["england", "removal-after-absence is", "20", "registers"],
  ] as const)("in %s, %s %s", (name, line, text, topic) => {
    expect(topicOf(name, line, text)).toBe(topic);
  });

  test("a percentage that sends a letter stands with the letters", () => {
    const found = told("hall-green").filter(({ figure }) => figure.text === "95%");
    expect(found.map(({ topic }) => topic)).toEqual(["letters", "letters", "letters"]);
  });
});

describe("the words around a figure", () => {
  const text = `school policy hill "Hill"
in force from 2026-09-01
parameter reply-within is 5 school days until 2026-12-31, 10 school days from 2027-01-01 [HIL-001]
register morning {
  L after 09:00 until 09:10 [HIL-002]
}
readings "when the letter goes" {
  chosen "early" because "it says so" {
    procedure letters "Letters home" for each year {
      step letter-1 "First letter" when attendance this year below 95% [HIL-003] {
        school must send letter-1 to parents within 5 school days [HIL-004]
      }
    }
  }
  or "late" {
    note "No letters."
  }
}
`;
  const { policy } = parsePolicy(makeSource("hill.rollcall", text));
  const words =
    policy === undefined ? [] : figuresOf(policy).map((figure) => ({ ...figureWords(figure), is: figure.text }));

  test("are the author's, without the unit, and say which of two values it is", () => {
    expect(words.slice(0, 2)).toEqual([
      { title: "Reply within", before: "", is: "5", after: " until 2026-12-31, 10 school days from 2027-01-01" },
      {
        title: "Reply within",
        before: "5 school days until ",
        is: "2026-12-31",
        after: ", 10 school days from 2027-01-01",
      },
    ]);
    expect(words[5]).toEqual({ title: "Morning register", before: "L after 09:00 until ", is: "09:10", after: "" });
  });

  test("bear the title of the step, the procedure it is of, and the reading it stands in", () => {
    const reading = { question: "when the letter goes", label: "early", chosen: true };
    const of = { title: "First letter", of: "Letters home", reading };
    expect(words.slice(6)).toEqual([
      { ...of, before: "attendance this year below ", is: "95%", after: "" },
      { ...of, before: "school must send letter 1 to parents within ", is: "5", after: "" },
    ]);
  });
});

test("in the YAML form the words are the same, without what only builds the form", () => {
  const yaml = readFileSync("policies/hall-green/hall-green.rollcall.yaml", "utf8");
  const { policy } = parseYamlPolicy(makeSource("hall-green.rollcall.yaml", yaml));
  const sayings = (policy === undefined ? [] : figuresOf(policy)).map((figure) => {
    const { before, after } = figureWords(figure);
    return `${before}${figure.text}${after}`;
  });
  expect(sayings).toContain("gates open, 08:40");
  expect(sayings).toContain("arrival after 09:10, becomes U");
  expect(sayings).toContain("attendance this year below 95%");
  expect(sayings).toContain("parents must report absence through phone, voicemail, in person before 09:30");
  expect(sayings.filter((words) => /[{}"]|clauses/.test(words))).toEqual([]);
});

describe("how far a figure may go", () => {
  const nation = makeSource(
    "land.rollcall",
    `nation policy land "The land"
in force from 2020-01-01
parameter open-for is 30 minutes, may only fall
parameter kept-for is 3 years, may only rise
parameter price is £80, fixed
parameter target is 95%
status low "Low" when attendance this year below 90%, fixed
`,
  );
  const school = makeSource(
    "hill.rollcall",
    `school policy hill "Hill"
extends land
in force from 2026-09-01
parameter open-for is 20 minutes, fixed
parameter target is 96%
status low "Low" when attendance this year below 90%
`,
  );
  const library = { layer: (name: string) => (name === "land" ? nation : undefined), beside: () => undefined };
  const { ast, model } = compile(school, library);
  if (ast === undefined || model === undefined) throw new Error("the text cannot be read");
  const figures = figuresOf(ast);

  test("is what a layer above locks, in words, and nothing where it is free (S31)", () => {
    expect(figures.map((figure) => limitOfFigure(model, figure))).toEqual([
      { says: "At most 30 minutes: by the national rules, “The land”, it may only fall.", fixed: false },
      undefined,
      { says: "Fixed word for word by the national rules, “The land”.", fixed: true },
    ]);
  });

  test("is also what this policy locks for those below it", () => {
    expect(figures.map((figure) => lockOnFigure(model, figure))).toEqual(["fixed", undefined, "fixed"]);
  });

  test("a figure of the layer above stands where nothing below says it anew", () => {
    const above = parsePolicy(nation).policy;
    const standing = above === undefined ? [] : figuresOf(above).map((figure) => layerOfFigure(model, figure));
    expect(standing).toEqual(["hill", "land", "land", "hill", "hill"]);
  });
});
