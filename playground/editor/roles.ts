// What a word of the language can be for, in the order in which the worker numbers them.

export const roleNames = [
  "keyword",
  "connective",
  "modal",
  "edge",
  "name",
  "code",
  "clause",
  "value",
  "unit",
  "punctuation",
  "comment",
] as const;
