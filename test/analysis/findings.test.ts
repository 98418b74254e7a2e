// What a careful reader found in two real policies, and the rule that finds it by itself. The numbers are those of
// policies/<school>/findings.md; a fragment of the sentence, mostly a clause, shows that it is the same finding.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/analysis/analyse.ts";
import { rules } from "../../src/analysis/rules.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { modelOf } from "./rule-fixtures.ts";

type Expected = readonly [finding: string, code: string, fragment: string];

const hallGreen: readonly Expected[] = [
  ["HAL-F1", "day-starts-differ", "08:45"],
  ["HAL-F2", "late-arrivals-uncoded", "morning"],
  ["HAL-F3", "clauses-disagree", "HAL-056"],
  ["HAL-F4", "register-time-unsaid", "afternoon"],
  ["HAL-F5", "late-code-without-exception", "09:25"],
  ["HAL-F6", "limits-nearly-equal", "HAL-021"],
  ["HAL-F7", "text-ambiguous", "HAL-049"],
  ["HAL-F8", "no-way-out", "HAL-050"],
  ["HAL-F9", "clauses-disagree", "HAL-053"],
  ["HAL-F10", "report-after-register-closes", "09:30"],
  ["HAL-F11", "clauses-disagree", "HAL-047"],
  ["HAL-F12", "clauses-disagree", "HAL-038"],
  ["HAL-F13", "clauses-disagree", "HAL-134"],
  ["HAL-F14", "clauses-disagree", "HAL-076"],
  ["HAL-F15", "text-ambiguous", "HAL-086"],
  ["HAL-F16", "ground-left-out", "Leave for a regulated performance"],
  ["HAL-F17", "statute-counted-differently", "HAL-077"],
  ["HAL-F19", "text-ambiguous", "HAL-082"],
  ["HAL-F20", "value-unsaid", "HAL-079"],
  ["HAL-F21", "notice-to-improve-missing", "HAL-083"],
  ["HAL-F23", "text-ambiguous", "HAL-069"],
  ["HAL-F24", "threshold-unsaid", "HAL-045"],
  ["HAL-F25", "base-unsaid", "HAL-034"],
  ["HAL-F26", "clauses-disagree", "HAL-088"],
  ["HAL-F27", "value-unsaid", "HAL-089"],
  ["HAL-F30", "value-unsaid", "HAL-062"],
  ["HAL-F31", "cadence-unsaid", "HAL-016"],
  ["HAL-F32", "approved-after-in-force", "HAL-002"],
  ["HAL-F33", "limit-stated-twice", "HAL-035"],
  ["HAL-F35", "clauses-disagree", "HAL-116"],
  ["HAL-F36", "text-ambiguous", "HAL-106"],
  ["HAL-F37", "absence-never-handed-on", "HAL-047"],
  ["HAL-F38", "ground-left-out", "Religious observance"],
  ["HAL-F39", "day-length-undecided", "33 hours 20 minutes"],
];

const delapre: readonly Expected[] = [
  ["DEL-F1", "statute-redefined", "DEL-119"],
  ["DEL-F2", "text-ambiguous", "DEL-005"],
  ["DEL-F3", "clauses-disagree", "DEL-066"],
  ["DEL-F4", "value-unsaid", "DEL-072"],
  ["DEL-F5", "clauses-disagree", "DEL-052"],
  ["DEL-F6", "clauses-disagree", "DEL-111"],
  ["DEL-F7", "clauses-disagree", "DEL-047"],
  ["DEL-F8", "right-made-discretion", "DEL-047"],
  ["DEL-F9", "clauses-disagree", "DEL-053"],
  ["DEL-F10", "clauses-disagree", "DEL-077"],
  ["DEL-F11", "value-unsaid", "DEL-080"],
  ["DEL-F12", "late-code-without-exception", "09:40"],
  ["DEL-F13", "register-time-unsaid", "afternoon"],
  ["DEL-F14", "reference-dangles", "Appendix 1"],
  ["DEL-F15", "named-day-missed", "DEL-104"],
  ["DEL-F16", "recipients-differ", "DEL-114"],
  ["DEL-F17", "day-units-mixed", "DEL-102"],
  ["DEL-F18", "clauses-disagree", "DEL-076"],
  ["DEL-F21", "text-ambiguous", "DEL-107"],
  ["DEL-F22", "value-unsaid", "DEL-086"],
  ["DEL-F23", "triggers-differ", "DEL-115"],
  ["DEL-F24", "names-drift", "attendance-coordinator"],
  ["DEL-F25", "names-drift", "attendance-support-team"],
  ["DEL-F26", "clauses-disagree", "DEL-121"],
  ["DEL-F27", "statute-counted-differently", "DEL-124"],
  ["DEL-F29", "text-ambiguous", "DEL-136"],
  ["DEL-F30", "clauses-disagree", "DEL-123"],
  ["DEL-F31", "duty-or-discretion", "DEL-170"],
  ["DEL-F32", "text-ambiguous", "DEL-157"],
  ["DEL-F33", "text-ambiguous", "DEL-145"],
  ["DEL-F34", "old-name-beside-new", "DEL-169"],
  ["DEL-F35", "statute-redefined", "DEL-166"],
  ["DEL-F36", "law-repealed", "DEL-006"],
  ["DEL-F37", "ground-left-out", "Parent travelling for work"],
  ["DEL-F38", "text-ambiguous", "DEL-113"],
  ["DEL-F40", "value-unsaid", "DEL-153"],
  ["DEL-F41", "value-unsaid", "DEL-154"],
  ["DEL-F42", "text-ambiguous", "DEL-148"],
  ["DEL-F43", "limit-without-period", "DEL-056"],
  ["DEL-F44", "cadence-unsaid", "DEL-020"],
  ["DEL-F45", "cadence-unsaid", "DEL-159"],
  ["DEL-F47", "review-too-rare", "2027-06-30"],
  ["DEL-F48", "one-of-several", "DEL-038"],
  ["DEL-F49", "day-length-undecided", "31 hours 40 minutes"],
  ["DEL-F51", "offence-misquoted", "DEL-118"],
];

function readPolicy(name: string): string {
  return readFileSync(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url), "utf8");
}

const england = modelOf("england.rollcall", readPolicy("england"));

describe.each([
  ["hall-green", hallGreen],
  ["delapre", delapre],
])("of the findings in %s", (name, expected) => {
  const found: readonly Diagnostic[] = analyse(modelOf(`${name}.rollcall`, readPolicy(name), england));

  test.each(expected)("%s is found as %s, by %s", (_, code, fragment) => {
    expect(rules.has(code)).toBe(true);
    const sentences = found.filter((each) => each.code === code).map(messageOf);
    expect(sentences, `${code} on ${name}`).toContainEqual(expect.stringContaining(fragment));
  });
});
