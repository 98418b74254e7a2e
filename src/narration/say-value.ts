// A figure of the model → what is counted and over what time, in plain English, with values in force in place of their names.

import { standingValue } from "../analysis/figures.ts";
import type { Event, Population, SessionSet, Value, Window } from "../checker/model.ts";
import { lowerFirst, sayDay, sayFigure, sayMoment, sayName, sayWords } from "../explain/say.ts";
import { written } from "../explain/written.ts";
import { assertNever } from "../support/assert-never.ts";
import { wordList } from "../support/word-list.ts";
import { unitWords } from "../units/unit.ts";
import type { Voice } from "./voice.ts";

/** A value that is written down: `95%`, `5 school days`; undefined where the policy does not say it, or it is measured. */
export function sayLimit(voice: Voice, value: Value): string | undefined {
  switch (value.kind) {
    case "constant":
      return sayFigure(value.value, value.type);
    case "parameter": {
      const standing = standingValue(voice.model, voice.day, value.name);
      return standing === undefined ? undefined : sayLimit(voice, standing);
    }
    default:
      return undefined;
  }
}

/** A length such as `5 school days`, from a number or from a parameter that bears its unit itself. */
export function sayLength(voice: Voice, value: Value, unit: Parameters<typeof unitWords>[0]): string {
  const said = sayLimit(voice, value);
  if (said === undefined) return "a time that the policy does not give";
  return /^\d+$/.test(said) ? `${said} ${unitWords(unit, Number(said))}` : said;
}

/** What is measured: `attendance this school year`. */
export function sayMeasured(voice: Voice, value: Value): string {
  const meant = measuredBy(voice, value);
  switch (meant.kind) {
    case "rate":
      return `${[shareWords(meant.of), windowWords(voice, meant.window), populationWords(voice, meant.population)]
        .filter((part) => part !== "")
        .join(" ")}${atWords(voice, meant.at)}`;
    case "sessions":
    case "days":
    case "occasions":
    case "elapsed":
    case "acts":
      return `the number of ${countedWords(voice, meant)}`;
    case "run":
      return `the ${meant.which} run of ${meant.unit === "session" ? "sessions" : "days"} ${setWords(meant.of)} ${windowWords(voice, meant.window)}`;
    case "attribute":
      return ATTRIBUTES[meant.name];
    case "measure":
      return `${lowerFirst(voice.model.measures.get(meant.name)?.title ?? "") || sayWords(meant.name)}${atWords(voice, meant.at)}`;
    default:
      return sayLimit(voice, meant) ?? written(meant.span);
  }
}

const ATTRIBUTES = {
  year: "the year group",
  age: "the age",
  parents: "the number of parents on record",
  contacts: "the number of emergency contacts",
  term: "the term",
  weekday: "the day of the week",
};

function atWords(voice: Voice, at: Event | undefined): string {
  return at === undefined ? "" : ` as it stood at ${eventWords(voice, at)}`;
}

type Counted = Extract<Value, { kind: "sessions" | "days" | "occasions" | "elapsed" | "acts" }>;

/** Things counted one by one, without a number: `sessions missed without leave in 10 school weeks`; undefined for anything else. */
export function sayCounted(voice: Voice, value: Value): string | undefined {
  const meant = measuredBy(voice, value);
  switch (meant.kind) {
    case "sessions":
    case "days":
    case "occasions":
    case "elapsed":
    case "acts":
      return countedWords(voice, meant);
    default:
      return undefined;
  }
}

/** A measure that is one figure always is said as that figure: its name is the author's shorthand. */
export function measuredBy({ model }: Voice, value: Value): Value {
  if (value.kind !== "measure" || value.at !== undefined) return value;
  const rows = model.measures.get(value.name)?.rows ?? [];
  const [only] = rows;
  return rows.length === 1 && only !== undefined && only.when === undefined ? only.value : value;
}

function countedWords(voice: Voice, value: Counted): string {
  switch (value.kind) {
    case "elapsed":
      return `${unitWords(value.unit, 2)} ${windowWords(voice, value.window)}`;
    case "acts":
      return `times “${actWords(voice, value.act, value.object)}”${value.window === undefined ? "" : ` ${windowWords(voice, value.window)}`}`;
    case "occasions":
      return `${occasionWords(value.of)} ${windowWords(voice, value.window)}`;
    default:
      return `${value.of.category === "late" ? lateWords(value.of) : `${value.kind} ${setWords(value.of)}`} ${windowWords(voice, value.window)}`;
  }
}

