// The morning list → a page to read aloud and tick off: one heading for each role, then its items in order.
// Long lists are told in few words; other programs read the list itself.

import { makePaint } from "../diagnostics/paint.ts";
import { sayMoment, upperFirst } from "../explain/say.ts";
import { dayOf } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";
import { wrap } from "../support/wrap.ts";
import type { Item, MorningList, RoleList, Urgency } from "./morning-list.ts";
import { printItems } from "./print-items.ts";
import type { Page } from "./print-items.ts";

export interface PageOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Deadlines further off than this are told in a line. */
const DAYS_AHEAD = 14;

/** Ends in a line break. */
export function printMorningList(list: MorningList, { width, colour }: PageOptions): string {
  const page: Page = {
    width,
    paint: makePaint(colour),
    pupils: list.pupils,
    horizon: dayOf(list.asOf) + DAYS_AHEAD,
  };
  const inside = list.roles.filter(({ inSchool }) => inSchool);
  // What others may do or decide is theirs to know; what they owe, an office may have to ask after.
  const outside = list.roles
    .filter(({ inSchool }) => !inSchool)
    .map((role) => ({ ...role, items: role.items.filter(({ kind }) => kind === "do") }))
    .filter(({ items }) => items.length > 0);
  const blocks = [
    heading(page, list),
    ...inside.map((role) => roleBlock(page, role)),
    ...sideBlock(page, "Codes to record in the register", list.codes),
    ...sideBlock(page, "To put right in the log", list.irregular),
    ...sideBlock(page, "Changed since the last school day", list.overturned),
    ...outside.map((role) => roleBlock(page, role)),
    ...sideBlock(page, "People the policy needs", list.vacancies),
    ...unscheduledBlock(page, list),
    ...silenceBlock(page, list),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function heading({ width, paint }: Page, list: MorningList): readonly string[] {
  const when = sayMoment(list.asOf);
  const inside = list.roles.filter(({ inSchool }) => inSchool);
  const sum = countWords(inside.flatMap(({ items }) => items));
  return [
    paint("bold", apart(list.school, when, width)),
    ...wrap(
      `What must be done, for ${list.pupils} pupils, under the policy “${list.title}”. In school: ${sum}.`,
      width,
    ),
  ];
}

function roleBlock(page: Page, { title, holders, inSchool, items }: RoleList): readonly string[] {
  const { width, paint } = page;
  const name = holders.length === 0 ? title : `${title} · ${wordList(holders, "and")}`;
  const whose = inSchool ? name : `${name} · nobody on the staff list`;
  return [paint("bold", apart(whose, countWords(items), width)), rule(page), ...printItems(page, items)];
}

function sideBlock(page: Page, title: string, items: readonly Item[]): readonly (readonly string[])[] {
  if (items.length === 0) return [];
  return [[page.paint("bold", title), rule(page), ...printItems(page, items)]];
}

function unscheduledBlock({ width, paint }: Page, { unscheduled }: MorningList): readonly (readonly string[])[] {
  if (unscheduled.length === 0) return [];
  const titles = unscheduled.map(
    ({ what, clauses }) => `${what}${clauses.length === 0 ? "" : ` (${clauses.join(", ")})`}`,
  );
  return [
    [
      paint("bold", "Asked for, but the policy does not say how often"),
      ...wrap(`${titles.join("; ")}.`, width, "    "),
    ],
  ];
}

/** What a layer above leaves unsaid is not the school's to say, and its check does not ask for it. */
function silenceBlock({ width, paint }: Page, { silences, policy }: MorningList): readonly (readonly string[])[] {
  if (silences.length === 0) return [];
  const own = silences.filter(({ layer }) => layer === policy).length;
  const above = silences.length - own;
  const things = (count: number): string => (count === 1 ? "one thing" : `${count} things`);
  const check = `(\`rollcall check\` on ${policy} tells ${own === 1 ? "it" : "them"})`;
  const left =
    own === 0
      ? `What the policy extends leaves ${things(above)} unsaid`
      : `The policy leaves ${things(own)} unsaid ${check}${above === 0 ? "" : `, and what it extends ${above === 1 ? "one" : above} more`}`;
  const words = `${left}. Nothing above rests on a guess about ${silences.length === 1 ? "it" : "them"}.`;
  return [wrap(words, width).map((line) => paint("blue", line))];
}

/** Something at the left edge and something at the right. */
function apart(left: string, right: string, width: number): string {
  return `${left.padEnd(Math.max(left.length + 3, width - right.length))}${right}`;
}

function rule({ width, paint }: Page): string {
  return paint("blue", "─".repeat(width));
}

function countWords(items: readonly Item[]): string {
  const owed = items.filter(({ kind }) => kind === "do");
  const count = (urgency: Urgency): number => owed.filter((item) => item.urgency === urgency).length;
  const decisions = items.filter(({ kind }) => kind === "decide").length;
  const parts: readonly (readonly [number, string])[] = [
    [count("overdue"), "overdue"],
    [count("today"), "for today"],
    [count("later"), "later"],
    [count("undated"), "without a time"],
    [decisions, decisions === 1 ? "decision" : "decisions"],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return upperFirst(said.length === 0 ? "nothing that must be done" : said.join(" · "));
}
