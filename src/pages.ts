// The door to the pages about codes. It holds their whole text, so whoever shows none does not load it.

export { allCodePages, explainCode, suggestCode } from "./code-pages/explain-code.ts";
export type { CodePage } from "./code-pages/explain-code.ts";
