// The tables that a school's folder may hold, and the columns of each: names, and whether a table is nothing without them.
// Knows no vendor (presets.ts does) and reads nothing.

export interface ColumnSpec {
  /** Without this column, given or assumed, the table cannot be read. */
  readonly needed: boolean;
  /** What it holds, for the description of the form. */
  readonly holds: string;
}

export interface TableSpec {
  /** What the rows are, as a message says it. */
  readonly what: string;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** What becomes of columns that the table does not know: kept as fields by their headings, or told and left. */
  readonly others: "kept" | "told";
}

const needed = (holds: string): ColumnSpec => ({ needed: true, holds });
const optional = (holds: string): ColumnSpec => ({ needed: false, holds });

export const tables = {
  pupils: {
    what: "pupils",
    others: "kept",
    columns: {
      id: needed("the pupil's own identifier"),
      name: optional("the name to print"),
      year: needed("the year group: N, R, 1 to 14"),
      class: optional("the class or registration group"),
      born: optional("the date of birth"),
      from: needed("the first day on roll; a pupil who came back has a second row"),
      until: optional("the last day on roll"),
    },
  },
  parents: {
    what: "parents",
    others: "told",
    columns: {
      pupil: needed("the pupil's identifier"),
      person: needed("the parent's own identifier, the same for all their children"),
      name: optional("the name to print"),
      responsibility: needed("whether they have parental responsibility: yes or no"),
      "lives-with": needed("whether the pupil lives with them: yes or no"),
      cares: needed("whether they have care of the pupil: yes or no"),
      from: optional("the first day of the link"),
      until: optional("the last day of the link"),
    },
  },
  flags: {
    what: "flags",
    others: "told",
    columns: {
      pupil: needed("the pupil's identifier"),
      flag: needed("the circumstance, such as free-school-meals or has-social-worker"),
      from: optional("its first day"),
      until: optional("its last day"),
    },
  },
  marks: {
    what: "marks",
    others: "told",
    columns: {
      pupil: needed("the pupil's identifier"),
      date: optional("the day (one row a mark, or one row a day)"),
      session: optional("AM or PM (one row a mark)"),
      code: optional("the register code (one row a mark)"),
      am: optional("the morning's code (one row a day)"),
      pm: optional("the afternoon's code (one row a day)"),
      start: optional("the first day (a string of marks)"),
      marks: optional("the codes in order (a string of marks)"),
      known: optional("when the mark became known, if later than its register"),
      "minutes-late": optional("how late the pupil came, in whole minutes"),
      setting: optional("the other school that took the mark"),
      reason: optional("the reason or comment"),
    },
  },
  arrivals: {
    what: "arrivals",
    others: "kept",
    columns: {
      pupil: needed("the pupil's identifier"),
      at: optional("date and time of signing in"),
      date: optional("the date, where the time stands apart"),
      time: optional("the time"),
      known: optional("when it became known, if later"),
    },
  },
  log: {
    what: "logged acts",
    others: "kept",
    columns: {
      id: optional("the record's own identifier; a correction bears the same one"),
      act: needed("what was done, such as report-absence"),
      object: optional("what it was about, such as letter-1"),
      at: optional("date and time it happened"),
      date: optional("the date, where the time stands apart or is not known"),
      time: optional("the time"),
      known: optional("when it became known, if later"),
      pupil: optional("the pupil it concerns; without one it concerns the school"),
      person: optional("the parent it concerns"),
      by: optional("the role that acted"),
      to: optional("who received it, separated by semicolons"),
    },
  },
  staff: {
    what: "staff",
    others: "kept",
    columns: { role: needed("the role, such as attendance-officer") },
  },
} as const satisfies Readonly<Record<string, TableSpec>>;

export type TableName = keyof typeof tables;

export const tableNames: readonly TableName[] = Object.keys(tables) as TableName[];

export function tableSpec(table: TableName): TableSpec {
  return tables[table];
}

/** Headings compare without capitals, and with blanks, hyphens and underscores alike: `Minutes Late` is `minutes_late`. */
export function plainHeading(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}

const AS_FIELD = "field-";

/** The field that a further column keeps: `nickname`, and for `field time` the field `time`, whose bare name is a column's. */
export function fieldOf(heading: string): string {
  const plain = plainHeading(heading);
  return plain.length > AS_FIELD.length && plain.startsWith(AS_FIELD) ? plain.slice(AS_FIELD.length) : plain;
}

/** The heading under which {@link fieldOf} finds the field again. */
export function fieldHeading(table: TableName, field: string): string {
  const bare = fieldOf(field) === field && tableSpec(table).columns[field] === undefined;
  return bare ? field : `field ${field}`;
}
