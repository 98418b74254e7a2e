// What a query leaves out is said at its place, under a code with a page: each code is shown here once at least, and what is said of
// the policies in the repository points at something that stands in them.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sqlFor } from "../../../src/backends/sql/decide.ts";
import { needMessages, queryMessages } from "../../../src/backends/sql/diagnostics.ts";
import { leftOut } from "../../../src/backends/sql/left-out.ts";
import type { WrittenPolicy } from "../../../src/backends/sql/left-out.ts";
import { renderDiagnostics } from "../../../src/diagnostics/render.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { compile } from "../../../src/compile.ts";
import { registerPart } from "../../../src/ir/register-part.ts";
import { knownDay } from "../../../src/school/day.ts";
import { makeSource } from "../../../src/source/text.ts";
import { goldenFolder } from "../../golden-folder.ts";
import { compileFile } from "../../policy-files.ts";
import { policyNamed, policyNames } from "./questions.ts";

const golden = goldenFolder(new URL("./left-out/", import.meta.url));
const { calendar } = policyNamed("hall-green");
const asOf = knownDay("2026-03-13");

function written(name: string): WrittenPolicy {
  const text = readFileSync(new URL(`./fixtures/${name}.rollcall`, import.meta.url), "utf8");
  return soundPolicy(
    compile(makeSource(`${name}.rollcall`, text), { layer: () => undefined, beside: () => undefined }),
  );
}

function soundPolicy({ ready, model, diagnostics }: ReturnType<typeof compile>): WrittenPolicy {
  if (ready === undefined || model === undefined) throw new Error(renderDiagnostics(diagnostics, { colour: false }));
  return { ...ready, model };
}

function said(policy: WrittenPolicy, whole = false): readonly Diagnostic[] {
  const { part, beyond } = registerPart(policy.ir);
  const request = whole ? { part: policy.ir } : { part, whole: { ir: policy.ir, beyond } };
  const { refused } = sqlFor({ ...request, calendar, asOf, dialect: "duckdb" });
  return leftOut({ refused, beyond: whole ? [] : beyond }, policy);
}

describe("what is left out of a query", () => {
  const shown = new Set<string>();

  test.each(["left-out", "group-by-counts", "group-by-log"])("of %s is said at its place", async (name) => {
    const told = said(written(name));
    for (const { code } of told) shown.add(code);
    await golden(`${name}.txt`, renderDiagnostics(told, { colour: false }));
  });

  test("of a policy that was not cut to what the register decides is said, too", async () => {
    const told = said(written("left-out"), true).filter(({ code }) => code === "query-beyond-register");
    for (const { code } of told) shown.add(code);
    await golden("not-cut.txt", renderDiagnostics(told, { colour: false }));
  });

  test("has a code that is shown here", () => {
    const codes = [...Object.values(queryMessages), ...Object.values(needMessages)].map(({ code }) => code);
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });
});

test("where a group's clock is not known, nothing is decided", () => {
  for (const name of ["group-by-counts", "group-by-log"]) {
    const { ir } = written(name);
    const { part, beyond } = registerPart(ir);
    const sql = sqlFor({ part, whole: { ir, beyond }, calendar, asOf, dialect: "duckdb" });
    expect(sql.said).toMatchObject({ statuses: [], bands: [], measures: [], procedures: [] });
    expect(
      sql.answers.filter(({ tells }) => tells.kind !== "pupil" && tells.kind !== "needs").map(({ column }) => column),
    ).toEqual(name === "group-by-log" ? ["is_absent_often"] : []);
  }
});

/** In an ordinary run the one that leaves out most kinds of thing. */
const asked = process.env["PUPILS"] === undefined ? policyNames.filter((name) => name === "celt") : policyNames;

test.each(asked)("what is left out of %s stands in the policy or above it", (name) => {
  const policy = soundPolicy(compileFile(new URL(`../../../policies/${name}/${name}.rollcall`, import.meta.url)));
  const told = said(policy);
  expect(told.length).toBeGreaterThan(5);
  for (const { span, args } of told) {
    const [, rule = ""] = /`([^`]+)`/.exec(String(args["subject"])) ?? [];
    // A rule is called by the names of its procedure, its step and the place in it.
    const text = span.source.text.slice(span.from, span.to);
    if (/^\w[\w-]*$/.test(rule)) expect(text).toContain(rule.replace(/^(?:status|bands|measure)-/, ""));
  }
});

test.each([
  [
    { asOf: Number.NaN },
    "asOf should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is NaN",
  ],
  [
    { asOf: "2026-03-13" as never },
    'asOf should be a whole number: days since 1970-01-01, as `parseDay` gives them, and it is "2026-03-13"',
  ],
  [{ dialect: "mysql" as never }, "there is no dialect mysql: it can be duckdb, postgresql or spark"],
])("%j is refused in words", (slip, message) => {
  const { part } = registerPart(written("left-out").ir);
  expect(() => sqlFor({ part, calendar, asOf: calendar.firstDay, dialect: "duckdb", ...slip })).toThrow(message);
});

test("of a day that the calendar does not plan there is no query", () => {
  const { ir } = written("left-out");
  const { part } = registerPart(ir);
  for (const day of [calendar.firstDay - 1, calendar.lastDay + 1])
    expect(() => sqlFor({ part, calendar, asOf: day, dialect: "duckdb" })).toThrow(
      /^there is no query as of \d{4}-\d{2}-\d{2}: the calendar ".+" plans \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}$/,
    );
});
