// What writes modules, with the sources of the runtime that it writes into them.

export { buildModule } from "../../src/build.ts";

const sources = import.meta.glob<string>("../../src/{runtime,school,support,units}/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A source of the runtime, by its path below `src/`. */
export function readSource(path: string): string {
  const text = sources[`../../src/${path}`];
  if (text === undefined) throw new Error(`${path} is no source of the runtime.`);
  return text;
}
