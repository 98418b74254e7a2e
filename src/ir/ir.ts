// What must be computed, and nothing of how it was written: the runtime's own program, with calls to the runtime's vocabulary
// where functions will stand. A backend either makes the calls (interpreter) or prints them (typescript).

import type { Context } from "../runtime/context.ts";
import type { Library } from "../runtime/library.ts";
import type { Expressions, ProgramOf } from "../runtime/program.ts";

/** An argument of a call: a call where the function takes a function, the same shape of them in lists and records, else plain data. */
type Argument<T> = T extends (context: Context) => unknown
  ? Call
  : T extends readonly (infer Item)[]
    ? readonly Argument<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Argument<T[K]> }
      : T;

type Arguments<T extends readonly unknown[]> = { readonly [K in keyof T]: Argument<T[K]> };

/** A call to one function of the runtime's vocabulary. */
export type Call = {
  readonly [K in keyof Library]: { readonly call: K; readonly args: Arguments<Parameters<Library[K]>> };
}[keyof Library];

export interface Called extends Expressions {
  readonly test: Call;
  readonly read: Call;
  readonly when: Call;
}

export type Ir = ProgramOf<Called>;

/** Builds one call; its arguments are checked against the function's own. */
export function call<K extends keyof Library>(name: K, ...args: Arguments<Parameters<Library[K]>>): Call {
  return { call: name, args } as unknown as Call;
}

export function isCall(value: unknown): value is Call {
  return typeof value === "object" && value !== null && "call" in value && "args" in value;
}
