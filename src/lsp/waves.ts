// A text that is being written → what is found in it, in two waves: what the rules mean at once, and when the author pauses its
// examples and what is unwise. A newer edition ends the telling of an older one.

import type { Diagnostic as Shown } from "vscode-languageserver/node";
import { examplesOf } from "../index.ts";
import type { Diagnostic, Draft } from "../index.ts";
import { judge } from "../compile.ts";
import type { Desk } from "./desk.ts";
import { shownDiagnostic } from "./diagnostics.ts";
import type { PolicyFiles } from "./policy-files.ts";

export interface Waves {
  /** The policy was edited, and those that rest on it may mean something else. */
  readonly stir: (path: string) => void;
  /** Something on the disk has changed, or what is open. */
  readonly stirAll: () => void;
  /** It was closed: nothing more is told of it. */
  readonly still: (path: string) => void;
  /** Everything that is found in the policy as it stands now. */
  readonly foundIn: (path: string) => readonly Diagnostic[];
  readonly stop: () => void;
}

type Publish = (path: string, diagnostics: readonly Shown[]) => void;

/** Milliseconds: keys that follow one another are one edit, and somebody who pauses reads. */
const AT_ONCE = 30;
const PAUSE = 250;
/** Who writes in a layer is told first of that layer. */
const OTHERS = 900;

export function makeWaves(desk: Desk, files: PolicyFiles, publish: Publish): Waves {
  const timers = new Map<string, NodeJS.Timeout>();
  const judged = new Map<string, { readonly draft: Draft; readonly found: readonly Diagnostic[] }>();
  const later = (path: string, milliseconds: number, work: () => void): void => {
    clearTimeout(timers.get(path));
    timers.set(path, setTimeout(work, milliseconds));
  };
  const foundIn = (path: string): readonly Diagnostic[] => {
    const draft = desk.policy(path);
    if (draft === undefined) return [];
    const known = judged.get(path);
    if (known?.draft === draft) return known.found;
    const { diagnostics: found } = judge(draft, desk.library(path), files.today());
    judged.set(path, { draft, found });
    return found;
  };
  const tell = (path: string, found: readonly Diagnostic[]): void => {
    const source = desk.policy(path)?.source;
    if (source !== undefined)
      publish(
        path,
        found.map((each) => shownDiagnostic(each, source)),
      );
  };
  const first = (path: string): void => {
    const draft = desk.policy(path);
    if (draft === undefined || !desk.isOpen(path)) return;
    // What only the second wave finds is not taken away while somebody types, unless something is wrong now.
    if (draft.diagnostics.length > 0 || !judged.has(path)) tell(path, draft.diagnostics);
    later(path, PAUSE, () => {
      examplesOf(draft);
      // Whoever typed meanwhile is heard before the longer half begins.
      later(path, 0, () => {
        if (desk.isOpen(path)) tell(path, foundIn(path));
      });
    });
  };
  return {
    stir: (path) => {
      later(path, AT_ONCE, () => first(path));
      for (const other of desk.openPolicies())
        if (other !== path && desk.restsOn(other, path)) later(other, OTHERS, () => first(other));
    },
    stirAll: () => {
      for (const path of desk.openPolicies()) later(path, AT_ONCE, () => first(path));
    },
    still: (path) => {
      clearTimeout(timers.get(path));
      timers.delete(path);
      judged.delete(path);
      publish(path, []);
    },
    foundIn,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
