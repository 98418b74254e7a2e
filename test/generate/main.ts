// `npm run generate`: writes every generated file that is not as it should be, and says which.

import { fileURLToPath } from "node:url";
import { refresh } from "./generated-file.ts";
import { generatedFiles } from "./registry.ts";

const written = await refresh(fileURLToPath(new URL("../..", import.meta.url)), generatedFiles);
for (const path of written) console.log(`wrote ${path}`);
console.log(`${generatedFiles.length} generated files, ${written.length} of them written anew`);
