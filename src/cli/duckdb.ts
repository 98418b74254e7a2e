// DuckDB, which comes along only if whoever runs this has installed it.

import { relationStatements } from "../sql.ts";
import type { Relation } from "../sql.ts";
import { Refusal } from "./refusal.ts";

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Duckdb {
  readonly run: (statement: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly Row[]>;
  readonly close: () => void;
}

/** Throws {@link Refusal} where DuckDB is not installed. */
export async function openDuckdb(): Promise<Duckdb> {
  const { DuckDBInstance } = await import("@duckdb/node-api").catch(() => {
    throw new Refusal(
      "DuckDB is not installed beside Rollcall.",
      "Install it with `npm install @duckdb/node-api`, or leave out `--engine duckdb`: Rollcall's own engine needs nothing else.",
    );
  });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    run: async (statement) => void (await connection.run(statement)),
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson() as readonly Row[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function load(duckdb: Duckdb, relations: readonly Relation[]): Promise<void> {
  for (const relation of relations)
    for (const statement of relationStatements(relation, "duckdb")) await duckdb.run(statement);
}
