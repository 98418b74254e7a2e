// A comparison of two policies → text for people: what is laid down otherwise, what that comes to, and for whom.

import { makePaint } from "../diagnostics/paint.ts";
import type { Ink } from "../diagnostics/paint.ts";
import { formatDay } from "../school/day.ts";
import { positionOf } from "../source/text.ts";
import { textTable } from "../support/text-table.ts";
import { wrap } from "../support/wrap.ts";
import { sayTurning } from "../witness/say-turning.ts";
import type { PolicyDiff } from "./compare-policies.ts";
import type { Provision } from "./provision-list.ts";
import type { Change } from "./provisions.ts";
import type { Judgement, Verdict } from "./verdict.ts";

export interface PrintDiffOptions {
  readonly width: number;
  readonly colour: boolean;
  /** What only one of the two has, one by one instead of counted; and what is the same. */
  readonly all: boolean;
}

/** Ends in a line break. */
export function printDiff(diff: PolicyDiff, options: PrintDiffOptions): string {
  const paint = makePaint(options.colour);
  const { first, second } = diff;
  const lines = [
    paint("bold", `${first.label} → ${second.label}`),
    ...(first.onDay || second.onDay
      ? []
      : [
          `Outcomes by the values in force on ${[...new Set([first, second].map(({ day }) => formatDay(day)))].join(" and ")}.`,
        ]),
    "",
    ...provisionLines(diff, options),
    ...outcomeLines(diff, options),
    countVerdicts(diff),
  ];
  return `${lines.join("\n")}\n`;
}

// ---------------------------------------------------------------- provisions

function provisionLines(
  { changes, first, second }: PolicyDiff,
  { width, colour, all }: PrintDiffOptions,
): readonly string[] {
  const paint = makePaint(colour);
  if (changes.length === 0) return ["Both lay down the same.", ""];
  const both = changes.filter(({ before, after }) => before !== undefined && after !== undefined);
  const alone = changes.filter(({ before, after }) => before === undefined || after === undefined);
  const shown = all || alone.length <= 20 ? changes : both;
  const left = shown === both ? alone : [];
  const rows = shown.map((change) => [
    titleOf(change),
    change.before?.says ?? "—",
    change.after?.says ?? "—",
    placesOf(change),
  ]);
  return [
    ...(rows.length === 0
      ? []
      : [
          paint("bold", "What is laid down otherwise"),
          ...textTable([["provision", "before", "after", "clause, place"], ...rows], width),
          "",
        ]),
    ...aloneLines(left, "before", `Only in ${first.label}`, width),
    ...aloneLines(left, "after", `Only in ${second.label}`, width),
    ...(left.length === 0 ? [] : ["--all shows each of them.", ""]),
  ];
}

function titleOf({ before, after }: Change): string {
  const provision = before ?? after;
  if (provision === undefined) return "";
  return titledKinds.has(provision.kind) ? provision.title : `${provision.kind} ${provision.title}`;
}

const titledKinds: ReadonlySet<string> = new Set(["register", "step", "sentence", "policy"]);

function placesOf({ before, after }: Change): string {
  const places = [before, after].filter((each) => each !== undefined).map(placeOf);
  return [...new Set(places)].join(" → ");
}

/** Clauses, and the line for whoever wants to look. */
function placeOf({ origin }: Provision): string {
  const clauses = origin.clauses.length === 0 ? "" : `${origin.clauses.join(", ")}, `;
  return `${clauses}${origin.layer}:${positionOf(origin.span).line}`;
}

function aloneLines(
  changes: readonly Change[],
  side: "before" | "after",
  title: string,
  width: number,
): readonly string[] {
  const mine = changes.flatMap((change) => change[side] ?? []);
  if (mine.length === 0) return [];
  const kinds = [...Map.groupBy(mine, ({ kind }) => kind)].map(
    ([kind, list]) => `${list.length} ${kindWords(kind, list.length)}`,
  );
  return [...wrap(`${title}: ${kinds.join(", ")}.`, width), ""];
}

