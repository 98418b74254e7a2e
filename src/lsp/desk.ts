// The texts that are open in the editor over those on the disk → each policy as it stands now, read once for each edition of it and
// of what it rests on.

import { dirname, resolve } from "node:path";
import { draft, makeSource, policyCalendar } from "../index.ts";
import type { Calendar, Draft, Library, SourceText } from "../index.ts";
import { withYaml } from "../compile.ts";
import type { Layer } from "../draft.ts";
import { isPolicy } from "./places.ts";
import type { PolicyFiles } from "./policy-files.ts";

export interface Desk {
  /** A text was opened or edited; it is that of the file from now on. */
  readonly put: (path: string, text: string) => void;
  /** A text was closed: that on the disk counts again. */
  readonly take: (path: string) => void;
  /** Something on the disk changed. */
  readonly forgetDisk: () => void;
  /** Whether one policy may mean something else once the other was edited. */
  readonly restsOn: (other: string, path: string) => boolean;
  readonly isOpen: (path: string) => boolean;
  readonly openPolicies: () => readonly string[];
  /** Undefined where there is no such file. */
  readonly policy: (path: string) => Draft | undefined;
  readonly library: (path: string) => Library;
  readonly calendar: (path: string) => Calendar | undefined;
  /** Policies that were read so far, as they were then: nothing is read anew for it. */
  readonly policiesRead: () => readonly Draft[];
  /** All policies in the folders and the open ones that stand on the policy of that name and speak of any of the words. */
  readonly policiesSpeakingOf: (
    folders: readonly string[],
    below: string,
    words: readonly string[],
  ) => readonly Draft[];
  /** The same policies with other texts, by their paths; nothing is kept of it. */
  readonly redraft: (texts: ReadonlyMap<string, string>) => readonly Draft[];
  /** Layers that a policy could extend: those beside the open ones and in the folders. */
  readonly layers: (folders: readonly string[]) => readonly { readonly name: string; readonly title: string }[];
}

interface Kept {
  readonly draft: Draft;
  readonly library: Library;
}

