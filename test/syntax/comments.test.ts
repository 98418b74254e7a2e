import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printPolicy } from "../../src/syntax/print.ts";
import { fixture, policyLine, read } from "./read.ts";

function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/-- (note \d+)/g)].map(([, comment = ""]) => comment).toSorted();
}

const tour = fixture("tour.rollcall").split("\n");

describe("comments", () => {
  test("none is lost, wherever a line ends or begins", () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(tour.length - 2), fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(places, (chosen) => {
        const lines = tour.map((line, index) => {
          const above = chosen.some(([at, own]) => at === index && own) ? [`  -- note ${index}1`] : [];
          const behind = chosen.some(([at, own]) => at === index && !own) ? ` -- note ${index}2` : "";
          return [...above, line + behind].join("\n");
        });
        const text = lines.join("\n");
        const printed = printPolicy(read(text));
        expect(commentsIn(printed)).toEqual(commentsIn(text));
        expect(printPolicy(read(printed))).toBe(printed);
      }),
      { numRuns: 25 },
    );
  });

  test("each stays with its statement: above it, behind it, or at the end of its block", () => {
    const text = `-- about the file

-- about the policy
${policyLine}  -- its line
-- about the register

-- and more
register morning {  -- its first line
  -- about the opening
  opens 08:55  -- in the hall

  -- the end of the register
}

act visit {
  -- about the test
  allowed only when late  -- behind the test
  -- the end of the act
}

procedure p for each year {
  step s on start {
    if late {  -- if
      a must b
      -- the end of then
    } otherwise {  -- otherwise
      a must c
      -- the end of otherwise
    }
  }
}

-- the end of the file
`;
    expect(printPolicy(read(text))).toBe(text.replace("its line\n", "its line\n\n"));
  });

  test("one inside a long statement moves above it, and one behind a closing brace into the block", () => {
    const text = `${policyLine}

status x when a  -- first
  -- second
  and b  -- third

register morning {
}  -- done
`;
    expect(printPolicy(read(text))).toBe(`${policyLine}

-- first
-- second
status x when a and b  -- third

register morning {
  -- done
}
`);
  });

  test("two hyphens in quotation marks are no comment", () => {
    const text = `${policyLine}\n\nnote "a -- b"\n`;
    expect(printPolicy(read(text))).toBe(text);
  });
});
