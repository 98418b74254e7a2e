// `decideAll(register, asOf)`: a whole school at once, in typed arrays. In a module of its own, since it carries a kernel made for the
// policy, and of the policy the part that the register decides.

import { StructureKind } from "ts-morph";
import { planBatch } from "./batch/batch-plan.ts";
import type { BatchPlan } from "./batch/batch-plan.ts";
import { printKernel, printTiming } from "./batch/print-kernel.ts";
import type { ModuleForm } from "./module-form.ts";
import { plainText } from "./plain-text.ts";
import { printTables, quote } from "./print-program.ts";
import { LIBRARY } from "./inline-runtime.ts";

export const batchForm: ModuleForm = {
  runtime: [
    LIBRARY,
    "runtime/decide-packed.ts",
    "runtime/packed-register.ts",
    "runtime/packed-figures.ts",
    "runtime/packed-outcome.ts",
    "runtime/batch-spec.ts",
    "runtime/batch-tables.ts",
    "school/calendar.ts",
    "school/calendar-plan.ts",
    "school/day.ts",
    "school/record-faults.ts",
    "school/record.ts",
    "support/once.ts",
  ],
  write: ({ model, lowered }) => {
    const plan = planBatch(lowered.ir);
    return [
      outcomeTypes(plan),
      {
        kind: StructureKind.Function,
        name: "registerProgram",
        docs: ["The part of the policy that the register, the calendar and the roll decide."],
        returnType: "Program",
        statements: `return ${printTables(plan.part, lowered.rules)};`,
      },
      {
        kind: StructureKind.Function,
        name: "batchSpec",
        returnType: "BatchSpec",
        statements: `return ${printTables(plan.spec, new Map())};`,
      },
      {
        kind: StructureKind.Function,
        name: "decideRows",
        parameters: [{ name: "job", type: "BatchJob" }],
        returnType: "void",
        statements: printKernel(plan, true),
      },
      {
        kind: StructureKind.Function,
        name: "timingOfPupil",
        parameters: [{ name: plan.groups.length === 0 ? "_job" : "job", type: "Parameters<TimingOfPupil>[0]" }],
        returnType: "number",
        statements: plan.groups.length === 0 ? "return 0;" : printTiming(plan, true),
      },
      `const policyBatch: () => { readonly decide: DecidePacked } = /* @__PURE__ */ once(() => ({
  decide: makeDecidePacked({
    program: registerProgram(),
    spec: batchSpec(),
    decideRows,
    timingOf: timingOfPupil,
    replayed: ${printTables(plan.replayed, new Map())},
  }),
}));`,
      `const registerWorlds: WeakMap<CalendarPlan, World> = new WeakMap();`,
      {
        kind: StructureKind.Function,
        name: "packSchool",
        isExported: true,
        docs: [
          "Lays a school out for `decideAll`: its marks as they stand, two bytes for each school day, and what the roll says.\n@throws RangeError where the calendar makes no sense, or a record is none.",
        ],
        parameters: [
          { name: "plan", type: "CalendarPlan" },
          { name: "records", type: "readonly PupilRecord[]" },
        ],
        returnType: "PackedRegister",
        statements: `refuseRecords(records);
const known = registerWorlds.get(plan);
if (known !== undefined) return packRegister(known, records);
refusePlan(plan);
const world = makeWorld(registerProgram(), makeCalendar(plan));
registerWorlds.set(plan, world);
return packRegister(world, records);`,
      },
      {
        kind: StructureKind.Function,
        name: "decideAll",
        isExported: true,
        docs: [
          `What the attendance policy of ${plainText(model.title)} says of every pupil of a register as of the end of a day, from the marks as they stand now, the calendar and the roll. Give \`out\` to have its arrays used again where it is of as many pupils and the same day; what is given back counts.\n${limitsOf(plan)}\n@throws RangeError where the day is none, the register is none or was packed for other codes, or \`out\` is no outcome of this policy.`,
        ],
        parameters: [
          { name: "register", type: "PackedRegister" },
          { name: "asOf", type: "Day" },
          { name: "out", type: "BatchOutcome", hasQuestionToken: true },
        ],
        returnType: "BatchOutcome",
        statements: `refuseDay(asOf, "the day asked for.");
return policyBatch().decide(register, asOf, out) as BatchOutcome;`,
      },
      `/** What the register does not decide, by rule, and why. */
export const beyondRegister: readonly { readonly rule: string; readonly what: string; readonly why: string }[] = ${printTables(
        plan.beyond.map(({ rule, what, why }) => ({ rule, what, why: why.kind })),
        new Map(),
      )};`,
      `/** The titles of the rows of each of the bands, in the order in which an outcome counts them. */
export const bandTitles: { readonly [B in keyof BatchOutcome["bands"]]: readonly string[] } = ${printTables(
        Object.fromEntries(plan.part.bands.map(({ name, rows }) => [name, rows.map(({ title }) => title)])),
        new Map(),
      )};`,
      `export type { CalendarPlan, Day, PackedRegister, PupilRecord };
export { parseDay };`,
    ];
  },
};

function outcomeTypes({ spec: { shape } }: BatchPlan): string {
  const fields = (names: readonly string[], type: string): string =>
    `{ ${names.map((name) => `readonly ${quote(name)}: ${type}; `).join("")}}`;
  const procedures = shape.procedures.map(
    ({ name, steps }) =>
      `readonly ${quote(name)}: Omit<PackedProcedure, "steps"> & { readonly steps: ${fields(steps, "PackedStep")} }; `,
  );
  return `/** Pupil p of the register stands at p of every array. */
export interface BatchOutcome extends PackedOutcome {
  /** 0 false, 1 true, 2 not known. */
  readonly statuses: ${fields(shape.statuses, "Uint8Array")};
  /** The row, counted from nought; -1 where none applies. */
  readonly bands: ${fields(shape.bands, "Int16Array")};
  /** \`n / d\` each; \`d\` is 0 where the figure is not known. */
  readonly measures: ${fields(shape.measures, "PackedFigures")};
  /** Of the newest instance, in seconds on the school's own clock; -1 where it did not come to it. */
  readonly procedures: { ${procedures.join("")}};
}`;
}

/** What is decided more slowly, and what is not decided, for whoever reads the documentation alone. */
function limitsOf({ replayed, beyond }: BatchPlan): string {
  const slow = replayed.map(({ name }) => `\`${name}\``).join(", ");
  const rules = beyond.map(({ rule }) => `\`${rule}\``).join(", ");
  return plainText(
    [
      replayed.length === 0 ? "" : `Replayed by the engine, pupil by pupil, for want of a packed form: ${slow}.`,
      beyond.length === 0
        ? "The register decides all of it."
        : `The register alone does not decide ${rules}: see \`beyondRegister\`.`,
    ]
      .filter((line) => line !== "")
      .join("\n"),
  );
}
