// The forms of the two modules of a policy, in the order in which they stand in them. Each is a file of its own.

import { evaluateForm } from "./evaluate-form.ts";
import { explainForm } from "./explain-form.ts";
import type { ModuleForm } from "./module-form.ts";
import { programForm } from "./program-form.ts";
import { sayNames } from "./name-types.ts";
import { sayOutcome } from "./outcome-types.ts";

export const forms: readonly ModuleForm[] = [sayNames, sayOutcome, programForm, evaluateForm];

/** Of the module that explains, which is loaded by whoever asks why. */
export const explainingForms: readonly ModuleForm[] = [sayNames, sayOutcome, programForm, explainForm];
