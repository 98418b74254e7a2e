// A condition of the model → an English clause that can stand after `if` or `when`: short, and true to the rule. What has no plain
// words of its own is quoted as the author wrote it, which is made to be read.

import type { Condition, Status } from "../checker/model.ts";
import { lowerFirst, sayName, sayParties, sayWords } from "../explain/say.ts";
import { written } from "../explain/written.ts";
import { wordList } from "../support/word-list.ts";
import type { Edge } from "../units/edge.ts";
import { sayMomentOf } from "./say-moment.ts";
import { actWords, sayCounted, sayLimit, sayMeasured, stepWords, windowWords } from "./say-value.ts";
import { childWords } from "./voice.ts";
import type { Voice } from "./voice.ts";

const UNSAID = "a figure that the policy does not give";

export function sayCondition(voice: Voice, condition: Condition): string {
  switch (condition.kind) {
    case "and":
      return `${condition.parts.length === 2 ? "both " : ""}${joined(voice, condition.parts, "and")}`;
    case "or":
      return `either ${joined(voice, condition.parts, "or")}`;
    case "at-least-of":
      return `${condition.n} of these hold: ${condition.parts.map((part) => sayCondition(voice, part)).join("; ")}`;
    case "not":
      return sayNot(voice, condition.part);
    case "compare":
      return sayComparison(voice, condition);
    case "judged":
      return sayJudged(voice, condition);
    case "status":
      return sayStatus(voice, condition.name);
    case "flag":
      return `${childWords(voice)} counts as “${lowerFirst(sayName(voice.model, condition.name))}”`;
    case "field-is":
      return `the ${sayWords(condition.field)} is ${lowerFirst(sayName(voice.model, condition.value))}`;
    case "in-band":
      return `${childWords(voice)} is in the band “${condition.title}”`;
    case "session-now":
      return `${childWords(voice)} is ${condition.of.category === "away" ? "away" : condition.of.category} now`;
    case "done":
      return `there is ${recordWords(voice, condition)}`;
    case "step":
      return `“${stepWords(voice, condition.procedure, condition.step)}” ${STATES[condition.state]}`;
    case "always":
      return "always";
    case "hole":
      return "something holds that the policy does not say";
    default:
      return written(condition.span);
  }
}

const STATES = { opened: "has begun", done: "is done", overdue: "is overdue" };

function recordWords(
  voice: Voice,
  { act, object, window, edge, moment }: Extract<Condition, { kind: "done" }>,
): string {
  const over = window === undefined ? "" : ` ${windowWords(voice, window)}`;
  const limit = edge === undefined || moment === undefined ? "" : ` ${SIDES[edge]} ${sayMomentOf(voice, moment)}`;
  return `a record of “${actWords(voice, act, object)}”${over}${limit}`;
}

/** A condition as the end of a sentence, with its full stop; what must all hold is one list in it. */
export function conditionWords(voice: Voice, condition: Condition): string {
  return `${joined(voice, partsOf(condition), "and")}.`;
}

/** The parts of a condition that must all hold, each a clause of its own: a list is easier to read than a long sentence. */
function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.parts.flatMap(partsOf) : [condition];
}

function joined(voice: Voice, parts: readonly Condition[], joiner: "and" | "or"): string {
  return wordList(
    parts.map((part) => sayCondition(voice, part)),
    joiner,
  );
}

function sayNot(voice: Voice, part: Condition): string {
  if (part.kind === "flag")
    return `${childWords(voice)} does not count as “${lowerFirst(sayName(voice.model, part.name))}”`;
  if (part.kind === "compare") return `it is not so that ${sayComparison(voice, part)}`;
  if (part.kind === "status") return `it is not so that ${sayStatus(voice, part.name)}`;
  if (part.kind === "done" && part.edge === undefined)
    return `there is no ${recordWords(voice, part).replace(/^a /, "")}`;
  return `not: ${sayCondition(voice, part)}`;
}

export const SIDES: Readonly<Record<Edge, string>> = {
  below: "below",
  above: "above",
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "fewer-than": "fewer than",
  exactly: "exactly",
  before: "before",
  after: "after",
  by: "no later than",
  from: "from",
  until: "until",
};

function sayComparison(voice: Voice, { left, edge, right }: Extract<Condition, { kind: "compare" }>): string {
  const unsaid = right.kind === "parameter" || right.kind === "hole" ? UNSAID : undefined;
  const limit = sayLimit(voice, right) ?? unsaid;
  if (limit === undefined) return `${sayMeasured(voice, left)} is ${SIDES[edge]} ${sayMeasured(voice, right)}`;
  if (left.kind === "ordinal")
    return `it is number ${limit}${edge === "exactly" ? "" : " or later"} of “${actWords(voice, left.act, undefined)}” ${windowWords(voice, left.window)}`;
  const counted = sayCounted(voice, left);
  if (counted === undefined) return `${sayMeasured(voice, left)} is ${SIDES[edge]} ${limit}`;
  if (limit === UNSAID) return `the number of ${counted} is ${SIDES[edge]} ${limit}`;
  return countWords(edge, limit, counted);
}

/** `there are at least 10 sessions missed`: the unit of the limit stands in what is counted, and one of it is not many. */
function countWords(edge: Edge, limit: string, counted: string): string {
  const number = /^\d+/.exec(limit)?.[0];
  if (number === undefined) return `the number of ${counted} is ${SIDES[edge]} ${limit}`;
  // More than 1 of what comes in whole numbers is at least 2, which is easier to read.
  const [side, count] = edge === "more-than" ? ["at least", Number(number) + 1] : [SIDES[edge], Number(number)];
  const one = count === 1;
  return `there ${one ? "is" : "are"} ${side} ${count} ${one ? counted.replace(/^(late mark|[a-z]+(?: [a-z]+)*?)s\b/, "$1") : counted}`;
}

function sayJudged(voice: Voice, { question, answer, by }: Extract<Condition, { kind: "judged" }>): string {
  const who = by.length === 0 ? "" : sayParties(voice.model, { joined: "or", members: by.map((role) => ({ role })) });
  return `${who === "" ? "the school" : who} answers “${sayWords(answer)}” to “${question}”`;
}

/** A status that is one comparison is said by it; any other has a title that its author gave it. */
function sayStatus(voice: Voice, name: string): string {
  const status = voice.model.statuses.get(name);
  const plain = status === undefined ? undefined : comparisonOf(status);
  return plain === undefined
    ? `${childWords(voice)} counts as “${lowerFirst(status?.title ?? sayWords(name))}”`
    : sayCondition(voice, plain);
}

function comparisonOf({ rule }: Status): Condition | undefined {
  return rule.kind === "when" && rule.condition.kind === "compare" ? rule.condition : undefined;
}
