// Random phrases of the language: windows, figures, conditions, moments. Each is sound where the names it speaks of are.

import { from, once, oneOf, weighted } from "./draw.ts";
import type { Draw, FigureKind } from "./draw.ts";

/** Days on which something changes or the calendar is odd: leap day, the code set of August 2024, the turn of years and terms. */
const DATES = [
  "2024-02-29", "2024-03-01", "2024-04-08", "2024-05-27", "2024-07-22", "2024-08-18", "2024-08-19", "2024-08-31",
  "2024-09-02", "2024-09-30", "2024-10-28", "2024-12-31", "2025-01-06", "2025-03-31",
]; // prettier-ignore

const TIMES = ["08:30", "09:00", "09:10", "12:00", "13:15", "15:25", "16:00"];
const CATEGORIES = ["attended", "absent", "authorised", "unauthorised", "possible", "away", "late", "missing"];
const SAYINGS = [
  "telephoned",
  "contact made",
  "sent",
  "met",
  "visited",
  "absence reported",
  "leave asked",
  "notice issued",
];
const ACTS = [
  "telephone",
  "make-contact",
  "send",
  "meet",
  "visit",
  "report-absence",
  "ask-leave",
  "issue-notice",
  "refer",
];

export function dateText(draw: Draw): string {
  return from(draw, DATES);
}

export function timeText(draw: Draw): string {
  return from(draw, TIMES);
}

/** `1 session`, `3 school days`. */
export function counted(n: number, unit: string): string {
  return `${n} ${n === 1 ? unit.replace(/s$/, "").replace(/^people$/, "person") : unit}`;
}

// ---------------------------------------------------------------- moments that something has

/** Something with a moment: an act, a step, a date. */
export function eventText(draw: Draw): string {
  const { names, anchor, stepsBefore } = draw;
  return weighted<string>(draw, [
    [4, () => from(draw, SAYINGS)],
    [2, () => documentSent(draw)],
    [2, () => dateText(draw)],
    [1, () => oneOf(draw, names.dates, () => dateText(draw))],
    [1, () => `${dateText(draw)} ${timeText(draw)}`],
    [anchor === undefined ? 0 : 3, () => "start"],
    [3, () => stepText(draw, stepsBefore)],
    [anchor === "act" ? 1 : 0, () => "first-day"],
  ]);
}

function documentSent(draw: Draw): string {
  return oneOf(
    draw,
    draw.names.documents.map((name) => `${name} sent`),
    () => "sent",
  );
}

function stepText(draw: Draw, own: readonly string[]): string {
  const steps = own.length > 0 && !once(draw, 4) ? own : draw.names.procedures.flatMap((procedure) => procedure.steps);
  const state = from(draw, ["", " done", " opened", " due"]);
  return oneOf(
    draw,
    steps.map((step) => `${step}${state}`),
    () => from(draw, SAYINGS),
  );
}

// ---------------------------------------------------------------- windows

const PERIODS = ["week", "half-term", "term", "year"];
const LENGTHS = [
  "sessions", "school days", "working days", "calendar days", "school weeks", "weeks", "months", "half-terms", "terms",
  "school years", "years",
]; // prettier-ignore

export function windowText(draw: Draw): string {
  const { chance, names } = draw;
  return weighted<string>(draw, [
    [5, () => `this ${from(draw, PERIODS)}`],
    [1, () => "today"],
    [2, () => `previous ${from(draw, PERIODS)}`],
    [4, () => `last ${counted(1 + chance(12), from(draw, LENGTHS))}`],
    [4, () => `in ${counted(1 + chance(10), "school weeks")}`],
    [3, () => `since ${eventText(draw)}`],
    [1, () => between(draw)],
    [1, () => "ever"],
    [
      1,
      () =>
        oneOf(
          draw,
          names.lengths.map((name) => `last ${name}`),
          () => "ever",
        ),
    ],
    [
      1,
      () =>
        oneOf(
          draw,
          names.schoolWeeks.map((name) => `in ${name}`),
          () => "this term",
        ),
    ],
    [chance(6) === 0 ? 1 : 0, () => "over unspecified"],
  ]);
}

function between(draw: Draw): string {
  return once(draw, 2)
    ? `between ${eventText(draw)} and ${eventText(draw)}`
    : `between ${from(draw, DATES.slice(0, 8))} and ${from(draw, DATES.slice(8))}`;
}

// ---------------------------------------------------------------- figures

export interface Figure {
  readonly text: string;
  readonly kind: FigureKind;
}

