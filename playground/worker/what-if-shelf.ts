// The shelf → its policies to choose from, each with its title and what can be read in another way in it.

import { policyNames } from "../texts/shelf.ts";
import { openShelved, readyOf } from "./ready.ts";
import { vocabularyFor } from "./vocabulary.ts";
import type { ShelfChoice } from "./what-if-protocol.ts";

export async function shelfChoices(): Promise<readonly ShelfChoice[]> {
  const choices: ShelfChoice[] = [];
  for (const name of policyNames) {
    const policy = await openShelved(name);
    const ready = policy === undefined ? undefined : await readyOf(policy, []);
    if (policy === undefined || ready === undefined) continue;
    choices.push({ name, title: ready.compilation.model.title, policy, readings: vocabularyFor(ready).readings });
  }
  return choices;
}
