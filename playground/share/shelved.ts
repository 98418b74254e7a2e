// A policy's text as it comes with the page, by the place where it stands: `hall-green/hall-green.rollcall`.

import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { PolicyText } from "../worker/protocol.ts";

/** The worker answers only who asked last, so whoever was overtaken asks again. */
export async function shelvedText(store: Store, name: string): Promise<PolicyText | undefined> {
  for (;;) {
    const found = await store.desk.ask("shelvedText", { name: name.split("/")[0] ?? "" });
    if (found !== STALE) return found?.name === name ? found : undefined;
  }
}
