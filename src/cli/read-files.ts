// Names given on the command line → texts: a policy in either form, the layers it extends, and the files it names.
// The only place of the command line that looks for a policy; what a policy says is not its business.

import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Library, SourceText } from "../index.ts";
import { makeSource } from "../index.ts";
import { packagePath } from "./package-path.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

export interface PolicyFiles {
  readonly source: SourceText;
  /** Where the text came from; undefined for the standard input. */
  readonly path: string | undefined;
  readonly library: Library;
  /** The paths of everything that was read for it so far: its own, its layers', and what they name. */
  readonly files: () => readonly string[];
  /** The paths at which something was looked for, whether or not it was there. */
  readonly lookedFor: () => readonly string[];
}

const FORMS = [".rollcall", ".rollcall.yaml"] as const;

/** The policies that come with the package: the national layer and the examples. */
const ownPolicies = packagePath("policies");

/**
 * Reads a policy: a folder that holds `<its name>.rollcall`, a file, or `-` for the standard input, which then bears
 * `stdinName`. Throws {@link Refusal} where there is none.
 */
export async function readPolicy(
  operand: string,
  { readInput }: Pick<Terminal, "readInput">,
  stdinName?: string,
): Promise<PolicyFiles> {
  const paths = new Map<SourceText, string>();
  const lookedFor = new Set<string>();
  const find = (candidates: readonly string[]): SourceText | undefined => {
    for (const candidate of candidates) lookedFor.add(candidate);
    return firstThere(candidates, read);
  };
  const read = (path: string): SourceText => {
    const source = makeSource(shownPath(path), decode(readBytes(path), path));
    paths.set(source, path);
    return source;
  };
  const path = operand === "-" ? undefined : findPolicy(operand);
  const name = stdinName ?? "standard-input.rollcall";
  const source = path === undefined ? makeSource(name, decode(await readInput(), name)) : read(path);
  const home = dirname(path ?? resolve(name));
  return {
    source,
    path,
    files: () => [...paths.values()],
    lookedFor: () => [...lookedFor],
    library: {
      layer: (layer) => find(layerPaths(home, layer)),
      beside: (policy, file) => find([resolve(dirname(paths.get(policy) ?? resolve(name)), file)]),
    },
  };
}

/** The file of a policy given as a folder or file. */
function findPolicy(operand: string): string {
  const path = resolve(operand);
  if (!existsSync(path))
    throw new Refusal(
      `There is no file or folder \`${operand}\`.`,
      "A policy is a folder such as `policies/hall-green`, a `.rollcall` or `.rollcall.yaml` file, or `-`.",
    );
  if (!statSync(path).isDirectory()) return path;
  const candidates = FORMS.map((form) => join(path, `${basename(path)}${form}`));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new Refusal(
    `The folder \`${operand}\` holds no policy of its own name.`,
    `Looked for ${candidates.map((candidate) => `\`${basename(candidate)}\``).join(" and ")}. Give the file itself if it has another name.`,
  );
}

/** Where a layer lies for a policy of a folder, which need not be there yet. */
export function layerFile(home: string, layer: string): string | undefined {
  return layerPaths(home, layer).find((path) => existsSync(path));
}

/** Nearest first: a folder beside the policy's own, a file beside the policy, then the policies of the package. */
export function layerPaths(home: string, layer: string): readonly string[] {
  // A layer's name comes from a policy's text, and must not lead anywhere else.
  if (!/^[a-z0-9][a-z0-9-]*$/.test(layer)) return [];
  return [join(home, "..", layer), home, join(ownPolicies, layer)].flatMap((folder) =>
    FORMS.map((form) => join(folder, `${layer}${form}`)),
  );
}

function firstThere(paths: readonly string[], read: (path: string) => SourceText): SourceText | undefined {
  const path = paths.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return path === undefined ? undefined : read(path);
}

/** A file's bytes; throws {@link Refusal} where the computer will not give them. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(`\`${shownPath(path)}\` cannot be read: ${reasonOf(error)}.`);
  }
}

/** Policies are written in UTF-8, as every editor does today. Throws {@link Refusal} for anything else. */
export function decode(bytes: Uint8Array, path: string, everyByte = false): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: everyByte }).decode(bytes);
  } catch {
    throw new Refusal(`\`${shownPath(path)}\` is not a text in UTF-8.`, "Save it anew as UTF-8 text in your editor.");
  }
}

/** A path as people write it: from here where it lies below, with forward slashes. */
export function shownPath(path: string): string {
  const here = relative(process.cwd(), path);
  return (here === "" || here.startsWith("..") ? path : here).split(sep).join("/");
}

/** What the computer said, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "it does not exist",
    EACCES: "you may not open it",
    EPERM: "you may not change it",
    EISDIR: "it is a folder",
    ENOTDIR: "part of its path is a file",
    // A folder that is there already is no fault, so this is a file where a folder should be.
    EEXIST: "part of its path is a file",
    ENOSPC: "the disk is full",
    EROFS: "the disk cannot be written to",
  };
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
