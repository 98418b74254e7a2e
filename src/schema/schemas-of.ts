// A policy → the schemas of what its evaluation takes and says, in its own names; and any schema as JSON Schema.

import { z } from "zod";
import type { Model } from "../checker/model.ts";
import type { Lowered } from "../ir/from-model.ts";
import { namesOf } from "../ir/policy-names.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { outcomeSchemaOf } from "./outcome-schema.ts";
import { recordSchema } from "./record-schema.ts";
import type { PolicyRecord } from "./record-schema.ts";

export interface PolicySchemas {
  readonly record: z.ZodType<PolicyRecord>;
  readonly outcome: z.ZodType<Outcome>;
}

/** A record may hold what a policy does not know, such as an act: that is told as an irregularity, and no fault of form. */
export function schemasOf({ model, ir }: { readonly model: Model } & Pick<Lowered, "ir">): PolicySchemas {
  return { record: recordSchema, outcome: outcomeSchemaOf(namesOf(model, ir)) };
}

/** JSON Schema, draft 2020-12. Parts that occur again are told once. */
export function toJsonSchema(schema: z.ZodType, title: string): Readonly<Record<string, unknown>> {
  return { title, ...z.toJSONSchema(schema, { target: "draft-2020-12", reused: "ref" }) };
}
