// What can be said of a school's exported files: every fault of a file, a heading, a cell, a mark or a calendar.
// Sentences speak to whoever made the export, in the words of the export.

import { defineMessages } from "../diagnostics/template.ts";

const mend = "Mend the row in the file, or export it again.";

/** A file as a whole. */
export const fileMessages = defineMessages({
  "data-file-missing": {
    severity: "error",
    home: "cannot-read",
    message: "The folder {folder} holds no file {file}, from which the {table} are read.",
    hint: "{advice}",
  },
  "data-file-not-used": {
    severity: "advice",
    home: "cannot-read",
    message: "Nothing is read from {file}.",
    hint: "{advice}",
  },
  "data-file-not-text": {
    severity: "error",
    home: "cannot-read",
    message: "{file} is not a text file: it looks like a workbook or another kind of document.",
    hint: "Open it in the program that made it and save it as CSV.",
  },
  "data-file-windows-letters": {
    severity: "advice",
    home: "cannot-read",
    message: "{file} is not in UTF-8, so it was read as Windows-1252, as older programs write it.",
    hint: "If a name looks wrong, save the file as CSV UTF-8.",
  },
  "data-file-mixed-letters": {
    severity: "warning",
    home: "cannot-read",
    message: "{file} begins in UTF-8 and goes on in another encoding; from here it was read as Windows-1252.",
    hint: "Two exports seem to have been joined. Save each as CSV UTF-8 before joining them.",
  },
  "data-file-empty": {
    severity: "error",
    home: "cannot-read",
    message: "{file} is empty: it has not even a row of headings.",
    hint: "Export it again, with headings.",
  },
  "data-quotation-unclosed": {
    severity: "error",
    home: "cannot-read",
    message:
      "A quotation mark opens in this row and never closes, so nothing from here to the end of {file} could be read.",
    hint: "Close the quotation mark, or write it twice where it is part of the text.",
  },
  "data-more-like-it": {
    severity: "error",
    home: "cannot-read",
    message: "The same is wrong in {count} more places of {file}, up to line {lastLine}: {code}.",
    hint: "They are likely to have one cause; mend it and read the file again.",
  },
});

/** Headings and rows of a table. */
export const tableMessages = defineMessages({
  "data-heading-missing": {
    severity: "error",
    home: "cannot-read",
    message: "{file} has no column for {column}.",
    hint: "{suggestion} Name the column in mapping.yaml, under {table}: columns: {column}.",
  },
  "data-heading-twice": {
    severity: "error",
    home: "cannot-read",
    message: "Two columns of {file} give {column}: {first} and {second}.",
    hint: "Say which one to use in mapping.yaml, under {table}: columns: {column}.",
  },
  "data-heading-not-used": {
    severity: "advice",
    home: "cannot-read",
    message: "Nothing is read from the column {heading}.",
    hint: "{suggestion}",
  },
  "data-separator-wrong": {
    severity: "error",
    home: "cannot-read",
    message: "The headings of {file} are separated by a {seen}, not by a {wanted}.",
    hint: "Say so in mapping.yaml: separator: {seen}.",
  },
  "data-row-length": {
    severity: "error",
    home: "cannot-read",
    message: "This row has {count} cells, but there are {wanted} headings, so it was left out.",
    hint: "A comma within a cell needs quotation marks around the cell.",
  },
  "data-row-damaged": {
    severity: "error",
    home: "cannot-read",
    message: "This row has a zero byte, which no text has, so it was left out.",
    hint: "The file was damaged on its way: export it again.",
  },
  "data-cell-broken": {
    severity: "error",
    home: "cannot-read",
    message: "The quotation marks of this row do not match, so it was left out, as far as line {lastLine}.",
    hint: "Close the quotation mark, or write it twice where it is part of the text.",
  },
  "data-cell-blank": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} is blank, so this row was left out.",
    hint: mend,
  },
  "data-cell-not-a-choice": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} cannot be {text}, so this row was left out.",
    hint: "It can be {choices}.",
  },
  "data-cell-not-a-year-group": {
    severity: "error",
    home: "cannot-read",
    message: "{text} is no year group, so this row was left out.",
    hint: "Write N for nursery, R for reception, or the number of the year, such as 4 or Year 4.",
  },
  "data-cell-not-a-number": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} {text} is not a whole number, so this row was left out.",
    hint: "Write digits alone, such as 12.",
  },
  "data-cell-not-a-date": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} {text} is not a date, so this row was left out.",
    hint: "{why} Write it like 2026-03-02.",
  },
  "data-cell-ambiguous-date": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} {text} may be {first} or {second}, so this row was left out.",
    hint: "Say which comes first in mapping.yaml, dates: day-first or dates: month-first, or write dates like 2026-03-02.",
  },
  "data-cell-not-a-time": {
    severity: "error",
    home: "cannot-read",
    message: "The {column} {text} is not a time on the school's clock, so this row was left out.",
    hint: "{why} Write it like 08:55 or 08:55:30.",
  },
});

/** Pupils and what is recorded of them. */
export const recordMessages = defineMessages({
  "data-pupil-unknown": {
    severity: "error",
    home: "does-not-make-sense",
    message: "No pupil {pupil} is in the list of pupils, so this row was left out.",
    hint: "{suggestion}",
  },
  "data-pupil-differs": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The pupil {pupil} has the {column} {text} here and {other} in the row above, so this row was left out.",
    hint: "A pupil who left and came back has two rows that differ in their dates on roll alone.",
  },
  "data-dates-backwards": {
    severity: "error",
    home: "does-not-make-sense",
    message: "This ends on {until}, before it begins on {from}, so the row was left out.",
    hint: mend,
  },
  "data-roll-overlaps": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The pupil {pupil} is on roll twice at once, from {from}, so this row was left out.",
    hint: "Let the first time on roll end before the second begins.",
  },
  "data-record-twice": {
    severity: "warning",
    home: "does-not-make-sense",
    message: "The record {id} is here twice, word for word; it counts once.",
    hint: "Remove one of the two rows.",
  },
  "data-record-contradicts": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The record {id} is here twice, and the two do not say the same, so neither is used.",
    hint: "Give a correction its own known date, or the second record its own id.",
  },
});

