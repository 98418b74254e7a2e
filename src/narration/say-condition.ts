// A condition of the model → an English clause that can stand after `if` or `when`: short, and true to the rule. What has no plain
// words of its own is quoted as the author wrote it, which is made to be read.

import type { Condition, MomentExpression } from "../checker/model.ts";
import { lowerFirst, sayName, sayParties, sayWords } from "../explain/say.ts";
import { assertNever } from "../support/assert-never.ts";
import { wordList } from "../support/word-list.ts";
import type { Edge } from "../units/edge.ts";
import { sayComparison, SIDES } from "./say-comparison.ts";
import { sayMomentOf } from "./say-moment.ts";
import { sayState } from "./say-state.ts";
import { actWords, stepWords, windowWords } from "./say-value.ts";
import { childWords } from "./voice.ts";
import type { Voice } from "./voice.ts";

export function sayCondition(voice: Voice, condition: Condition): string {
  switch (condition.kind) {
    case "and":
      return `${condition.parts.length === 2 ? "both " : ""}${joined(voice, condition.parts, "and")}`;
    case "or":
      return `either ${joined(voice, alternativesOf(voice, condition), "or")}`;
    case "at-least-of":
      return `at least ${condition.n} of these hold: ${condition.parts.map((part) => sayCondition(voice, part)).join("; ")}`;
    case "not":
      return sayNot(voice, condition.part);
    case "compare":
      return sayComparison(voice, condition);
    case "judged":
      return sayJudged(voice, condition);
    case "status":
      return sayStatus(voice, condition.name);
    case "flag":
      return sayFlag(voice, condition.name);
    case "field-is":
      return sayField(voice, condition);
    case "in-band":
      return `${childWords(voice)} is in the band “${condition.title}”`;
    case "session-now":
      return `${childWords(voice)} is ${NOW[condition.of.category] ?? condition.of.category} now`;
    case "done":
      return sayDone(voice, condition);
    case "step":
      return `“${stepWords(voice, condition.procedure, condition.step)}” ${STATES[condition.state]}`;
    case "during":
      return `it is a day of the “${actWords(voice, condition.act, condition.object)}” on record`;
    case "arrived":
      return `${childWords(voice)} arrived${limitWords(voice, condition)}`;
    case "moments":
      return `${sayMomentOf(voice, condition.left)} is ${SIDES[condition.edge]} ${sayMomentOf(voice, condition.right)}`;
    case "always":
      return "always";
    case "hole":
      return "something holds that the policy does not say";
    default:
      return assertNever(condition);
  }
}

/** A word with a meaning of its own is said by that where it is short. */
function sayFlag(voice: Voice, name: string, holds = true): string {
  const means = voice.model.words.get(name)?.means;
  const said = means === undefined ? undefined : holds ? sayCondition(voice, means) : sayNot(voice, means);
  return said !== undefined && said.length <= SHORT ? said : sayState(voice, sayName(voice.model, name), holds);
}

const NOW: Readonly<Record<string, string>> = {
  attended: "attending",
  authorised: "absent with leave",
  unauthorised: "absent without leave",
  possible: "due to attend",
  missing: "without a mark",
};

/** `the reason is holiday or leisure`; what is no name of a thing, such as `answered`, is quoted. */
function sayField(voice: Voice, { field, value }: Extract<Condition, { kind: "field-is" }>, holds = true): string {
  const said = lowerFirst(sayName(voice.model, value));
  const is = holds ? "is" : "is not";
  const isNoun = !field.endsWith("ed") && !/^(about|how|what|when|who|why)-/.test(field) && !YES_NO.has(value);
  return isNoun ? `the ${sayWords(field)} ${is} ${said}` : `“${said}” ${is} noted for “${sayWords(field)}”`;
}

const YES_NO: ReadonlySet<string> = new Set(["yes", "no"]);

const STATES = { opened: "has begun", done: "is done", overdue: "is overdue" };

function sayDone(
  voice: Voice,
  { act, object, window, edge, moment }: Extract<Condition, { kind: "done" }>,
  holds = true,
): string {
  const over = window === undefined ? "" : ` ${windowWords(voice, window)}`;
  // `In the last 2 weeks before …` would end the weeks there.
  return `“${actWords(voice, act, object)}” is ${holds ? "" : "not "}on record${limitWords(voice, { edge, moment })}${over}`;
}

