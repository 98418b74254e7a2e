// The door to compiled modules. Apart from the main door, because it brings a TypeScript compiler with it.

export { buildModule } from "./backends/typescript/build-module.ts";
export type { RuntimeHome } from "./backends/typescript/build-module.ts";
export { moduleFiles } from "./backends/typescript/module-files.ts";
export type { ModuleFile, ModuleOrder } from "./backends/typescript/module-files.ts";
export type { ModuleSource } from "./backends/typescript/module-form.ts";
