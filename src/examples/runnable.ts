// What running an example takes: the model for its names, the lowering for its conditions, and the program.

import type * as Model from "../checker/model.ts";
import type { Lowered } from "../ir/from-model.ts";
import type { Program } from "../runtime/program.ts";

export interface RunnablePolicy extends Lowered {
  readonly model: Model.Model;
  readonly program: Program;
}
