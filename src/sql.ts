// The door to queries: what the register decides of a policy, as SQL for an engine that has the register.

export { sqlFor } from "./backends/sql/decide.ts";
export type { Answer, Refused, Sql, SqlRequest } from "./backends/sql/decide.ts";
export type { Relation } from "./backends/sql/day-table.ts";
export { dialectNames } from "./backends/sql/dialect.ts";
export type { DialectName } from "./backends/sql/dialect.ts";
export { factColumns, factRelations } from "./backends/sql/fact-relations.ts";
export { relationCsv, relationStatements } from "./backends/sql/print-relation.ts";
export { sayReason } from "./backends/sql/say-reason.ts";
export { registerPart } from "./ir/register-part.ts";
export { lastInstant } from "./school/moment.ts";
