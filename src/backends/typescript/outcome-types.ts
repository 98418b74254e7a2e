// What a module takes and says, typed by the policy's own names: a misspelt band, step, role or act does not compile.

import type { ModuleForm } from "./module-form.ts";

export const sayOutcome: ModuleForm = {
  runtime: ["runtime/outcome.ts", "school/record.ts", "school/calendar-plan.ts", "school/day.ts", "school/moment.ts"],
  write: () => [
    `/** One pupil's school time and facts. Days are whole days since 1970-01-01, moments seconds since then on the school's own clock. */
export interface PolicyRecord extends PupilRecord {
  readonly calendar: CalendarPlan;
}

export interface PolicyParty extends Party {
  readonly role: RoleName;
}

export interface PolicyParties extends Parties {
  readonly members: readonly PolicyParty[];
}

export interface PolicyStatus {
  readonly name: StatusName;
  /** Undefined is "not known": a mark, an answer or a word of the policy is missing. */
  readonly holds: boolean | undefined;
}

/** Which row of the bands applies; undefined where none does. */
export type PolicyBand = { [B in BandsName]: { readonly name: B; readonly row: BandRows[B] | undefined } }[BandsName];

/** An exact number, a share as a pair of whole numbers, or a text; undefined is "not known". */
export interface PolicyMeasure {
  readonly name: MeasureName;
  readonly value: Figure | undefined;
}

export interface ObligationOf<P extends ProcedureName> extends Obligation {
  readonly procedure: P;
  readonly step: StepNames[P];
  readonly act: ActName;
  readonly actors: PolicyParties;
  readonly to?: PolicyParties;
  readonly with?: PolicyParties;
}

/** Who owes what to whom by when, and which rule says so. */
export type PolicyObligation = { [P in ProcedureName]: ObligationOf<P> }[ProcedureName];

export interface InstanceOf<P extends ProcedureName> extends InstanceOutcome {
  readonly procedure: P;
  readonly steps: readonly (InstanceOutcome["steps"][number] & { readonly step: StepNames[P] })[];
}

/** What is or was under way, and when its steps opened and were done. */
export type PolicyInstance = { [P in ProcedureName]: InstanceOf<P> }[ProcedureName];

export interface PolicyQuestion extends Question {
  readonly decision: DecisionName;
  readonly by: readonly RoleName[];
  readonly procedure: ProcedureName;
}

export interface PolicyProposal extends Proposal {
  readonly code: CodeName;
}

export interface PolicyOverturned extends Overturned {
  readonly obligation: PolicyObligation;
}

/** Everything the policy says of one pupil as of a moment. */
export interface PolicyOutcome extends Outcome {
  readonly statuses: readonly PolicyStatus[];
  readonly bands: readonly PolicyBand[];
  readonly measures: readonly PolicyMeasure[];
  readonly instances: readonly PolicyInstance[];
  readonly obligations: readonly PolicyObligation[];
  readonly questions: readonly PolicyQuestion[];
  readonly proposals: readonly PolicyProposal[];
  readonly overturned: readonly PolicyOverturned[];
}

export type { CalendarPlan, Mark, Arrival, LogRecord, Pupil, PupilRecord, Outcome, Obligation, Day, Moment, Figure };
export { parseDay, parseMoment, formatDay, formatMoment };`,
  ],
};
