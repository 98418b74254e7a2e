// A school that loosens a lock is told of the pupil it touches: nation, authority, trust and school, one above the other.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withPupilsTouched } from "../../src/analysis/lock-breaches.ts";
import type { Model } from "../../src/checker/model.ts";
import { compile } from "../../src/compile.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { makeSource, positionOf } from "../../src/source/text.ts";
import { checkText } from "../checker/check-text.ts";

function layer(heading: string, declarations: string, parent?: Model) {
  const under = parent === undefined ? "" : `extends ${parent.name}\n`;
  const options = parent === undefined ? {} : { parent };
  const { model, diagnostics } = checkText(`${heading}\n${under}${declarations}\n`, options);
  return { model, diagnostics: withPupilsTouched(model, diagnostics) };
}

const nation = layer(
  'nation policy somewhere "Somewhere"',
  `role office "Office"
role parents "Parents"
act tell "told"
act call "called"
document bill "Bill" {
  may have figure
}
parameter weeks-counted is 10 sessions, fixed
parameter fee is £80, fixed
procedure paying for each year {
  step due on start {
    office must tell parents by unspecified
  }
}
measure owed is {
  fee when called
  otherwise £0
}`,
).model;

const code = layer(
  'authority policy borough "Code of conduct of the borough"',
  `parameter notice-at is 10 sessions, may only fall
parameter reply-within is 5 school days, may only fall
parameter cooling-off is 3 school weeks, may only rise
status at-the-code when count of unauthorised sessions this year at least notice-at, fixed
procedure answering for each year {
  step answer when at-the-code {
    office must tell parents within reply-within
    wait cooling-off
  }
}`,
  nation,
).model;

const trust = layer(
  'trust policy hills "Hills"',
  `parameter target is 96%, may only rise
parameter missed is 4%, may only fall
parameter call-by is 09:00, may only fall
status below-target when attendance this year below target
status misses-much when absence this year at least missed
status called-late when called after call-by`,
  code,
).model;

const saidBy = (declarations: string): readonly string[] =>
  layer('school policy top "Top"', declarations, trust).diagnostics.map(
    (diagnostic) => `${diagnostic.code}: ${messageOf(diagnostic)}`,
  );

describe("a school under a trust, an authority and a nation", () => {
  test("may tighten what each of them lets it tighten", () => {
    expect(saidBy("parameter target is 97%\nparameter notice-at is 8 sessions\nparameter call-by is 08:50")).toEqual(
      [],
    );
  });

  test.each([
    [
      "parameter target is 95%",
      "locked-value-loosened: `target` may only rise from the 96% that hills sets, but here it is 95%. A pupil who attends 19 of 20 sessions, exactly 95%, is below the 96% of hills, and is not below this 95%. On this rests “Below target”.",
    ],
    [
      "parameter missed is 5%",
      "locked-value-loosened: `missed` may only fall from the 4% that hills sets, but here it is 5%. A pupil who attends 20 of 21 sessions, about 95.24%, reaches the 4% of hills by `absence this year`, and does not reach this 5%. On this rests “Misses much”.",
    ],
    [
      "parameter notice-at is 12 sessions",
      "locked-value-loosened: `notice-at` may only fall from the 10 sessions that borough sets, but here it is 12 sessions. A pupil with 10 unauthorised sessions this year reaches the 10 sessions of borough, and does not reach these 12 sessions. On this rests “At the code”.",
    ],
    [
      "parameter reply-within is 8 school days",
      "locked-value-loosened: `reply-within` may only fall from the 5 school days that borough sets, but here it is 8 school days. For a pupil for whom `office must tell` is done on school day 6, it is late by the 5 school days of borough, and in time by these 8 school days. On this rests “Answering”.",
    ],
    [
      "parameter cooling-off is 2 school weeks",
      "locked-value-loosened: `cooling-off` may only rise from the 3 school weeks that borough sets, but here it is 2 school weeks. For a pupil who is on school week 3 of it, these 2 school weeks are over, and the 3 school weeks of borough are not. On this rests “Answering”.",
    ],
    [
      "parameter call-by is 09:30",
      "locked-value-loosened: `call-by` may only fall from the 09:00 that hills sets, but here it is 09:30. For a pupil of whom the school hears at 09:01, the 09:00 of hills has passed, and this 09:30 has not. On this rests “Called late”.",
    ],
    [
      "parameter fee is £70",
      "locked-value-changed: `fee` is fixed by somewhere at £80, so it cannot be £70 here. The parent of one pupil pays £80 by somewhere, and £70 here.",
    ],
    [
      "parameter weeks-counted is 12 sessions",
      "locked-value-changed: `weeks-counted` is fixed by somewhere at 10 sessions, so it cannot be 12 sessions here.",
    ],
    [
      "parameter target is 95.5",
      "number-not-whole: `95.5` is not a whole number, but plain numbers come only in whole numbers.",
    ],
  ])("is refused %s, with the pupil it touches", (declaration, message) => {
    expect(saidBy(declaration)).toEqual([message]);
  });

  test("keeps on record what it said anew, and which way is stricter, through all the layers", () => {
    const { model } = layer('school policy top "Top"', "parameter target is 97%, fixed", trust);
    const target = model.parameters.get("target");
    expect([target?.origin.layer, target?.replaces?.origin.layer]).toEqual(["top", "hills"]);
    expect(target?.stricter).toBe("higher");
    expect(model.parameters.get("notice-at")?.stricter).toBe("lower");
    expect(model.parameters.get("fee")?.stricter).toBeUndefined();
    const again = layer('school policy top "Top"', 'document bill "Our bill" {\n  needs figure\n}', trust).model;
    expect(again.documents.get("bill")?.replaces?.title).toBe("Bill");
    expect(model.lockBreaches).toEqual([]);
  });
});

