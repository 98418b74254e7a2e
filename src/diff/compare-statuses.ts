// Statuses of one name, and what an act is allowed for → how far they reach under either policy.

import type { Act, Condition, Status } from "../checker/model.ts";
import { contextFor } from "./read-condition.ts";
import { sayTrace } from "../explain/say-trace.ts";
import { oneLine } from "../source/one-line.ts";
import { traceCondition } from "../explain/trace.ts";
import { compareConditions } from "./compare-conditions.ts";
import { meant, restsOnOther } from "./pair.ts";
import type { Pair } from "./pair.ts";
import { meaningOf } from "./meaning.ts";
import type { Comparison, Probe, Said, Verdict } from "./verdict.ts";

export function compareStatuses(pair: Pair): readonly Comparison[] {
  const [one, other] = [pair.first.policy.model.statuses, pair.second.policy.model.statuses];
  return [...one.values()].flatMap((before) => {
    const after = other.get(before.name);
    return after === undefined ? [] : [compareStatus(pair, before, after)];
  });
}

function compareStatus(pair: Pair, before: Status, after: Status): Comparison {
  const { name, title } = before;
  const base = {
    kind: "status",
    id: name,
    title: title === "" ? name : title,
    before: saidOf(before),
    after: saidOf(after),
    probe: statusProbe(name),
  } as const;
  const [one, other] = [before.rule, after.rule];
  if (one.kind !== "when" || other.kind !== "when") {
    const same = meaningOf(meant(pair.first), one) === meaningOf(meant(pair.second), other);
    if (same && !restsOnOther(pair, one))
      return { ...base, verdict: "same", proved: true, because: "", turning: [], facts: [] };
    const because = "it is switched on and off by what happens, which this does not work through";
    return { ...base, verdict: "not-shown", proved: false, because, turning: [], facts: [] };
  }
  const { reach, turning, facts } = compareConditions(pair, one.condition, other.condition);
  const readsAlike = meaningOf(meant(pair.first), one) === meaningOf(meant(pair.second), other);
  const alike = readsAlike && reach === "unclear" ? { because: "it reads the same, and what it rests on is not" } : {};
  return { ...base, ...verdictOf(reach), ...alike, turning, facts };
}

function saidOf({ rule, origin }: Status): Said {
  return { says: oneLine(rule.kind === "when" ? rule.condition.span : origin.span), origin };
}

/** More pupils reached is stricter: what a policy names, somebody will act on. */
export function verdictOf(reach: "same" | "wider" | "narrower" | "unclear"): {
  readonly verdict: Verdict;
  readonly proved: boolean;
  readonly because: string;
} {
  switch (reach) {
    case "same":
      return { verdict: "same", proved: true, because: "" };
    case "wider":
      return {
        verdict: "stricter",
        proved: true,
        because: "everyone whom it reached before is still reached, and more are",
      };
    case "narrower":
      return {
        verdict: "looser",
        proved: true,
        because: "nobody is reached who was not reached before, and some no longer are",
      };
    case "unclear":
      return {
        verdict: "not-shown",
        proved: false,
        because: "neither rule takes in all that the other does, as far as could be reckoned",
      };
  }
}

function statusProbe(name: string): Probe {
  return {
    read: ({ statuses }) =>
      statuses.find((status) => status.name === name)?.holds === true ? "holds" : "does not hold",
    explain: (opened) => {
      const status = opened.policy.model.statuses.get(name);
      const rule = status?.rule;
      const holds = opened.outcome.statuses.find((each) => each.name === name)?.holds;
      const answer = holds === undefined ? "not known" : holds ? "yes" : "no";
      if (rule?.kind !== "when") return answer;
      return `${answer}, because ${sayTrace(traceCondition(opened.policy.lowering, rule.condition, contextFor(opened)))}`;
    },
    onTime: [],
  };
}

/** What has to hold before an act may be done: the fewer may do it, the stricter. */
export function compareGates(pair: Pair): readonly Comparison[] {
  const [one, other] = [pair.first.policy.model.acts, pair.second.policy.model.acts];
  return [...one.values()].flatMap((before) => {
    const after = other.get(before.name);
    if (after === undefined || before.allowedWhen.length + after.allowedWhen.length === 0) return [];
    const { reach, turning, facts } = compareConditions(pair, gateOf(before), gateOf(after));
    const turned = reach === "wider" ? "narrower" : reach === "narrower" ? "wider" : reach;
    const because =
      turned === "wider"
        ? "it is never allowed where it was not before, and sometimes no longer"
        : turned === "narrower"
          ? "it is allowed wherever it was before, and more often"
          : verdictOf(turned).because;
    const doing = facts.map((each) => ({
      ...each,
      records: [...each.records, { act: before.name, fields: {}, ...byWhom(before) }],
    }));
    const comparison: Comparison = {
      kind: "gate",
      id: before.name,
      title: `When it is allowed to ${before.name.replaceAll("-", " ")}`,
      ...verdictOf(turned),
      because,
      before: { says: gateWords(before), origin: before.origin },
      after: { says: gateWords(after), origin: after.origin },
      turning,
      facts: doing,
      probe: gateProbe(before.name),
    };
    return [comparison];
  });
}

function byWhom({ by }: Act): { readonly by?: string } {
  return by[0] === undefined ? {} : { by: by[0] };
}

function gateOf({ allowedWhen, origin }: Act): Condition {
  return { kind: "and", parts: allowedWhen.map(({ condition }) => condition), span: origin.span };
}

function gateWords({ allowedWhen }: Act): string {
  return allowedWhen.length === 0
    ? "always"
    : allowedWhen.map(({ condition }) => oneLine(condition.span)).join("; and ");
}

function gateProbe(act: string): Probe {
  const refused = (irregularities: readonly { readonly kind: string; readonly act: string }[]): boolean =>
    irregularities.some((each) => each.kind === "refused" && each.act === act);
  return {
    read: ({ irregularities }) => (refused(irregularities) ? "refused" : "allowed"),
    explain: ({ outcome }) =>
      refused(outcome.irregularities) ? "it is done though it is not allowed, and flagged" : "it is allowed",
    onTime: [],
  };
}
