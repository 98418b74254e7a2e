// Everything the checker may say to an author, one plain sentence each with what to do next.
// It holds the words alone; what is wrong, and where, is found out by the files beside it.

import { defineMessages } from "../diagnostics/template.ts";

const error = { severity: "error", home: "does-not-make-sense" } as const;

/** Names that nothing bears, that two things bear, or that stand where another kind of thing belongs. */
export const nameMessages = defineMessages({
  "unknown-name": { ...error, message: "No {what} is called `{name}`.", hint: "{suggestion}" },
  "unknown-words": { ...error, message: "Nothing in this policy is called `{words}`, so {use}.", hint: "{suggestion}" },
  "unknown-event": {
    ...error,
    message: "`{words}` is nothing that happens at a moment.",
    hint: "{suggestion} A moment can be an act that was done (`letter sent`), a step, a date, or a field that holds a date.",
  },
  "unknown-object": {
    ...error,
    message: "No rule and no document here speaks of `{object}`, so `{words}` can never come true.",
    hint: "{suggestion} Declare it with `document`, or let a sentence speak of it.",
  },
  "name-declared-twice": {
    ...error,
    message: "The {what} `{name}` is declared twice in this policy.",
    hint: "Give one of them another name, or take one away. If the text itself says two things, write both inside `readings`.",
  },
  "name-has-a-meaning": {
    ...error,
    message: "`{name}` cannot name a {what}, because the word already means {meaning}.",
    hint: "Choose another name, such as `our-{name}`.",
  },
  "step-has-a-rival": {
    ...error,
    message: "A step cannot be called `{name}`: {what}, and a rule that says `{name}` could mean either.",
    hint: "Give the step another name, such as `{name}-step`, here and wherever it is spoken of.",
  },
  "name-means-two-things": {
    ...error,
    message: "`{name}` could mean the {first} or the {second} of that name.",
    hint: "Rename one of them, so that a reader cannot take one for the other.",
  },
  "saying-is-taken": {
    ...error,
    message: 'The acts `{first}` and `{second}` are both spoken of as "{saying}".',
    hint: "Give one of them other words, so that a rule can say which it means.",
  },
  "step-name-is-shared": {
    ...error,
    message: "Several procedures have a step called `{step}`: {procedures}.",
    hint: "Put the name of the procedure before the step, as in `{example}`.",
  },
  "wrong-kind-of-name": { ...error, message: "`{name}` is a {actual}, but {use}.", hint: "{hint}" },
  "same-as-goes-round": {
    ...error,
    message: "`{name}` is said to be the same as itself{path}.",
    hint: "Let one of these names stand on its own, without `same as`.",
  },
  "depends-on-itself": {
    ...error,
    message: "The {what} `{name}` depends on itself: {path}.",
    hint: "On one and the same day neither could be decided first. Break the circle at one of these places.",
  },
  "rests-on-too-much": {
    ...error,
    message:
      "Working out the {what} `{name}` needs more than {most} other figures and states: what it rests on names others again and again.",
    hint: "Let it rest on fewer of them, or name each only once.",
  },
  "field-type-differs": {
    ...error,
    message: "The field `{field}` holds a {type} here, but a {other} in the act `{act}`.",
    hint: "A rule that reads `{field}` could not tell which is meant. Use one type, or two names.",
  },
});

/** Letters and forms: what stands in braces, and what fills it. */
export const letterMessages = defineMessages({
  "merge-name-unknown": {
    ...error,
    message: "Nothing that this letter could print is called `{name}`.",
    hint: "{suggestion}",
  },
  "merge-not-printed": {
    ...error,
    message: "`{name}` is {what}, and that cannot be printed in a letter.",
    hint: "{hint}",
  },
  "merge-brace-broken": {
    ...error,
    message: "{what}",
    hint: "A brace stands around the name of what is to be printed, as in `{example}`, and has no other use.",
  },
  "merge-is-a-paragraph": {
    ...error,
    message: "`{name}` is a paragraph of this document, so it cannot stand within another one.",
    hint: "Say the words here, or let the paragraph stand for itself.",
  },
  "field-kind-said-twice": {
    ...error,
    message: "The decision fills `{field}`, which is {actual}, so it cannot be said to be {said} as well.",
    hint: "Take `as {said}` away.",
  },
});

