// The policy as a program: nothing until somebody asks for it, because what writes it is heavy; from then on it follows the policy.

import { effect, signal } from "@preact/signals";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { NotBrought, ProgramFile } from "../worker/program-protocol.ts";
import type { Progress } from "../worker/protocol.ts";

/** Milliseconds without a change: it takes a second to write, and nobody reads it while typing. */
const QUIET = 500;

export const programState = ofStore((store) => {
  const wanted = signal(false);
  /** While nobody looks, nothing is written. */
  const watching = signal(0);
  const shown = signal<ProgramFile | NotBrought | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const busy = signal(false);
  effect(() => {
    const [policy, readings] = [store.policy.value, store.readings.value];
    if (!wanted.value || watching.value === 0 || policy === undefined) return undefined;
    busy.value = true;
    const told = (far: Progress): void => {
      progress.value = far;
    };
    const timer = setTimeout(
      () =>
        store.guard(
          store.school.ask("program", { policy, readings }, told).then((answer) => {
            if (answer === STALE) return;
            [shown.value, progress.value, busy.value] = [answer, undefined, false];
          }),
        ),
      shown.peek() === undefined ? 0 : QUIET,
    );
    return () => {
      clearTimeout(timer);
      store.school.drop("program");
    };
  });
  return { wanted, watching, shown, progress, busy };
});
