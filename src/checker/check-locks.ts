// What a layer fixes, the layers below may repeat but not change (S31). A lock on a step holds for that step alone.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { sameMeaning } from "./same-meaning.ts";

/** `what` is the kind in the author's words: `status`, `table of bands`. */
export function checkLock(
  what: string,
  above: Model.Named | undefined,
  own: Model.Named,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (above === undefined || !isLocked(above)) return;
  const labels = [{ span: above.origin.span, text: `fixed here, by ${above.origin.layer}` }];
  const { name } = own;
  const { layer } = above.origin;
  if (!sameMeaning(above, own)) {
    report(layerMessages.lockedDeclarationChanged({ what, name, layer }, own.origin.span, { labels }));
  } else if (own.lock === "free") {
    const args = { name, layer, parentLock: lockWords("fixed"), lock: lockWords("free") };
    report(layerMessages.lockLoosened(args, own.origin.span, { labels }));
  }
}

export function isLocked({ lock }: Model.Named): boolean {
  return lock !== undefined && lock !== "free";
}

/** A procedure may be said anew around its fixed steps; each of those must still be there as it was. */
export function checkStepLocks(
  above: Model.Procedure | undefined,
  own: Model.Procedure,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const step of above?.steps ?? []) {
    if (!isLocked(step)) continue;
    const same = own.steps.find((each) => each.name === step.name);
    if (same !== undefined) checkLock("step", step, same, report);
    else {
      const labels = [{ span: step.origin.span, text: `fixed here, by ${step.origin.layer}` }];
      const args = { what: "step", name: step.name, layer: step.origin.layer };
      report(layerMessages.lockedDeclarationChanged(args, own.origin.span, { labels }));
    }
  }
}

/** Completes "`target` …". */
export function lockWords(lock: Model.Lock): string {
  switch (lock) {
    case "fixed":
      return "is fixed";
    case "free":
      return "is free";
    case "may only rise":
    case "may only fall":
      return lock;
  }
}
