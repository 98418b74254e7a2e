// `explain(record, asOf)`: why things are so for one pupil, in the words of the policy. In a module of its own, since its words weigh
// more than the decisions do and are wanted of a few pupils only.

import { StructureKind } from "ts-morph";
import { sketchRule } from "../../ir/sketches.ts";
import type { ModuleForm, ModuleSource } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { printTables } from "./print-program.ts";

export const explainForm: ModuleForm = {
  runtime: [
    "explain/why.ts",
    "explain/why-not.ts",
    "explain/why-standing.ts",
    "runtime/evaluate.ts",
    "runtime/sketch.ts",
    "school/moment.ts",
    "school/record-faults.ts",
    "support/once.ts",
  ],
  write: (source) => [
    {
      kind: StructureKind.Function,
      name: "policyRules",
      docs: ["The policy's rules: their words beside the functions that decide."],
      returnType: "readonly RuleSketch[]",
      statements: `return ${rulesOf(source)};`,
    },
    {
      kind: StructureKind.Function,
      name: "policyTitles",
      returnType: "Titles",
      statements: `return ${titlesOf(source)};`,
    },
    `const policyReading: () => Reading = /* @__PURE__ */ once((): Reading => {
  const rules = new Map(policyRules().map((rule) => [rule.rule, rule]));
  return { titles: policyTitles(), rule: (name) => rules.get(name) };
});`,
    `/** What can be asked about one pupil. Each answer is undefined, or empty, where there is no such thing. */
export interface Explained {
  readonly outcome: PolicyOutcome;
  /** Why it is owed: by the \`id\` of one of the outcome's obligations. */
  readonly obligation: (id: string) => Explanation | undefined;
  /** Why the status holds, does not, or is not known. */
  readonly status: (name: StatusName) => Standing | undefined;
  /** Why the row of the bands applies. */
  readonly band: (name: BandsName) => Standing | undefined;
  /** What is found already of everything that waits for the decision. */
  readonly question: (decision: DecisionName) => readonly Standing[];
  /** What stands between the pupil and each step that could call for the act, the thing, the step or the procedure. */
  readonly whyNot: (words: string) => readonly WhyNot[];
}

export type { Explanation, Standing, WhyNot, Trace };`,
    {
      kind: StructureKind.Function,
      name: "explain",
      isExported: true,
      docs: [
        `Opens the case of one pupil under the attendance policy of ${plainText(source.model.title)} as of a moment, such as \`2026-03-13\` or \`2026-03-13 09:30\`. It is decided once, and read as often as it is asked.\n@throws RangeError where the moment cannot be read, the calendar makes no sense, or a fact is none or another pupil's.`,
      ],
      parameters: [
        { name: "record", type: "PolicyRecord" },
        { name: "asOf", type: "string" },
      ],
      returnType: "Explained",
      statements: `const moment = momentAskedFor(asOf);
refuseRecord(record);
const world = worldOf(record.calendar);
const examined = examinePupil(world, record, moment);
const opened: ReadCase = { reading: policyReading(), world, asOf: moment, replay: examined.replay, outcome: examined.outcome };
return {
  outcome: examined.outcome as PolicyOutcome,
  obligation: (id) => {
    const obligation = opened.outcome.obligations.find((each) => each.id === id);
    return obligation === undefined ? undefined : explainObligation(opened, obligation);
  },
  status: (name) => explainStatus(opened, name),
  band: (name) => explainBand(opened, name),
  question: (decision) =>
    opened.outcome.questions
      .filter((each) => each.decision === decision)
      .flatMap((question) => explainQuestion(opened, question) ?? []),
  whyNot: (words) => {
    refuseWords(words);
    return explainAbsence(opened, words);
  },
};`,
    },
  ],
};

function rulesOf({ lowered: { rules, lowering } }: ModuleSource): string {
  const sketches = [...rules.values()].map((rule) => sketchRule(lowering, rule));
  return printTables(sketches, rules);
}

function titlesOf({ model, lowered: { rules } }: ModuleSource): string {
  const words = new Map([...model.words.values()].map(({ name, title, sort }) => [name, { title, sort }]));
  const documents = new Map([...model.documents.values()].map(({ name, title }) => [name, { title }]));
  return printTables({ words, documents }, rules);
}
