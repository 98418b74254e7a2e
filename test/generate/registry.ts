// Every generated file of the repository. `npm run generate` writes them and nothing else does.

import type { GeneratedFile } from "./generated-file.ts";

export const generatedFiles: readonly GeneratedFile[] = [];
