// The policy's own tables, made when they are first asked for, and `worldOf(plan)`: the policy on one calendar, which the other
// forms decide in.

import { StructureKind } from "ts-morph";
import { LIBRARY } from "./inline-runtime.ts";
import type { ModuleForm } from "./module-form.ts";
import { printProgram } from "./print-program.ts";

export const programForm: ModuleForm = {
  runtime: [LIBRARY, "runtime/world.ts", "school/calendar.ts", "school/record-faults.ts"],
  write: ({ lowered }) => [
    {
      kind: StructureKind.Function,
      name: "policyProgram",
      returnType: "Program",
      statements: `return ${printProgram(lowered)};`,
    },
    "const worlds: WeakMap<CalendarPlan, World> = new WeakMap();",
    {
      kind: StructureKind.Function,
      name: "worldOf",
      docs: ["The policy on one calendar, worked out once for each."],
      parameters: [{ name: "plan", type: "CalendarPlan" }],
      returnType: "World",
      statements: `const known = worlds.get(plan);
if (known !== undefined) return known;
refusePlan(plan);
const world = makeWorld(policyProgram(), makeCalendar(plan));
worlds.set(plan, world);
return world;`,
    },
  ],
};
