// The worker's end: one question after another. A question that a newer one of its kind has overtaken is not worked out.

import "./shut-doors.ts";
import type { Answered, Asked } from "./protocol.ts";
import { answer } from "./desk.ts";

const queue: Asked[] = [];
let busy = false;

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const same = queue.findIndex(({ kind }) => kind === data.kind);
  if (same >= 0) queue.splice(same, 1);
  queue.push(data);
  if (!busy) void work();
});

async function work(): Promise<void> {
  busy = true;
  for (let asked = queue.shift(); asked !== undefined; asked = queue.shift()) {
    const { id } = asked;
    const reply = await answer(asked).then(
      (said): Answered => ({ id, answer: said }),
      (fault: unknown): Answered => ({ id, fault: fault instanceof Error ? fault.message : String(fault) }),
    );
    self.postMessage(reply);
    // Lets newer questions in, so that an overtaken one is dropped before it is begun.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
  busy = false;
}
