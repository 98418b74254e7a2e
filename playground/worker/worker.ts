// The worker's end: one question after another. A question that a newer one of its kind has overtaken is not worked out, and one
// that is being worked out stops where it next looks up.

import "./shut-doors.ts";
import type { Answered, Asked, Kind, Said } from "./protocol.ts";
import { answer } from "./desk.ts";
import { makeHanding } from "./handed-view.ts";
import type { PupilView } from "./pupil-protocol.ts";

const queue: Asked[] = [];
let current: { readonly kind: Kind; readonly stop: AbortController } | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Said>) => {
  const kind = "drop" in data ? data.drop : data.kind;
  const same = queue.findIndex((asked) => asked.kind === kind);
  if (same >= 0) queue.splice(same, 1);
  if (current?.kind === kind) current.stop.abort();
  if ("drop" in data) return;
  queue.push(data);
  if (current === undefined) void work();
});

const breathing: (() => void)[] = [];
const breath = new MessageChannel();
breath.port1.addEventListener("message", () => breathing.shift()?.());
breath.port1.start();

const handing = makeHanding();

function isView(kind: Kind): boolean {
  return kind === "pupil" || kind === "turn";
}

async function work(): Promise<void> {
  for (let asked = queue.shift(); asked !== undefined; asked = queue.shift()) {
    const { id, kind } = asked;
    const stop = new AbortController();
    current = { kind, stop };
    const say = (said: Answered): void => self.postMessage(said);
    await answer(asked, {
      tell: (progress) => say({ id, progress }),
      breathe: async () => {
        await otherMessages();
        stop.signal.throwIfAborted();
      },
    }).then(
      (said) =>
        say(isView(kind) && said !== undefined ? { id, view: handing(said as PupilView) } : { id, answer: said }),
      (fault: unknown) => {
        if (!stop.signal.aborted) say({ id, fault: fault instanceof Error ? fault.message : String(fault) });
      },
    );
    // Lets newer questions in, so that an overtaken one is dropped before it is begun.
    await otherMessages();
  }
  current = undefined;
}

/** Resolves when the messages that came in so far have been heard; a timer would wait longer each time it is set. */
function otherMessages(): Promise<void> {
  return new Promise((resolve) => {
    breathing.push(resolve);
    breath.port2.postMessage(null);
  });
}