/** Numbers and units that do not fit each other (S2, S3, S14). */
export const unitMessages = defineMessages({
  "bare-day": {
    ...error,
    message: "`{words}` does not say which days: school days, working days or calendar days.",
    hint: "Say which days are counted. Where the policy's own text does not, write both with `readings`.",
  },
  "unknown-unit": { ...error, message: "`{words}` is no unit of measure.", hint: "{suggestion}" },
  "unit-does-not-fit": { ...error, message: "{unit} cannot stand here: {use}.", hint: "{hint}" },
  "units-differ": {
    ...error,
    message: "`{left}` is {leftType}, so it cannot be set against `{right}`, which is {rightType}.",
    hint: "{hint}",
  },
  "rows-differ": {
    ...error,
    message: "`{value}` is {type}, but {what} is {expected} so far.",
    hint: "Every row has to be of one unit, or nothing could be compared with it.",
  },
  "number-without-unit": {
    ...error,
    message: "`{digits}` has no unit, but `{left}` is {leftType}.",
    hint: "Write the unit after the number, as in `{example}`.",
  },
  "edge-does-not-fit": {
    ...error,
    message: "`{edge}` goes with {edgeFor}, but `{left}` is {leftType}.",
    hint: "Write `{better}` instead.",
  },
  "window-missing": {
    ...error,
    message: "`{words}` does not say over which stretch of time.",
    hint: "Add a window such as `this year`, `this half-term` or `in 10 school weeks`; each gives another answer.",
  },
  "window-does-not-fit": { ...error, message: "`{window}` cannot be said of `{words}`: {why}.", hint: "{hint}" },
  "number-not-whole": {
    ...error,
    message: "`{digits}` is not a whole number, but {what} come only in whole numbers.",
    hint: "Write a whole number.{meant}",
  },
  "number-too-large": {
    ...error,
    message: "`{digits}` is too large a number to reckon with exactly.",
    hint: "Write a number of at most twelve digits.",
  },
  "percent-over-100": {
    ...error,
    message: "`{digits}%` is more than the whole.",
    hint: "Shares of attendance and absence lie between 0% and 100%.",
  },
  "percent-not-exact": {
    ...error,
    message: "`{digits}%` has more decimal places than can be reckoned with exactly.",
    hint: "Write at most six decimal places.",
  },
  "no-such-date": {
    ...error,
    message: "There is no date {text}: {why}.",
    hint: "Write a date that exists as year-month-day, such as 2026-03-02.",
  },
  "no-such-time": {
    ...error,
    message: "There is no time {text}.",
    hint: "Write a time between 00:00 and 23:59, such as 08:55.",
  },
  "not-an-amount": {
    ...error,
    message: "`£{digits}` is not an amount of money.",
    hint: "Write pounds, or pounds and two figures of pence, such as £60 or £62.50.",
  },
});

/** Conditions, values and moments that say nothing which could be decided. */
export const ruleMessages = defineMessages({
  "neither-holds-nor-fails": {
    ...error,
    message: "`{words}` is {what}, which does not by itself hold or fail.",
    hint: "{hint}",
  },
  "not-a-value": { ...error, message: "`{words}` is {what}, not something that can be measured.", hint: "{hint}" },
  "not-a-moment": { ...error, message: "`{words}` is {what}, not a moment.", hint: "{hint}" },
  "cannot-be-counted": {
    ...error,
    message: "`{how} of {words}` asks for something that is not kept in numbers.",
    hint: "{hint}",
  },
  "cannot-be-said-of": { ...error, message: "`{words}` cannot be asked of `{of}`.", hint: "{hint}" },
  "is-does-not-fit": {
    ...error,
    message: "`{subject}` is {what}, so `is {value}` cannot be asked of it.",
    hint: "{hint}",
  },
  "not-an-answer": {
    ...error,
    message: "`{answer}` is no answer to the decision `{decision}`.",
    hint: "{suggestion}",
  },
  "answer-not-said": {
    ...error,
    message: "The decision `{decision}` has more answers than yes and no, so it has to be said which is meant.",
    hint: "Write `{decision} is {answer}`. Its answers are: {answers}.",
  },
  "may-not-decide": {
    ...error,
    message: "`{role}` may not decide `{decision}`.",
    hint: "It is decided by {by}. Name one of them here, or add `{role}` to the decision.",
  },
  "some-of-too-many": {
    ...error,
    message: "{n} of {count} conditions can never hold together, or need no condition at all.",
    hint: "Ask for at least 1 and at most {count}.",
  },
  "otherwise-not-last": {
    ...error,
    message: "Nothing after the `otherwise` row is ever reached.",
    hint: "Put `otherwise` last: the first row that applies counts.",
  },
  "unknown-anchor": {
    ...error,
    message: "A procedure cannot live on `{words}`.",
    hint: "{suggestion} It can live on each pupil, absence, session, parent and pupil, class, school, week, half-term, term, year, or on an act.",
  },
  "started-twice": {
    ...error,
    message: "The procedure `{name}` already says when it starts.",
    hint: "Join the two with `or` in one `starts when`.",
  },
  "several-objects": {
    ...error,
    message: "A sentence can speak of one thing only when it also says to whom.",
    hint: "Write one sentence for each thing, so that each can be done and ticked off.",
  },
  "step-after-itself": {
    ...error,
    message: "The step `{name}` waits for itself.",
    hint: "Name the step that comes before it.",
  },
  "spans-no-days": {
    ...error,
    message: "`{words}` has no first and last day on record, so no day can lie during it.",
    hint: 'Name an act that records dates, such as `act agree-leave "leave agreed" recording first-day as date, last-day as date`.',
  },
  "codes-do-not-fit": {
    ...error,
    message: "`coded {codes}` can be said only of sessions, days and absences, not of {what}.",
    hint: "Take the codes away, or count sessions.",
  },
  "register-not-known": {
    ...error,
    message: "There is no register called `{name}`.",
    hint: "The law knows two sessions a day: call the register `morning` or `afternoon`.",
  },
  "register-moment-twice": {
    ...error,
    message: "The {register} register says twice when it {moment}.",
    hint: "Keep one. If the text itself gives two times, write both inside `readings`.",
  },
  "register-moment-not-known": {
    ...error,
    message: "A register has no moment called `{moment}`.",
    hint: "It can say when `gates open`, `day starts`, it `opens`, it `closes`, and `day ends`.",
  },
  "repeat-not-school-day": {
    ...error,
    message: "`each {unit}` cannot be counted off here.",
    hint: "Write `each school day of {anchor}`: school rules run on the days the school is open.",
  },
  "nothing-to-be-worth": {
    ...error,
    message: "The bands `{name}` are not worth anything, so they cannot be used as a number.",
    hint: 'Give each row its worth, as in `"Good" from 96% worth 4 points`, or write `{name} is good`.',
  },
});

