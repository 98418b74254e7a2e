// What an author may write in YAML → the same tree, and the same clauses, as draft.ts works with. It stands apart from draft.ts since
// the reader of YAML weighs more than all the rest that a first answer needs.

import { remember } from "./support/remember.ts";
import { readClauses } from "./yaml/clause-file.ts";
import { parseYamlPolicy } from "./yaml/parse-yaml.ts";

/** An editor asks for the same clause files at every key. */
export const yamlForm = { policy: parseYamlPolicy, clauses: remember(readClauses) };
