// One policy → one typed module without dependencies: the names it can say as literal unions, the runtime, the program, and
// `evaluate`. The same text for the same policy, always.

import { Project, VariableDeclarationKind } from "ts-morph";
import type { SourceFile } from "ts-morph";
import type { Model } from "../../checker/model.ts";
import type { Lowered } from "../../ir/from-model.ts";
import { inlineRuntime, LIBRARY } from "./inline-runtime.ts";
import type { ReadSource } from "./inline-runtime.ts";
import { printProgram, quote } from "./print-program.ts";

export interface ModuleSource {
  readonly model: Model;
  readonly lowered: Lowered;
  /** The version of the compiler, for the module's first line. */
  readonly version: string;
  readonly readSource: ReadSource;
}

/** The text of the module. */
export function buildModule({ model, lowered, version, readSource }: ModuleSource): string {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile(`${model.name}.ts`, "");
  addNames(file, model, lowered);
  addOutcome(file);
  file.addVariableStatement({
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name: "program", type: "Program", initializer: printProgram(lowered.ir) }],
  });
  addEvaluate(file, model);
  const runtime = inlineRuntime(["runtime/evaluate.ts", LIBRARY, "school/plan-faults.ts"], readSource);
  return `// ${model.title}: its attendance policy as a program. Written by rollcall ${version}; edit the policy, not this file.
/* eslint-disable */

${file.getFullText().trim()}

// ---------------------------------------------------------------- the runtime

${runtime}
`;
}

// ---------------------------------------------------------------- names as types

interface Named {
  readonly name: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

function addNames(file: SourceFile, model: Model, { ir }: Lowered): void {
  const union = (name: string, says: string, members: readonly Named[]): void => {
    file.addTypeAlias({
      name,
      isExported: true,
      docs: [
        `${says}\n${members.map((member) => `- \`${member.name}\`: ${plain(member.title)}${cite(member.clauses)}`).join("\n")}`,
      ],
      type: members.length === 0 ? "never" : [...new Set(members.map((member) => quote(member.name)))].join(" | "),
    });
  };
  union("StatusName", "What a pupil can be.", ir.statuses);
  union(
    "BandName",
    "The rows of the bands.",
    ir.bands.flatMap(({ rows }) => rows.map(({ title, clauses }) => ({ name: title, title, clauses }))),
  );
  union("ProcedureName", "What can be under way.", ir.procedures);
  union(
    "StepName",
    "The steps of the procedures.",
    ir.procedures.flatMap(({ steps }) => steps.map(({ name, title, clauses }) => ({ name, title, clauses }))),
  );
  union("RoleName", "Who can owe something.", rolesOf(model, ir));
  union(
    "CodeName",
    "The register codes of every date.",
    model.codes.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses })),
  );
}

function rolesOf(model: Model, { procedures }: Lowered["ir"]): readonly Named[] {
  const declared = [...model.words.values()].filter(({ sort }) => sort === "role" || sort === "service");
  const known = new Set(declared.map(({ name }) => name));
  const acting = new Set(
    JSON.stringify(procedures)
      .match(/"role":"([a-z0-9-]+)"/g)
      ?.map((match) => match.slice(8, -1)) ?? [],
  );
  return [
    ...declared.map(({ name, title, origin }) => ({ name, title, clauses: origin.clauses })),
    ...[...acting].filter((name) => !known.has(name)).map((name) => ({ name, title: name, clauses: [] })),
  ];
}

function cite(clauses: readonly string[]): string {
  return clauses.length === 0 ? "" : ` [${clauses.join(", ")}]`;
}

function plain(text: string): string {
  return text.replaceAll("*/", "* /");
}

// ---------------------------------------------------------------- what it says

function addOutcome(file: SourceFile): void {
  file.addStatements(`/** One pupil's school time and facts. Days are whole days since 1970-01-01, moments seconds since then on the school's own clock. */
export interface PolicyRecord extends PupilRecord {
  readonly calendar: CalendarPlan;
}

export interface PolicyParty extends Party {
  readonly role: RoleName;
}

export interface PolicyObligation extends Obligation {
  readonly procedure: ProcedureName;
  readonly step: StepName;
  readonly actors: { readonly joined: "and" | "or"; readonly members: readonly PolicyParty[] };
}

/** Everything the policy says of one pupil as of a moment. */
export interface PolicyOutcome extends Outcome {
  readonly statuses: readonly { readonly name: StatusName; readonly holds: boolean | undefined }[];
  readonly bands: readonly { readonly name: string; readonly row: BandName | undefined }[];
  readonly obligations: readonly PolicyObligation[];
}

export type { CalendarPlan, Mark, Arrival, LogRecord, Pupil, Outcome, Obligation };
export { parseDay, parseMoment, formatDay, formatMoment };`);
}

function addEvaluate(file: SourceFile, model: Model): void {
  file.addStatements(`const worlds = new WeakMap<CalendarPlan, World>();`);
  file.addFunction({
    name: "evaluate",
    isExported: true,
    docs: [
      `What the attendance policy of ${plain(model.title)} says of one pupil as of a moment, such as \`2026-03-13\` (its last instant) or \`2026-03-13 09:30\`.\n@throws RangeError where the moment cannot be read, or the calendar makes no sense.`,
    ],
    parameters: [
      { name: "record", type: "PolicyRecord" },
      { name: "asOf", type: "string" },
    ],
    returnType: "PolicyOutcome",
    statements: `const moment = parseMoment(asOf, "end");
if (moment === undefined) throw new RangeError("not a date or a moment: " + asOf);
let world = worlds.get(record.calendar);
if (world === undefined) {
  const fault = faultsOfPlan(record.calendar)[0];
  if (fault !== undefined) throw new RangeError("the calendar makes no sense: " + fault.kind + " at " + fault.path.join("."));
  world = makeWorld(program, makeCalendar(record.calendar));
  worlds.set(record.calendar, world);
}
return evaluatePupil(world, record, moment) as PolicyOutcome;`,
  });
}
