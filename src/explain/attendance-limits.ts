// Where a policy's rules draw a line through attendance this school year: each limit as a share of sessions attended, whether
// the rule speaks of attendance or of absence. Reads the values in force at the moment asked; judges nothing.

import type * as Model from "../checker/model.ts";
import { walk } from "../checker/walk-model.ts";
import type { Ratio } from "../units/ratio.ts";
import { compareRatio, subtractRatio } from "../units/ratio.ts";
import type { Case } from "./case.ts";
import { remember } from "../support/remember.ts";
import { oneLine } from "../source/one-line.ts";
import { findFigure } from "./trace.ts";

export interface AttendanceLimit {
  /** The rule that draws it, and what the rule is called. */
  readonly rule: string;
  readonly title: string;
  /** As the policy says it: `attendance this year below 95%`. */
  readonly says: string;
  /** Attended sessions in possible ones. */
  readonly share: Ratio;
  readonly clauses: readonly string[];
}

/** Highest first; a rule that draws two lines stands twice, and a line drawn by two rules too. */
export function attendanceLimits(opened: Case): readonly AttendanceLimit[] {
  const limits = [...conditionLimits(opened), ...bandLimits(opened)];
  const seen = new Set<string>();
  return limits
    .filter(({ rule, says }) => !seen.has(`${rule} ${says}`) && seen.add(`${rule} ${says}`))
    .toSorted((a, b) => compareRatio(b.share, a.share));
}

function conditionLimits(opened: Case): readonly AttendanceLimit[] {
  const limits: AttendanceLimit[] = [];
  for (const { rule, title, origin, condition, guard } of opened.policy.rules.values()) {
    for (const part of [condition, guard]) {
      for (const { left, right, span } of part === undefined ? [] : comparisonsIn(part)) {
        const share = limitOf(opened, left, right);
        if (share !== undefined) limits.push({ rule, title, says: oneLine(span), share, clauses: origin.clauses });
      }
    }
  }
  return limits;
}

type Comparison = Extract<Model.Condition, { readonly kind: "compare" }>;

/** Most rules compare nothing, and stay what they are from one figure turned to the next. */
const comparisonsIn = remember((condition: Model.Condition): readonly Comparison[] => {
  const found: Comparison[] = [];
  walk(condition, (node) => {
    if (node.kind === "compare" && "left" in node && "edge" in node) found.push(node);
  });
  return found;
});

function bandLimits(opened: Case): readonly AttendanceLimit[] {
  return [...opened.policy.model.bands.values()].flatMap(({ name, of, rows }) =>
    rows.flatMap((row) =>
      row.edges.flatMap(({ edge, value }): readonly AttendanceLimit[] => {
        const share = limitOf(opened, of, value);
        if (share === undefined) return [];
        const says = `${row.title}: ${edge.replaceAll("-", " ")} ${oneLine(value.span)}`;
        return [{ rule: `${name}.${row.title}`, title: row.title, says, share, clauses: row.origin.clauses }];
      }),
    ),
  );
}

/** Undefined where something else is compared, or the limit is not known. */
function limitOf(opened: Case, left: Model.Value, right: Model.Value): Ratio | undefined {
  const kind = rateThisYear(opened.policy.model, left);
  if (kind === undefined) return undefined;
  const { value } = findFigure(opened.policy.lowering, right, opened.replay.context);
  if (typeof value !== "object" || value.d <= 0) return undefined;
  return kind === "attended" ? value : subtractRatio({ n: 1, d: 1 }, value);
}

/** Whether a value is the pupil's attendance or absence this school year, by itself or as a measure of that one row. */
function rateThisYear(model: Model.Model, value: Model.Value): "attended" | "absent" | undefined {
  if (value.kind === "measure") {
    const rows = model.measures.get(value.name)?.rows ?? [];
    const only = rows.length === 1 ? rows[0] : undefined;
    return only === undefined || only.value.kind === "measure" ? undefined : rateThisYear(model, only.value);
  }
  if (value.kind !== "rate" || value.population.kind !== "pupil" || value.at !== undefined) return undefined;
  const { window, of } = value;
  if (window.kind !== "this" || window.period !== "school-year" || of.codes.length > 0) return undefined;
  return of.category === "attended" || of.category === "absent" ? of.category : undefined;
}