/** Layers, clauses, readings and dates: what makes a policy hang together. */
export const layerMessages = defineMessages({
  "layer-not-given": {
    ...error,
    message: "This policy extends `{name}`, but no such policy was found.",
    hint: "Put the file of `{name}` beside this one, or correct the name.",
  },
  "layer-goes-round": {
    ...error,
    message: "This policy extends `{name}`, which is this policy itself or extends it in turn.",
    hint: "A layer stands above those that extend it: nation, authority, trust, school. Extend one that is above.",
  },
  "file-not-found": {
    ...error,
    message: "There is no file `{file}` beside this policy.",
    hint: "Put the file there, or correct its name.",
  },
  "layer-not-the-one": {
    ...error,
    message: "This policy extends `{name}`, but the policy it was given is called `{given}`.",
    hint: "Write `extends {given}`.",
  },
  "layer-not-extended": {
    ...error,
    message: "This policy uses words of `{given}`, but does not extend it.",
    hint: "Write `extends {given}` under the title.",
  },
  "layer-not-above": {
    ...error,
    message: "A {level} policy cannot extend a {parentLevel} policy.",
    hint: "The order is: nation, authority, trust, school.",
  },
  "header-twice": {
    ...error,
    message: "This policy says twice {what}.",
    hint: "Keep one of the two lines.",
  },
  "dates-run-backwards": {
    ...error,
    message: "This begins on {from} and ends before it begins, on {until}.",
    hint: "Put the earlier date first.",
  },
  "dates-overlap": {
    ...error,
    message: "Two {what} hold for {name} on {day}.",
    hint: "Let the first end on the day before the second begins.",
  },
  "codes-too-many": {
    ...error,
    message: "A register can hold {most} codes, and here are {count} with their versions.",
    hint: "Take away those that no session is marked with.",
  },
  "locked-value-changed": {
    ...error,
    message: "`{name}` is fixed by {layer} at {parentValue}, so it cannot be {value} here.{pupil}",
    hint: "Take this line away: the value from {layer} then applies.",
  },
  "locked-value-loosened": {
    ...error,
    message: "`{name}` {lock} from the {parentValue} that {layer} sets, but here it is {value}{when}.{pupil}",
    hint: "Write {parentValue} or {stricter}.",
  },
  "locked-value-unsaid": {
    ...error,
    message: "`{name}` {lock} in {layer}, so it cannot be left unspecified here.",
    hint: "Say the value, or take this line away: the value from {layer} then applies.",
  },
  "lock-loosened": {
    ...error,
    message: "{layer} says that `{name}` {parentLock}; this policy cannot say that it {lock}.",
    hint: "Write the same lock, or `fixed`.",
  },
  "locked-declaration-changed": {
    ...error,
    message: "The {what} `{name}` is fixed by {layer}, so it cannot be said anew here.",
    hint: "Take this away: the one from {layer} applies. For a rule of your own, choose another name.",
  },
  "lock-needs-order": {
    ...error,
    message: "`{lock}` can be said only of a number: {what} has no more and no less.",
    hint: "Write `fixed`, or leave the lock away.",
  },
  "lock-holds-nothing": {
    ...error,
    message: "A lock stands on a whole declaration or on a step; here it would hold nothing.",
    hint: "Lock what this belongs to, or leave the lock away.",
  },
  "changed-type": {
    ...error,
    message: "`{name}` is {parentType} in {layer}, so it cannot become {type} here.",
    hint: "Rules of {layer} rest on it. Keep the unit, or choose another name.",
  },
  "layer-still-needs": {
    ...error,
    message: "{layer} still relies on {thing} of the {what} `{name}`, which is gone here.",
    hint: "Keep {thing}, or say anew the rule in {layer} that uses it.",
  },
  "unknown-clause": {
    ...error,
    message: "The clause file has no clause {clause}.",
    hint: "{suggestion}",
  },
  "reading-not-chosen": {
    ...error,
    message: 'The text can be read in several ways ("{question}"), and none is chosen.',
    hint: "Put `chosen` before one of them and say `because` why; the others are kept and can be compared.",
  },
  "reading-without-reason": {
    ...error,
    message: 'The reading "{label}" is chosen, but nothing says why.',
    hint: "Add `because` and the reason, for whoever asks later.",
  },
  "reading-chosen-twice": {
    ...error,
    message: 'Two readings of "{question}" are chosen.',
    hint: "Exactly one can apply. Take `chosen` away from the other.",
  },
  "reading-label-twice": {
    ...error,
    message: 'Two readings of "{question}" are both called "{label}".',
    hint: "Give each its own words, so that one can be picked by name.",
  },
  "reading-stands-alone": {
    ...error,
    message: '"{question}" has one reading only.',
    hint: "Add the other reading, or take `readings` away and keep the rule.",
  },
  "readings-disagree": {
    ...error,
    message: '"{question}" is asked in two places, but not with the same readings and the same choice.',
    hint: "Use the same labels and choose the same one in both, or ask a different question.",
  },
});

