// Every code that Rollcall can report, by the room that reports it, with what the family of it is about: why such a thing is
// reported at all. It holds no page; what a code means in particular stands in its own words, or on a page of its own.

import { acceptanceMessages } from "../analysis/acceptance.ts";
import {
  exampleMessages,
  layerMessages,
  letterMessages,
  nameMessages,
  ruleMessages,
  unitMessages,
} from "../checker/diagnostics.ts";
import { needMessages, queryMessages } from "../backends/sql/diagnostics.ts";
import {
  calendarMessages,
  fileMessages,
  markMessages,
  recordMessages,
  sheetMessages,
  tableMessages,
  wordMessages,
} from "../data/diagnostics.ts";
import type { MessageConstructor, MessageDefinition } from "../diagnostics/template.ts";
import { letterValueMessages } from "../letters/diagnostics.ts";
import { answerMessages } from "../init/read-answers.ts";
import { messages as syntaxMessages } from "../syntax/diagnostics.ts";
import { clauseMessages, formMessages, yamlMessages } from "../yaml/diagnostics.ts";

export interface CodeFamily {
  /** Two or three sentences: what is looked for, and why it is not let pass. */
  readonly why: string;
  readonly codes: ReadonlyMap<string, MessageDefinition>;
}

function family(why: string, messages: Readonly<Record<string, MessageConstructor<MessageDefinition>>>): CodeFamily {
  return { why, codes: new Map(Object.values(messages).map(({ code, definition }) => [code, definition])) };
}

export const families: readonly CodeFamily[] = [
  family(
    "Rollcall reads every word of a policy and skips none. Where a line cannot be read as it stands, it says what it had expected, and reads on behind it, so that one slip does not hide the next.",
    syntaxMessages,
  ),
  family(
    "A policy in the YAML form has to be sound YAML before it can be read as a policy. Signs that mean something to YAML, such as # and \\, have to stand in quotation marks.",
    yamlMessages,
  ),
  family(
    "The YAML form has a fixed set of keys, and each key takes one kind of value. What does not fit is told at its place, so that nothing an author wrote is left out in silence.",
    formMessages,
  ),
  family(
    "The file of clauses is what citations are checked against. If it cannot be read in full, nobody could say which clauses no rule accounts for.",
    clauseMessages,
  ),
  family(
    "Every name in a policy has to be declared once, by the policy or by a layer that it extends, and has to mean one thing. A name that nothing bears is more often a slip of the keys than a wish, so it is never guessed.",
    nameMessages,
  ),
  family(
    "A letter says to a family what was decided, in words that cannot be taken back. Whatever stands in its braces is looked up before any letter is written, so that none goes out with a gap or with a name that means nothing.",
    letterMessages,
  ),
  family(
    "What the office writes into a letter goes out under the school's name. A row that names nobody, or holds what its field cannot, is left out and told, and the letter waits for it.",
    letterValueMessages,
  ),
  family(
    "Every number has its unit, and every figure over time says over which time. A school day is no calendar day, and a per cent no session: what would have to be converted by a guess is refused.",
    unitMessages,
  ),
  family(
    "A rule has to be able to hold and to be carried out: what can never be evaluated, or would be done by nobody or to nothing, is refused before it runs.",
    ruleMessages,
  ),
  family(
    "A policy stands on the layers that it extends: the nation, an authority, a trust. What those have locked stays locked, and what a policy names from them has to be there.",
    layerMessages,
  ),
  family(
    "An example is a promise that the policy does what its author means. An example that cannot be played proves nothing, so it is refused rather than skipped.",
    exampleMessages,
  ),
  family("The files that a school exports are read whole, or it is said what was not read and why.", fileMessages),
  family(
    "A table is read by its headings. A row that is left out is always told: no pupil disappears in silence.",
    tableMessages,
  ),
  family(
    "A row of the log has to say what happened, to whom and when, in words that the policy knows.",
    recordMessages,
  ),
  family("The school's files and the policy have to speak of the same things by the same names.", wordMessages),
  family(
    "A mark in the register decides letters and fines, so that one which cannot be read is told and never taken for another.",
    markMessages,
  ),
  family(
    "Registers that are laid out as a sheet, a pupil to a row and a session to a column, are read by their dates.",
    sheetMessages,
  ),
  family(
    "Deadlines and windows count the days of the school's own calendar, so it has to say which days are school days.",
    calendarMessages,
  ),
  family(
    "A school may live with a finding for a time: with a reason, a role that answers for it, and a day to look again. What was accepted comes back when that day has passed or when the rule under it changes, so that nothing is forgotten for good.",
    acceptanceMessages,
  ),
  family(
    "A new policy is written from a school's answers. What is not answered stands in it as a hole; an answer that cannot be used is told, so that nothing is put in its place.",
    answerMessages,
  ),
  family(
    "A query says of a policy what it can say exactly, and nothing else: what SQL cannot follow to the very moment is left out of it and named, and never approximated.",
    queryMessages,
  ),
  family(
    "A query knows the register, the calendar and who is on roll. Of what hangs on more than these it says nothing, and names what would be needed.",
    needMessages,
  ),
];
