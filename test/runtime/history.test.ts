// Several marks put right at one moment: each thing that falls away is said to fall by its own.

import { expect, test } from "vitest";
import { namedBy } from "../../src/runtime/history.ts";

const news = ["2026-03-06 AM became I", "2026-03-06 PM became I", "L7"].map((what) => ({ what, known: 5 }));

test.each([
  ["2026-03-06 AM", "2026-03-06 AM became I"],
  ["2026-03-06 PM", "2026-03-06 PM became I"],
  ["L7", "L7"],
  ["year 2025/26", "2026-03-06 AM became I"],
])("what lives on %s fell by %s", (instance, by) => {
  expect(namedBy(news, instance)).toBe(by);
});

test("of nothing, nothing is named", () => expect(namedBy([], "L7")).toBe(""));
