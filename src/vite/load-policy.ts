// A policy's file → what a bundler takes for it: a module that shares the runtime, its types, its map, and every file that was read
// for it, so that a change in any of them is a change of the module.

import { moduleFiles } from "../build.ts";
import { packagePath } from "../cli/package-path.ts";
import { decode, readBytes, readPolicy } from "../cli/read-files.ts";
import type { PolicyFiles } from "../cli/read-files.ts";
import { Refusal } from "../cli/refusal.ts";
import { version } from "../cli/version.ts";
import { compile } from "../index.ts";
import type { Diagnostic } from "../index.ts";

export interface LoadedPolicy {
  /** Paths of the policy itself, the layers it extends and the files they name. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths at which a layer or a file that the policy names was looked for, there or not. */
  readonly lookedFor: readonly string[];
  /** Why a file cannot be read, where one cannot. */
  readonly refusal: Refusal | undefined;
  /** Undefined where the policy has errors, or cannot be read. */
  readonly module: { readonly code: string; readonly map: string; readonly declarations: string } | undefined;
}

export async function loadPolicy(path: string, part: "decide" | "explain"): Promise<LoadedPolicy> {
  let read: PolicyFiles | undefined;
  const found = (): Pick<LoadedPolicy, "files" | "lookedFor"> => ({
    files: read?.files() ?? [path],
    lookedFor: read?.lookedFor() ?? [],
  });
  try {
    read = await readPolicy(path, { readInput: () => Promise.resolve(new Uint8Array()) });
    const { diagnostics, module } = moduleOf(read, part);
    return { ...found(), refusal: undefined, diagnostics, module };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...found(), refusal: error, diagnostics: [], module: undefined };
  }
}

function moduleOf(
  { source, library }: PolicyFiles,
  part: "decide" | "explain",
): Pick<LoadedPolicy, "diagnostics" | "module"> {
  const { model, ready, diagnostics } = compile(source, library);
  if (model === undefined || ready === undefined) return { diagnostics, module: undefined };
  const written = moduleFiles(
    { model, lowered: ready, version: version(), readSource },
    { language: "js", runtime: "import", parts: [part], pathOf: ({ name }) => name },
  );
  const [code = "", map = "", declarations = ""] = written.map(({ text }) => text);
  const module = { code: code.replace(/^\/\/# sourceMappingURL=.*\n/m, ""), map, declarations };
  return { diagnostics, module };
}

function readSource(name: string): string {
  return decode(readBytes(packagePath(`src/${name}`)), name);
}