const irregular: ReadonlyMap<string, string> = new Map([
  ["status", "statuses"],
  ["duty", "duties"],
  ["bands", "tables of bands"],
  ["sentence", "things to do"],
  ["policy", "dates of the policy"],
]);

function kindWords(kind: string, count: number): string {
  if (count !== 1) return irregular.get(kind) ?? `${kind}s`;
  return kind === "sentence" ? "thing to do" : kind;
}

// ---------------------------------------------------------------- outcomes

const inks: Readonly<Record<Verdict, Ink>> = {
  same: "green",
  stricter: "red",
  looser: "blue",
  different: "yellow",
  "not-shown": "yellow",
};

export function verdictWords(verdict: Verdict): string {
  return verdict === "not-shown" ? "not shown to differ" : verdict;
}

function outcomeLines({ outcomes }: PolicyDiff, options: PrintDiffOptions): readonly string[] {
  const shown = options.all ? outcomes : outcomes.filter(({ verdict }) => verdict !== "same");
  if (shown.length === 0) return [];
  const paint = makePaint(options.colour);
  return [paint("bold", "What that comes to"), ...shown.flatMap((judgement) => judgementLines(judgement, options))];
}

function judgementLines(judgement: Judgement, { width, colour }: PrintDiffOptions): readonly string[] {
  const paint = makePaint(colour);
  const { verdict, title, turning, witness, before, after } = judgement;
  const indent = (text: string): readonly string[] => wrap(text, width, "    ");
  return [
    `${paint(inks[verdict], verdictWords(verdict).toUpperCase())}  ${title}`,
    ...(verdict === "same" ? [] : indent(before.says === after.says ? before.says : `${before.says} → ${after.says}`)),
    ...indent(sayVerdictReason(judgement)),
    ...whomItTouches(turning).flatMap(indent),
    ...(witness === undefined
      ? isToBeShown(judgement)
        ? indent("No pupil small enough to show it was found.")
        : []
      : [
          ...indent(witness.says),
          ...(witness.second.day === witness.pupil.day
            ? []
            : indent(`After: the same pupil, looked at on ${formatDay(witness.second.day)}.`)),
          ...indent(`Before: ${witness.before}`),
          ...indent(`After: ${witness.after}`),
        ]),
    "",
  ];
}

/** Claimed of pupils, and not of a figure that anybody can read. */
function isToBeShown({ verdict, probe }: Judgement): boolean {
  return verdict !== "same" && verdict !== "not-shown" && probe !== undefined;
}

/** Why a verdict is given, in one or two sentences; empty for what is the same. */
export function sayVerdictReason({ because, proved, verdict }: Judgement): string {
  const why = because === "" ? [] : [`${because.charAt(0).toUpperCase()}${because.slice(1)}.`];
  const how = proved && (verdict === "stricter" || verdict === "looser") ? ["Proved for everyone."] : [];
  return [...why, ...how].join(" ");
}

/** Of whom alone a difference can be, a sentence for each figure that it turns on. */
export function whomItTouches(turning: Judgement["turning"]): readonly string[] {
  const alone = turning[0]?.alone === true;
  return turning
    .map(sayTurning)
    .map((text) =>
      alone
        ? `It changes for everyone with ${text}, and for nobody else.`
        : `It can change only for pupils with ${text}.`,
    );
}

function countVerdicts({ outcomes, changes }: PolicyDiff): string {
  const count = (verdict: Verdict): number => outcomes.filter((each) => each.verdict === verdict).length;
  const told: readonly (readonly [Verdict, number])[] = (
    ["stricter", "looser", "different", "not-shown", "same"] as const
  ).map((verdict) => [verdict, count(verdict)]);
  const verdicts = told.map(([verdict, number]) => `${number} ${verdictWords(verdict)}`).join(", ");
  return `${changes.length} ${changes.length === 1 ? "provision" : "provisions"} otherwise; of ${outcomes.length} ${outcomes.length === 1 ? "outcome" : "outcomes"} that both have: ${verdicts}.`;
}
