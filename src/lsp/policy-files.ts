// What the server asks of the computer it runs on. Whoever starts it gives the answers, so that it knows no disk and no clock itself.

import type { Day } from "../index.ts";

export interface PolicyFiles {
  /** The text of a file by its absolute path; undefined where there is none that can be read. */
  readonly read: (path: string) => string | undefined;
  /** Where a layer of that name may lie for a policy in that folder, nearest first. */
  readonly layerPaths: (folder: string, layer: string) => readonly string[];
  /** The policies in a folder and below it, in both forms. */
  readonly policiesIn: (folder: string) => readonly string[];
  /** The text of a file as it was committed last; undefined where nobody keeps its history. */
  readonly committed: (path: string) => Promise<string | undefined>;
  readonly today: () => Day;
}
