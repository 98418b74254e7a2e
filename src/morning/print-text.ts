// The morning list → a page to read aloud and tick off: one heading for each role, what is alike gathered, pupils beneath.

import { makePaint } from "../diagnostics/paint.ts";
import type { Ink, Paint } from "../diagnostics/paint.ts";
import { upperFirst } from "../explain/say.ts";
import { sayMoment } from "../explain/say.ts";
import { assertNever } from "../support/assert-never.ts";
import { wordList } from "../support/word-list.ts";
import { wrap } from "../support/wrap.ts";
import type { Item, MorningList, RoleList, Urgency } from "./morning-list.ts";

export interface PageOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Ends in a line break. */
export function printMorningList(list: MorningList, { width, colour }: PageOptions): string {
  const page: Page = { width, paint: makePaint(colour) };
  const inside = list.roles.filter(({ inSchool }) => inSchool);
  const outside = list.roles.filter(({ inSchool }) => !inSchool);
  const blocks = [
    heading(page, list),
    ...inside.map((role) => roleBlock(page, role)),
    ...sideBlock(page, "Codes to record in the register", list.codes),
    ...sideBlock(page, "To put right in the log", list.irregular),
    ...sideBlock(page, "Changed since the last school day", list.overturned),
    ...outside.map((role) => roleBlock(page, role)),
    ...sideBlock(page, "Roles to fill", list.vacancies),
    ...sideBlock(page, "Duties without a time", list.unscheduled),
    ...silenceBlock(page, list),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

interface Page {
  readonly width: number;
  readonly paint: Paint;
}

function heading({ width, paint }: Page, list: MorningList): readonly string[] {
  const when = sayMoment(list.asOf);
  const roles = list.roles.filter(({ inSchool }) => inSchool).length;
  const sum =
    roles === 0 ? "Nobody in school has anything to do." : countWords(list.roles.flatMap(({ items }) => items));
  return [
    paint("bold", list.school.padEnd(Math.max(list.school.length + 2, width - when.length)) + when),
    ...wrap(`The morning list of ${list.pupils} pupils under the policy “${list.title}”. ${upperFirst(sum)}`, width),
  ];
}

function roleBlock(page: Page, { title, holders, inSchool, items }: RoleList): readonly string[] {
  const { width, paint } = page;
  const name = `${title.toUpperCase()}${holders.length === 0 ? "" : ` · ${wordList(holders, "and")}`}${inSchool ? "" : " · not on the staff list"}`;
  const sum = countWords(items);
  return [
    paint("bold", name.padEnd(Math.max(name.length + 2, width - sum.length))) + sum,
    paint("blue", "─".repeat(width)),
    ...groupLines(page, items),
  ];
}

function sideBlock(page: Page, title: string, items: readonly Item[]): readonly (readonly string[])[] {
  if (items.length === 0) return [];
  const { width, paint } = page;
  const lines = groupLines(page, items);
  return [[paint("bold", title.toUpperCase()), paint("blue", "─".repeat(width)), ...lines]];
}

function silenceBlock({ width, paint }: Page, { silences, policy }: MorningList): readonly (readonly string[])[] {
  if (silences.length === 0) return [];
  return [
    wrap(
      `The policy leaves ${silences.length} ${silences.length === 1 ? "thing" : "things"} unsaid, and nothing above rests on a guess about ${silences.length === 1 ? "it" : "them"}. \`rollcall check\` on ${policy} lists them.`,
      width,
    ).map((line) => paint("blue", line)),
  ];
}

function countWords(items: readonly Item[]): string {
  const count = (urgency: Urgency): number =>
    items.filter((item) => item.kind !== "may" && item.kind !== "decide" && item.urgency === urgency).length;
  const decisions = items.filter(({ kind }) => kind === "decide").length;
  const parts: readonly (readonly [number, string])[] = [
    [count("overdue"), "overdue"],
    [count("today"), "for today"],
    [count("later"), "later"],
    [count("undated"), "without a deadline"],
    [decisions, decisions === 1 ? "decision" : "decisions"],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0 ? "nothing that must be done" : said.join(" · ");
}

// ---------------------------------------------------------------- items that are alike stand together

function groupLines(page: Page, items: readonly Item[]): readonly string[] {
  const groups = Map.groupBy(items, (item) =>
    JSON.stringify([
      labelOf(item),
      item.what,
      item.clauses,
      item.kind === "do" || item.kind === "may" ? item.rule : "",
    ]),
  );
  return [...groups.values()].flatMap((group, index) => groupOf(page, group, index + 1));
}

const NUMBER = 4;
const LABEL = 9;

function groupOf({ width, paint }: Page, group: readonly Item[], number: number): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { text, ink } = labelOf(first);
  const margin = " ".repeat(NUMBER + LABEL);
  const clauses = first.clauses.length === 0 ? "" : `[${first.clauses.join(", ")}]`;
  const [what = "", ...more] = wrap(first.what, width - clauses.length - 2, margin);
  const head = what.slice(margin.length);
  return [
    `${String(number).padStart(NUMBER - 2)}  ${paint(ink, text.padEnd(LABEL))}${paint("bold", head)}${clauses === "" ? "" : paint("blue", clauses.padStart(width - margin.length - head.length))}`,
    ...more.map((line) => paint("bold", line)),
    ...detailLines(group, width, margin),
  ];
}

/** What every item of the group says alike is said once, above its pupils. */
function detailLines(group: readonly Item[], width: number, margin: string): readonly string[] {
  const pupils = group.map((item) => pupilWords(item));
  const widest = Math.max(...pupils.map((words) => words.length));
  if (widest === 0) return wholeSchoolLines(group, width, margin);
  const alike = new Set(group.map(({ why }) => why)).size === 1 && group.length > 1;
  const shared = alike && group[0] !== undefined && group[0].why !== "" ? wrap(`${group[0].why}.`, width, margin) : [];
  return [
    ...shared,
    ...group.flatMap((item, index) => {
      const says = [upperFirst(item.by), ...(alike || item.why === "" ? [] : [item.why])].join(". ");
      const lines = wrap(`${says}.`, width, `${margin}${" ".repeat(widest + 2)}`);
      return lines.map((line, at) =>
        at === 0 ? `${margin}${(pupils[index] ?? "").padEnd(widest + 2)}${line.trimStart()}` : line,
      );
    }),
  ];
}

/** A duty of the school that has come round several times is one line, with the latest time it was due. */
function wholeSchoolLines(group: readonly Item[], width: number, margin: string): readonly string[] {
  const last = group.at(-1);
  if (last === undefined) return [];
  const times = group.length === 1 ? "" : ` (and ${group.length - 1} times before)`;
  return wrap(`${upperFirst(last.by)}${times}.${last.why === "" ? "" : ` ${last.why}.`}`, width, margin);
}

function pupilWords({ pupil }: Item): string {
  if (pupil === undefined) return "";
  return [pupil.id, pupil.firstName, pupil.class === undefined ? undefined : `(${pupil.class})`]
    .filter((part) => part !== undefined)
    .join(" ");
}

function labelOf({ kind, urgency }: Item): { readonly text: string; readonly ink: Ink } {
  switch (kind) {
    case "do":
      if (urgency === "overdue") return { text: "OVERDUE", ink: "red" };
      if (urgency === "today") return { text: "TODAY", ink: "yellow" };
      return { text: urgency === "later" ? "later" : "to do", ink: "green" };
    case "may":
      return { text: "may", ink: "green" };
    case "decide":
      return { text: "decide", ink: "yellow" };
    case "code":
      return { text: urgency === "overdue" ? "OVERDUE" : "TODAY", ink: urgency === "overdue" ? "red" : "yellow" };
    case "irregular":
    case "overturned":
    case "vacancy":
    case "unscheduled":
      return { text: "note", ink: "blue" };
    default:
      return assertNever(kind);
  }
}
