// The first line of the policy at hand: where to point when a finding is about the policy as a whole.

import type { Model } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { formatDay } from "../school/day.ts";
import type { Span } from "../source/text.ts";
import { spanText } from "../source/text.ts";
import { Bug } from "../support/bug.ts";
import { wordsIn } from "./edits.ts";
import { headOf } from "./wording.ts";

export function ownHead(model: Model): Span {
  const own = model.layers.at(-1);
  if (own === undefined) throw new Bug(`the policy ${model.name} is not among its own layers`);
  const head = headOf({ span: own.span, clauses: [], layer: own.name });
  return head;
}

/** The date after `in force from`; undefined where it does not stand as usual. */
export function inForceDate(model: Model): Span | undefined {
  return model.inForce && dateAfter(model, /\bin[ -]force:?\s*\{?\s*from:?\s+(\d{4}-\d{2}-\d{2})/, model.inForce.from);
}

/** The date after `review by`. */
export function reviewDate(model: Model): Span | undefined {
  return model.reviewBy === undefined
    ? undefined
    : dateAfter(model, /\breview[ -]by:?\s+(\d{4}-\d{2}-\d{2})/, model.reviewBy);
}

/** The header itself, from its first word. */
export function inForceLine(model: Model): Span | undefined {
  const date = inForceDate(model);
  return date && wordsIn({ ...date, from: ownHead(model).from }, /\bin[ -]force\b[^]*$/);
}

function dateAfter(model: Model, words: RegExp, day: Day): Span | undefined {
  const { source, from } = ownHead(model);
  const span = wordsIn({ source, from, to: source.text.length }, words);
  return span !== undefined && spanText(span) === formatDay(day) ? span : undefined;
}
