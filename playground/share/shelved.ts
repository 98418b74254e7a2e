// A policy's text as it comes with the page, by the place where it stands: `hall-green/hall-green.rollcall`.

import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { PolicyText } from "../worker/protocol.ts";

/** Others ask for texts too, and the worker answers only who asked last: so it is asked again. */
export async function shelvedText(store: Store, name: string): Promise<PolicyText | undefined> {
  for (;;) {
    const found = await store.school.ask("shelf", { name: name.split("/")[0] ?? "" });
    if (found !== STALE) return found?.name === name ? found : undefined;
  }
}
