// What can be wrong with the values that an office writes for its letters. Sentences speak to whoever filled in the file.

import { defineMessages } from "../diagnostics/template.ts";

const error = { severity: "error", home: "cannot-read" } as const;

export const letterValueMessages = defineMessages({
  "letter-heading-missing": {
    ...error,
    message: "{file} has no column {column}, so nothing was read from it.",
    hint: "Its headings are pupil, document, field and value. `rollcall letters --template` writes a file to fill in.",
  },
  "letter-name-unknown": {
    ...error,
    message: "No {what} is called {name}, so this row was left out.",
    hint: "{suggestion}",
  },
  "letter-value-wrong": {
    ...error,
    message: "{value} is not {kind}, which {field} has to be, so this row was left out.",
    hint: "{advice}",
  },
  "letter-value-not-wanted": {
    ...error,
    message: "{field} is not for the office to fill in: {why}. This row was left out.",
    hint: "Take the row away.",
  },
  "letter-value-twice": {
    ...error,
    message: "{field} of {document} is given twice for {pupil}, and not alike, so neither was read.",
    hint: "Keep the row that is right.",
  },
});
