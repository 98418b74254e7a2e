// Ir → a running program, by making every call to the runtime's vocabulary. This is the reference meaning of the language.

import { isCall } from "../../ir/ir.ts";
import type { Call, Ir } from "../../ir/ir.ts";
import { library } from "../../runtime/library.ts";
import type { Program } from "../../runtime/program.ts";

/** The program an Ir says: the same tables, with functions where it has calls. */
export function interpret(ir: Ir): Program {
  return build(ir) as Program;
}

/** The function one call says. */
export function interpretCall(call: Call): unknown {
  const make = library[call.call] as (...args: readonly unknown[]) => unknown;
  return make(...(call.args as readonly unknown[]).map(build));
}

/** Any tables with calls in them, with the functions these say. */
export function interpretCalls(value: unknown): unknown {
  return build(value);
}

function build(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isCall(value)) return interpretCall(value);
  if (Array.isArray(value)) return value.map(build);
  if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, build(entry)]));
  const built: Record<string, unknown> = {};
  for (const key of Object.keys(value)) built[key] = build(value[key as keyof typeof value]);
  return built;
}
