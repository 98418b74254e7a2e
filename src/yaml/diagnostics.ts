// What can be said of a policy or a clause file written as YAML, before anyone asks what it means.
// Faults inside a phrase are told by syntax/, at their own place in the YAML file.

import { defineMessages } from "../diagnostics/template.ts";

/** The file as YAML. */
export const yamlMessages = defineMessages({
  "yaml-broken": {
    severity: "error",
    home: "cannot-read",
    message: "This is not sound YAML: {problem}.",
    hint: "{advice}",
  },
  "yaml-key-twice": {
    severity: "error",
    home: "cannot-read",
    message: "{key} stands here a second time, so one of the two would be lost.",
    hint: "Keep one of them, or put both values under the first.",
  },
  "yaml-key-not-a-word": {
    severity: "error",
    home: "cannot-read",
    message: "A key has to be a single word or text, not {what}.",
    hint: "Write a name, a colon, and then what belongs to it.",
  },
  "yaml-too-deep": {
    severity: "error",
    home: "cannot-read",
    message: "Groups stand within groups too deep to follow.",
    hint: "A policy needs a dozen levels at most; look for a bracket that opens again and again.",
  },
  "yaml-reference-unknown": {
    severity: "error",
    home: "cannot-read",
    message: "A value that begins with * stands for another one, but nothing above is marked &{name}.",
    hint: "If the star belongs to the text, put the text in quotation marks.",
  },
  "yaml-reference-circular": {
    severity: "error",
    home: "cannot-read",
    message: "The reference *{name} stands for a value that holds itself.",
    hint: "Write the value out.",
  },
  "yaml-too-many-references": {
    severity: "error",
    home: "cannot-read",
    message: "The references (*) of this file stand for more than {limit} values, so they are not followed further.",
    hint: "Write the values out.",
  },
  "yaml-code-became-comment": {
    severity: "error",
    home: "cannot-read",
    message: "The # here makes the rest of the line a comment, so the code # is not read.",
    hint: 'Put it in quotation marks: "#".',
  },
  "yaml-tag": {
    severity: "error",
    home: "cannot-read",
    message: "{tag} asks for a kind of value that a policy does not know.",
    hint: "Remove it; if the exclamation mark belongs to the text, put the text in quotation marks.",
  },
});

/** The file against the form it should have. */
export const formMessages = defineMessages({
  "yaml-key-unknown": {
    severity: "error",
    home: "cannot-read",
    message: "{where} has no key called {key}.",
    hint: "{suggestion}",
  },
  "yaml-key-missing": {
    severity: "error",
    home: "cannot-read",
    message: "{where} needs the key {key}.",
    hint: "{advice}",
  },
  "yaml-wrong-shape": {
    severity: "error",
    home: "cannot-read",
    message: "{where} should be {wanted}, but this is {found}.",
    hint: "{advice}",
  },
  "yaml-nothing-here": {
    severity: "error",
    home: "cannot-read",
    message: "{where} is empty.",
    hint: "{advice}",
  },
  "yaml-keys-exclude": {
    severity: "error",
    home: "cannot-read",
    message: "{where} has the keys {keys}, of which it can have only one.",
    hint: "Keep the one that is meant.",
  },
  "yaml-sort-unknown": {
    severity: "error",
    home: "cannot-read",
    message: "Nothing in this group of keys says what it is: it has none of the keys {keys}.",
    hint: "{suggestion}",
  },
  "yaml-text-of-lines": {
    severity: "error",
    home: "cannot-read",
    message: "{where} runs over several lines, but a text is one paragraph.",
    hint: "Write > instead of | before it, without blank lines, so that its lines become one.",
  },
  "yaml-wrong-value": {
    severity: "error",
    home: "cannot-read",
    message: "{where} should be {wanted}, and {text} is not.",
    hint: "Write for example {example}.",
  },
  "yaml-fact-is-key": {
    severity: "error",
    home: "cannot-read",
    message: "{key} is no fact of the pupil like year 4: it has a key of its own.",
    hint: "Write {key}: beside pupil: and list the names under it.",
  },
  "yaml-not-a-choice": {
    severity: "error",
    home: "cannot-read",
    message: "{where} cannot be {text}.",
    hint: "{suggestion}",
  },
});

/** The file of clauses. */
export const clauseMessages = defineMessages({
  "clause-number-form": {
    severity: "error",
    home: "cannot-read",
    message: "{id} cannot be cited: a clause number is capital letters, a hyphen and a number, such as HAL-049.",
    hint: "Give the clause a number of that form.",
  },
  "clause-number-twice": {
    severity: "error",
    home: "does-not-make-sense",
    message: "Two clauses have the number {id}.",
    hint: "Give one of them a number of its own.",
  },
});
