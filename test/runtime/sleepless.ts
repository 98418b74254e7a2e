// The same program, none of whose answers holds for a moment: an engine that runs it asks every question at every instant.

import { holdsNow } from "../../src/runtime/horizon.ts";
import type { Context } from "../../src/runtime/context.ts";
import type { Program } from "../../src/runtime/program.ts";

export function sleepless(program: Program): Program {
  return wake(program) as Program;
}

function wake(value: unknown): unknown {
  if (typeof value === "function") {
    const ask = value as (context: Context) => unknown;
    return (context: Context) => {
      holdsNow(context);
      return ask(context);
    };
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(wake);
  if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, wake(entry)]));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, wake(entry)]));
}
