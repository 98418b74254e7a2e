// `npm run agree:spark`: policies as Spark queries on a local cluster with two workers, over a register in partitioned Parquet,
// against the interpreter. Brings PySpark into a folder of its own; Java and Python must be on the machine.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { factRelations } from "../../../src/backends/sql/fact-relations.ts";
import { knownDay } from "../../../src/school/day.ts";
import { compareRows } from "../../backends/sql/differences.ts";
import type { Row } from "../../backends/sql/engines.ts";
import { policyIn, policyNamed, pupilsAbout, queryOf } from "../../backends/sql/questions.ts";
import type { Policy } from "../../backends/sql/questions.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const home = join(root, "node_modules", ".cache", "rollcall-spark");
const python = join(home, "venv", "bin", "python");
const pupils = Number(process.env["PUPILS"] ?? 30);

function needs(program: string, argument: string, hint: string): void {
  const { status } = spawnSync(program, [argument], { stdio: "ignore" });
  if (status === 0) return;
  console.error(`\`${program}\` is not on this machine. ${hint}`);
  process.exit(2);
}

function install(): void {
  needs("java", "-version", "Spark runs on Java 17 or later: install a JDK, and try again.");
  needs("python3", "--version", "PySpark runs on Python 3.10 or later: install it, and try again.");
  if (existsSync(join(home, "installed"))) return;
  mkdirSync(home, { recursive: true });
  console.log(`Installing PySpark into ${home}; this happens once.`);
  execFileSync("python3", ["-m", "venv", join(home, "venv")], { stdio: "inherit" });
  execFileSync(python, ["-m", "pip", "install", "--quiet", "pyspark==4.3.0"], { stdio: "inherit" });
  writeFileSync(join(home, "installed"), "");
}

interface Question {
  readonly policy: Policy;
  readonly asOf: number;
}

function questions(): readonly Question[] {
  const decision = policyIn(new URL("../../bench/decision/decision.rollcall", import.meta.url), "decision");
  const named = (process.env["POLICIES"] ?? "hall-green,atlp")
    .split(",")
    .filter((name) => name !== "")
    .map(policyNamed);
  return [
    { policy: decision, asOf: knownDay("2026-07-17") },
    ...named.flatMap((policy) => ["2024-11-12", "2026-02-18"].map((day) => ({ policy, asOf: knownDay(day) }))),
  ].filter(({ policy, asOf }) => policy.calendar.covers(asOf));
}

/** Asks, waits, and counts what is not as the interpreter says it. */
function agree(): number {
  const folder = join(home, "questions");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const asked = questions().map(({ policy, asOf }, index) => {
    const sql = queryOf(policy, "spark", asOf);
    const records = pupilsAbout(policy, asOf, pupils, index + 1);
    const relations = [...sql.relations, ...factRelations(records)].map(({ name, columns, rows }) => ({
      name,
      columns: columns.map((column) => [column.name, column.type]),
      rows,
    }));
    const { before, query, instances } = sql;
    const file = String(index).padStart(3, "0");
    writeFileSync(
      join(folder, `${file}.question.json`),
      JSON.stringify({ name: policy.name, relations, before, query, instances }),
    );
    return { policy, asOf, sql, records, file };
  });
  execFileSync(python, [fileURLToPath(new URL("run_queries.py", import.meta.url)), folder, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  const answered = readdirSync(folder).filter((name) => name.endsWith(".answer.json")).length;
  if (answered !== asked.length) throw new Error(`${answered} answers to ${asked.length} questions`);
  let [differences, answers] = [0, 0];
  for (const { policy, asOf, sql, records, file } of asked) {
    const answer = JSON.parse(readFileSync(join(folder, `${file}.answer.json`), "utf8")) as {
      readonly query: readonly Row[];
      readonly instances: readonly Row[];
    };
    // Spark leaves out of its JSON what is empty.
    const whole = answer.query.map((row) => ({
      ...Object.fromEntries(sql.answers.map(({ column }) => [column, null])),
      ...row,
    }));
    const compared = compareRows(sql, policy.calendar, asOf, records, whole, answer.instances);
    compared.differences.slice(0, 10).forEach((line) => console.log(`${policy.name} ${line}`));
    differences += compared.differences.length;
    answers += compared.answers;
  }
  console.log(`${answers} answers compared, ${differences} mismatches`);
  return differences === 0 ? 0 : 1;
}

install();
process.exitCode = agree();
