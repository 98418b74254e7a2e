// What can be proved of a condition by trying: never, always, or a part that changes nothing.

import { describe, expect, test } from "vitest";
import { areEqual, truthOf } from "../../src/analysis/truth.ts";
import type { Knowledge } from "../../src/analysis/formula.ts";
import type { Condition } from "../../src/checker/model.ts";
import { Bug } from "../../src/support/bug.ts";
import { modelOf, nationModel } from "./rule-fixtures.ts";

const declarations = `school policy brook "Brook School"
extends nation
in force from 2026-01-05
parameter target is 95%
measure lates is count of late sessions this half-term
status below-target when attendance this year below target
`;

/** The conditions as a school in the small nation would write them. */
function read(...conditions: readonly string[]): Knowledge & { readonly conditions: readonly Condition[] } {
  const lines = conditions.map((condition, index) => `status s${index} when ${condition}`);
  const model = modelOf("truth.rollcall", `${declarations}${lines.join("\n")}\n`, nationModel());
  return {
    model,
    day: model.inForce?.from,
    conditions: conditions.map((_, index) => {
      const rule = model.statuses.get(`s${index}`)?.rule;
      if (rule?.kind !== "when") throw new Bug("a status without a condition");
      return rule.condition;
    }),
  };
}

function judge(text: string): "never" | "always" | "sometimes" | "not known" {
  const { conditions, ...known } = read(text);
  const truth = conditions[0] === undefined ? undefined : truthOf(known, conditions[0]);
  if (truth === undefined) return "not known";
  if (truth.always) return "always";
  return truth.sometimes ? "sometimes" : "never";
}

describe("a condition", () => {
  test.each([
    ["attendance this year below 90% and attendance this year at least 90%", "never"],
    ["attendance this year at most 90% and attendance this year at least 90%", "sometimes"],
    ["attendance this year at most 90% and absence this year below 10%", "never"],
    ["attendance this year at most 90% and attendance this half-term above 90%", "sometimes"],
    ["attendance this year below 90% or absence this year at most 10%", "always"],
    ["below-target and attendance this year at least 95%", "never"],
    ["below-target or not below-target", "always"],
    ["lates more than 3 sessions and lates fewer than 4 sessions", "never"],
    ["lates more than 3 sessions and lates at most 4 sessions", "sometimes"],
    [
      "count of absent days this year more than 3 school days and count of absent days this year fewer than 4 school days",
      "sometimes",
    ],
    ["count of unauthorised sessions in 10 school weeks at least 101 sessions", "never"],
    ["count of unauthorised sessions in 10 school weeks at least 100 sessions", "sometimes"],
    ["count of unauthorised sessions this year at least 101 sessions", "sometimes"],
    ["reason is illness and reason is holiday", "never"],
    ["reason is not illness or reason is not holiday", "always"],
    [
      "attendance this year below attendance previous year and attendance this year at least attendance previous year",
      "never",
    ],
    ["appointment shown and not appointment shown", "never"],
    ["1 of { looked-after medical-condition }", "sometimes"],
    ["target below 96%", "not known"],
  ])("%s: %s", (text, expected) => {
    const lines = text
      .replace("{ ", "{\n")
      .replace("looked-after medical", "looked-after\nmedical")
      .replace(" }", "\n}");
    expect(judge(text.startsWith("1 of") ? lines : text)).toBe(expected);
  });

  test("with more cases than can be tried proves nothing", () => {
    const many = Array.from({ length: 14 }, (_, year) => `attendance last ${year + 1} weeks below 90%`).join(" and ");
    expect(judge(`${many} and attendance last 1 weeks above 95%`)).toBe("not known");
  });
});

test("two conditions are equal only when they agree in every case", () => {
  const { conditions, ...known } = read(
    "looked-after and attendance this year below 90%",
    "attendance this year below 90% and looked-after",
    "attendance this year at most 90% and looked-after",
  );
  const [first, second, third] = conditions;
  if (first === undefined || second === undefined || third === undefined) throw new Bug("three were written");
  expect(areEqual(known, first, second)).toBe(true);
  expect(areEqual(known, second, third)).toBe(false);
});
