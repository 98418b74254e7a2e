// The YAML form of a policy, as one table: the reader reads by it, and the JSON Schema is made from it.
// Each sort of statement has its keys; a list tells its sorts apart by the keys that only one of them needs.

import { choice, code, date, dateOrMoment, list, many, named, part, phrase, text, yes } from "./shape.ts";
import type { StatementShape } from "./shape.ts";

const name = (says: string) => phrase("name", says);
const names = (says: string) => many(phrase("names", says));
const condition = (says: string) => phrase("condition", says);
const title = text("What it is called in pages and letters");
const sections = { kind: "sections", says: "What is declared under this reading" } as const;

const tail = {
  lock: choice(["fixed", "free", "may only rise", "may only fall"], "What a policy that extends this one may change"),
  clauses: many({ kind: "clause", says: "The clauses it comes from, such as HAL-049" }),
} as const;

const noChoice = { oneOf: [] } as const;

const items = list(
  ["wait", "branch", "repeat", "item-readings", "sentence"],
  "What is to be done, one thing after the other",
);
const times = list(["register-moment", "register-zone", "register-readings"], "The moments of the session");
const codingRows = list(
  ["coding-row", "coding-otherwise", "coding-readings"],
  "The first row that applies gives the code",
);
const course = list(["transition", "step", "procedure-readings"], "What happens, one thing after the other");

const storyLines = ["example-pupil", "example-staff", "example-marks", "example-arrival"] as const;
const storyEnds = ["example-record", "example-expectation", "example-assumption"] as const;
const story = list([...storyLines, ...storyEnds], "What happens, and what must follow");

function header<const Value extends ReturnType<typeof name> | ReturnType<typeof text> | ReturnType<typeof date>>(
  is: Value,
) {
  return {
    where: "A line at the head of a policy",
    keys: { is, ...tail },
    needed: ["is"],
    ...noChoice,
    main: "is",
  } as const;
}

function readings<const Alternative extends string>(alternative: Alternative) {
  return {
    where: "A question of reading",
    keys: {
      question: text("What the text leaves open"),
      alternatives: list([alternative], "The ways to read it, of which one is chosen"),
      ...tail,
    },
    needed: ["question", "alternatives"],
    ...noChoice,
  } as const;
}

const readingHead = {
  chosen: text("The name of the reading that is followed"),
  or: text("The name of another reading, which is kept"),
  because: text("Why"),
} as const;

const reading = { where: "A way to read the text", needed: ["is"], oneOf: [["chosen", "or"]] } as const;

const headers = {
  extends: part("extends", "The policy whose rules also hold"),
  "in-force": part("in-force", "When the policy holds"),
  "review-by": part("review-by", "When it has to be looked at again"),
  "clauses-from": part("clauses-from", "The file of its clauses, such as ./clauses.yaml"),
  "calendar-from": part("calendar-from", "The file of its calendar, such as ./calendar.yaml"),
  "accepted-from": part("accepted-from", "The file of the findings it accepts, such as ./accepted.yaml"),
} as const;

/** The kinds of declaration, as keys of a file or of a section. Their order in the file is their order in the policy. */
const kinds = {
  parameters: named("name", "parameter", "Values with a name"),
  words: named("name", "word", "Roles, flags, reasons, groups, channels and services"),
  codes: named("code", "code", "Codes of the register"),
  registers: named("name", "register", "When the register is taken, and what an arrival becomes"),
  codings: named("name", "coding", "Which code an absence is given"),
  acts: named("name", "act", "What people do and write down"),
  measures: named("name", "measure", "What is counted or calculated"),
  statuses: named("name", "status", "Conditions with a name"),
  bands: named("name", "bands", "Tables over one measure"),
  procedures: named("name", "procedure", "What happens step by step"),
  duties: named("name", "duty", "What the school does again and again"),
  decisions: named("name", "decision", "What only a person can judge"),
  documents: named("name", "document", "Letters, notices and forms"),
  notes: list(["note"], "What the policy says that no rule can carry"),
  readings: list(["declaration-readings"], "Where the text can be read in two ways"),
  examples: named("text", "example", "A pupil, a few marks, and what must follow"),
} as const;

