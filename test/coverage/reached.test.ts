import { describe, expect, test } from "vitest";
import { coverExamples } from "../../src/coverage/cover-examples.ts";
import { missedWords, printReached } from "../../src/coverage/print-reached.ts";
import { compileSmall } from "./small-policy.ts";

const rules = `status low "Low" when attendance this year below 95%
procedure watch "Watch" for each year {
  step letter when low and poorly {
    school-office must send letter to parents within 5 school days
    if attendance this year below 90% {
      school-office must telephone parents
    } otherwise {
      headteacher must telephone parents
    }
  }
}
flag poorly "Poorly"
`;

function reached(examples: string) {
  const { compilation, policy, ast, calendar } = compileSmall(rules + examples);
  return coverExamples({ policy, ast, source: compilation.source, examples: compilation.examples, calendar });
}

const missed = (examples: string): readonly string[] =>
  reached(examples).flatMap(({ places }) => places.filter((place) => !place.reached).map(missedWords));

describe("what examples reach", () => {
  test("is nothing where there are none", () => {
    const places = reached("").flatMap((declaration) => declaration.places);
    expect(places.length).toBeGreaterThan(6);
    expect(places.filter((place) => place.reached)).toEqual([]);
  });

  test("is a condition only if it was seen both to hold and not to", () => {
    const well = `example "well" {\n  pupil year 3\n  on 2026-03-06 expect no school-office must send letter\n}\n`;
    expect(missed(well)).toContain("never holds: low and poorly");
    const poorly = `example "poorly" {
  pupil year 3, flagged poorly
  week of 2026-03-02 "NN NN NN NN NN"
  week of 2026-03-09 "NN NN NN NN NN"
  on 2026-03-13 expect attendance this year below 95%
  on 2026-03-13 expect school-office must send letter
}
`;
    // Who is not low is not asked whether they are poorly.
    expect(missed(well + poorly)).toEqual([
      "never fails: poorly",
      "never holds: attendance this year below 90%",
      "never reached: school-office must telephone parents",
    ]);
  });

  test("is drawn as a bar for each declaration, with the places that are missed", () => {
    const printed = printReached(reached(""), { width: 80, colour: false });
    expect(printed).toContain("░░░░░░░░░░░░");
    expect(printed).toContain("0 of 1  status low");
    expect(printed).toMatch(/0 of \d+ edges seen from both sides, 0 of them with somebody exactly there/);
  });
});
