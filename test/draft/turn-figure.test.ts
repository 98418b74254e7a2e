import { describe, expect, test } from "vitest";
import { isDeepStrictEqual } from "node:util";
import { namesKey } from "../../src/checker/names-key.ts";
import { draft } from "../../src/draft.ts";
import type { Draft } from "../../src/draft.ts";
import { figuresOf, stepped } from "../../src/language-service/figures.ts";
import { makeSource } from "../../src/source/text.ts";
import { turnFigure } from "../../src/turn-figure.ts";
import type { FigureEdit } from "../../src/turn-figure.ts";
import { libraryOf, readText } from "../policy-files.ts";

function open(name: string) {
  const file = new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
  const source = readText(file) ?? makeSource("none", "");
  const library = libraryOf(file);
  // Every file is read once: a library gives the same each time it is asked.
  const layers = new Map<string, ReturnType<typeof library.layer>>();
  const besides = new Map<string, ReturnType<typeof library.beside>>();
  const known = <T>(map: Map<string, T>, key: string, read: () => T): T => {
    if (!map.has(key)) map.set(key, read());
    return map.get(key) as T;
  };
  const kept: typeof library = {
    layer: (layer) => known(layers, layer, () => library.layer(layer)),
    beside: (policy, beside) => known(besides, `${policy.name} ${beside}`, () => library.beside(policy, beside)),
  };
  const before = draft(source, kept);
  const whole = ({ from, to, text }: FigureEdit): Draft =>
    draft(makeSource(source.name, source.text.slice(0, from) + text + source.text.slice(to)), kept, undefined, before);
  return { before, whole };
}

function turnsOf({ ast }: Draft, every: number): readonly FigureEdit[] {
  const figures = ast === undefined ? [] : figuresOf(ast).filter((_, index) => index % every === 0);
  return figures.flatMap(({ kind, text, span: { from, to } }, index) => {
    const steps = index % 7 === 0 ? [1, -1, 60, -60] : [index % 2 === 0 ? 1 : -1];
    return steps.flatMap((step) => {
      const next = stepped(kind, text, step);
      return next === undefined ? [] : [{ from, to, text: next }];
    });
  });
}

describe("a figure that is turned", () => {
  test.each([
    ["hall-green", 1],
    ["england", 1],
    ["newquay", 1],
    ["slade", 1],
    ["rufford", 1],
    ["atlp", 2],
    ["delapre", 4],
    ["invictus", 6],
    ["celt", 16],
  ])("runs in %s as if the whole policy had been read again, or is not run at all", (name, every) => {
    const { before, whole } = open(name);
    const turns = turnsOf(before, every);
    let quick = 0;
    for (const turn of turns) {
      const [turned, afresh] = [turnFigure(before, turn), whole(turn)];
      if (turned === undefined) continue;
      quick += 1;
      if (!isDeepStrictEqual(turned.ready.ir, afresh.ready?.ir)) expect(turned.ready.ir).toEqual(afresh.ready?.ir);
    }
    // Those it declines stand in a reading that is not the chosen one, or would be an error.
    expect(quick / turns.length).toBeGreaterThan(0.6);
  });

  test("changes no name that a rule could see", () => {
    const { before, whole } = open("hall-green");
    const names = ({ rules }: Draft): string | undefined => rules && namesKey(rules.layer.scope.names);
    for (const turn of turnsOf(before, 5)) {
      if (turnFigure(before, turn) !== undefined) expect(names(whole(turn))).toBe(names(before));
    }
  });
});

describe("what is more than a figure is left to the whole", () => {
  const text = `school policy hill "Hill"
in force from 2026-09-01
parameter target is 95%
parameter reply is 10 school days
code J "Interview" approved from 2026-09-01
status low "Low" when attendance this year below target
readings "which" {
  chosen "this" because "it says so" {
    status poor "Poor" when attendance this year below 80%
  }
  or "that" {
    status poor "Poor" when attendance this year below 70%
  }
}
example "a pupil" {
  pupil year 4
  on 2026-10-01 expect attendance this year at least 95%
}
`;
  const before = draft(makeSource("hill.rollcall", text), { layer: () => undefined, beside: () => undefined });

  function turned(part: string, now: string) {
    const from = text.indexOf(part);
    expect(from).toBeGreaterThan(0);
    return turnFigure(before, { from, to: from + part.length, text: now });
  }

  test("a figure of the chosen reading is turned", () => {
    expect(before.ready).toBeDefined();
    expect(turned("95%", "96%")?.ready.ir).not.toEqual(before.ready?.ir);
    expect(turned("80%", "81%")?.ready.ir).not.toEqual(before.ready?.ir);
  });

  test.each([
    ["another unit", "10 school days", "10 working days"],
    ["another kind of figure", "95%", "£95"],
    ["something that cannot be read", "95%", "95%%"],
    ["something that means nothing", "95%", "195%"],
    ["a name", "target is", "goal is"],
    ["two declarations", "95%", "95%\nparameter other is 96%"],
    ["the day from which a code is there", "2026-09-01\nstatus", "2026-09-02\nstatus"],
    ["the day from which all is in force", "2026-09-01\nparameter", "2026-09-02\nparameter"],
    ["a reading that was not chosen", "70%", "71%"],
    ["an example", "at least 95%", "at least 96%"],
  ])("%s", (_, part, now) => {
    expect(before.ready).toBeDefined();
    expect(turned(part, now)).toBeUndefined();
  });
});
