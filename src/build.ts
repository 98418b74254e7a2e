// The door to compiled modules. Apart from the main door, because it brings a TypeScript compiler with it.

export { buildModule } from "./backends/typescript/build-module.ts";
export type { ModuleSource } from "./backends/typescript/module-form.ts";
