// A way from CSV to decisions → what it took, in a process of its own.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Took } from "./run-pipeline.ts";
import type { Layout } from "./write-folder.ts";

export function runPipeline(pipeline: "general" | "hand", path: string, layout: Layout): Took {
  const script = fileURLToPath(new URL("run-pipeline.ts", import.meta.url));
  const said = execFileSync(process.execPath, ["--expose-gc", script, pipeline, path, layout], { encoding: "utf8" });
  return JSON.parse(said) as Took;
}
