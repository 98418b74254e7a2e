// An outline → text for people, and plain data for programs.

import { makePaint } from "../diagnostics/paint.ts";
import type { Lock, Origin } from "../checker/model.ts";
import { formatDay } from "../school/day.ts";
import { positionOf } from "../source/text.ts";
import { textTable } from "../support/text-table.ts";
import type { Former, Outline, OutlineEntry } from "./outline.ts";

export interface PrintOutlineOptions {
  readonly width: number;
  readonly colour: boolean;
}

export interface OutlineTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One table a section, as words. */
export function outlineTables({ sections }: Outline): readonly OutlineTable[] {
  const head = ["what", "in force", "set by", "lock", "before, or on other days"];
  return sections.map(({ title, entries }) => ({ title, head, rows: entries.map(rowOf) }));
}

/** Ends in a line break. */
export function printOutline(outline: Outline, { width, colour }: PrintOutlineOptions): string {
  const { policy, title, on, layers, sections } = outline;
  const paint = makePaint(colour);
  const above = layers.map(({ name, level }) => `${name} (${level})`).join(" → ");
  const lines = outlineTables(outline).flatMap((table) => [
    paint("bold", table.title),
    ...textTable([table.head, ...table.rows], width),
    "",
  ]);
  const count = sections.reduce((total, { entries }) => total + entries.length, 0);
  return `${[paint("bold", `${title} (${policy}), on ${formatDay(on)}`), above, "", ...lines, `${count} values in force. What has no lock, a layer below may say anew.`].join("\n")}\n`;
}

function rowOf({ title, says, origin, lock, lockedBy, history, layer }: OutlineEntry): readonly string[] {
  return [
    title,
    says,
    placeOf(origin, layer),
    lock === undefined
      ? ""
      : `${lockWords(lock)}${lockedBy === undefined || lockedBy === layer ? "" : `, by ${lockedBy}`}`,
    history.map((former) => formerWords(former, layer)).join("; "),
  ];
}

function placeOf({ clauses, span }: Origin, layer: string): string {
  const cited = clauses.length === 0 ? "" : `${clauses.join(", ")}, `;
  return `${cited}${layer}:${positionOf(span).line}`;
}

/** What a layer below may do, and which way is stricter. */
function lockWords(lock: Lock): string {
  switch (lock) {
    case "fixed":
      return "fixed";
    case "free":
      return "free";
    case "may only rise":
      return "may only rise: higher is stricter";
    case "may only fall":
      return "may only fall: lower is stricter";
  }
}

/** `£60 until 2024-08-18`, `96% (celt)`. */
function formerWords({ says, layer, from, until }: Former, own: string): string {
  const dates = [
    ...(from === undefined ? [] : [`from ${formatDay(from)}`]),
    ...(until === undefined ? [] : [`until ${formatDay(until)}`]),
  ];
  return [says, ...dates, ...(layer === own ? [] : [`(${layer})`])].join(" ");
}

export function outlineToJson({ policy, title, on, layers, sections }: Outline): object {
  return {
    format: "rollcall/outline",
    version: 1,
    policy,
    title,
    on: formatDay(on),
    layers,
    sections: sections.map(({ title: section, entries }) => ({
      section,
      entries: entries.map(({ name, title: words, says, layer, origin, lock, lockedBy, history }) => ({
        name,
        title: words,
        says,
        setBy: layer,
        clauses: origin.clauses,
        place: `${origin.span.source.name}:${positionOf(origin.span).line}`,
        lock: lock ?? "free",
        lockedBy: lockedBy ?? null,
        stricter: lock === "may only rise" ? "higher" : lock === "may only fall" ? "lower" : null,
        history: history.map((former) => ({
          says: former.says,
          setBy: former.layer,
          place: `${former.origin.span.source.name}:${positionOf(former.origin.span).line}`,
          from: former.from === undefined ? null : formatDay(former.from),
          until: former.until === undefined ? null : formatDay(former.until),
        })),
      })),
    })),
  };
}
