// What comes with the package, wherever it lies: beside the sources of a checkout, or above the built command.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of something in the package, by its path from the package's own folder, such as `policies/england`. */
export function packagePath(within: string): string {
  return join(packageFolder(), within);
}

/** The nearest folder above this file that holds a manifest: built and bundled, the file lies elsewhere than here. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
