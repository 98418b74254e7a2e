// A broken lock, found by the checker → the same finding with whom it touches: a condition, deadline or amount in which the
// value is used, and the plainest pupil who is treated otherwise by this value than by that of the layer above.

import type { Item, LockBreach, Model, Value } from "../checker/model.ts";
import { walk } from "../checker/walk-model.ts";
import type { Node } from "../checker/walk-model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatTime } from "../school/moment.ts";
import { spanText } from "../source/text.ts";
import { wordList } from "../support/word-list.ts";
import { edgeWords } from "../units/edge.ts";
import type { Edge } from "../units/edge.ts";
import { ratio } from "../units/ratio.ts";
import type { Ratio } from "../units/ratio.ts";
import { unitWords } from "../units/unit.ts";
import type { Unit } from "../units/unit.ts";
import { figureOfValue } from "./figures.ts";
import { intervalOf, mirrored, without } from "./interval.ts";
import { pupilAt } from "./pupil-words.ts";
import { isRatio } from "./same.ts";
import { simplestWitness } from "./witness.ts";
import type { Witness } from "./witness.ts";
import { pounds, quote } from "./wording.ts";

type Wait = Extract<Item, { kind: "wait" }>;

interface Touched {
  /** Whole sentences, for the end of the message. */
  readonly says: string;
  readonly witness: unknown;
}

/** The diagnostics, those of broken locks with the pupil who shows it; where no rule uses the value, they stay as they are. */
export function withPupilsTouched(model: Model, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (model.lockBreaches.length === 0) return diagnostics;
  return diagnostics.map((diagnostic) => {
    const { code, span, args } = diagnostic;
    const breach = code.startsWith("locked-value-")
      ? model.lockBreaches.find((each) => each.span.source === span.source && each.span.from === span.from)
      : undefined;
    const touched = breach === undefined ? undefined : touchedBy(model, breach);
    if (touched === undefined) return diagnostic;
    return { ...diagnostic, args: { ...args, pupil: ` ${touched.says}` }, witness: touched.witness };
  });
}

/** What tells most about a pupil comes first: whom a condition takes, then what is in time, then what is paid. */
function touchedBy(model: Model, breach: LockBreach): Touched | undefined {
  const nodes: Node[] = [];
  walk(Object.values(model), (node) => void nodes.push(node));
  for (const look of [conditionTouched, deadlineTouched, waitTouched, clockTouched, amountTouched]) {
    for (const node of nodes) {
      const touched = look(model, breach, node);
      if (touched !== undefined) return { ...touched, says: `${touched.says}${restingOn(model, breach)}` };
    }
  }
  return undefined;
}

const mostNamed = 3;

/** ` On this rests “Severely absent” (ENG-013).`: what is said of the pupil is to be seen as what it comes to. */
function restingOn({ statuses, bands, procedures, duties }: Model, breach: LockBreach): string {
  const uses = [statuses, bands, procedures, duties].flatMap((named) =>
    [...named.values()].filter((each) => usedIn(each, breach)),
  );
  const told = uses.slice(0, uses.length > mostNamed + 1 ? mostNamed : uses.length).map(({ title, origin }) => {
    const clauses = origin.clauses.length === 0 ? "" : ` (${origin.clauses.join(", ")})`;
    return `“${title}”${clauses}`;
  });
  const more = uses.length - told.length;
  if (told.length === 0) return "";
  return ` On this ${uses.length === 1 ? "rests" : "rest"} ${wordList(more === 0 ? told : [...told, `${more} more`], "and")}.`;
}

function usedIn(part: unknown, breach: LockBreach): boolean {
  let used = false;
  walk(part, (node) => void (used ||= isUse(node, breach)));
  return used;
}

type Words = { readonly theirs: string; readonly ours: string };

/** `the 96% of hills`, `this 95%`. */
function wordsOf({ above, own, day, span }: LockBreach): Words {
  const standing = above.history.find(({ from, until }) => (from ?? day) <= day && day <= (until ?? day));
  const theirs = spanText(standing?.value.span ?? above.origin.span);
  const many = own.type.kind === "quantity" ? "these" : "this";
  return { theirs: `the ${theirs} of ${above.origin.layer}`, ours: `${many} ${spanText(span)}` };
}

function isUse(value: unknown, { own }: LockBreach): value is Extract<Value, { kind: "parameter" }> {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "parameter" &&
    "name" in value &&
    value.name === own.name
  );
}

// ---------------------------------------------------------------- whom a condition takes

function conditionTouched(model: Model, breach: LockBreach, node: Node): Touched | undefined {
  if (node.kind !== "compare" || !("right" in node) || !("edge" in node) || !isUse(node.right, breach))
    return undefined;
  const { left, edge } = node;
  const [theirs, ours] = [exact(breach.theirs), exact(breach.ours)];
  const measured = figureMeasured(model, left);
  if (theirs === undefined || ours === undefined || measured === undefined) return undefined;
  const stretch = (limit: Ratio) => (measured.mirrored ? mirrored(intervalOf(edge, limit)) : intervalOf(edge, limit));
  const lost = witnessIn(measured.figure.kind, without(stretch(theirs), stretch(ours)));
  const won = lost ?? witnessIn(measured.figure.kind, without(stretch(ours), stretch(theirs)));
  if (won === undefined) return undefined;
  const words = wordsOf(breach);
  const counted = ["rate", "sessions", "days", "occasions"].includes(measured.figure.value.kind);
  const who = counted || measured.mirrored ? pupilAt(measured.figure, won) : placeAt(left, won);
  const by = measured.mirrored ? ` by \`${quote(left.span)}\`` : "";
  const [first, second] = [standsTo(edge, lost !== undefined), standsTo(edge, lost === undefined)];
  const says = `${who} ${first} ${words.theirs}${by}, and ${second} ${words.ours}.`;
  return { says, witness: won };
}

