// The version of the package, read from its own manifest.

import { readFileSync } from "node:fs";
import { packagePath } from "./package-path.ts";

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(packagePath("package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}
