// The policy as a program, which follows the policy while somebody looks. What writes TypeScript is heavy, so nothing is written of
// it until somebody asks.

import { effect, signal } from "@preact/signals";
import type { DialectName } from "../../src/sql.ts";
import { dayOf } from "../../src/wording.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { NotBrought, ProgramFile } from "../worker/program-protocol.ts";
import type { Progress } from "../worker/protocol.ts";

/** Milliseconds without a change: it takes a second to write, and nobody reads it while typing. */
const QUIET = 500;

export type Language = "typescript" | DialectName;

export const programState = ofStore((store) => {
  const language = signal<Language>("typescript");
  /** Whether somebody asked for TypeScript, with what it brings along. */
  const wanted = signal(false);
  /** While nobody looks, nothing is written. */
  const watching = signal(0);
  const shown = signal<ProgramFile | NotBrought | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const busy = signal(false);
  effect(() => {
    const [policy, readings, written] = [store.policy.value, store.readings.value, language.value];
    const day = dayOf(store.asOf.value);
    if (watching.value === 0 || policy === undefined) return undefined;
    if (written === "typescript" && !wanted.value) {
      [shown.value, busy.value] = [undefined, false];
      return undefined;
    }
    busy.value = true;
    const told = (far: Progress): void => {
      progress.value = far;
    };
    const timer = setTimeout(
      () =>
        store.guard(
          (written === "typescript"
            ? store.school.ask("program", { policy, readings }, told)
            : store.school.ask("query", { policy, readings, dialect: written, day })
          ).then((answer) => {
            if (answer === STALE || language.peek() !== written) return;
            [shown.value, progress.value, busy.value] = [answer, undefined, false];
          }),
        ),
      shown.peek() === undefined ? 0 : QUIET,
    );
    return () => {
      clearTimeout(timer);
      store.school.drop("program");
      store.school.drop("query");
    };
  });
  return { language, wanted, watching, shown, progress, busy };
});