/** How a pupil stands to a limit, as it is said: a count reaches ten sessions, and attendance is below 95%. */
function standsTo(edge: Edge, holds: boolean): string {
  if (edge === "at-least") return holds ? "reaches" : "does not reach";
  return `is${holds ? "" : " not"} ${edgeWords(edge)}`;
}

/** A measure that is one thing at one time and another at another is told by the first: a pupil of that time shows it as well. */
function figureMeasured(model: Model, value: Value): ReturnType<typeof figureOfValue> {
  const rows = value.kind === "measure" ? (model.measures.get(value.name)?.rows ?? []) : [];
  return (
    figureOfValue(model, value) ??
    rows.map((row) => figureMeasured(model, row.value)).find((measured) => measured !== undefined)
  );
}

function placeAt(left: Value, witness: Witness): string {
  const figure = witness.kind === "count" ? witness.count : witness.kind === "days" ? witness.sessions / 2 : 0;
  return `A pupil for whom \`${quote(left.span)}\` is ${figure}`;
}

function witnessIn(
  kind: Parameters<typeof simplestWitness>[0],
  parts: ReturnType<typeof without>,
): Witness | undefined {
  return parts.map((part) => simplestWitness(kind, part)).find((witness) => witness !== undefined);
}

function exact(value: LockBreach["ours"]): Ratio | undefined {
  if (isRatio(value)) return value;
  return typeof value === "number" ? ratio(value, 1) : undefined;
}

// ---------------------------------------------------------------- what is in time

function deadlineTouched(_model: Model, breach: LockBreach, node: Node): Touched | undefined {
  if (node.kind !== "sentence" || !("deadline" in node)) return undefined;
  const { deadline, actors, act, object } = node;
  if (deadline?.kind !== "within" || !isUse(deadline.n, breach)) return undefined;
  const who = actors.members.map(({ role }) => role).join(` ${actors.joined} `);
  const what = [act, object].filter((word) => word !== undefined).join(" ");
  return inTime(breach, deadline.unit, `\`${who} ${node.modal} ${what}\``);
}

function inTime(breach: LockBreach, unit: Unit, what: string): Touched | undefined {
  const { theirs, ours } = breach;
  if (typeof theirs !== "number" || typeof ours !== "number") return undefined;
  const words = wordsOf(breach);
  const day = `${unitWords(unit, 1)} ${Math.min(theirs, ours) + 1}`;
  const [late, timely] = ours > theirs ? [words.theirs, words.ours] : [words.ours, words.theirs];
  return {
    says: `For a pupil for whom ${what} is done on ${day}, it is late by ${late}, and in time by ${timely}.`,
    witness: { unit, after: Math.min(theirs, ours) + 1 },
  };
}

function waitTouched(_model: Model, breach: LockBreach, node: Node | Wait): Touched | undefined {
  if (!isWait(node) || !isUse(node.n, breach)) return undefined;
  const { theirs, ours } = breach;
  if (typeof theirs !== "number" || typeof ours !== "number") return undefined;
  const words = wordsOf(breach);
  const [over, waiting] = ours > theirs ? [words.theirs, words.ours] : [words.ours, words.theirs];
  const { unit } = node;
  const after = Math.min(theirs, ours) + 1;
  return {
    says: `For a pupil who is on ${unitWords(unit, 1)} ${after} of it, ${over} are over, and ${waiting} are not.`,
    witness: { unit, after },
  };
}

function isWait(node: Node | Wait): node is Wait {
  return node.kind === "wait";
}

function clockTouched(_model: Model, breach: LockBreach, node: Node): Touched | undefined {
  if (node.kind !== "clock" || !("time" in node) || !isUse(node.time, breach)) return undefined;
  const { theirs, ours } = breach;
  if (typeof theirs !== "number" || typeof ours !== "number") return undefined;
  const words = wordsOf(breach);
  const between = formatTime(Math.min(Math.min(theirs, ours) + 60, Math.max(theirs, ours)));
  const [passed, ahead] = ours > theirs ? [words.theirs, words.ours] : [words.ours, words.theirs];
  return {
    says: `For a pupil of whom the school hears at ${between}, ${passed} has passed, and ${ahead} has not.`,
    witness: { at: between },
  };
}

// ---------------------------------------------------------------- what is paid

function amountTouched(_model: Model, breach: LockBreach, node: Node): Touched | undefined {
  const { theirs, ours, own, above } = breach;
  if (own.type.kind !== "money" || !isUse(node, breach)) return undefined;
  if (typeof theirs !== "number" || typeof ours !== "number") return undefined;
  return {
    says: `The parent of one pupil pays ${pounds(theirs)} by ${above.origin.layer}, and ${pounds(ours)} here.`,
    witness: { theirs: pounds(theirs), ours: pounds(ours) },
  };
}
