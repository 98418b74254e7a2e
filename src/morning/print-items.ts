// Items → numbered lines: what to do once, then for which pupils, each with the time and the reason.

import type { Ink, Paint } from "../diagnostics/paint.ts";
import { upperFirst } from "../explain/say.ts";
import type { Day } from "../school/day.ts";
import { dayOf } from "../school/moment.ts";
import { assertNever } from "../support/assert-never.ts";
import { wordList } from "../support/word-list.ts";
import { TOGETHER, wrap } from "../support/wrap.ts";
import type { Item } from "./morning-list.ts";

export interface Page {
  readonly width: number;
  readonly paint: Paint;
  /** How many pupils the school has. */
  readonly pupils: number;
  /** What is due after this day is told in one line. */
  readonly horizon: Day;
}

/** Number, label, and then the words. */
const MARGIN = " ".repeat(13);
/** So many pupils of one item are told one by one; of a longer list the first ones, and the others by name. */
const MANY = 8;
const FIRST = 5;
/** So many pupils of an offer are named. */
const FEW = 3;
/** A question asked of more pupils than this is a standing one: names would say nothing. */
const STANDING = 12;

export function printItems(page: Page, items: readonly Item[]): readonly string[] {
  const groups = [...Map.groupBy(items, alike).values()];
  const isFar = (group: readonly Item[]): boolean => group.every((item) => isBeyond(item, page.horizon));
  const isOffer = (group: readonly Item[]): boolean => group[0]?.kind === "may";
  const near = groups.filter((group) => !isFar(group) && !isOffer(group));
  return [
    ...near.flatMap((group, index) => groupLines(page, group, index + 1)),
    ...farLines(page, groups.filter(isFar)),
    ...offerLines(page, groups.filter(isOffer)),
  ];
}

/** What is the same thing to do, by the same rule, stands together. */
function alike(item: Item): string {
  const byRule = item.kind !== "irregular" && item.kind !== "overturned";
  return JSON.stringify([labelOf(item), item.what, item.clauses, byRule ? item.rule : ""]);
}

function isBeyond({ kind, due }: Item, horizon: Day): boolean {
  return kind === "do" && due !== undefined && dayOf(due) > horizon;
}

function farLines({ width, paint }: Page, groups: readonly (readonly Item[])[]): readonly string[] {
  if (groups.length === 0) return [];
  const words = groups.flatMap(([item]) =>
    item === undefined ? [] : [`${item.what} (${item.by.replace(/, end of day$/, "")})`],
  );
  const [first = "", ...rest] = wrap(`${words.join("; ")}.`, width, MARGIN);
  return [`    ${paint("green", "later")}    ${first.trimStart()}`, ...rest];
}

/** What may be done is told in a line, with the pupils to whom it was opened last. */
function offerLines({ width, paint }: Page, groups: readonly (readonly Item[])[]): readonly string[] {
  return groups.flatMap((group) => {
    const [item] = group;
    if (item === undefined) return [];
    const names = [...new Set(group.map((each) => pupilWords(each)))].filter((name) => name !== "");
    const told = names.slice(0, FEW);
    const more = names.length - told.length;
    const whom = more > 0 ? `${told.join(", ")} and ${more} more` : wordList(told, "and");
    const clauses = item.clauses.length === 0 ? "" : ` [${item.clauses.join(", ")}]`;
    const [first = "", ...rest] = wrap(`${item.what}${whom === "" ? "" : `: ${whom}`}${clauses}`, width, MARGIN);
    return [`    ${paint("green", "may")}      ${first.trimStart()}`, ...rest];
  });
}

function groupLines({ width, paint, pupils }: Page, group: readonly Item[], number: number): readonly string[] {
  const [item] = group;
  if (item === undefined) return [];
  const { text, ink } = labelOf(item);
  const clauses = item.clauses.length === 0 ? "" : `[${item.clauses.join(", ")}]`;
  const [what = "", ...more] = wrap(item.what, width - clauses.length - 2, MARGIN);
  const head = what.slice(MARGIN.length);
  const gap = " ".repeat(Math.max(0, width - MARGIN.length - head.length - clauses.length));
  return [
    `${String(number).padStart(2)}  ${paint(ink, text.padEnd(9))}${paint("bold", head)}${clauses === "" ? "" : gap + paint("blue", clauses)}`,
    ...more.map((line) => paint("bold", line)),
    ...(item.pupil === undefined ? schoolLines(group, width) : pupilLines(group, width, pupils)),
  ];
}

