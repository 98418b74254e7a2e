// The rules of a policy by the names that outcomes give: where each was written, and what it says.

import type * as Model from "../checker/model.ts";

export interface Rule {
  readonly rule: string;
  readonly kind:
    | "procedure"
    | "step"
    | "sentence"
    | "condition"
    | "wait"
    | "repeat"
    | "duty"
    | "status"
    | "bands"
    | "band"
    | "coding"
    | "measure"
    | "allowed"
    | "document"
    | "role"
    | "zone";
  readonly origin: Model.Origin;
  readonly title: string;
  readonly sentence?: Model.Sentence;
  readonly condition?: Model.Condition;
  readonly guard?: Model.Condition;
  /** The name of the table, where it is one. */
  readonly bands?: string;
}

export interface RuleBook {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly add: (rule: Rule) => void;
}

export function makeRuleBook(): RuleBook {
  const rules = new Map<string, Rule>();
  return { rules, add: (rule) => void rules.set(rule.rule, rule) };
}
