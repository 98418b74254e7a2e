// The door to queries: what the register decides of a policy, as SQL for an engine that has the register.

export { sqlFor } from "./backends/sql/decide.ts";
export type { Answer, Refused, Sql, SqlRequest } from "./backends/sql/decide.ts";
export type { Relation } from "./backends/sql/day-table.ts";
export { dialectNames } from "./backends/sql/dialect.ts";
export type { DialectName } from "./backends/sql/dialect.ts";
export { factColumns, factRelations } from "./backends/sql/fact-relations.ts";
export type { HindranceCode } from "./backends/sql/hindrance.ts";
export { leftOut } from "./backends/sql/left-out.ts";
export type { WrittenPolicy } from "./backends/sql/left-out.ts";
export { emptyTableStatement, relationCsv, relationStatements } from "./backends/sql/print-relation.ts";
export { remarkLine } from "./backends/sql/print-sql.ts";
export { registerPart } from "./ir/register-part.ts";
export { lastInstant } from "./school/moment.ts";
