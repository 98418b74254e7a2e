// Which numbers of people may be told.

import { expect, test } from "vitest";
import { guardSmall } from "../../src/support/small-numbers.ts";

test("one to four people are hidden, and none or five are told", () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((count) => guardSmall(count))).toEqual([
    0,
    "hidden",
    "hidden",
    "hidden",
    "hidden",
    5,
    6,
  ]);
});

test("a number is hidden where taking it from a number that is told would leave one to four", () => {
  expect(guardSmall(18, 20)).toBe("hidden");
  expect(guardSmall(15, 20)).toBe(15);
  expect(guardSmall(20, 20)).toBe(20);
  expect(guardSmall(10, 30, 12)).toBe("hidden");
});

test("of a whole of three even none is hidden, for it would say that the others are three", () => {
  expect(guardSmall(0, 3)).toBe("hidden");
});