export const shapes = {
  // -------------------------------------------------------------- the policy
  file: {
    where: "A policy",
    keys: {
      "nation-policy": part("policy", "Whose policy it is: the nation's"),
      "authority-policy": part("policy", "Whose policy it is: a local authority's"),
      "trust-policy": part("policy", "Whose policy it is: a trust's"),
      "school-policy": part("policy", "Whose policy it is: a school's"),
      ...kinds,
      sections: { kind: "sections", says: "More declarations, where their order matters more than their kind" },
    },
    needed: [],
    oneOf: [["nation-policy", "authority-policy", "trust-policy", "school-policy"]],
  },
  section: { where: "A section", keys: kinds, needed: [], ...noChoice },
  policy: {
    where: "The head of a policy",
    keys: {
      name: name("The name by which other policies extend it"),
      title: text("What it is called in pages and letters"),
      ...headers,
      ...tail,
      also: list(["more-headers"], "Lines that repeat a key from above"),
    },
    needed: ["name", "title"],
    ...noChoice,
  },
  "more-headers": { where: "The head of a policy", keys: headers, needed: [], ...noChoice },
  extends: header(name("The name of the other policy")),
  "review-by": header(date("A date such as 2027-02-28")),
  "clauses-from": header(text("A file beside this one")),
  "calendar-from": header(text("A file beside this one")),
  "accepted-from": header(text("A file beside this one")),
  "in-force": {
    where: "When a policy is in force",
    keys: { from: date("The first day"), until: date("The last day"), ...tail },
    needed: ["from"],
    ...noChoice,
  },

  // -------------------------------------------------------------- values, words, codes
  parameter: {
    where: "A parameter",
    keys: { is: many(phrase("dated", "The value, such as £60 until 2024-08-18")), ...tail },
    needed: ["is"],
    ...noChoice,
    main: "is",
  },
  word: {
    where: "A word",
    keys: {
      kind: choice(["role", "flag", "reason", "group", "channel", "service"], "What sort of word it is"),
      title,
      "same-as": name("The role whose holder also holds this one"),
      people: { kind: "count", says: "How many people hold the role" },
      needs: names("What has to be known of its holder"),
      means: condition("Who or what belongs"),
      ...tail,
    },
    needed: ["kind"],
    ...noChoice,
    main: "kind",
  },
  code: {
    where: "A code",
    keys: {
      means: text("What the code stands for"),
      category: name("What it counts as, such as unauthorised"),
      "on-site": yes("Whether the pupil is on site"),
      from: date("The first day on which it can be used"),
      until: date("The last day on which it can be used"),
      ...tail,
    },
    needed: ["means", "category"],
    ...noChoice,
  },

  // -------------------------------------------------------------- registers and coding
  register: {
    where: "A register",
    keys: { for: name("The group whose register it is"), times, ...tail },
    needed: ["times"],
    ...noChoice,
    main: "times",
  },
  "register-moment": {
    where: "A moment of a register",
    keys: {
      moment: phrase("words", "Which one, such as opens"),
      is: { kind: "time-or-hole", says: "A time such as 08:55, or unspecified" },
      ...tail,
    },
    needed: ["moment", "is"],
    ...noChoice,
  },
  "register-zone": {
    where: "What an arrival becomes",
    keys: {
      arrival: phrase("zone-edges", "When, such as after 09:00 until 09:10"),
      becomes: { kind: "code-or-name", says: "A code such as L, present, or an act" },
      unless: phrase("guard", "What makes an exception", "unless "),
      ...tail,
    },
    needed: ["arrival", "becomes"],
    ...noChoice,
  },
  "register-readings": readings("register-reading"),
  "register-reading": { ...reading, keys: { ...readingHead, is: times, ...tail } },
  coding: { where: "A coding", keys: { rows: codingRows, ...tail }, needed: ["rows"], ...noChoice, main: "rows" },
  "coding-row": {
    where: "A row of a coding",
    keys: { code: code("The code that is given"), when: condition("When it is given"), ...tail },
    needed: ["code", "when"],
    ...noChoice,
  },
  "coding-otherwise": {
    where: "A row of a coding",
    keys: { otherwise: code("The code when no other row applies"), ...tail },
    needed: ["otherwise"],
    ...noChoice,
  },
  "coding-readings": readings("coding-reading"),
  "coding-reading": { ...reading, keys: { ...readingHead, is: codingRows, ...tail } },

  // -------------------------------------------------------------- acts, measures, statuses, bands
  act: {
    where: "An act",
    keys: {
      says: text("How the text speaks of it once done, such as contact made"),
      recording: many(phrase("fields", "What is written down, such as last-day as date")),
      by: names("Who may do it"),
      "allowed-only-when": list(["allowed"], "What has to hold before it may be done"),
      ...tail,
    },
    needed: [],
    ...noChoice,
    main: "says",
  },
  allowed: {
    where: "When an act is allowed",
    keys: { when: condition("What has to hold"), ...tail },
    needed: ["when"],
    ...noChoice,
    main: "when",
  },
  measure: {
    where: "A measure",
    keys: {
      "for-each": phrase("anchor", "What it is measured for, such as absence"),
      is: phrase("operand", "What is measured"),
      rows: list(["measure-row", "measure-otherwise"], "The first row that applies gives the value"),
      ...tail,
    },
    needed: [],
    oneOf: [["is", "rows"]],
    main: "is",
  },
  "measure-row": {
    where: "A row of a measure",
    keys: { is: phrase("operand", "The value"), when: condition("When it is that"), ...tail },
    needed: ["is", "when"],
    ...noChoice,
  },
  "measure-otherwise": {
    where: "A row of a measure",
    keys: { otherwise: phrase("operand", "The value when no other row applies"), ...tail },
    needed: ["otherwise"],
    ...noChoice,
  },
  status: {
    where: "A status",
    keys: {
      title,
      when: condition("When it holds"),
      from: phrase("words", "What switches it on, such as letter-3 sent"),
      until: { kind: "words-or-hole", says: "What switches it off, or unspecified" },
      ...tail,
    },
    needed: [],
    oneOf: [["when", "from"]],
    together: ["from", "until"],
    main: "when",
  },
  bands: {
    where: "A table of bands",
    keys: { of: phrase("operand", "The measure"), rows: list(["band"], "The bands"), ...tail },
    needed: ["of", "rows"],
    ...noChoice,
  },
  band: {
    where: "A band",
    keys: {
      name: text("What it is called"),
      where: phrase("band-edges", "Its edges, such as at least 96% below 99%"),
      worth: phrase("literal", "What it earns, such as 6 points"),
      ...tail,
    },
    needed: ["name", "where"],
    ...noChoice,
  },

  // -------------------------------------------------------------- procedures and duties
  procedure: {
    where: "A procedure",
    keys: {
      title,
      "for-each": phrase("anchor", "What it lives on, such as absence, year, parent and pupil"),
      options: many(choice(["may start again", "in any order", "changes apply at once"], "How it may run")),
      course,
      ...tail,
    },
    needed: ["for-each", "course"],
    ...noChoice,
  },
  transition: {
    where: "A turn of a procedure",
    keys: {
      starts: condition("It starts when this becomes true"),
      ends: condition("It ends when this becomes true"),
      pauses: condition("It pauses while this holds"),
      as: name("What the outcome is called"),
      ...tail,
    },
    needed: [],
    oneOf: [["starts", "ends", "pauses"]],
  },
  step: {
    where: "A step",
    keys: {
      step: name("The name of the step"),
      title,
      at: phrase("trigger", "It opens at this moment, such as start or next school morning", "on "),
      after: phrase("trigger", "It opens once this step is done", "after "),
      when: phrase("trigger", "It opens when this holds", "when "),
      if: phrase("guard", "Only if this holds", "if "),
      unless: phrase("guard", "Only if this does not hold", "unless "),
      do: items,
      ...tail,
    },
    needed: ["step", "do"],
    oneOf: [["at", "after", "when"]],
  },
  "procedure-readings": readings("procedure-reading"),
  "procedure-reading": { ...reading, keys: { ...readingHead, is: course, ...tail } },
  sentence: {
    where: "A sentence",
    keys: { sentence: phrase("sentence", "Who must or may, do what, to whom, how, by when"), ...tail },
    needed: ["sentence"],
    ...noChoice,
    main: "sentence",
  },
  wait: {
    where: "A wait",
    keys: { wait: phrase("length", "How long, such as 3 school weeks, or unspecified"), ...tail },
    needed: ["wait"],
    ...noChoice,
  },
  branch: {
    where: "A branch",
    keys: { if: condition("What decides"), then: items, otherwise: items, ...tail },
    needed: ["if", "then"],
    ...noChoice,
  },
  repeat: {
    where: "What is repeated",
    keys: { repeat: phrase("cadence", "How often, such as each time letter-1 sent"), do: items, ...tail },
    needed: ["repeat", "do"],
    ...noChoice,
  },
  "item-readings": readings("item-reading"),
  "item-reading": { ...reading, keys: { ...readingHead, is: items, ...tail } },
  duty: {
    where: "A duty",
    keys: {
      title,
      every: { kind: "rhythm", says: "How often, such as school day, 2 school weeks or unspecified" },
      "for-each": phrase("anchor", "For each of what"),
      do: list(["sentence"], "What is to be done"),
      ...tail,
    },
    needed: ["every", "do"],
    ...noChoice,
  },

  // -------------------------------------------------------------- decisions, documents, notes
  decision: {
    where: "A decision",
    keys: {
      asks: text("The question"),
      by: names("Who decides"),
      within: phrase("extent", "In what time, such as 5 school days"),
      answers: names("What may be answered"),
      tests: list(["decision-test"], "What has to be considered"),
      ...tail,
    },
    needed: ["asks"],
    ...noChoice,
    main: "asks",
  },
  "decision-test": {
    where: "A test of a decision",
    keys: { test: text("What to consider"), ...tail },
    needed: ["test"],
    ...noChoice,
    main: "test",
  },
  document: {
    where: "A document",
    keys: {
      title: text("What it is called"),
      fields: list(["document-field", "document-text"], "What it holds and says, in order"),
      ...tail,
    },
    needed: ["title", "fields"],
    ...noChoice,
  },
  "document-field": {
    where: "A field of a document",
    keys: {
      needs: name("What it has to hold"),
      "may-have": name("What it can hold"),
      as: name("What kind of thing that is: text, date, time, number, money, percent or signature"),
      is: phrase("operand", "What the decision itself fills it with, such as attendance this year"),
      when: condition("Only then"),
      ...tail,
    },
    needed: [],
    oneOf: [["needs", "may-have"]],
    main: "needs",
  },
  "document-text": {
    where: "A paragraph of a document",
    keys: {
      says: text("A paragraph, with fields in braces: Attendance is {attendance-figure}."),
      part: name("What the document has to hold and this paragraph is"),
      when: condition("Only then"),
      ...tail,
    },
    needed: ["says"],
    ...noChoice,
  },
  note: {
    where: "A note",
    keys: { says: text("What the policy says"), because: text("Why no rule carries it"), ...tail },
    needed: ["says"],
    ...noChoice,
    main: "says",
  },
  "declaration-readings": readings("declaration-reading"),
  "declaration-reading": { ...reading, keys: { ...readingHead, is: sections, ...tail } },

  // -------------------------------------------------------------- examples
  example: { where: "An example", keys: { story, ...tail }, needed: ["story"], ...noChoice, main: "story" },
  "example-pupil": {
    where: "The pupil of an example",
    keys: {
      pupil: { kind: "facts", says: "Facts such as year 4, group nursery" },
      flagged: names("The pupil's flags"),
      parents: names("The pupil's parents"),
      ...tail,
    },
    needed: ["pupil"],
    ...noChoice,
  },
  "example-staff": {
    where: "A member of staff in an example",
    keys: { staff: name("The role"), with: { kind: "facts", says: "What is known of its holder" }, ...tail },
    needed: ["staff"],
    ...noChoice,
  },
  "example-marks": {
    where: "The marks of an example",
    keys: {
      "week-of": date("The Monday of a whole week"),
      at: date("One day"),
      marks: text("The marks, such as GG GG GG GG GG"),
      known: dateOrMoment("When they became known"),
      ...tail,
    },
    needed: ["marks"],
    oneOf: [["week-of", "at"]],
  },
  "example-arrival": {
    where: "An arrival in an example",
    keys: {
      arrives: { kind: "date-time", says: "When the pupil comes through the door" },
      with: { kind: "facts", says: "What is written down, such as reason illness" },
      ...tail,
    },
    needed: ["arrives"],
    ...noChoice,
  },
  "example-record": {
    where: "An entry of the log",
    keys: {
      at: dateOrMoment("When it happened"),
      log: phrase("record", "What was done, such as send letter-1 to parents", "log "),
      ...tail,
    },
    needed: ["at", "log"],
    ...noChoice,
  },
  "example-expectation": {
    where: "An expectation",
    keys: {
      at: dateOrMoment("As of when"),
      expect: phrase("expected", "What must follow; no before it says what must not"),
      ...tail,
    },
    needed: ["at", "expect"],
    ...noChoice,
  },
  "example-assumption": {
    where: "An assumption",
    keys: { assuming: choice(["acts done on time"], "What goes without saying"), ...tail },
    needed: ["assuming"],
    ...noChoice,
  },
} as const satisfies Readonly<Record<string, StatementShape>>;

export type Sort = keyof typeof shapes;
