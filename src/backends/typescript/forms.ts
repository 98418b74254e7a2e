// The forms of a module, in the order in which they stand in it. Each is a file of its own.

import { evaluateForm } from "./evaluate-form.ts";
import type { ModuleForm } from "./module-form.ts";
import { programForm } from "./program-form.ts";
import { sayNames } from "./name-types.ts";
import { sayOutcome } from "./outcome-types.ts";

export const forms: readonly ModuleForm[] = [sayNames, sayOutcome, programForm, evaluateForm];
