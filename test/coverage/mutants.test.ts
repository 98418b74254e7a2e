import { describe, expect, test } from "vitest";
import { decidingPolicy } from "../../src/coverage/deciding-policy.ts";
import { coverClauses } from "../../src/coverage/clause-coverage.ts";
import { mutantsOf } from "../../src/coverage/mutants.ts";
import { at, removeAt, replaceAt } from "../../src/coverage/tree.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";

function parse(declarations: string) {
  const { policy, diagnostics } = parsePolicy(
    makeSource("small.rollcall", `school policy small "Small"\n${declarations}\n`),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  if (policy === undefined) throw new Error("not a policy");
  return policy;
}

const changesOf = (declarations: string): readonly string[] => mutantsOf(parse(declarations)).map(({ says }) => says);

describe("steps to the side", () => {
  test.each([
    ["parameter a is 95% [A-1]", ["95% becomes 94.9%", "95% becomes 95.1%"]],
    ["parameter a is 95.5% [A-1]", ["95.5% becomes 95.4%", "95.5% becomes 95.6%"]],
    ["parameter a is 95.05% [A-1]", ["95.05% becomes 95.04%", "95.05% becomes 95.06%"]],
    ["parameter a is 0% [A-1]", ["0% becomes 0.1%"]],
    ["parameter a is £80 [A-1]", ["£80 becomes £79", "£80 becomes £81"]],
    ["parameter a is £1,000 [A-1]", ["£1000 becomes £999", "£1000 becomes £1001"]],
    ["parameter a is £0.50 [A-1]", ["£0.50 becomes £0.49", "£0.50 becomes £0.51"]],
    ["parameter a is 5 school days [A-1]", ["5 becomes 4", "5 becomes 6"]],
    ["parameter a is 08:55 [A-1]", ["08:55 becomes 08:54", "08:55 becomes 08:56"]],
    ["parameter a is 00:00 [A-1]", ["00:00 becomes 00:01"]],
    ["parameter a is 2026-03-01 [A-1]", ["2026-03-01 becomes 2026-02-28", "2026-03-01 becomes 2026-03-02"]],
    ["parameter a is unspecified [A-1]", []],
    ["role a 2 people [A-1]", ["2 becomes 1", "2 becomes 3"]],
    ["status a when attendance this year below unspecified [A-1]", []],
    [
      "status a when attendance this year at least 5% [A-1]",
      ["at least becomes more than", "5% becomes 4.9%", "5% becomes 5.1%"],
    ],
    [
      "status a when count of absences this year fewer than 2 occasions [A-1]",
      ["fewer than becomes at most", "2 becomes 1", "2 becomes 3"],
    ],
  ])("of %s", (declaration, moves) => {
    expect(changesOf(declaration)).toEqual(["without it", ...moves]);
  });

  test("belong to the innermost statement that cites a clause, and examples have none", () => {
    const policy = parse(`procedure a "A" for each year [A-1] {
  step b when attendance this year below 95% {
    headteacher must send letter within 5 school days [A-2]
    wait 3 school days
  }
}
example "no" {
  pupil year 3
  on 2026-03-02 expect attendance this year at least 5% [A-3]
}`);
    expect(mutantsOf(policy).map(({ clauses, says }) => `${clauses.join()} ${says}`)).toEqual([
      "A-1 without it",
      "A-1 below becomes at most",
      "A-1 95% becomes 94.9%",
      "A-1 95% becomes 95.1%",
      "A-1 3 becomes 2",
      "A-1 3 becomes 4",
      "A-2 without it",
      "A-2 5 becomes 4",
      "A-2 5 becomes 6",
    ]);
  });

  test("change one place and leave everything else as it is", () => {
    const policy = parse("parameter a is 95% [A-1]\nparameter b is 5 school days [A-2]");
    const before = printPolicy(policy);
    const after = mutantsOf(policy).map(({ ast }) => printPolicy(ast));
    expect(printPolicy(policy)).toBe(before);
    expect(new Set(after).size).toBe(6);
    expect(after[1]).toBe(before.replace("95%  ", "94.9%"));
  });
});

test("a clause is evaluated by a rule, noted by a note alone, or missing", () => {
  const policy = parse(`parameter a is 95% [A-1]
note "A wish." because "a wish decides nothing" [A-2]
note "Both." because "said twice" [A-1]
example "no" {
  pupil year 3
  on 2026-03-02 expect attendance this year at least 5% [A-4]
}`);
  expect(coverClauses(policy, ["A-1", "A-2", "A-3", "A-4"])).toEqual({
    evaluated: ["A-1"],
    noted: ["A-2"],
    missing: ["A-3", "A-4"],
  });
});

test("what a letter says is words: noted where only they cite a clause", () => {
  const policy = parse(`document letter "Letter" {
  needs room [A-1]
  says "Come to {room}." [A-1, A-2]
}`);
  expect(coverClauses(policy, ["A-1", "A-2"])).toEqual({ evaluated: ["A-1"], noted: ["A-2"], missing: [] });
});

test("nothing is tried of what a letter says or is filled with, and a field can go though the letter prints it", () => {
  const policy = parse(`document letter "Letter" {
  needs room [A-1]
  needs missed is count of absent sessions in 10 school weeks [A-2]
  says "Come to {room}, after {missed}." when attendance this year below 95% [A-3]
}`);
  const tried = mutantsOf(decidingPolicy(policy)).map(({ says, clauses }) => `${clauses.join()} ${says}`);
  expect(tried).toEqual(["A-1 without it", "A-2 without it"]);
});

describe("a tree changed at one place", () => {
  const tree = { list: [{ name: "a" }, { name: "b" }], other: { kept: true } };

  test("shares what it does not change", () => {
    const changed = replaceAt(tree, ["list", 1, "name"], "c");
    expect(changed).toEqual({ list: [{ name: "a" }, { name: "c" }], other: { kept: true } });
    expect(changed.other).toBe(tree.other);
    expect(at(tree, ["list", 1, "name"])).toBe("b");
  });

  test("loses a member of a list, and nothing that is not one", () => {
    expect(removeAt(tree, ["list", 0])).toEqual({ list: [{ name: "b" }], other: { kept: true } });
    expect(removeAt(tree, ["other", "kept"])).toBeUndefined();
    expect(removeAt(tree, [])).toBeUndefined();
  });
});
