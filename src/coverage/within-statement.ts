// A statement → every part of it, from the outside in, up to where statements begin that are looked at for themselves.

import { skipped } from "./citations.ts";
import type { Path } from "./tree.ts";

export interface Part {
  readonly node: object;
  readonly path: Path;
}

/** `isOthers` says of a node inside that it is looked at for itself. What stands in a reading that was not chosen decides nothing. */
export function withinStatement(node: object, path: Path, isOthers: (node: object) => boolean): readonly Part[] {
  const parts: Part[] = [{ node, path }];
  const enter = (child: unknown, place: Path): void => {
    if (typeof child !== "object" || child === null || isOthers(child) || isSetAside(child)) return;
    parts.push(...withinStatement(child, place, isOthers));
  };
  for (const [key, child] of Object.entries(node)) {
    if (skipped.has(key)) continue;
    if (Array.isArray(child)) child.forEach((each, index) => enter(each, [...path, key, index]));
    else enter(child, [...path, key]);
  }
  return parts;
}

/** A reading that was not chosen. */
export function isSetAside(node: object): boolean {
  return "kind" in node && node.kind === "reading" && "chosen" in node && node.chosen === false;
}
