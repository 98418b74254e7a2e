// What running an example takes: the model for its names, the lowering for its conditions, and the program.

import { interpretCall } from "../backends/interpreter/interpret.ts";
import type * as Model from "../checker/model.ts";
import type { Lowered } from "../ir/from-model.ts";
import type { Call } from "../ir/ir.ts";
import { lowerCondition } from "../ir/lower-expressions.ts";
import type { Program, Test } from "../runtime/program.ts";

export interface RunnablePolicy extends Lowered {
  readonly model: Model.Model;
  readonly program: Program;
  /** Makes what an example expects into a test, where somebody wants to watch it; else the interpreter does. */
  readonly makeTest?: (condition: Model.Condition, call: Call) => Test;
}

/** What an example expects, as a test. */
export function testOf(policy: RunnablePolicy, condition: Model.Condition): Test {
  const call = lowerCondition(policy.lowering, condition);
  return policy.makeTest?.(condition, call) ?? (interpretCall(call) as Test);
}