export function openDesk(files: PolicyFiles): Desk {
  const open = new Map<string, SourceText>();
  const onDisk = new Map<string, SourceText | undefined>();
  const libraries = new Map<string, Library>();
  const kept = new Map<string, Kept>();
  const textAt = (path: string): SourceText | undefined => {
    const here = open.get(path);
    if (here !== undefined || onDisk.has(path)) return here ?? onDisk.get(path);
    const text = files.read(path);
    onDisk.set(path, text === undefined ? undefined : makeSource(path, text));
    return onDisk.get(path);
  };
  const library = (path: string): Library => {
    const found = libraries.get(path) ?? libraryOver(textAt, path, files);
    libraries.set(path, found);
    return found;
  };
  const restsOn = (other: string, path: string): boolean => {
    const known = kept.get(other)?.draft;
    return known === undefined || layersOf(known).some(({ source }) => source.name === path) || lacksLayer(known);
  };
  /** The text itself is no part of its own library. */
  const changed = (path: string): void => {
    for (const other of libraries.keys()) if (other !== path && restsOn(other, path)) libraries.delete(other);
  };
  const policy = (path: string): Draft | undefined => {
    const source = textAt(path);
    if (source === undefined) return undefined;
    const before = kept.get(path);
    const around = library(path);
    if (before?.draft.source === source && before.library === around) return before.draft;
    const made = draft(source, around, undefined, before?.draft);
    kept.set(path, { draft: made, library: around });
    return made;
  };
  const allPaths = (folders: readonly string[]): readonly string[] => {
    const inside = folders.flatMap((folder) => files.policiesIn(folder));
    return [...new Set([...open.keys(), ...inside])].filter(isPolicy);
  };
  return {
    put: (path, text) => {
      // A text that was not open before may stand in the way of one on the disk.
      if (!open.has(path)) libraries.clear();
      open.set(path, makeSource(path, text));
      changed(path);
    },
    take: (path) => {
      open.delete(path);
      onDisk.delete(path);
      libraries.clear();
    },
    forgetDisk: () => {
      onDisk.clear();
      libraries.clear();
    },
    restsOn,
    isOpen: (path) => open.has(path),
    openPolicies: () => [...open.keys()].filter(isPolicy),
    policy,
    library,
    calendar: (path) => {
      const read = policy(path);
      return read === undefined ? undefined : policyCalendar(read, library(path)).calendar;
    },
    policiesRead: () => [...kept.values()].map(({ draft: read }) => read),
    policiesSpeakingOf: (folders, below, words) => {
      const paths = allPaths(folders);
      const heads = new Map(paths.map((path) => [path, headOf(textAt(path)?.text ?? "")]));
      const parents = new Map(
        [...heads.values()].flatMap((head) => (head === undefined ? [] : [[head.name, head.above]])),
      );
      const standsOn = (name: string | undefined, seen: readonly string[]): boolean =>
        name === below || (name !== undefined && !seen.includes(name) && standsOn(parents.get(name), [...seen, name]));
      return paths.flatMap((path) => {
        const text = textAt(path)?.text ?? "";
        const isMeant = standsOn(heads.get(path)?.name, []) && words.some((word) => text.includes(word));
        return isMeant ? (policy(path) ?? []) : [];
      });
    },
    redraft: (texts) => {
      const changes = new Map([...texts].map(([path, text]) => [path, makeSource(path, text)]));
      const over = (path: string): SourceText | undefined => changes.get(path) ?? textAt(path);
      return [...changes].map(([path, source]) =>
        draft(source, libraryOver(over, path, files), undefined, kept.get(path)?.draft),
      );
    },
    layers: (folders) => {
      const heads = allPaths(folders).map((path) => headOf(textAt(path)?.text ?? ""));
      const named = heads.flatMap((head) => (head === undefined || head.level === "school" ? [] : [head]));
      return [...new Map(named.map((head) => [head.name, head])).values()];
    },
  };
}

function libraryOver(textAt: (path: string) => SourceText | undefined, path: string, files: PolicyFiles): Library {
  const first = (paths: readonly string[]): SourceText | undefined => {
    for (const each of paths) {
      const found = textAt(each);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return withYaml({
    layer: (name) => first(files.layerPaths(dirname(path), name)),
    beside: (policy, file) => textAt(resolve(dirname(policy.name), file)),
  });
}

/** The policy and those above it. */
function layersOf(layer: Layer): readonly Layer[] {
  return layer.above === undefined ? [layer] : [layer, ...layersOf(layer.above)];
}

/** It extends something that was not there, and may be there now. */
function lacksLayer(layer: Layer): boolean {
  const last = layersOf(layer).at(-1);
  return last?.ast?.headers.some(({ entry }) => entry.kind === "extends") === true;
}

interface Head {
  readonly level: string;
  readonly name: string;
  readonly title: string;
  /** The policy that it extends. */
  readonly above: string | undefined;
}

/** Read off its first lines, for who only wants to know which policies there are. */
function headOf(text: string): Head | undefined {
  const plain = /^(nation|authority|trust|school) policy ([a-z][a-z0-9-]*) "((?:[^"]|"")*)"/m.exec(text);
  const yaml = /^(nation|authority|trust|school)-policy:\s*(?:\{\s*|\n\s+)name:\s*"?([a-z][a-z0-9-]*)/m.exec(text);
  const [, level, name, title] = plain ?? yaml ?? [];
  const above = (plain === null ? /\bextends:\s*"?([a-z][a-z0-9-]*)/ : /^extends ([a-z][a-z0-9-]*)/m).exec(text)?.[1];
  return level === undefined || name === undefined ? undefined : { level, name, title: title ?? name, above };
}
