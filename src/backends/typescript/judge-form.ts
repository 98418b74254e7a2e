// `judge(figures)` and `judgeWhy(figures)`: the thresholds of a policy over figures that somebody else has counted.

import { StructureKind } from "ts-morph";
import { planJudge } from "./judge/plan-judge.ts";
import type { JudgedFigure, JudgePlan } from "./judge/plan-judge.ts";
import { judgementsKept, printJudge, printJudgeWhy, verdictWords } from "./judge/print-judge.ts";
import type { ModuleForm } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { printTables, quote } from "./print-program.ts";

export const judgeForm: ModuleForm = {
  runtime: ["runtime/verdict.ts", "support/once.ts", "units/ratio.ts"],
  write: ({ model }) => {
    const plan = planJudge(model);
    if (plan.statuses.length + plan.bands.length === 0) return [beyondText(plan)];
    const kept = judgementsKept(plan);
    const judgements = `/** Those that were met, by what each answer is. */
const policyJudgements: (PolicyJudgement | undefined)[] = /* @__PURE__ */ Array.from({ length: ${kept} });`;
    return [
      judgeTypes(plan),
      ...(kept === undefined ? [] : [judgements]),
      {
        kind: StructureKind.Function,
        name: "judge",
        isExported: true,
        docs: [
          `What the attendance policy of ${plainText(model.title)} says of figures that are ready: each status, and the row of each of the bands. Undefined is "not known". Equal judgements are one object, which stays as it is.\n@throws RangeError where a figure is no whole number that can be exact.`,
        ],
        parameters: [{ name: plan.figures.length === 0 ? "_figures" : "figures", type: "PolicyFigures" }],
        returnType: "PolicyJudgement",
        statements: printJudge(plan),
      },
      `const policyVerdicts: () => { readonly words: readonly VerdictWords[]; readonly known: KnownVerdicts } = /* @__PURE__ */ once(() => {
  const words: readonly VerdictWords[] = ${printTables(verdictWords(plan), new Map())};
  return { words, known: words.map(() => []) };
});`,
      {
        kind: StructureKind.Function,
        name: "judgeWhy",
        isExported: true,
        docs: ["As `judge`, with the rule, its clauses, and every comparison that was looked at."],
        parameters: [{ name: plan.figures.length === 0 ? "_figures" : "figures", type: "PolicyFigures" }],
        returnType: "PolicyVerdicts",
        statements: `const { words, known } = policyVerdicts();\n${printJudgeWhy(plan, true)}`,
      },
      beyondText(plan),
    ];
  },
};

function beyondText({ beyond }: JudgePlan): string {
  return `/** The statuses and bands that ready figures do not decide, and the words of what they look at besides. */
export const beyondFigures: readonly { readonly rule: string; readonly what: string; readonly why: string }[] = ${printTables(beyond, new Map())};`;
}

function judgeTypes({ figures, statuses, bands }: JudgePlan): string {
  const typeOf = ({ kind }: JudgedFigure): string => (kind === "whole" ? "number" : "Ratio");
  const rowsOf = (rows: JudgePlan["bands"][number]["rows"]): string =>
    rows.map(({ name }) => quote(name)).join(" | ") || "never";
  const answers = [
    ...statuses.map(({ name }) => ({ name, type: "boolean | undefined" })),
    ...bands.map(({ name, rows }) => ({ name, type: `${rowsOf(rows)} | undefined` })),
  ];
  const lines = (entries: readonly string[]): string => entries.map((entry) => `  readonly ${entry};`).join("\n");
  return `/** Whole numbers, and shares as \`{ n, d }\`; undefined is "not known". */
export interface PolicyFigures {
${lines(figures.map((figure) => `${quote(figure.name)}: ${typeOf(figure)} | undefined`))}
}

export interface PolicyJudgement {
${lines(answers.map(({ name, type }) => `${quote(name)}: ${type}`))}
}

/** Each answer with what it was decided on. */
export type PolicyVerdicts = { readonly [K in keyof PolicyJudgement]: Verdict<PolicyJudgement[K]> };

export type { Ratio, Verdict };`;
}
