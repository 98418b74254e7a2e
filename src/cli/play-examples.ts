// What playing a policy's examples takes besides the policy: its calendar, or a kind word on what is missing.

import { policyCalendar } from "../index.ts";
import type { Calendar } from "../index.ts";
import { sayDiagnostics } from "./open-policy.ts";
import type { OpenPolicy } from "./open-policy.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** Undefined after the faults of the calendar's file have been shown. */
export function exampleCalendar({ compilation, library }: OpenPolicy, terminal: Terminal): Calendar | undefined {
  const { calendar, diagnostics } = policyCalendar(compilation, library);
  if (sayDiagnostics(diagnostics, terminal)) return undefined;
  if (calendar !== undefined) return calendar;
  throw new Refusal(
    `${compilation.source.name} names no calendar that can be found, so its examples cannot be played.`,
    'Write `calendar from "./calendar.yaml"` under the policy\'s title, and put the file beside it.',
  );
}