export function figure(draw: Draw): Figure {
  return weighted<Figure>(draw, [
    [5, () => ({ text: rate(draw), kind: "percent" })],
    [5, () => ({ text: `count of ${sessionSet(draw)} ${windowText(draw)}`, kind: "sessions" })],
    [2, () => ({ text: `count of ${from(draw, CATEGORIES)} days ${windowText(draw)}`, kind: "school days" })],
    [2, () => ({ text: `count of ${from(draw, ["absences", "unauthorised absences", "authorised absences"])} ${windowText(draw)}`, kind: "occasions" })], // prettier-ignore
    [2, () => run(draw)],
    [
      2,
      () => ({ text: `count of ${actPhrase(draw)}${once(draw, 2) ? "" : ` ${windowText(draw)}`}`, kind: "occasions" }),
    ],
    [1, () => elapsed(draw)],
    [1, () => ({ text: from(draw, ["parents", "contacts"]), kind: "people" })],
    [1, () => ({ text: "age", kind: "years" })],
    [2, () => namedFigure(draw)],
  ]);
}

function sessionSet(draw: Draw): string {
  const coded = once(draw, 4) ? ` coded ${codes(draw)}` : "";
  return `${once(draw, 6) ? "" : `${from(draw, CATEGORIES)} `}sessions${coded}`;
}

export function codes(draw: Draw): string {
  const { names } = draw;
  const some = [from(draw, names.codes), from(draw, names.codes)].slice(0, 1 + draw.chance(2));
  return [...new Set(some)].join(", ");
}

function rate(draw: Draw): string {
  if (once(draw, 5)) return `share of ${sessionSet(draw)} ${windowText(draw)}`;
  const of = once(draw, 6) ? ` of ${from(draw, ["class", "year-group", "school", "pupil", ...draw.names.groups])}` : "";
  const at = once(draw, 8) ? ` at ${eventText(draw)}` : "";
  return `${from(draw, ["attendance", "attendance", "absence"])}${of} ${windowText(draw)}${at}`;
}

function run(draw: Draw): Figure {
  const unit = from(draw, ["sessions", "days"]);
  const text = `${from(draw, ["longest", "longest", "current"])} run of ${from(draw, CATEGORIES)} ${unit}${once(draw, 5) ? ` coded ${codes(draw)}` : ""} ${windowText(draw)}`;
  return { text, kind: unit === "sessions" ? "sessions" : "school days" };
}

function actPhrase(draw: Draw): string {
  return once(draw, 3) ? documentSent(draw) : from(draw, ACTS);
}

function elapsed(draw: Draw): Figure {
  return once(draw, 2)
    ? { text: `count of school days since ${eventText(draw)}`, kind: "school days" }
    : {
        text: `count of school days ${from(draw, ["this term", "this year", "last 3 weeks", "this half-term"])}`,
        kind: "school days",
      };
}

function namedFigure(draw: Draw): Figure {
  const { measures, bands } = draw.names;
  const known: Figure[] = [...measures].flatMap(([kind, texts]) => texts.map((text) => ({ text, kind })));
  known.push(...bands.filter(({ worth }) => worth).map(({ name }) => ({ text: name, kind: "points" as const })));
  return oneOf(draw, known, () => ({ text: "attendance this year", kind: "percent" }));
}

/** What a figure is set against: figures at which school policies draw lines, and their edges. */
export function limitText(draw: Draw, kind: FigureKind): string {
  const { chance, names } = draw;
  if (once(draw, 25)) return "unspecified";
  const named = names.figures.get(kind) ?? [];
  if (named.length > 0 && once(draw, 3)) return from(draw, named);
  switch (kind) {
    case "percent":
      return `${from(draw, [0, 25, 50, 75, 80, 85, 90, 92.5, 95, 96, 97, 98, 99, 100])}%`;
    case "sessions":
      return counted(from(draw, [0, 1, 1, 2, 2, 3, 4, 5, 6, 10]), kind);
    case "school days":
    case "occasions":
      return counted(from(draw, [0, 1, 1, 2, 3, 5]), kind);
    case "points":
    case "people":
      return counted(chance(4), kind);
    case "years":
      return counted(5 + chance(8), kind);
  }
}

const AMOUNT_EDGES = ["below", "above", "at least", "at most", "more than", "fewer than", "exactly"];

// ---------------------------------------------------------------- conditions

export function condition(draw: Draw, depth = 2): string {
  if (depth > 0 && once(draw, 3)) return joined(draw, depth);
  return weighted<string>(draw, [
    [8, () => comparison(draw)],
    [4, () => sessionNow(draw)],
    [3, () => done(draw)],
    [3, () => oneOf(draw, draw.names.statuses, () => comparison(draw))],
    [2, () => oneOf(draw, [...draw.names.flags, ...draw.names.groups], () => sessionNow(draw))],
    [2, () => oneOf(draw, draw.names.bands.map(({ name, rows }) => `${name} is ${from(draw, rows)}`), () => comparison(draw))],
    [2, () => stepState(draw)],
    [2, () => judged(draw)],
    [1, () => "during leave asked"],
    [1, () => `reason is ${from(draw, draw.names.reasons)}`],
    [1, () => `today ${from(draw, ["before", "from", "after", "until"])} ${oneOf(draw, draw.names.dates, () => dateText(draw))}`],
    [1, () => `term is ${from(draw, ["autumn", "spring", "summer"])}`],
    [1, () => `today is ${from(draw, ["monday", "tuesday", "wednesday", "friday"])}`],
    [1, () => `arrived${once(draw, 2) ? "" : ` ${from(draw, ["before", "after", "by", "from"])} ${timeText(draw)}`}`],
    [1, () => moments(draw)],
    [1, () => `ordinal of ${from(draw, ["issue-notice", "telephone"])} ${windowText(draw)} ${from(draw, AMOUNT_EDGES)} ${1 + draw.chance(3)}`],
    [1, () => `year ${from(draw, AMOUNT_EDGES)} ${draw.chance(8)}`],
  ]); // prettier-ignore
}

