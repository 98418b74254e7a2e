// A policy's file → what a bundler takes for it: a module that shares the runtime, its types, its map, and every file that was read
// for it, so that a change in any of them is a change of the module.

import { moduleFiles } from "../build.ts";
import { packagePath } from "../cli/package-path.ts";
import { decode, readBytes, readPolicy } from "../cli/read-files.ts";
import { version } from "../cli/version.ts";
import { compile } from "../index.ts";
import type { Diagnostic } from "../index.ts";

export interface LoadedPolicy {
  /** Paths of the policy itself, the layers it extends and the files they name. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the policy has errors. */
  readonly module: { readonly code: string; readonly map: string; readonly declarations: string } | undefined;
}

/** Throws a `Refusal` where a file cannot be read. */
export async function loadPolicy(path: string, part: "decide" | "explain"): Promise<LoadedPolicy> {
  const { source, library, files } = await readPolicy(path, { readInput: () => Promise.resolve(new Uint8Array()) });
  const { model, ready, diagnostics } = compile(source, library);
  if (model === undefined || ready === undefined) return { files: files(), diagnostics, module: undefined };
  const written = moduleFiles(
    { model, lowered: ready, version: version(), readSource },
    { language: "js", runtime: "import", parts: [part], pathOf: ({ name }) => name },
  );
  const [code = "", map = "", declarations = ""] = written.map(({ text }) => text);
  const module = { code: code.replace(/^\/\/# sourceMappingURL=.*\n/m, ""), map, declarations };
  return { files: files(), diagnostics, module };
}

function readSource(name: string): string {
  return decode(readBytes(packagePath(`src/${name}`)), name);
}
