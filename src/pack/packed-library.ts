// The texts a policy is compiled from: noted while it is compiled, and given again when it is compiled from a pack.

import type { Library } from "../draft.ts";
import { makeSource } from "../source/text.ts";
import type { SourceText } from "../source/text.ts";

/** A text → its hash; SHA-256 in hexadecimal for packs that leave the school. */
export type Hash = (text: string) => string;

export interface PackedFile {
  /** The policy itself, a layer that one extends, or a file that one names. */
  readonly kind: "policy" | "layer" | "beside";
  /** How it was asked for: the layer's name, or the file as the policy of `of` writes it. */
  readonly asked: string;
  /** The path of the policy that names the file. */
  readonly of: string;
  readonly path: string;
  readonly text: string;
  /** Of the text alone, so that the file can be told from another version of it wherever it lies. */
  readonly hash: string;
}

export interface NotedLibrary {
  readonly library: Library;
  /** What has been asked for so far and was there, in order. */
  readonly files: () => readonly PackedFile[];
}

/** A library that answers as the other does, and remembers what it gave. */
export function noteFiles(source: SourceText, library: Library, hash: Hash): NotedLibrary {
  const noted = new Map<string, PackedFile>();
  const note = (kind: PackedFile["kind"], asked: string, of: string, found: SourceText | undefined): void => {
    if (found === undefined) return;
    const { name: path, text } = found;
    noted.set(`${kind} ${of} ${asked}`, { kind, asked, of, path, text, hash: hash(text) });
  };
  note("policy", "", "", source);
  return {
    library: {
      ...library,
      layer: (name) => {
        const found = library.layer(name);
        note("layer", name, "", found);
        return found;
      },
      beside: (policy, file) => {
        const found = library.beside(policy, file);
        note("beside", file, policy.name, found);
        return found;
      },
    },
    files: () => [...noted.values()],
  };
}

/** The policy and the library of a pack; undefined where it holds no policy. */
export function unpackFiles(files: readonly PackedFile[]): { source: SourceText; library: Library } | undefined {
  const own = files.find(({ kind }) => kind === "policy");
  if (own === undefined) return undefined;
  const sources = new Map(files.map((file) => [file, makeSource(file.path, file.text)]));
  const find = (fits: (file: PackedFile) => boolean): SourceText | undefined => {
    const file = files.find(fits);
    return file === undefined ? undefined : sources.get(file);
  };
  return {
    source: sources.get(own) as SourceText,
    library: {
      layer: (name) => find(({ kind, asked }) => kind === "layer" && asked === name),
      beside: (policy, asked) =>
        find((file) => file.kind === "beside" && file.of === policy.name && file.asked === asked),
    },
  };
}