/** A duty of the school that has come round several times is one line, with the latest time it was due. */
function schoolLines(group: readonly Item[], width: number): readonly string[] {
  const last = group.at(-1);
  if (last === undefined) return [];
  const before = group.length === 1 ? "" : `, and ${times(group.length - 1)} before`;
  return wrap(sentences(`${last.by}${before}`, last.why), width, MARGIN);
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** What every pupil of the group has in common is said once, above their names. */
function pupilLines(group: readonly Item[], width: number, all: number): readonly string[] {
  const byPupil = [...Map.groupBy(group, ({ pupil, parent }) => `${pupil?.id ?? ""} ${parent ?? ""}`).values()];
  const common = byPupil.length > 1 && group.length === byPupil.length;
  const [by, why] = [
    common ? shared(group, ({ by: words }) => words) : undefined,
    shared(group, ({ why: words }) => words),
  ];
  const above = wrap(sentences(by ?? "", byPupil.length > 1 ? (why ?? "") : ""), width, MARGIN);
  const [first] = group;
  if (first?.kind === "decide" && byPupil.length > STANDING)
    return [
      ...above,
      ...wrap(`Asked of ${byPupil.length} of ${all} pupils: answer where there is reason to.`, width, MARGIN),
    ];
  const told = byPupil.length > MANY ? FIRST : byPupil.length;
  const widest = Math.max(
    ...byPupil.slice(0, told).map(([item]) => (item === undefined ? 0 : whoseWords(item).length)),
  );
  return [
    ...above,
    ...byPupil
      .slice(0, told)
      .flatMap((own) => onePupil(own, width, widest, by !== undefined, byPupil.length > 1 && why !== undefined)),
    ...others(byPupil.slice(told), width),
  ];
}

function onePupil(
  own: readonly Item[],
  width: number,
  widest: number,
  byKnown: boolean,
  whyKnown: boolean,
): readonly string[] {
  const [item, last] = [own[0], own.at(-1)];
  if (item === undefined || last === undefined) return [];
  const latest = last.by === item.by ? "" : `, the last ${last.by.replace(/^was due /, "")}`;
  const more = own.length === 1 ? "" : ` (${own.length} of them${latest})`;
  const words = sentences(byKnown ? "" : `${item.by}${more}`, whyKnown ? "" : item.why);
  const [first = "", ...rest] = wrap(words, width, `${MARGIN}${" ".repeat(widest + 2)}`);
  const name = whoseWords(item).replaceAll(TOGETHER, " ");
  return [`${MARGIN}${name.padEnd(widest + 2)}${first.trimStart()}`.trimEnd(), ...rest];
}

function others(rest: readonly (readonly Item[])[], width: number): readonly string[] {
  if (rest.length === 0) return [];
  const names = rest.map(([item]) => pupilWords(item)).join(", ");
  return wrap(`and ${rest.length} more: ${names}.`, width, MARGIN);
}

/** What all of them say alike; undefined where they differ or there is one alone. */
function shared(group: readonly Item[], words: (item: Item) => string): string | undefined {
  const [first, ...rest] = group.map(words);
  return first !== undefined && rest.every((each) => each === first) ? first : undefined;
}

function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => `${upperFirst(part)}.`)
    .join(" ");
}

/** The pupil, and the parent where it is about one of them. */
function whoseWords(item: Item): string {
  return item.parent === undefined ? pupilWords(item) : `${pupilWords(item)}, ${item.parent}`;
}

function pupilWords(item: Item | undefined): string {
  const { id, firstName, class: group } = item?.pupil ?? { id: "" };
  const parts = [id, firstName, group === undefined ? undefined : `(${group})`];
  return parts.filter((part) => part !== undefined).join(TOGETHER);
}

function labelOf({ kind, urgency }: Item): { readonly text: string; readonly ink: Ink } {
  switch (kind) {
    case "do":
    case "code":
      if (urgency === "overdue") return { text: "OVERDUE", ink: "red" };
      if (urgency === "today") return { text: "TODAY", ink: "yellow" };
      return { text: urgency === "later" ? "later" : "to do", ink: "green" };
    case "may":
      return { text: "may", ink: "green" };
    case "decide":
      return { text: "decide", ink: "yellow" };
    case "irregular":
    case "overturned":
    case "vacancy":
    case "unscheduled":
      return { text: "note", ink: "blue" };
    default:
      return assertNever(kind);
  }
}
