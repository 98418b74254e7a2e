// The tree of a query → its text, always laid out in the same way. Knows a dialect only by its differences.

import { assertNever } from "../../support/assert-never.ts";
import type { Dialect } from "./dialect.ts";
import type { Column, Common, Expr, Join, Query, Select, Source } from "./sql.ts";

export function printQuery({ commons, body }: Query, dialect: Dialect): string {
  const recursive = commons.some((common) => common.recursive === true) ? "WITH RECURSIVE " : "WITH ";
  const steps = commons.map((common) => printCommon(common, dialect)).join(",\n");
  return `${commons.length === 0 ? "" : `${recursive}${steps}\n`}${printSelect(body, dialect, "")}\n`;
}

/** The steps as statements of their own, for an engine that would work out each as often as it is read. */
export function stepStatements(commons: readonly Common[], dialect: Dialect): readonly string[] {
  return commons.flatMap(({ name, selects, kept, says }) => {
    const told = printRemark(says, "");
    const body = selects.map((select) => printSelect(select, dialect, "")).join("\nUNION ALL\n");
    const table = printName(name, dialect);
    if (!kept) return [`${told}CREATE OR REPLACE TEMPORARY VIEW ${table} AS\n${body}`];
    return [`${told}DROP TABLE IF EXISTS ${table}`, `CREATE TABLE ${table} USING PARQUET AS\n${body}`];
  });
}

function printCommon({ name, selects, kept, recursive, says }: Common, dialect: Dialect): string {
  const body = selects.map((select) => printSelect(select, dialect, "  ")).join("\n  UNION ALL\n");
  const how = kept && recursive !== true ? dialect.materialized : "AS";
  return `${printRemark(says, "")}${printName(name, dialect)} ${how} (\n${body}\n)`;
}

function printRemark(says: string | undefined, indent: string): string {
  return says === undefined ? "" : `${indent}${remarkLine(says)}`;
}

/** A line before what it is about; nothing in it ends the line or looks like the end of a statement, by which scripts are parted. */
export function remarkLine(says: string): string {
  return `-- ${says.replaceAll(/\s+/g, " ").replaceAll(";", ",")}\n`;
}

export function printSelect(select: Select, dialect: Dialect, indent: string): string {
  const { columns, from, joins = [], where = [], groupBy = [], orderBy = [] } = select;
  const list = (exprs: readonly Expr[]): string => exprs.map((expr) => printExpr(expr, dialect)).join(", ");
  const lines = [
    `SELECT\n${columns.map((column) => `${printRemark(column.says, `${indent}  `)}${indent}  ${printColumn(column, dialect)}`).join(",\n")}`,
    `FROM ${printSource(from, dialect, indent)}`,
    ...joins.map((join) => printJoin(join, dialect, indent)),
    ...(where.length === 0 ? [] : [`WHERE ${where.map((part) => printExpr(part, dialect)).join(`\n${indent}  AND `)}`]),
    ...(groupBy.length === 0 ? [] : [`GROUP BY ${list(groupBy)}`]),
    ...(orderBy.length === 0 ? [] : [`ORDER BY ${list(orderBy)}`]),
  ];
  return lines.map((line) => `${indent}${line}`).join("\n");
}

function printColumn({ expr, as }: Column, dialect: Dialect): string {
  return `${printExpr(expr, dialect)} AS ${printName(as, dialect)}`;
}

function printSource(source: Source, dialect: Dialect, indent: string): string {
  const as = printName(source.as, dialect);
  if (source.kind === "table") return `${printName(source.name, dialect)} AS ${as}`;
  return `(\n${printSelect(source.query, dialect, `${indent}  `)}\n${indent}) AS ${as}`;
}

function printJoin({ how, source, on }: Join, dialect: Dialect, indent: string): string {
  const words = { inner: "INNER JOIN", left: "LEFT JOIN", cross: "CROSS JOIN" } as const;
  return `${words[how]} ${printSource(source, dialect, indent)}${on === undefined ? "" : ` ON ${printExpr(on, dialect)}`}`;
}

export function printName(name: string, { quote }: Pick<Dialect, "quote">): string {
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** Text in quotes; only Spark reads a backslash as the beginning of something else. */
function printText(value: string, { name }: Dialect): string {
  if (name === "spark") return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return `'${value.replaceAll("'", "''")}'`;
}

export function printExpr(expr: Expr, dialect: Dialect): string {
  const print = (part: Expr): string => printExpr(part, dialect);
  const list = (parts: readonly Expr[]): string => parts.map(print).join(", ");
  switch (expr.kind) {
    case "column":
      return `${expr.of === undefined ? "" : `${printName(expr.of, dialect)}.`}${printName(expr.name, dialect)}`;
    case "whole":
      return String(expr.value);
    case "text":
      return printText(expr.value, dialect);
    case "truth":
      return expr.value ? "TRUE" : "FALSE";
    case "null":
      return `CAST(NULL AS ${dialect.types[expr.type]})`;
    case "binary":
      return `(${print(expr.left)} ${expr.operator === "div" ? dialect.divide : expr.operator} ${print(expr.right)})`;
    case "all":
      return `(${expr.parts.map(print).join(" AND ")})`;
    case "any":
      return `(${expr.parts.map(print).join(" OR ")})`;
    case "not":
      return `(NOT ${print(expr.part)})`;
    case "is-null":
      return `(${print(expr.part)} IS ${expr.not ? "NOT " : ""}NULL)`;
    case "one-of":
      return `(${print(expr.part)} IN (${expr.values.map((value) => printText(value, dialect)).join(", ")}))`;
    case "case": {
      const whens = expr.whens.map(({ when, then }) => ` WHEN ${print(when)} THEN ${print(then)}`).join("");
      return `CASE${whens}${expr.otherwise === undefined ? "" : ` ELSE ${print(expr.otherwise)}`} END`;
    }
    case "cast":
      return `CAST(${print(expr.part)} AS ${dialect.types[expr.type]})`;
    case "aggregate":
      return `${expr.name.toUpperCase()}(${print(expr.part)})`;
    case "coalesce":
      return `COALESCE(${list(expr.parts)})`;
    case "joined":
      return `CONCAT(${list(expr.parts)})`;
    case "window":
      return printWindow(expr, dialect);
    default:
      return assertNever(expr);
  }
}

function printWindow(expr: Extract<Expr, { kind: "window" }>, dialect: Dialect): string {
  const { name, part, partition, order, running } = expr;
  const list = (parts: readonly Expr[]): string => parts.map((each) => printExpr(each, dialect)).join(", ");
  const over = [
    ...(partition.length === 0 ? [] : [`PARTITION BY ${list(partition)}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${list(order)}`]),
    ...(running ? ["ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"] : []),
  ].join(" ");
  return `${name.toUpperCase()}(${part === undefined ? "" : printExpr(part, dialect)}) OVER (${over})`;
}
