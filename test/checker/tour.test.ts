// The tour of the language: every construct once, with nothing to complain of.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printModel } from "../../src/checker/print.ts";
import { sound } from "../../src/checker/sound.ts";
import { makeSource } from "../../src/source/text.ts";
import { goldenFolder } from "../golden-folder.ts";
import { checkSource, said } from "./check-text.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));

/** The tour speaks of `not-improved`; S16 wants an edge, so that flat counts or it does not. */
const text = readFileSync(new URL("../syntax/fixtures/tour.rollcall", import.meta.url), "utf8")
  .replace("extends england", "extends small-england")
  .replace("attendance since letter not-improved", "attendance since letter at most attendance at letter");

const clauses = [...text.matchAll(/HIL-\d+/g)].map(([id]) => id);
const checked = checkSource(makeSource("tour.rollcall", text), { clauses });

test("the whole tour makes sense", () => {
  expect(said(checked.diagnostics)).toEqual([]);
  expect(sound(checked.model, checked.diagnostics)).toBe(checked.model);
});

test("the whole tour means what its model shows", async () => {
  await golden("tour.txt", printModel(checked.model));
});

test("the tour's example becomes records and expectations", async () => {
  await golden("tour-example.json", `${JSON.stringify(checked.examples, withoutPlaces, 2)}\n`);
});

function withoutPlaces(key: string, value: unknown): unknown {
  return key === "span" || key === "origin" ? undefined : value;
}
