// Random procedures and duties: every anchor, every way a step opens, waits, branches, repetitions, readings, and sentences with
// every kind of deadline.

import { from, once, oneOf, weighted } from "./draw.ts";
import type { DeclaredProcedure, Draw } from "./draw.ts";
import { bracketed, codes, condition, counted, eventText, momentText } from "./phrases.ts";

type Anchor = readonly [text: string, kind: NonNullable<Draw["anchor"]>];

function anchorOf(draw: Draw): Anchor {
  const coded = (): string => ` coded ${codes(draw)}`;
  return weighted<Anchor>(draw, [
    [4, () => [from(draw, ["year", "year", "term", "half-term", "week"]), "period"]],
    [3, () => ["absence", "absence"]],
    [3, () => ["away-absence", "absence"]],
    [1, () => [`absence${coded()}`, "absence"]],
    [2, () => [`session${coded()}`, "session"]],
    [3, () => [from(draw, ["ask-leave", "issue-notice", "pay", "report-absence"]), "act"]],
    [1, () => [from(draw, ["telephoned", "met", "visited"]), "act"]],
    [2, () => ["parent and pupil", "parent"]],
    [3, () => ["pupil", "pupil"]],
    [1, () => [from(draw, ["school", "class"]), "school"]],
  ]); // prettier-ignore
}

/** The text of one procedure; its steps are named after it, so that each name is one step's. */
export function procedure(outer: Draw, name: string): { readonly text: string; readonly declared: DeclaredProcedure } {
  const [anchor, kind] = anchorOf(outer);
  const draw: Draw = { ...outer, anchor: kind, stepsBefore: [] };
  const { chance } = draw;
  const options = ["may start again", "in any order", "changes apply at once"].filter(() => once(draw, 4));
  const lines: string[] = [];
  if (once(draw, 3)) lines.push(`starts when ${condition(draw)}`);
  if (once(draw, 3)) lines.push(`ends when ${condition(draw)}${once(draw, 2) ? "" : " as recovered"}`);
  if (once(draw, 8)) lines.push(`ends when ${condition(draw, 1)} as given-up`);
  if (once(draw, 5)) lines.push(`pauses while ${condition(draw, 1)}`);
  const steps: string[] = [];
  for (let index = 0; index <= chance(3); index++) {
    const step = `${name}-${String.fromCodePoint(97 + index)}`;
    lines.push(stepText({ ...draw, stepsBefore: steps.slice() }, step));
    steps.push(step);
  }
  const heading = [`procedure ${name} for each ${anchor}`, ...options].join(", ");
  return { text: block(heading, lines), declared: { name, steps } };
}

