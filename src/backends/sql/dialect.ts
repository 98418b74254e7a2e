// What DuckDB, PostgreSQL and Spark spell differently. Everything else is written alike for all three, in the dullest words that all
// of them understand.

import type { Type } from "./sql.ts";

export type DialectName = "duckdb" | "postgresql" | "spark";

export interface Dialect {
  readonly name: DialectName;
  readonly title: string;
  readonly quote: string;
  readonly types: Readonly<Record<Type, string>>;
  /** Whole division of two numbers that are not negative. */
  readonly divide: string;
  /** How a step is told to be worked out once; a dialect without a word for it decides itself. */
  readonly materialized: string;
  /** A step that is read more than once is worked out once only if it is a statement of its own. */
  readonly apart: boolean;
  /** Whether a step may read its own rows. */
  readonly recursion: boolean;
  /** The longest name of a column. */
  readonly longestName: number;
}

const duckdb: Dialect = {
  name: "duckdb",
  title: "DuckDB",
  quote: '"',
  types: { integer: "INTEGER", bigint: "BIGINT", boolean: "BOOLEAN", text: "VARCHAR" },
  divide: "//",
  materialized: "AS MATERIALIZED",
  apart: false,
  recursion: true,
  longestName: 250,
};

const postgresql: Dialect = {
  ...duckdb,
  name: "postgresql",
  title: "PostgreSQL",
  types: { ...duckdb.types, text: "TEXT" },
  divide: "/",
  longestName: 63,
};

const spark: Dialect = {
  ...duckdb,
  name: "spark",
  title: "Spark",
  quote: "`",
  types: { ...duckdb.types, integer: "INT", text: "STRING" },
  divide: "div",
  materialized: "AS",
  apart: true,
  recursion: false,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, spark };

export const dialectNames: readonly DialectName[] = ["duckdb", "postgresql", "spark"];
