// The form of a conformance case, as plain values: what stands in a case's YAML file. Nothing of how any implementation keeps it.

/** A day such as `2025-09-08`; a moment such as `2025-09-08 15:25` or `2025-09-08 15:25:30`. A day alone is its last instant. */
export type DayText = string;
export type MomentText = string;

export interface SpanFile {
  readonly from?: DayText;
  readonly until?: DayText;
}

export interface PupilFile {
  readonly id: string;
  readonly year: number;
  readonly class?: string;
  readonly born?: DayText;
  readonly "on-roll": readonly { readonly from: DayText; readonly to?: DayText }[];
  readonly flags?: readonly ({ readonly name: string } & SpanFile)[];
  readonly parents?: readonly ({
    readonly person: string;
    readonly responsibility: boolean;
    readonly "lives-with": boolean;
    readonly cares: boolean;
  } & SpanFile)[];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A mark that the rows of days cannot show: known late, of another school, or one of several for one session. */
export interface MarkFile {
  readonly on: DayText;
  readonly half: "AM" | "PM";
  readonly code: string;
  readonly known?: MomentText;
  readonly setting?: string;
}

export interface ArrivalFile {
  readonly at: MomentText;
  readonly known?: MomentText;
  readonly fields?: Readonly<Record<string, string>>;
}

export interface RecordFile {
  readonly id: string;
  readonly act: string;
  readonly object?: string;
  readonly happened: MomentText;
  readonly known?: MomentText;
  readonly person?: string;
  readonly by?: string;
  readonly to?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

export interface ObligationFile {
  readonly id: string;
  readonly step: string;
  readonly state: string;
  readonly who: string;
  readonly modal: string;
  readonly act: string;
  readonly object?: string;
  readonly to?: string;
  readonly with?: string;
  readonly through?: readonly string[];
  readonly using?: string;
  readonly recording?: readonly string[];
  readonly about?: string;
  readonly person?: string;
  readonly clauses?: readonly string[];
  readonly opened: MomentText;
  readonly due?: MomentText;
  readonly "done-by"?: string;
  readonly "done-at"?: MomentText;
  readonly because?: string;
}

export interface InstanceFile {
  readonly procedure: string;
  readonly key: string;
  readonly started?: MomentText;
  readonly ended?: MomentText;
  readonly outcome?: string;
  readonly steps?: readonly { readonly step: string; readonly opened?: MomentText; readonly done?: MomentText }[];
}

/** All that is said as of one moment. What is not listed must not be said, and a list that is left out is empty. */
export interface OutcomeFile {
  readonly "as-of": MomentText;
  /** null is "not known". */
  readonly statuses?: Readonly<Record<string, boolean | null>>;
  /** null is no row. */
  readonly bands?: Readonly<Record<string, string | null>>;
  /** Whole numbers, texts, or exact fractions such as `19/20` in lowest terms; null is "not known". */
  readonly measures?: Readonly<Record<string, number | string | null>>;
  readonly instances?: readonly InstanceFile[];
  readonly obligations?: readonly ObligationFile[];
  readonly questions?: readonly {
    readonly decision: string;
    readonly procedure: string;
    readonly instance: string;
    readonly rule: string;
    readonly since: MomentText;
  }[];
  readonly proposals?: readonly {
    readonly on: DayText;
    readonly half: "AM" | "PM";
    readonly code: string;
    readonly instead?: string;
    readonly rule: string;
  }[];
  readonly irregularities?: readonly {
    readonly kind: string;
    readonly record: string;
    readonly act: string;
    readonly object?: string;
    readonly field?: string;
    readonly rule?: string;
    readonly at: MomentText;
  }[];
  readonly overturned?: readonly { readonly obligation: string; readonly by: string; readonly known: MomentText }[];
}

export interface CaseFile {
  readonly title: string;
  /** The rules of grammar/README.md that it shows. */
  readonly rules?: readonly string[];
  readonly policy: string;
  /** The layer that the policy extends, where it extends one. */
  readonly above?: string;
  /** In the form of calendar.yaml. */
  readonly calendar: object;
  readonly pupil: PupilFile;
  /** By Monday, a pair of codes for each day from then on, as in `/\ OO -- J1J1 /\`; `-` where there is no mark. */
  readonly marks: Readonly<Record<DayText, string>>;
  readonly "other-marks"?: readonly MarkFile[];
  readonly arrivals?: readonly ArrivalFile[];
  readonly log?: readonly RecordFile[];
  readonly expected: readonly OutcomeFile[];
}
