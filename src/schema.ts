// The door to schemas: what an evaluation takes and says, for zod, for whoever reads Standard Schema, and as JSON Schema.

export { calendarSchema, recordSchema } from "./schema/record-schema.ts";
export type { PolicyRecord } from "./schema/record-schema.ts";
export { outcomeSchemaOf } from "./schema/outcome-schema.ts";
export { schemasOf, toJsonSchema } from "./schema/schemas-of.ts";
export type { PolicySchemas } from "./schema/schemas-of.ts";