/** Examples whose facts cannot be true. */
export const exampleMessages = defineMessages({
  "marks-not-five-days": {
    ...error,
    message: "A week has five groups of marks, Monday to Friday; here there are {count}.",
    hint: "Write a group of two for each day; `..` stands for a day attended as usual.",
  },
  "marks-not-one-day": {
    ...error,
    message: "A day has one group of two marks; here there are {count} groups.",
    hint: 'Write the morning and the afternoon together, such as "NN".',
  },
  "marks-not-two": {
    ...error,
    message: "`{group}` is not two marks, one for the morning and one for the afternoon.",
    hint: "A dot stands for a session attended as usual, a hyphen for a mark that is missing.",
  },
  "mark-not-known": {
    ...error,
    message: "`{text}` begins with no register code that was in force on {day}.",
    hint: "{suggestion}",
  },
  "week-not-from-monday": {
    ...error,
    message: "{date} is a {weekday}; a week of marks begins on a Monday.",
    hint: "Write {monday}, the Monday of that week.",
  },
  "pupil-year-not-known": {
    ...error,
    message: "`{text}` is no year group.",
    hint: "Write a number from 1 to 14, `reception` or `nursery`.",
  },
  "pupil-date-not-known": { ...error, message: "`{text}` is no date.", hint: "Write a date such as 2015-03-01." },
  "left-without-joining": {
    ...error,
    message: "The example says when the pupil left, but not when they joined.",
    hint: "Add `on-roll` and the date from which the pupil is on roll.",
  },
  "field-twice": { ...error, message: "The field `{field}` is given twice.", hint: "Keep one of the two." },
  "field-holds-other": {
    ...error,
    message: "The field `{field}` holds a {type}, and this is not one.",
    hint: "Write a {type}, or change what the act records.",
  },
  "question-not-asked": {
    ...error,
    message: 'No rule asks "{question}".',
    hint: "{suggestion}",
  },
  "pupil-twice": {
    ...error,
    message: "This example describes its pupil twice.",
    hint: "An example is about one pupil. Join the two lines, or write a second example.",
  },
  "pupil-missing": {
    ...error,
    message: 'The example "{title}" does not say who the pupil is.',
    hint: "Begin with a line such as `pupil year 4`.",
  },
  "nothing-expected": {
    ...error,
    message: 'The example "{title}" expects nothing, so it can never fail.',
    hint: "Add a line such as `on 2026-03-13 expect …`.",
  },
});