/** Words of the files that the policy at hand does not know. */
export const wordMessages = defineMessages({
  "data-word-unknown": {
    severity: "warning",
    home: "does-not-make-sense",
    message: 'The policy knows no {what} "{word}", so no rule takes notice of it {where}.',
    hint: "{suggestion} {mend}",
  },
});

/** Marks of the register. */
export const markMessages = defineMessages({
  "data-mark-not-a-code": {
    severity: "error",
    home: "cannot-read",
    message: "{text} is not a register code, so this mark was left out.",
    hint: "A code is /, \\, #, a letter, or a letter and a digit. Say what the export means by it in mapping.yaml, under marks: codes.",
  },
  "data-mark-outside-calendar": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{day} lies outside the calendar, which runs from {first} to {last}, so this mark was left out.",
    hint: "Add the school year to calendar.yaml, or check the date.",
  },
  "data-mark-without-session": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The calendar has no session on {day} {half} ({why}), so the mark {code} was left out.",
    hint: "Check the date, and whether calendar.yaml is right about that day.",
  },
  "data-mark-off-roll": {
    severity: "warning",
    home: "does-not-make-sense",
    message: "The pupil {pupil} is not on roll on {day}, so the mark {code} counts for nothing.",
    hint: "Check the pupil's dates on roll.",
  },
  "data-mark-taken-away": {
    severity: "warning",
    home: "does-not-make-sense",
    message: "This row says no mark for {pupil} on {day} {half}, but a mark is never taken away: {code} still stands.",
    hint: "Correct it to the code that is right, with the date on which that became known.",
  },
  "data-mark-twice": {
    severity: "warning",
    home: "does-not-make-sense",
    message: "The pupil {pupil} has this mark on {day} {half} twice; it counts once.",
    hint: "Remove one of the two.",
  },
  "data-mark-contradicts": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The pupil {pupil} has both {code} and {other} on {day} {half}, so neither is used.",
    hint: "If one corrects the other, give the correction its known date.",
  },
  "data-string-two-characters": {
    severity: "error",
    home: "cannot-read",
    message:
      "The string of marks holds {code}, a code of two characters, so nobody can tell whose session the marks after it are, and the row was left out.",
    hint: "Export one row a mark, or say in mapping.yaml, under marks, what separates the marks: mark-separator.",
  },
  "data-string-days-unsaid": {
    severity: "error",
    home: "cannot-read",
    message:
      "{file} holds strings of marks, but nothing says whether they have marks for every day or for school days alone.",
    hint: "Say so in mapping.yaml, under marks: string-days: every-day, or string-days: school-days.",
  },
  "data-session-heading": {
    severity: "error",
    home: "cannot-read",
    message: "The heading {heading} is not a session, so its column was left out.",
    hint: "{why} Write it like 2026-03-02 AM.",
  },
});

/** YAML files: the calendar and the mapping. */
export const sheetMessages = defineMessages({
  "data-yaml-broken": {
    severity: "error",
    home: "cannot-read",
    message: "This is not sound YAML: {problem}.",
    hint: "Look at this line and the one above it.",
  },
  "data-yaml-too-clever": {
    severity: "error",
    home: "cannot-read",
    message: "{what} is not read here.",
    hint: "Write the value out.",
  },
  "data-key-unknown": {
    severity: "error",
    home: "cannot-read",
    message: "{key} is not a word of this file.",
    hint: "{suggestion}",
  },
  "data-key-missing": {
    severity: "error",
    home: "cannot-read",
    message: "{key} is missing here.",
    hint: "Add {key}: and its value.",
  },
  "data-value-wrong": {
    severity: "error",
    home: "cannot-read",
    message: "{key} is not right: {problem}.",
    hint: "{advice}",
  },
});

/** Calendars that can be read but not be. */
export const calendarMessages = defineMessages({
  "calendar-ends-before-it-starts": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{subject} ends before it starts, on {other}.",
    hint: "Both days belong; the last may not come before the first.",
  },
  "calendar-overlaps-the-one-before": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{subject} starts before {other} is over.",
    hint: "List years, terms and half-terms in order, each starting after the last day of the one before.",
  },
  "calendar-outside-what-holds-it": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{subject} reaches outside {other}, to which it belongs.",
    hint: "A half-term lies within its term and a term within its school year.",
  },
  "calendar-year-too-long": {
    severity: "error",
    home: "does-not-make-sense",
    message: "The school year {subject} is longer than a year: it ends on {other}.",
    hint: "A school year usually runs from 1 September to 31 August.",
  },
  "calendar-years-far-apart": {
    severity: "error",
    home: "does-not-make-sense",
    message: "Between {other} and {subject} a whole year seems to be missing.",
    hint: "Add the year between them; nothing can be counted across a gap.",
  },
  "calendar-listed-twice": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{subject} is listed twice.",
    hint: "Remove one of the two.",
  },
  "calendar-never-a-school-day": {
    severity: "error",
    home: "does-not-make-sense",
    message: "{subject} cannot be such a day: the school would not be open then.",
    hint: "INSET days are weekdays of a planned year; one-session days are weekdays of a half-term that are not closed.",
  },
});
