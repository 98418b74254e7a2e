// What a rule is: it looks at a survey and says what is unwise or unlawful. One rule to a file, named after its code,
// with its page and two fixtures of the same name beside it.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Survey } from "./survey.ts";

/** Reports only what the policy at hand says; what a layer below says is reported with that layer. */
export type Rule = (survey: Survey) => readonly Diagnostic[];

/** What may be wise to know, or may be against the law: nothing here keeps a policy from running. */
export const advice = { severity: "advice", home: "unwise-or-unlawful" } as const;
export const warning = { severity: "warning", home: "unwise-or-unlawful" } as const;
