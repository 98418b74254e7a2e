// The worker within the page: what a single file has in place of open-worker.ts.

import Inline from "./worker.ts?worker&inline";

export function openWorker(): Worker {
  return new Inline();
}
