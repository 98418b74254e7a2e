// The door for Vite. Apart from the others, because it reads files and brings a TypeScript compiler with it.

export { rollcall } from "./vite/rollcall-plugin.ts";
export type { RollcallOptions } from "./vite/rollcall-plugin.ts";
