// The words and marks of the language, once: the lexer, parser, printer, highlighting and reference pages are made from this table.
// It knows what a word looks like and what it is for, not where it may stand.

import { allUnits, unitWords } from "../units/unit.ts";

/** What a token is for, as highlighting and the reference see it. */
export type TokenRole =
  | "keyword"
  | "connective"
  | "modal"
  | "edge"
  | "name"
  | "code"
  | "clause"
  | "value"
  | "unit"
  | "punctuation"
  | "comment";

/** Groups of words that may stand in one another's place. `AnyName` holds whatever an author may use as a name. */
export type TokenGroup =
  | "AnyName"
  | "Level"
  | "WordSort"
  | "Modal"
  | "Edge"
  | "Lock"
  | "CountWord"
  | "ClosedDay"
  | "ObligationState"
  | "FindingWord";

export interface TokenEntry {
  /** Unique, in PascalCase: `MustNot`. */
  readonly name: string;
  /** The words themselves, or a pattern. */
  readonly pattern: string | RegExp;
  readonly role: TokenRole;
  /** A reserved word can never be a name. */
  readonly reserved: boolean;
  readonly groups: readonly TokenGroup[];
  /** How a message speaks of it: "a date such as 2026-09-01". */
  readonly says: string;
}

// ---------------------------------------------------------------- words

/** Words that hold sentences together. They are reserved, or a phrase would not know where to stop. */
const connectives = {
  conditions: ["and", "or", "not", "is", "when", "if", "unless", "while", "otherwise", "judged", "during", "coded"],
  complements: ["to", "with", "through", "using", "recording", "about", "within", "because", "known"],
  windows: ["in", "since", "last", "this", "previous", "next", "between", "ever", "today"],
  others: ["of", "as", "at", "on", "for", "every", "each", "either", "worth", "unspecified"],
} as const;

const modals = ["must not", "must", "should", "may"] as const;

const momentEdges = ["before", "after", "by", "from", "until"] as const;

const quantityEdges = ["at least", "at most", "more than", "fewer than", "below", "above", "exactly"] as const;

const locks = ["may only rise", "may only fall", "fixed", "free"] as const;

const levels = ["nation", "authority", "trust", "school"] as const;

export const wordSorts = ["role", "flag", "reason", "group", "channel", "service"] as const;

const countWords = ["count", "sum", "ordinal", "share"] as const;

/** Read as such only before a brace: `all of { … }`. */
const quantifiers = ["all of", "any of"] as const;

const closedDays = ["or next school day", "or last school day before"] as const;

const states = ["open", "done-late", "done", "overdue", "not-needed", "upcoming"] as const;

const findings = ["asked", "refused", "missing", "unfilled", "unscheduled", "proposed", "overturned"] as const;

/**
 * Several words that are read as one, so that none of them has to be reserved alone. None may be something that an
 * author can say of their own names: `review by` is not here, since a sentence may say `hold review by end of term`.
 */
const phrases = {
  declarations: ["for each", "in any order", "changes apply at once", "allowed only when", "acts done on time"],
  values: ["longest run of", "current run of", "over unspecified"],
  moments: ["the earlier of", "the later of", "beginning with"],
} as const;

/** The words that begin a declaration, besides the sorts of word. */
export const declaringWords = [
  "parameter",
  "code",
  "register",
  "coding",
  "act",
  "measure",
  "status",
  "bands",
  "procedure",
  "duty",
  "decision",
  "document",
  "note",
  "example",
] as const;

/** Words with a meaning in their place; anywhere else they are names like any other. */
const keywords = {
  policies: ["policy", "extends", "force", "review", "clauses", "calendar", "accepted", "readings", "chosen"],
  values: ["means", "people", "needs", "have", "says", "same", "site", "start", "end", "day", "time"],
  procedures: ["starts", "ends", "pauses", "again", "step", "wait", "per", "test", "answers"],
  examples: ["pupil", "flagged", "parents", "staff", "week", "marks", "arrives", "log", "assuming"],
  expectations: ["expect", "no"],
} as const;

type Listed<Lists extends Readonly<Record<string, readonly string[]>>> = Lists[keyof Lists][number];

