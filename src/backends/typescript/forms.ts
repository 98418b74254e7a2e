// The forms of the modules of a policy, in the order in which they stand in them. Each is a file of its own.

import { advanceForm } from "./advance-form.ts";
import { batchForm } from "./batch-form.ts";
import { evaluateForm } from "./evaluate-form.ts";
import { explainForm } from "./explain-form.ts";
import { judgeForm } from "./judge-form.ts";
import type { ModuleForm } from "./module-form.ts";
import { programForm } from "./program-form.ts";
import { sayNames } from "./name-types.ts";
import { sayOutcome } from "./outcome-types.ts";

export const forms: readonly ModuleForm[] = [sayNames, sayOutcome, programForm, evaluateForm, advanceForm];

/** Of the module that explains, which is loaded by whoever asks why. */
export const explainingForms: readonly ModuleForm[] = [sayNames, sayOutcome, programForm, explainForm];

/** Of the module that decides a whole register at once. */
export const batchForms: readonly ModuleForm[] = [batchForm];

/** Of the module that holds the thresholds alone, over figures that are ready. */
export const judgeForms: readonly ModuleForm[] = [judgeForm];
