// Words of a school's files that the policy does not know: shown beside the list, which is made all the same.

import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { call } from "./call.ts";

const fixtures = fileURLToPath(new URL("fixtures", import.meta.url));
const school = join(mkdtempSync(join(tmpdir(), "rollcall-")), "school");
cpSync(join(fixtures, "school"), school, { recursive: true });
appendFileSync(join(school, "log.csv"), "L99,telefone,,2026-03-09,09:40,,P1,school-office,,no answer,\n");

afterAll(() => rmSync(school, { recursive: true }));

const question = ["--data", school, "--as-of", "2026-03-13T08:45"];

test.each([["run"], ["explain"]])("rollcall %s tells of them once each, and is no failure", async (command) => {
  const operands = [join(fixtures, "hill-top"), ...(command === "explain" ? ["P1"] : [])];
  const { exit, said, written } = await call([command, ...operands, ...question]);
  expect(said).toContain('The policy knows no act "telefone", so no rule takes notice of it here.');
  expect(said).toContain('Did you mean "telephone"?');
  expect(said).toMatch(/log\.csv:\d+:1/);
  expect(said.match(/data-word-unknown/g)).toHaveLength(1);
  expect(written.length).toBeGreaterThan(100);
  expect(exit).toBe(0);
});
