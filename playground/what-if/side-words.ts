// How a side of a comparison is called.

import { sayDay } from "../../src/wording.ts";
import type { ShelfChoice } from "../worker/what-if-protocol.ts";
import type { Choice } from "./what-if-state.ts";

export function saySideOf(
  { policy, reading, day }: Choice,
  isPinned: boolean,
  shelf: readonly ShelfChoice[] | undefined,
): string {
  const title =
    policy.kind === "shelf"
      ? (shelf?.find(({ name }) => name === policy.name)?.title ?? policy.name)
      : policy.kind === "present"
        ? "The policy as it stands now"
        : isPinned
          ? "The policy as you kept it"
          : "The policy as it was opened";
  const read = reading === undefined ? "" : `, read as “${reading.label}”`;
  return `${title}${read}${day === undefined ? "" : `, on ${sayDay(day)}`}`;
}
