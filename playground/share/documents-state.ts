// Which document is looked at, and its words as the worker wrote them. A newer policy or date gives a newer document.

import { effect, signal } from "@preact/signals";
import { dayOf } from "../../src/wording.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { DocumentName, DocumentView } from "../worker/share-protocol.ts";

export const documentsState = ofStore((store) => {
  const which = signal<DocumentName | "program">("findings");
  /** Undefined while it is being written, and while the policy makes no sense. */
  const shown = signal<DocumentView | undefined>(undefined);
  const writing = signal(true);
  effect(() => {
    const [policy, readings, asked, moment] = [store.policy.value, store.readings.value, which.value, store.asOf.value];
    if (policy === undefined || asked === "program") return;
    writing.value = true;
    store.guard(
      store.desk.ask("document", { policy, readings, which: asked, day: dayOf(moment) }).then((answer) => {
        if (answer === STALE) return;
        shown.value = answer;
        writing.value = false;
      }),
    );
  });
  return { which, shown, writing };
});