export function block(heading: string, lines: readonly string[]): string {
  return `${heading} {\n${lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}\n`).join("")}}`;
}

function stepText(draw: Draw, name: string): string {
  const { stepsBefore } = draw;
  const trigger = weighted<string>(draw, [
    [3, () => "on start"],
    [2, () => `on ${momentText(draw)}`],
    [stepsBefore.length === 0 ? 0 : 3, () => `after ${from(draw, stepsBefore)}`],
    [5, () => `when ${condition(draw)}`],
  ]);
  const guard = once(draw, 6) ? ` ${from(draw, ["if", "unless"])} ${bracketed(condition(draw, 1))}` : "";
  return block(`step ${name} ${trigger}${guard}`, items(draw, 2));
}

function items(draw: Draw, depth: number): readonly string[] {
  return Array.from({ length: 1 + draw.chance(depth + 1) }, () => item(draw, depth));
}

function item(draw: Draw, depth: number): string {
  const { chance, names } = draw;
  const wait = (): string => oneOf(draw, once(draw, 4) ? names.lengths : [], () => counted(1 + chance(5), from(draw, ["school days", "working days", "calendar days", "weeks", "hours"]))); // prettier-ignore
  return weighted<string>(draw, [
    [7, () => sentence(draw)],
    [2, () => `wait ${wait()}`],
    [depth === 0 ? 0 : 1, () => block(`if ${condition(draw, 1)}`, items(draw, depth - 1)) + (once(draw, 2) ? "" : ` otherwise {\n  ${sentence(draw)}\n}`)], // prettier-ignore
    [depth === 0 ? 0 : 1, () => repeat(draw, depth)],
    [depth === 0 || !once(draw, 3) ? 0 : 1, () => readings(draw)],
  ]);
}

function repeat(draw: Draw, depth: number): string {
  const cap = once(draw, 3) ? ` at most ${1 + draw.chance(3)} per ${from(draw, ["week", "half-term", "term", "year", "school day"])}` : ""; // prettier-ignore
  const cadence = weighted<string>(draw, [
    [2, () => `each time ${from(draw, ["telephoned", "absence reported", "sent", "met", "visited"])}${cap}`],
    [draw.anchor === "absence" ? 4 : 0, () => `each school day of absence${cap}`],
    [2, () => `every ${counted(1 + draw.chance(3), from(draw, ["weeks", "school days", "calendar days", "working days"]))}${cap} until ${condition(draw, 1)}`], // prettier-ignore
  ]);
  return block(cadence, items(draw, depth - 1));
}

function readings(draw: Draw): string {
  return `readings "what is done" {\n  chosen "this" because "it stands first" {\n    ${sentence(draw)}\n  }\n  or "that" {\n    ${sentence(draw)}\n  }\n}`;
}

// ---------------------------------------------------------------- sentences

const ACTORS = ["office", "headteacher", "parents", "each parent", "office and headteacher", "office or headteacher", "local-authority", "2 office"]; // prettier-ignore

export function sentence(draw: Draw): string {
  const actors = from(draw, ACTORS);
  const modal = from(draw, ["must", "must", "must", "should", "may", "must not"]);
  const what = weighted<string>(draw, [
    [4, () => oneOf(draw, draw.names.documents.map((name) => `send ${name} to ${recipients(draw)}`), () => "telephone parents")],
    [4, () => `${from(draw, ["telephone", "meet", "visit", "tell", "refer"])} ${from(draw, ["parents", "parents", "pupil", "local-authority", "each parent"])}`],
    [2, () => `make-contact${once(draw, 2) ? "" : " recording comment"}`],
    [1, () => "report-absence recording reason"],
    [1, () => oneOf(draw, draw.names.decisions.map((name) => `decide ${name}`), () => "visit parents")],
    [1, () => "tell parents about attendance"],
  ]); // prettier-ignore
  const through = once(draw, 8) ? " through letter-post" : "";
  const guard = once(draw, 8) ? ` ${from(draw, ["if", "unless"])} ${bracketed(condition(draw, 1))}` : "";
  return `${actors} ${modal} ${what}${through}${deadline(draw)}${guard}`;
}

function recipients(draw: Draw): string {
  return from(draw, ["parents", "each parent", "local-authority", "parents and local-authority"]);
}

export function deadline(draw: Draw): string {
  const { chance, names } = draw;
  const length = (): string =>
    oneOf(
      draw,
      once(draw, 4) ? names.lengths : [],
      () =>
      counted(1 + chance(10), from(draw, ["school days", "school days", "working days", "calendar days", "weeks", "months", "hours", "minutes", "half-terms"])), // prettier-ignore
    );
  const closed = (): string =>
    once(draw, 4) ? ` or ${from(draw, ["next school day", "last school day before"])}` : "";
  return weighted<string>(draw, [
    [2, () => ""],
    [6, () => ` within ${length()}${once(draw, 4) ? ` of ${eventText(draw)}` : ""}${closed()}`],
    [6, () => ` ${from(draw, ["by", "by", "before", "at"])} ${momentText(draw)}`],
    [1, () => " by unspecified"],
  ]);
}

// ---------------------------------------------------------------- duties

export function duty(outer: Draw, name: string): string {
  const each = weighted<string>(outer, [
    [4, () => " for each pupil"],
    [1, () => ""],
    [1, () => " for each absence"],
  ]);
  const every = weighted<string>(outer, [
    [5, () => from(outer, ["week", "half-term", "term", "year"])],
    [2, () => counted(2 + outer.chance(3), from(outer, ["weeks", "school days", "months"]))],
    [1, () => "unspecified"],
  ]);
  const draw: Draw = { ...outer, anchor: "pupil", stepsBefore: [] };
  return block(`duty ${name} every ${every}${each}`, [sentence(draw), ...(once(draw, 3) ? [sentence(draw)] : [])]);
}
