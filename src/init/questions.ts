// What a school is asked, in the order in which its policy is written. Each answer stands in one place of the rule file; what the
// policy does not say is left out here and stands as a hole there.

export type QuestionKind =
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "time" }
  | { readonly kind: "percent" }
  | { readonly kind: "whole"; readonly unit: string; readonly least: number; readonly most: number }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | { readonly kind: "several"; readonly choices: readonly Choice[] };

export interface Choice {
  /** The name that the rule file uses. */
  readonly name: string;
  readonly says: string;
}

export interface Question {
  /** What the answer is called in a file of answers. */
  readonly key: string;
  readonly section: string;
  readonly asks: string;
  /** Why it is asked, or where it usually stands; shown with the question. */
  readonly help?: string;
  readonly answer: QuestionKind;
  /** Without it there is no policy to write. */
  readonly needed?: true;
}

const CHANNELS: readonly Choice[] = [
  { name: "phone", says: "by telephone" },
  { name: "voicemail", says: "on an answer phone" },
  { name: "text", says: "by text message" },
  { name: "email", says: "by e-mail" },
  { name: "letter", says: "by letter" },
  { name: "in-person", says: "in person" },
  { name: "online-form", says: "on a form on the website" },
];

const STAFF: readonly Choice[] = [
  { name: "school-office", says: "the school office" },
  { name: "attendance-officer", says: "the attendance officer" },
  { name: "senior-attendance-champion", says: "the senior attendance champion" },
  { name: "class-teacher", says: "the class teacher" },
  { name: "designated-safeguarding-lead", says: "the designated safeguarding lead" },
  { name: "deputy-headteacher", says: "the deputy headteacher" },
  { name: "headteacher", says: "the headteacher" },
];

const WINDOWS: readonly Choice[] = [
  { name: "this year", says: "the school year so far" },
  { name: "this term", says: "the term so far" },
  { name: "this half-term", says: "the half-term so far" },
];

const schoolDays = (most: number): QuestionKind => ({ kind: "whole", unit: "school days", least: 1, most });

export const questions: readonly Question[] = [
  { key: "school", section: "The policy", asks: "What is the school called?", answer: { kind: "text" }, needed: true },
  {
    key: "in-force-from",
    section: "The policy",
    asks: "From which day is the policy in force?",
    answer: { kind: "date" },
    needed: true,
  },
  {
    key: "review-by",
    section: "The policy",
    asks: "By which day is it to be reviewed?",
    help: "National guidance is renewed yearly; most schools review within the year.",
    answer: { kind: "date" },
  },
  {
    key: "target",
    section: "The policy",
    asks: "What attendance does the school aim for?",
    answer: { kind: "percent" },
  },
  {
    key: "morning-opens",
    section: "Times of the day",
    asks: "When does the morning register open?",
    answer: { kind: "time" },
  },
  {
    key: "morning-closes",
    section: "Times of the day",
    asks: "When does the morning register close?",
    help: "Who comes after it has closed is absent for the session. A register may be open for 30 minutes at most.",
    answer: { kind: "time" },
  },
  {
    key: "afternoon-opens",
    section: "Times of the day",
    asks: "When does the afternoon register open?",
    answer: { kind: "time" },
  },
  {
    key: "afternoon-closes",
    section: "Times of the day",
    asks: "When does the afternoon register close?",
    answer: { kind: "time" },
  },
  { key: "day-ends", section: "Times of the day", asks: "When does school end?", answer: { kind: "time" } },
  {
    key: "report-by",
    section: "The first day of absence",
    asks: "By what time do parents tell the school that their child is absent?",
    answer: { kind: "time" },
  },
  {
    key: "report-through",
    section: "The first day of absence",
    asks: "How do they tell it?",
    answer: { kind: "several", choices: CHANNELS },
  },
  {
    key: "calls",
    section: "The first day of absence",
    asks: "Who calls the parents where nobody has told the school?",
    answer: { kind: "choice", choices: STAFF },
  },
  {
    key: "call-by",
    section: "The first day of absence",
    asks: "By what time do they call?",
    answer: { kind: "time" },
  },
  {
    key: "visit-on-day",
    section: "The first day of absence",
    asks: "On which school day of an absence without a word is the home visited?",
    help: "Day 1 is the first day of the absence.",
    answer: schoolDays(20),
  },
  {
    key: "authority-told-on-day",
    section: "The first day of absence",
    asks: "On which school day of an absence without a word is the local authority told?",
    answer: schoolDays(20),
  },
  {
    key: "lates-at-most",
    section: "Lateness",
    asks: "How many late arrivals in a half-term bring a letter?",
    answer: { kind: "whole", unit: "sessions", least: 1, most: 70 },
  },
  {
    key: "counted-over",
    section: "Falling attendance",
    asks: "Over what time is attendance counted?",
    answer: { kind: "choice", choices: WINDOWS },
  },
  {
    key: "counted-from",
    section: "Falling attendance",
    asks: "After how many sessions does a percentage say something?",
    help: "Two sessions a day: 40 are four weeks. Without a base one day's illness in September is 50%.",
    answer: { kind: "whole", unit: "sessions", least: 1, most: 200 },
  },
  {
    key: "first-letter-below",
    section: "Falling attendance",
    asks: "Below what attendance does the first letter go out?",
    answer: { kind: "percent" },
  },
  {
    key: "second-letter-below",
    section: "Falling attendance",
    asks: "Below what attendance does the second letter go out?",
    answer: { kind: "percent" },
  },
  {
    key: "meeting-below",
    section: "Falling attendance",
    asks: "Below what attendance are the parents invited to a meeting?",
    answer: { kind: "percent" },
  },
  {
    key: "weeks-between",
    section: "Falling attendance",
    asks: "How many school weeks does a letter have to help before the next one?",
    answer: { kind: "whole", unit: "school weeks", least: 1, most: 39 },
  },
  {
    key: "recovered-at",
    section: "Falling attendance",
    asks: "From what attendance on is it all well again?",
    answer: { kind: "percent" },
  },
  {
    key: "letters-by",
    section: "Falling attendance",
    asks: "Who writes these letters and leads the meeting?",
    answer: { kind: "choice", choices: STAFF },
  },
  {
    key: "leave-asked-before",
    section: "Leave of absence",
    asks: "How many school days ahead do parents ask for leave?",
    answer: schoolDays(190),
  },
  {
    key: "leave-decided-within",
    section: "Leave of absence",
    asks: "Within how many school days does the headteacher decide?",
    answer: schoolDays(60),
  },
  {
    key: "warned-at",
    section: "Penalty notices",
    asks: "At how many sessions without leave in ten school weeks are parents warned?",
    help: "The law has the headteacher consider a penalty notice at 10.",
    answer: { kind: "whole", unit: "sessions", least: 1, most: 9 },
  },
  {
    key: "figures-looked-at-by",
    section: "Looking at the figures",
    asks: "Who looks at the week's figures?",
    answer: { kind: "choice", choices: STAFF },
  },
];