/** What stands in the log: `penalty notice issued`, or with what the act was done to where it has no words of its own for it. */
export function actWords({ model }: Voice, act: string, object: string | undefined): string {
  const said = model.acts.get(act)?.saying ?? sayWords(act);
  return object === undefined ? said : `${sayWords(object)} ${said}`;
}

export function stepWords({ model }: Voice, procedure: string, step: string): string {
  const title = model.procedures.get(procedure)?.steps.find(({ name }) => name === step)?.title ?? "";
  return title === "" ? sayWords(step) : lowerFirst(title);
}

/** A step alone is the moment at which it was done. */
const STEP_MOMENTS = { opened: "the beginning of ", done: "", due: "the deadline of " };

/** Something with a moment, as the log or the calendar knows it. */
export function eventWords(voice: Voice, event: Event): string {
  switch (event.kind) {
    case "act":
      return `“${actWords(voice, event.act, event.object)}”`;
    case "start":
      return "the start";
    case "step":
      return `${STEP_MOMENTS[event.when]}“${stepWords(voice, event.procedure, event.step)}”`;
    case "field":
      // `review-on` holds the day of the review.
      return `the ${sayWords(event.field).replace(/ on$/, "")}`;
    case "date":
      return sayDay(event.day);
    case "moment":
      return sayMoment(event.moment);
    case "parameter":
      return sayLimit(voice, event) ?? "a day that the policy does not give";
    case "bound":
      return `the ${event.which} of the ${sayWords(event.period)}`;
    default:
      return assertNever(event);
  }
}

function shareWords(of: SessionSet): string {
  if (of.codes.length > 0) return `the share of sessions ${setWords(of)}`;
  switch (of.category) {
    case "attended":
      return "attendance";
    case "absent":
      return "absence";
    case "authorised":
      return "absence with leave";
    case "unauthorised":
      return "absence without leave";
    default:
      return `the share of sessions ${setWords(of)}`;
  }
}

function setWords({ category, codes }: SessionSet): string {
  const marked = codes.length === 0 ? "" : `marked ${wordList(codes, "or")}`;
  return [categoryWords(category), marked].filter((part) => part !== "").join(" ");
}

function categoryWords(category: SessionSet["category"]): string {
  switch (category) {
    case "attended":
      return "attended";
    case "absent":
      return "missed";
    case "authorised":
      return "missed with leave";
    case "unauthorised":
      return "missed without leave";
    case "possible":
      return "that could be attended";
    case "away":
      return "away from school";
    case "late":
      return "late";
    case "missing":
      return "without a mark";
    case "any":
      return "";
    default:
      return assertNever(category);
  }
}

function lateWords({ codes }: SessionSet): string {
  return codes.length === 0 ? "late marks" : `late marks ${wordList(codes, "or")}`;
}

function occasionWords({ category, codes }: SessionSet): string {
  const kind = category === "authorised" ? " with leave" : category === "unauthorised" ? " without leave" : "";
  return `absences${kind}${codes.length === 0 ? "" : ` marked ${wordList(codes, "or")}`}`;
}

const PERIODS = {
  day: "today",
  week: "this week",
  "half-term": "this half-term",
  term: "this term",
  "school-year": "this school year",
};

export function windowWords(voice: Voice, window: Window): string {
  switch (window.kind) {
    case "this":
      return PERIODS[window.period];
    case "previous":
      // `In the last week` would be the seven days up to today.
      if (window.period === "week") return "in the week before this one";
      return `in the last ${unitWords(window.period, 1)}`;
    case "last":
      return `in the last ${window.n} ${unitWords(window.unit, window.n)}`;
    case "school-weeks":
      return `in ${window.n} school ${window.n === 1 ? "week" : "weeks"}`;
    case "last-of":
      return `in the last ${sayLength(voice, window.n, window.unit)}`;
    case "since":
      return `since ${eventWords(voice, window.start)}`;
    case "between":
      return `between ${eventWords(voice, window.start)} and ${eventWords(voice, window.end)}`;
    case "ever":
      return "so far";
    case "hole":
      return "over a time that the policy does not give";
    default:
      return assertNever(window);
  }
}

function populationWords({ model }: Voice, population: Population): string {
  switch (population.kind) {
    case "pupil":
      return "";
    case "class":
      return "in the class";
    case "year-group":
      return "in the year group";
    case "school":
      return "in the school";
    case "word":
      return `of all who count as “${lowerFirst(sayName(model, population.name))}”`;
    default:
      return assertNever(population);
  }
}
