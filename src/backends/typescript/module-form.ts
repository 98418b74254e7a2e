// What a module is made of: the policy it is written from, and the forms that each add their own functions to it.

import type { StatementStructures } from "ts-morph";
import type { Model } from "../../checker/model.ts";
import type { Lowered } from "../../ir/from-model.ts";
import type { ReadSource } from "./inline-runtime.ts";

export interface ModuleSource {
  readonly model: Model;
  readonly lowered: Lowered;
  /** The version of the compiler, for the module's first line. */
  readonly version: string;
  readonly readSource: ReadSource;
}

export type Statement = string | StatementStructures;

/** One way into the module. What is not called must fall out of a bundle: nothing of it may run while the module loads. */
export interface ModuleForm {
  /** Files of the runtime whose functions and types it names, by their paths below `src/`. */
  readonly runtime: readonly string[];
  /** Declarations, exported or not; their names are unlike those of the other forms and of the runtime. */
  readonly write: (source: ModuleSource) => readonly Statement[];
}