export type FixedWords =
  | Listed<typeof connectives>
  | (typeof modals)[number]
  | (typeof momentEdges)[number]
  | (typeof quantityEdges)[number]
  | (typeof locks)[number]
  | (typeof levels)[number]
  | (typeof declaringWords)[number]
  | (typeof wordSorts)[number]
  | (typeof countWords)[number]
  | (typeof quantifiers)[number]
  | (typeof closedDays)[number]
  | (typeof states)[number]
  | (typeof findings)[number]
  | Listed<typeof phrases>
  | Listed<typeof keywords>;

function words(
  list: readonly FixedWords[],
  role: TokenRole,
  reserved: boolean,
  groups: readonly TokenGroup[] = [],
): readonly TokenEntry[] {
  return list.map((pattern) => ({ name: tokenName(pattern), pattern, role, reserved, groups, says: `\`${pattern}\`` }));
}

/** `must not` → `MustNot`, `done-late` → `DoneLate`. */
export function tokenName(fixed: string): string {
  return fixed.replaceAll(/(?:^|[ -])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const fixedEntries: readonly TokenEntry[] = [
  ...words(Object.values(connectives).flat(), "connective", true),
  ...words(modals, "modal", true, ["Modal"]),
  ...words(momentEdges, "edge", true, ["Edge"]),
  ...words(quantityEdges, "edge", true, ["Edge"]),
  ...words(locks, "keyword", true, ["Lock"]),
  ...words(closedDays, "connective", true, ["ClosedDay"]),
  ...words(Object.values(phrases).flat(), "keyword", true),
  ...words(quantifiers, "keyword", true),
  ...words(levels, "keyword", false, ["AnyName", "Level"]),
  ...words(wordSorts, "keyword", false, ["AnyName", "WordSort"]),
  ...words(
    declaringWords.filter((declaring) => declaring !== "code"),
    "keyword",
    false,
    ["AnyName"],
  ),
  // It begins a declaration, and in an example it asks whether there is such a code on that day.
  ...words(["code"], "keyword", false, ["AnyName", "FindingWord"]),
  ...words(countWords, "keyword", false, ["AnyName", "CountWord"]),
  ...words(states, "keyword", false, ["AnyName", "ObligationState"]),
  ...words(findings, "keyword", false, ["AnyName", "FindingWord"]),
  ...words(Object.values(keywords).flat(), "keyword", false, ["AnyName"]),
];

// ---------------------------------------------------------------- patterns

const blank = "[ \\t\\u00A0]";
const wordEnd = "(?![A-Za-z0-9_]|-[A-Za-z0-9_])";

/** The units that take several words: `school days`, `working morning`. The others are ordinary names. */
export const unitPhrases: readonly string[] = [
  ...new Set(allUnits.flatMap((unit) => [unitWords(unit, 2), unitWords(unit, 1)])),
]
  .filter((phrase) => phrase.includes(" ") && !phrase.includes(" of "))
  .concat("school mornings", "school morning", "working mornings", "working morning");

function anyOf(choices: readonly string[], end = wordEnd): RegExp {
  const spaced = choices.map((choice) => choice.replaceAll(" ", `${blank}+`));
  return new RegExp(`(?:${spaced.join("|")})${end}`);
}

function value(name: string, pattern: RegExp, says: string): TokenEntry {
  return { name, pattern, role: "value", reserved: true, groups: [], says };
}

const unitEntry: TokenEntry = {
  name: "Unit",
  pattern: anyOf(unitPhrases),
  role: "unit",
  reserved: true,
  groups: [],
  says: "a unit such as `school days`",
};

const codeEntry: TokenEntry = {
  name: "RegisterCode",
  pattern: /[A-Z][0-9]?(?![A-Za-z0-9_-])|[/\\#]/,
  role: "code",
  reserved: true,
  groups: [],
  says: "a register code such as `G` or `C1`",
};

const clauseEntry: TokenEntry = {
  name: "ClauseId",
  pattern: /[A-Z][A-Z0-9]*(?:-[A-Za-z0-9.()]+)+/,
  role: "clause",
  reserved: true,
  groups: [],
  says: "a clause number such as `HIL-021`",
};

const valueEntries: readonly TokenEntry[] = [
  value(
    "DateTime",
    /\d{4}-\d{2}-\d{2}(?:[ \t]+|T)\d{2}:\d{2}(?::\d{2})?(?![\w:])/,
    "a moment such as 2026-09-01 09:30",
  ),
  value("CalendarDate", /\d{4}-\d{2}-\d{2}(?![\w-])/, "a date such as 2026-09-01"),
  value("ClockTime", /\d{2}:\d{2}(?::\d{2})?(?![\w:])/, "a time such as 09:30"),
  value("Percent", /\d+(?:\.\d+)?%/, "a percentage such as 95%"),
  value("Money", /£(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2})?(?![\w.])/, "an amount such as £80"),
  value("Number", /\d+(?:\.\d+)?(?![\w:/.-])/, "a number"),
  value("Text", /"(?:[^"\r\n]|"")*"/, "words in quotation marks"),
];

const nameEntry: TokenEntry = {
  name: "Name",
  pattern: /[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![A-Za-z0-9_]|-[A-Za-z0-9_])/,
  role: "name",
  reserved: false,
  groups: ["AnyName"],
  says: "a name",
};

function mark(name: string, pattern: string): TokenEntry {
  return { name, pattern, role: "punctuation", reserved: true, groups: [], says: `\`${pattern}\`` };
}

const punctuationEntries: readonly TokenEntry[] = [
  mark("OpenBlock", "{"),
  mark("CloseBlock", "}"),
  mark("OpenClauses", "["),
  mark("CloseClauses", "]"),
  mark("OpenGroup", "("),
  mark("CloseGroup", ")"),
  mark("Comma", ","),
];

const commentEntry: TokenEntry = {
  name: "Comment",
  pattern: /--[^\r\n]*/,
  role: "comment",
  reserved: true,
  groups: [],
  says: "a comment",
};

/** Everything an author can write, in the order in which it is tried: what is longer before what begins it. */
export const tokenTable: readonly TokenEntry[] = [
  commentEntry,
  ...valueEntries,
  clauseEntry,
  codeEntry,
  ...fixedEntries.filter(hasSeveralWords).toSorted(longestFirst),
  unitEntry,
  ...fixedEntries.filter((entry) => !hasSeveralWords(entry)).toSorted(longestFirst),
  nameEntry,
  ...punctuationEntries,
];

/** The words that begin a line when it goes on with the statement above. */
export const continuationWords: ReadonlySet<FixedWords> = new Set<FixedWords>([
  ...connectives.complements.filter((word) => word !== "known"),
  ...closedDays,
  "and",
  "or",
  "before",
  "unless",
  "when",
  "allowed only when",
]);

export const tokenGroups: readonly TokenGroup[] = [...new Set(tokenTable.flatMap((entry) => entry.groups))];

export const groupSays: Readonly<Record<TokenGroup, string>> = {
  AnyName: "a name",
  Level: "`nation`, `authority`, `trust` or `school`",
  WordSort: "`role`, `flag`, `reason`, `group`, `channel` or `service`",
  Modal: "`must`, `should`, `may` or `must not`",
  Edge: "an edge such as `at least` or `below`",
  Lock: "`fixed`, `free`, `may only rise` or `may only fall`",
  CountWord: "`count`, `sum`, `ordinal` or `share`",
  ClosedDay: "`or next school day` or `or last school day before`",
  ObligationState: "a state such as `overdue`",
  FindingWord: "a finding such as `asked`",
};

/** A pattern that matches the fixed words with any blanks between them, and not the front of a longer name. */
export function wordsPattern(fixed: string): RegExp {
  const beforeBrace = quantifiers.some((quantifier) => quantifier === fixed);
  return anyOf([fixed], beforeBrace ? "(?=[ \\t\\u00A0\\r\\n]*\\{)" : wordEnd);
}

function hasSeveralWords(entry: TokenEntry): boolean {
  return typeof entry.pattern === "string" && entry.pattern.includes(" ");
}

function longestFirst(a: TokenEntry, b: TokenEntry): number {
  return String(b.pattern).length - String(a.pattern).length;
}
