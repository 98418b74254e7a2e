// When a step opens, in the author's words: `on day 3 of absence`, `when letter done`.

import type { Step } from "../checker/model.ts";
import { sayWords } from "../explain/say.ts";
import { written } from "../explain/written.ts";

export function openingWords({ trigger }: Step): string {
  switch (trigger.kind) {
    case "on":
      return written(trigger.moment.span);
    case "when":
      return `when ${written(trigger.condition.span)}`;
    case "after":
      return `after ${sayWords(trigger.step)}`;
    case "start":
      return "at once";
  }
}
