// Which document is looked at, and its words as the worker wrote them. A newer policy or date gives a newer document.

import { effect, signal } from "@preact/signals";
import { dayOf } from "../../src/wording.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { DocumentName, DocumentView } from "../worker/share-protocol.ts";

export const documentsState = ofStore((store) => {
  const which = signal<DocumentName>("findings");
  const shown = signal<DocumentView | undefined>(undefined);
  effect(() => {
    const [policy, readings, asked, moment] = [store.policy.value, store.readings.value, which.value, store.asOf.value];
    if (policy === undefined) return;
    store.guard(
      store.school.ask("document", { policy, readings, which: asked, day: dayOf(moment) }).then((answer) => {
        if (answer !== STALE) shown.value = answer;
      }),
    );
  });
  return { which, shown };
});
