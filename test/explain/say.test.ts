// How figures are said: what was counted with its base in view, and what was written down as it was written.

import { describe, expect, test } from "vitest";
import { sayFigure } from "../../src/explain/say.ts";
import { figureInLetter } from "../../src/letters/say-in-letter.ts";
import { parsePercent } from "../../src/units/ratio.ts";

const PERCENT = { kind: "percent" } as const;

describe("a percentage", () => {
  test.each(["95%", "95.5%", "95.25%", "0.125%", "99.999999%", "100%"])(
    "that the policy writes as %s is said so, and is of no sessions",
    (written) => {
      const value = parsePercent(written);
      expect(sayFigure(value, PERCENT)).toBe(written);
      if (value !== undefined) expect(figureInLetter(value, PERCENT)).toBe(written);
    },
  );

  test("that was counted has its base in view, and at most two places", () => {
    expect(sayFigure({ n: 342, d: 363 }, PERCENT)).toBe("94.21% (342 of 363 sessions)");
    expect(sayFigure({ n: 19, d: 20 }, PERCENT)).toBe("95% (19 of 20 sessions)");
    expect(sayFigure({ n: 1, d: 1 }, PERCENT)).toBe("100% (1 of 1 session)");
    expect(sayFigure({ n: 9, d: 10 }, PERCENT)).toBe("90% (9 of 10 sessions)");
  });
});

test("half a day and one are a day, anything else is days", () => {
  const days = { kind: "quantity", unit: "school-day" } as const;
  const said = [0, 1, 2, 3, 4].map((n) => sayFigure({ n, d: 2 }, days));
  expect(said).toEqual(["0 school days", "½ school day", "1 school day", "1½ school days", "2 school days"]);
});
