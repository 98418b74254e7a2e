// `evaluate(record, asOf)`: everything the policy says of one pupil as of a moment.

import { StructureKind } from "ts-morph";
import type { ModuleForm } from "./module-form.ts";
import { plainText } from "./plain-text.ts";

export const evaluateForm: ModuleForm = {
  runtime: ["runtime/evaluate.ts", "school/moment.ts", "school/record-faults.ts"],
  write: ({ model }) => [
    {
      kind: StructureKind.Function,
      name: "evaluate",
      isExported: true,
      docs: [
        `What the attendance policy of ${plainText(model.title)} says of one pupil as of a moment, such as \`2026-03-13\` (its last instant) or \`2026-03-13 09:30\`.\n@throws RangeError where the moment cannot be read, the calendar makes no sense, or a fact is none or another pupil's.`,
      ],
      parameters: [
        { name: "record", type: "PolicyRecord" },
        { name: "asOf", type: "string" },
      ],
      returnType: "PolicyOutcome",
      statements: `const moment = momentAskedFor(asOf);
refuseRecord(record);
return evaluatePupil(worldOf(record.calendar), record, moment) as PolicyOutcome;`,
    },
  ],
};
