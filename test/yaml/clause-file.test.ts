import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeSource, positionOf, spanText } from "../../src/source/text.ts";
import { readClauses } from "../../src/yaml/clause-file.ts";
import { policyPaths } from "../generate/yaml-files.ts";

const written = `policy:
  title: Attendance policy
  trust: null
  school: Hill Top Primary School
  published: 2026-02
  review_due: "2027-02"
  seed_file: hill-top.txt
clauses:
  # the first
  - id: HIL-001
    where: "Page 1; lines 3-5"
    says: Attendance below 95.5% is looked at.
    kind: threshold
    figures: {percent: 95.5, edge: below, days: [1, "2"], seen: null, strict: true, code: N, from: 2026-02-01}
    evaluates: >
      A pupil below
      95.5%.
    level: statutory
  - {id: HIL-002, where: Page 2, says: Registers close., kind: register-time, evaluates: 09:30, level: school}
`;

describe("a file of clauses", () => {
  const source = makeSource("clauses.yaml", written);
  const { file, diagnostics } = readClauses(source);

  test("says of which document they are; what is null is left out", () => {
    expect(diagnostics).toEqual([]);
    expect(file.policy).toEqual({
      title: "Attendance policy",
      school: "Hill Top Primary School",
      published: "2026-02",
      review: "2027-02",
    });
  });

  test("gives each clause under its number, in the order of the file", () => {
    expect([...file.clauses.keys()]).toEqual(["HIL-001", "HIL-002"]);
    expect(file.clauses.get("HIL-002")).toMatchObject({
      where: "Page 2",
      says: "Registers close.",
      kind: "register-time",
      figures: null,
      evaluates: "09:30",
      level: "school",
    });
  });

  test("keeps figures as they are written: no number is rounded, no code is taken for no", () => {
    expect(file.clauses.get("HIL-001")?.figures).toEqual({
      percent: "95.5",
      edge: "below",
      days: ["1", "2"],
      seen: null,
      strict: true,
      code: "N",
      from: "2026-02-01",
    });
  });

  test("knows where each number stands", () => {
    const places = [...file.clauses.values()].map(({ span }) => [spanText(span), positionOf(span)]);
    expect(places).toEqual([
      ["HIL-001", { line: 10, column: 9 }],
      ["HIL-002", { line: 19, column: 10 }],
    ]);
  });

  test("that is no YAML holds no clause, and says why", () => {
    const broken = readClauses(makeSource("clauses.yaml", "clauses: [\n"));
    expect(broken.file.clauses.size).toBe(0);
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(["yaml-broken"]);
  });

  test.each(policyPaths)("of %s is read without a complaint", (path) => {
    const beside = new URL(`../../${path.slice(0, path.lastIndexOf("/"))}/clauses.yaml`, import.meta.url);
    const read = readClauses(makeSource("clauses.yaml", readFileSync(beside, "utf8")));
    expect(read.diagnostics).toEqual([]);
    expect(read.file.clauses.size).toBeGreaterThan(10);
  });
});
