// The engines that queries are executed on: DuckDB within the process, PostgreSQL within the process, and a PostgreSQL server. Each is
// given relations, and asked queries.

import { PGlite } from "@electric-sql/pglite";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Relation } from "../../../src/backends/sql/day-table.ts";
import type { DialectName } from "../../../src/backends/sql/dialect.ts";
import { relationStatements } from "../../../src/backends/sql/print-relation.ts";

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Engine {
  readonly dialect: DialectName;
  readonly run: (statement: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

export async function load(engine: Engine, relations: readonly Relation[]): Promise<void> {
  for (const relation of relations)
    for (const statement of relationStatements(relation, engine.dialect)) await engine.run(statement);
}

export async function openDuckdb(threads = 2): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    run: async (statement) => void (await connection.run(statement)),
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson() as Row[],
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function openPglite(): Promise<Engine> {
  const database = await PGlite.create();
  return {
    dialect: "postgresql",
    run: async (statement) => void (await database.exec(statement)),
    rows: async (query) => (await database.query<Row>(query)).rows,
    close: () => database.close(),
  };
}
