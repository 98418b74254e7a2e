// The policies that come with the page, each a script of its own that is loaded when it is asked for: the page fetches nothing.
// Their calendars come as plans that were read when the page was built, for a first answer waits for nothing that reads YAML.

import { makeSource } from "../../src/index.ts";
import type { CalendarPlan, Library, SourceText, YamlForm } from "../../src/index.ts";

type Load<T> = () => Promise<T>;

const policies = import.meta.glob<string>("../../policies/*/*.rollcall", { query: "?raw", import: "default" });
const besides = import.meta.glob<string>("../../policies/*/{clauses,calendar,accepted}.yaml", {
  query: "?raw",
  import: "default",
});
const calendars = import.meta.glob<CalendarPlan>("../../policies/*/calendar.yaml", {
  query: "?plan",
  import: "default",
});

/** `../../policies/hall-green/clauses.yaml` → `hall-green/clauses.yaml` */
function byPlace<T>(files: Readonly<Record<string, Load<T>>>): ReadonlyMap<string, Load<T>> {
  return new Map(Object.entries(files).map(([path, load]) => [path.split("/").slice(-2).join("/"), load]));
}

const shelf = new Map([...byPlace(policies), ...byPlace(besides)]);
const plans = byPlace(calendars);

/** Names of the policies on the shelf, in the order of the alphabet. */
export const policyNames: readonly string[] = [...byPlace(policies).keys()]
  .flatMap((place) => {
    const [folder, file] = place.split("/");
    return folder !== undefined && file === `${folder}.rollcall` ? [folder] : [];
  })
  .toSorted();

/** Texts that were taken off the shelf, by their place on it. */
export type Desk = ReadonlyMap<string, SourceText>;

/** What a policy needs in order to run, or all that its head names: clauses too, which are long. */
export type Much = "rules" | "all";

/** What is being taken down or was, so that whoever asks meanwhile waits for all of it. */
const taking = new WeakMap<Desk, Map<string, Promise<void>>>();

/** Takes a policy off the shelf with every layer it extends. What lies on the desk already stays as it is. */
export function takeDown(name: string, desk: Map<string, SourceText>, much: Much): Promise<void> {
  const begun = taking.get(desk) ?? new Map<string, Promise<void>>();
  taking.set(desk, begun);
  const key = `${much} ${name}`;
  const taken = begun.get(key) ?? takeOne(name, desk, much);
  begun.set(key, taken);
  return taken;
}

async function takeOne(name: string, desk: Map<string, SourceText>, much: Much): Promise<void> {
  const place = `${name}/${name}.rollcall`;
  if (!shelf.has(place)) return;
  const files = [`${name}.rollcall`, ...(much === "all" ? ["clauses.yaml", "calendar.yaml", "accepted.yaml"] : [])];
  const wanted = files.map((file) => `${name}/${file}`).filter((file) => !desk.has(file));
  const taken = await Promise.all([
    ...wanted.map(async (file) => [file, await shelf.get(file)?.()] as const),
    shelvedPlan(`${name}/calendar.yaml`).then(() => [place, undefined] as const),
  ]);
  for (const [file, text] of taken) if (text !== undefined && !desk.has(file)) desk.set(file, makeSource(file, text));
  const parent = extendedBy(desk.get(place)?.text ?? "");
  if (parent !== undefined && parent !== name) await takeDown(parent, desk, much);
}

/** The layer named in a policy's head, in either form; only a name, and only one that could be on the shelf. */
export function extendedBy(text: string): string | undefined {
  return /^\s*extends:?\s+([a-z0-9][a-z0-9-]*)\s*$/m.exec(text)?.[1];
}

/** What a policy finds: its layers, and the files beside it. A text typed by hand stands where its name says. */
export function libraryOf(desk: Desk, yaml: YamlForm | undefined): Library {
  return {
    layer: (name) => desk.get(`${name}/${name}.rollcall`),
    beside: (policy, file) => desk.get(placeBeside(policy, file)),
    isBeside: (policy, file) => {
      const place = placeBeside(policy, file);
      return desk.has(place) || shelf.has(place);
    },
    ...(yaml === undefined ? {} : { yaml }),
  };
}

/** Where a file stands that a policy names. */
export function placeBeside(policy: Pick<SourceText, "name">, file: string): string {
  return `${policy.name.split("/")[0] ?? ""}/${file.replace(/^\.\//, "")}`;
}

/** The calendar of the shelf that stands there. */
export function shelvedPlan(place: string): Promise<CalendarPlan | undefined> {
  return plans.get(place)?.() ?? Promise.resolve(undefined);
}

/** Whether that is word for word what the shelf has: the shelf's own are known to have no fault, in their clauses neither. */
export function isShelved({ name, text }: Pick<SourceText, "name" | "text">, desk: Desk): boolean {
  return shelf.has(name) && desk.get(name)?.text === text;
}