describe("the compiler", () => {
  const trustText = `trust policy hills "Hills"
parameter target is 96%, may only rise
status below-target when attendance this year below target
`;
  const library = {
    layer: (name: string) => (name === "hills" ? makeSource("hills.rollcall", trustText) : undefined),
    beside: () => undefined,
  };

  test.each([
    ["top.rollcall", 'school policy top "Top"\nextends hills\nparameter target is 95%\n', "3:21"],
    [
      "top.rollcall.yaml",
      'school-policy: {name: top, title: "Top", extends: hills}\nparameters:\n  target: {is: "95%"}\n',
      "3:17",
    ],
  ])("refuses %s at both places, and names the pupil", (name, text, place) => {
    const { diagnostics, ready } = compile(makeSource(name, text), library);
    const [found, ...others] = diagnostics.filter(({ severity }) => severity === "error");
    expect(others).toEqual([]);
    expect(ready).toBeUndefined();
    if (found === undefined) throw new Error("nothing was refused");
    const { line, column } = positionOf(found.span);
    expect(`${line}:${column}`).toBe(place);
    expect(found.labels.map(({ span }) => `${span.source.name}:${positionOf(span).line}`)).toEqual([
      "hills.rollcall:2",
    ]);
    expect(messageOf(found)).toContain("A pupil who attends 19 of 20 sessions, exactly 95%, is below the 96% of hills");
  });
});

test("the pupil named is on one side of the one limit and on the other side of the other, and nobody has fewer sessions", () => {
  const limits = fc.integer({ min: 1, max: 999 });
  const edges = { below: (a: number, b: number) => a < b, "at least": (a: number, b: number) => a >= b };
  fc.assert(
    fc.property(limits, limits, fc.constantFrom(...(Object.keys(edges) as (keyof typeof edges)[])), (a, b, edge) => {
      fc.pre(a !== b);
      const above = `parameter limit is ${a / 10}%, fixed\nstatus caught when attendance this year ${edge} limit`;
      const upper = layer('nation policy somewhere "Somewhere"', above).model;
      const { diagnostics } = layer('school policy top "Top"', `parameter limit is ${b / 10}%`, upper);
      const witness = diagnostics[0]?.witness as { sessions: number; possible: number } | undefined;
      const differs = (n: number, d: number): boolean => edges[edge](n * 1000, a * d) !== edges[edge](n * 1000, b * d);
      const smallest = Array.from({ length: 380 }, (_, index) => index + 1).find((d) =>
        Array.from({ length: d + 1 }, (_, n) => n).some((n) => differs(n, d)),
      );
      expect(witness?.possible).toBe(smallest);
      if (witness !== undefined) expect(differs(witness.sessions, witness.possible)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
