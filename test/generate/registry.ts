// Every generated file of the repository. `npm run generate` writes them and nothing else does.

import { bookFiles } from "./book.ts";
import { codeExamplesFile, rulePagesFile } from "./code-pages.ts";
import { cookbookClauses } from "./cookbook.ts";
import { writeCstTypes } from "./cst-types.ts";
import { writeEbnf } from "./ebnf.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { sampleFiles } from "./sample-school.ts";
import { textmateFiles } from "./textmate.ts";
import { schemaFiles, twinFiles } from "./yaml-files.ts";

export const generatedFiles: readonly GeneratedFile[] = [
  { path: "src/syntax/cst.ts", write: writeCstTypes },
  { path: "grammar/rollcall.ebnf", write: writeEbnf },
  rulePagesFile,
  codeExamplesFile,
  ...textmateFiles,
  ...schemaFiles,
  ...twinFiles,
  ...sampleFiles,
  cookbookClauses,
  ...bookFiles,
];
