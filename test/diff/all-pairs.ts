// Every two of the five schools compared, and what comes out in one table. Run by itself it prints the table:
// `node test/diff/all-pairs.ts`.

import { comparePolicies } from "../../src/diff/compare-policies.ts";
import type { PolicyDiff } from "../../src/diff/compare-policies.ts";
import type { DiffSide } from "../../src/diff/diff-side.ts";
import type { Verdict } from "../../src/diff/verdict.ts";
import { once } from "../../src/support/once.ts";
import { textTable } from "../../src/support/text-table.ts";
import { calendarOf, compileFile } from "../policy-files.ts";

export const schools = ["hall-green", "delapre", "rufford", "newquay", "slade"] as const;

export interface ComparedPair {
  readonly names: readonly [string, string];
  readonly diff: PolicyDiff;
}

/** Each two once, the earlier of the list first; or each in both directions. */
export function allPairs(bothWays: boolean): readonly ComparedPair[] {
  return sides().flatMap((first, one) =>
    sides().flatMap((second, other) =>
      one === other || (!bothWays && one > other) ? [] : [comparedPair(first, second)],
    ),
  );
}

export function turned({ diff: { first, second } }: ComparedPair): ComparedPair {
  return comparedPair(second, first);
}

/** On the first day on which both are in force. */
function comparedPair(first: DiffSide, second: DiffSide): ComparedPair {
  const day = Math.max(first.day, second.day);
  return { names: [first.label, second.label], diff: comparePolicies({ ...first, day }, { ...second, day }) };
}

const sides = once(() => schools.map(sideOf));

function sideOf(name: string): DiffSide {
  const compilation = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  const { ready, model } = compilation;
  if (ready === undefined || model?.inForce === undefined) throw new Error(`${name} is not sound`);
  return {
    label: name,
    policy: { ...ready, model },
    calendar: calendarOf(compilation),
    day: model.inForce.from,
    onDay: false,
  };
}

const verdicts: readonly Verdict[] = ["stricter", "looser", "different", "not-shown", "same"];

export function summaryTable(pairs: readonly ComparedPair[], width: number): readonly string[] {
  const rows = pairs.map(({ names, diff }) => [
    names.join(" → "),
    String(diff.changes.length),
    ...verdicts.map((verdict) => String(diff.outcomes.filter((each) => each.verdict === verdict).length)),
  ]);
  return textTable(
    [
      [
        "",
        "provisions otherwise",
        ...verdicts.map((verdict) => (verdict === "not-shown" ? "not shown to differ" : verdict)),
      ],
      ...rows,
    ],
    width,
  );
}

if (process.argv[1]?.endsWith("all-pairs.ts") === true)
  process.stdout.write(`${summaryTable(allPairs(true), 120).join("\n")}\n`);