function limitWords(
  voice: Voice,
  { edge, moment }: { readonly edge?: Edge | undefined; readonly moment?: MomentExpression | undefined },
): string {
  if (edge === undefined || moment === undefined) return "";
  return edge === "by" && moment.kind === "counted" && moment.direction === "beginning with"
    ? ` within ${sayMomentOf(voice, moment)}`
    : ` ${SIDES[edge]} ${sayMomentOf(voice, moment)}`;
}

/** A condition as the end of a sentence, with its full stop; what must all hold is one list in it. */
export function conditionWords(voice: Voice, condition: Condition): string {
  return `${joined(voice, partsOf(voice, condition), "and")}.`;
}

/** The parts of a condition that must all hold, each a clause of its own: a list is easier to read than a long sentence. */
function partsOf(voice: Voice, condition: Condition): readonly Condition[] {
  const rule = condition.kind === "status" ? shortRule(voice, condition.name) : condition;
  return rule?.kind === "and" ? rule.parts.flatMap((part) => partsOf(voice, part)) : [condition];
}

/** What stands for a choice itself is told as more to choose from. */
function alternativesOf(voice: Voice, condition: Condition): readonly Condition[] {
  const means = condition.kind === "flag" ? voice.model.words.get(condition.name)?.means : undefined;
  const rule = condition.kind === "status" ? shortRule(voice, condition.name) : (means ?? condition);
  return rule?.kind === "or" ? rule.parts.flatMap((part) => alternativesOf(voice, part)) : [condition];
}

/** What reaches as far as the sentence does, such as one of several, stands last, so that nobody takes what follows for a part of it. */
function joined(voice: Voice, parts: readonly Condition[], joiner: "and" | "or"): string {
  const said = parts.map((part) => {
    const words = joiner === "or" ? sayTogether(voice, part) : sayCondition(voice, part);
    return { words, reach: reachOf(words) };
  });
  return wordList(
    said.toSorted((a, b) => a.reach - b.reach).map(({ words }) => words),
    joiner,
  );
}

/** Three things or more that must all hold, where something else stands beside them. */
function sayTogether(voice: Voice, part: Condition): string {
  const words = sayCondition(voice, part);
  return partsOf(voice, part).length > 2 ? `${TOGETHER} ${words}` : words;
}

const TOGETHER = "all of this:";
const NOT_SO = "it is not so that";

const FAR_REACHING = [NOT_SO, "either ", TOGETHER];

function reachOf(words: string): number {
  if (/^at least \d+ of these hold:/.test(words)) return FAR_REACHING.length + 1;
  return FAR_REACHING.findIndex((opening) => words.startsWith(opening)) + 1;
}

function sayNot(voice: Voice, part: Condition): string {
  switch (part.kind) {
    case "flag":
      return sayFlag(voice, part.name, false);
    case "compare":
      return sayComparison(voice, part, false);
    case "status":
      return sayStatus(voice, part.name, false);
    case "not":
      return sayCondition(voice, part.part);
    case "during":
      return sayCondition(voice, part).replace("it is a day", "it is not a day");
    case "session-now":
      return sayCondition(voice, part).replace(" is ", " is not ");
    case "field-is":
      return sayField(voice, part, false);
    case "done":
      return sayDone(voice, part, false);
    default:
      return `${NOT_SO} ${sayTogether(voice, part)}`;
  }
}

function sayJudged(voice: Voice, { question, answer, by }: Extract<Condition, { kind: "judged" }>): string {
  const who = by.length === 0 ? "" : sayParties(voice.model, { joined: "or", members: by.map((role) => ({ role })) });
  return `${who === "" ? "the school" : who} answers “${sayWords(answer)}” to “${question}”`;
}

/** Longer than this, a state is easier to read by its title than by its rule. */
const SHORT = 120;

/** What a state comes to, where that is one figure or short to say. */
function shortRule(voice: Voice, name: string): Condition | undefined {
  const rule = voice.model.statuses.get(name)?.rule;
  if (rule?.kind !== "when") return undefined;
  const { condition } = rule;
  return condition.kind === "compare" || sayCondition(voice, condition).length <= SHORT ? condition : undefined;
}

/** By its rule where that is short, else by the title that its author gave it. */
function sayStatus(voice: Voice, name: string, holds = true): string {
  const rule = shortRule(voice, name);
  // What is not both, or not either, is harder to read than its name.
  if (rule !== undefined && (holds || (rule.kind !== "and" && rule.kind !== "or")))
    return holds ? sayCondition(voice, rule) : sayNot(voice, rule);
  return sayState(voice, voice.model.statuses.get(name)?.title ?? sayWords(name), holds);
}
