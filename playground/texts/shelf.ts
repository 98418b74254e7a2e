// The policies that come with the page, each a script of its own that is loaded when it is asked for: the page fetches nothing.

import { makeSource } from "../../src/index.ts";
import type { Library, SourceText } from "../../src/index.ts";

type Load = () => Promise<string>;

const policies = import.meta.glob<string>("../../policies/*/*.rollcall", { query: "?raw", import: "default" });
const besides = import.meta.glob<string>("../../policies/*/{clauses,calendar,accepted}.yaml", {
  query: "?raw",
  import: "default",
});

/** `../../policies/hall-green/clauses.yaml` → `hall-green/clauses.yaml` */
function byPlace(files: Readonly<Record<string, Load>>): ReadonlyMap<string, Load> {
  return new Map(Object.entries(files).map(([path, load]) => [path.split("/").slice(-2).join("/"), load]));
}

const shelf = new Map([...byPlace(policies), ...byPlace(besides)]);

/** Names of the policies on the shelf, in the order of the alphabet. */
export const policyNames: readonly string[] = [...byPlace(policies).keys()]
  .flatMap((place) => {
    const [folder, file] = place.split("/");
    return folder !== undefined && file === `${folder}.rollcall` ? [folder] : [];
  })
  .toSorted();

/** Texts that were taken off the shelf, by their place on it. */
export type Desk = ReadonlyMap<string, SourceText>;

/** What is being taken down or was, so that whoever asks meanwhile waits for all of it. */
const taking = new WeakMap<Desk, Map<string, Promise<void>>>();

/** Takes a policy off the shelf, with every layer it extends and the files that these name. */
export function takeDown(name: string, desk: Map<string, SourceText>): Promise<void> {
  const begun = taking.get(desk) ?? new Map<string, Promise<void>>();
  taking.set(desk, begun);
  const taken = begun.get(name) ?? takeOne(name, desk);
  begun.set(name, taken);
  return taken;
}

async function takeOne(name: string, desk: Map<string, SourceText>): Promise<void> {
  const place = `${name}/${name}.rollcall`;
  if (!shelf.has(place)) return;
  for (const file of [`${name}.rollcall`, "clauses.yaml", "calendar.yaml", "accepted.yaml"]) {
    const text = await shelf.get(`${name}/${file}`)?.();
    if (text !== undefined) desk.set(`${name}/${file}`, makeSource(`${name}/${file}`, text));
  }
  const parent = extendedBy(desk.get(place)?.text ?? "");
  if (parent !== undefined && parent !== name) await takeDown(parent, desk);
}

/** The layer named in a policy's head, in either form; only a name, and only one that could be on the shelf. */
export function extendedBy(text: string): string | undefined {
  return /^\s*extends:?\s+([a-z0-9][a-z0-9-]*)\s*$/m.exec(text)?.[1];
}

/** What a policy finds: its layers, and the files beside it. A text typed by hand stands where its name says. */
export function libraryOf(desk: Desk): Library {
  return {
    layer: (name) => desk.get(`${name}/${name}.rollcall`),
    beside: (policy, file) => desk.get(`${policy.name.split("/")[0] ?? ""}/${file.replace(/^\.\//, "")}`),
  };
}
