// The query of a whole policy in each dialect, word for word: what changes here changes what engines are given.

import { describe, test } from "vitest";
import { dialectNames } from "../../../src/backends/sql/dialect.ts";
import { knownDay } from "../../../src/school/day.ts";
import { goldenFolder } from "../../golden-folder.ts";
import { policyIn, queryOf } from "./questions.ts";

const golden = goldenFolder(new URL("./golden/", import.meta.url));
const asOf = knownDay("2026-03-13");
const policies = [
  ["decision", "../../bench/decision/decision.rollcall"],
  ["thresholds", "../../bench/decision/thresholds.rollcall"],
] as const;

describe.each(policies)("the query of %s", (name, file) => {
  test.each(dialectNames)("in the words of %s", async (dialect) => {
    const { before, query } = queryOf(policyIn(new URL(file, import.meta.url), name), dialect, asOf);
    await golden(`${name}.${dialect}.sql`, [...before.map((statement) => `${statement};\n`), query].join("\n"));
  });
});
