// `start`, `advance`, `outcome`, `watchChanges`, `save` and `load`: one pupil's year day by day, at the cost of what is new.

import { StructureKind } from "ts-morph";
import { fingerprintOfPolicy } from "../../ir/fingerprint-of-policy.ts";
import type { ModuleForm } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { quote } from "./print-program.ts";

export const advanceForm: ModuleForm = {
  runtime: [
    "runtime/advance.ts",
    "runtime/changes.ts",
    "runtime/state-to-json.ts",
    "school/record.ts",
    "school/record-faults.ts",
  ],
  write: ({ model, lowered }) => [
    {
      kind: StructureKind.Function,
      name: "start",
      isExported: true,
      docs: [
        `The state of a pupil of whom nothing is known yet under the attendance policy of ${plainText(model.title)}: \`advance\` takes it on from day to day, in place.\n@throws RangeError where the calendar makes no sense, or the pupil is none.`,
      ],
      parameters: [
        { name: "pupil", type: "Pupil" },
        { name: "calendar", type: "CalendarPlan" },
      ],
      returnType: "State",
      statements: `refusePupil(pupil);
return startState(worldOf(calendar), pupil);`,
    },
    {
      kind: StructureKind.Function,
      name: "outcome",
      isExported: true,
      docs: [
        "What the policy says as of the end of the day that the state was taken to: what `evaluate` says of the same facts.\n@throws RangeError where it is no state.",
      ],
      parameters: [{ name: "state", type: "State" }],
      returnType: "PolicyOutcome",
      statements: "return outcomeAt(state) as PolicyOutcome;",
    },
    {
      kind: StructureKind.Function,
      name: "save",
      isExported: true,
      docs: [
        "The state as a plain value, to be kept as JSON until `load` takes it up again.\n@throws RangeError where it is no state.",
      ],
      parameters: [{ name: "state", type: "State" }],
      returnType: "SavedState",
      statements: "return saveState(state, POLICY);",
    },
    {
      kind: StructureKind.Function,
      name: "load",
      isExported: true,
      docs: [
        "The state that was saved.\n@throws RangeError where it is none, was changed since, or belongs to another policy, calendar or version.",
      ],
      parameters: [
        { name: "saved", type: "unknown" },
        { name: "calendar", type: "CalendarPlan" },
      ],
      returnType: "State",
      statements: "return loadState(worldOf(calendar), saved, POLICY);",
    },
    `/** Tells a state of this wording of the policy from one of another. */
const POLICY = ${quote(fingerprintOfPolicy(lowered.ir))};`,
    "export { advance, watchChanges };\nexport type { Changes, SavedState, SchoolDay, State };",
  ],
};
