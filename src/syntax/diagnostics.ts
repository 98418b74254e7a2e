// What can be wrong with how a policy is written. Whether it makes sense is not asked here.

import { defineMessages } from "../diagnostics/template.ts";

const unreadable = { severity: "error", home: "cannot-read" } as const;

export const messages = defineMessages({
  "unexpected-words": {
    ...unreadable,
    message: "{found} cannot stand after {before}; expected {expected}.",
    hint: "{hint}",
  },
  "unknown-statement": {
    ...unreadable,
    message: "Nothing here can begin with {found}; expected {expected}.",
    hint: "{hint}",
  },
  "line-ends-too-soon": {
    ...unreadable,
    message: "The line ends too soon: after {before}, expected {expected}.",
    hint: "{hint}",
  },
  "words-left-over": {
    ...unreadable,
    message: "What stands before {found} is complete, so nothing says what {found} is for.",
    hint: "{hint}",
  },
  "nothing-written": {
    ...unreadable,
    message: "Nothing is written here; expected {expected}.",
    hint: "Write it here, or take the key away.",
  },
  "stray-character": {
    ...unreadable,
    message: "{found} has no meaning here.",
    hint: "{hint}",
  },
  "unclosed-text": {
    ...unreadable,
    message: "The quotation mark that opens here is not closed on the same line.",
    hint: 'Close it with another ", and write "" for a quotation mark inside the words.',
  },
  "brace-never-closed": {
    ...unreadable,
    message: "The brace that opens here is never closed.",
    hint: "Add a line with only a closing brace where this block ends.",
  },
  "brace-never-opened": {
    ...unreadable,
    message: "This brace closes nothing.",
    hint: "Take it away, or add the opening brace that it was meant to close.",
  },
  "nested-too-deeply": {
    ...unreadable,
    message: "More than {limit} brackets lie in one another here.",
    hint: "Give part of it a name, as a status or a measure, and use that name.",
  },
  "file-too-long": {
    ...unreadable,
    message: "This file has {length} characters; at most {limit} can be read.",
    hint: "Put what concerns other schools into files of their own, and let this one extend them.",
  },
  "too-many-faults": {
    ...unreadable,
    message: "More than {limit} statements cannot be read, so the rest of the file is not reported.",
    hint: "Mend those above first.",
  },
  "no-policy-line": {
    ...unreadable,
    message: "A policy begins with a line that says whose it is.",
    hint: 'Write it first, such as: school policy hill-top "Hill Top Primary School"',
  },
  "mixed-and-or": {
    ...unreadable,
    message: "`and` and `or` stand side by side here, which can be read in two ways.",
    hint: "Put brackets around what belongs together, such as `a and (b or c)`.",
  },
  "mixed-parties": {
    ...unreadable,
    message: "`and` and `or` stand side by side here, so it is unclear who has to act.",
    hint: "Write two sentences.",
  },
  "said-twice": {
    ...unreadable,
    message: "{what} is said twice here.",
    hint: "Keep one of the two, or write two sentences.",
  },
  "not-a-condition": {
    ...unreadable,
    message: "This is a value, and a value alone neither holds nor fails to hold.",
    hint: "Say what it is compared with, such as `attendance this year below 95%`.",
  },
  "counted-without-unit": {
    ...unreadable,
    message: "Days are counted from a moment here, but it is not said which days.",
    hint: "Give the number a unit, such as `5 school days after letter sent`.",
  },
  "not-a-whole-number": {
    ...unreadable,
    message: "{digits} is no number of things or people.",
    hint: "Write a whole number below a million.",
  },
  "several-words-for-one": {
    ...unreadable,
    message: "One name was expected for each of these, but {words} are several words.",
    hint: "Join the words of a name with hyphens, such as `local-authority`.",
  },
  "arrival-without-time": {
    ...unreadable,
    message: "An arrival needs its time of day.",
    hint: "Write the time after the date, such as `on 2026-03-03 09:12 arrives`.",
  },
  "marks-with-time": {
    ...unreadable,
    message: "Marks belong to a whole day, so no time can stand here.",
    hint: "Write the date alone; if the marks became known later, add `known 2026-03-04 10:00`.",
  },
  "comment-in-phrase": {
    ...unreadable,
    message: "A comment with -- cannot stand inside a value.",
    hint: "Write it as a comment of the file, on a line that begins with #.",
  },
});