function joined(draw: Draw, depth: number): string {
  const part = (): string => bracketed(condition(draw, depth - 1));
  return weighted<string>(draw, [
    [4, () => `${part()} and ${part()}`],
    [4, () => `${part()} or ${part()}`],
    [2, () => `not ${part()}`],
    [1, () => `${from(draw, ["2 of", "1 of", "any of", "all of"])} { ${part()}\n ${part()}\n ${part()} }`],
  ]);
}

export function bracketed(text: string): string {
  return /\b(?:and|or|not|of \{)\b|\{/.test(text) ? `(${text})` : text;
}

export function comparison(draw: Draw): string {
  const { text, kind } = figure(draw);
  const edge = from(draw, AMOUNT_EDGES);
  if (kind === "percent" && once(draw, 6)) return `${text} ${edge} ${rate(draw)}`;
  return `${text} ${edge} ${limitText(draw, kind)}`;
}

function sessionNow(draw: Draw): string {
  return from(draw, ["absent", "away", "late", "unauthorised", "authorised", "present", "missing", "absent", "away"]);
}

function done(draw: Draw): string {
  const what = once(draw, 3) ? documentSent(draw) : from(draw, SAYINGS);
  return weighted<string>(draw, [
    [3, () => what],
    [2, () => `${what} ${windowText(draw)}`],
    [1, () => `${what} ${from(draw, ["before", "by", "after", "from"])} ${from(draw, [timeText(draw), dateText(draw), "end of day"])}`],
  ]); // prettier-ignore
}

function stepState(draw: Draw): string {
  const steps = draw.names.procedures.flatMap((procedure) => procedure.steps);
  const own = draw.stepsBefore.length > 0 && once(draw, 2) ? draw.stepsBefore : steps;
  return oneOf(
    draw,
    own.map((step) => `${step} ${from(draw, ["done", "opened", "overdue"])}`),
    () => sessionNow(draw),
  );
}

function judged(draw: Draw): string {
  const { decisions } = draw.names;
  return weighted<string>(draw, [
    [2, () => oneOf(draw, decisions, () => `judged "grave" by headteacher`)],
    [
      1,
      () =>
        oneOf(
          draw,
          decisions.map((name) => `${name} is ${from(draw, ["yes", "no"])}`),
          () => "absent",
        ),
    ],
    [1, () => `judged "${from(draw, ["grave", "genuine"])}" by headteacher`],
  ]);
}

function moments(draw: Draw): string {
  const left = draw.anchor === undefined ? "today" : from(draw, ["start", "today", ...draw.stepsBefore]);
  return `${left} ${from(draw, ["before", "after", "by", "from"])} ${momentText(draw)}`;
}

// ---------------------------------------------------------------- moments

export function momentText(draw: Draw, depth = 1): string {
  const { chance, anchor } = draw;
  const counting = (): string =>
    `${counted(1 + chance(6), from(draw, ["school days", "working days", "calendar days", "weeks", "months", "hours", "minutes", "school weeks", "terms"]))} ${from(draw, ["after", "after", "before", "beginning with"])} ${from(draw, [eventText(draw), "end of day"])}`; // prettier-ignore
  return weighted<string>(draw, [
    [3, () => timeText(draw)],
    [3, () => "end of day"],
    [2, () => dateText(draw)],
    [2, () => `next ${from(draw, ["school", "working"])} morning`],
    [anchor === undefined ? 0 : 2, () => `day ${1 + chance(6)} of ${anchor === "absence" && once(draw, 2) ? "absence" : "start"}`],
    [3, counting],
    [2, () => `end of ${from(draw, PERIODS)}`],
    [1, () => `start of ${from(draw, PERIODS)}`],
    [1, () => oneOf(draw, draw.names.times, () => timeText(draw))],
    [1, () => eventText(draw)],
    [depth > 0 ? 1 : 0, () => `the ${from(draw, ["earlier", "later"])} of ${momentText(draw, 0)} and ${momentText(draw, 0)}`],
  ]); // prettier-ignore
}
