// The closed list of units and the words a school uses for them: words ⇄ unit.
// Knows no calendar and converts nothing: a school day is never quietly a calendar day.

/** What a unit measures. Units of different families can never be compared; those of one family only by counting. */
export type UnitFamily = "share" | "attendance" | "time" | "period" | "clock" | "count" | "moment" | "money";

const units = {
  "per-cent": { one: "per cent", many: "per cent", family: "share" },
  session: { one: "session", many: "sessions", family: "attendance" },
  lesson: { one: "lesson", many: "lessons", family: "attendance" },
  "school-day": { one: "school day", many: "school days", family: "time" },
  "working-day": { one: "working day", many: "working days", family: "time" },
  "calendar-day": { one: "calendar day", many: "calendar days", family: "time" },
  "bank-holiday": { one: "bank holiday", many: "bank holidays", family: "time" },
  "inset-day": { one: "inset day", many: "inset days", family: "time" },
  "school-week": { one: "school week", many: "school weeks", family: "time" },
  week: { one: "week", many: "weeks", family: "time" },
  month: { one: "month", many: "months", family: "time" },
  year: { one: "year", many: "years", family: "time" },
  "half-term": { one: "half-term", many: "half-terms", family: "period" },
  term: { one: "term", many: "terms", family: "period" },
  "school-year": { one: "school year", many: "school years", family: "period" },
  minute: { one: "minute", many: "minutes", family: "clock" },
  hour: { one: "hour", many: "hours", family: "clock" },
  occasion: { one: "occasion", many: "occasions", family: "count" },
  person: { one: "person", many: "people", family: "count" },
  point: { one: "point", many: "points", family: "count" },
  time: { one: "time of day", many: "times of day", family: "moment" },
  date: { one: "date", many: "dates", family: "moment" },
  pound: { one: "pound", many: "pounds", family: "money" },
} as const;

export type Unit = keyof typeof units;

/** What words say: a unit, or the bare `day` that says too little (S3), which the checker refuses with a fix per unit. */
export type UnitReading = { readonly kind: "unit"; readonly unit: Unit } | { readonly kind: "bare-day" };

export const allUnits: readonly Unit[] = Object.keys(units) as Unit[];

const unitByWords: ReadonlyMap<string, UnitReading> = new Map<string, UnitReading>([
  ...allUnits.flatMap((unit): [string, UnitReading][] => {
    const reading: UnitReading = { kind: "unit", unit };
    return [
      [plain(units[unit].one), reading],
      [plain(units[unit].many), reading],
    ];
  }),
  ["%", { kind: "unit", unit: "per-cent" }],
  ["day", { kind: "bare-day" }],
  ["days", { kind: "bare-day" }],
]);

/** Reads unit words, one or many, with spaces or hyphens (`school weeks`, `school-week`); undefined if unknown. */
export function unitFromWords(words: string): UnitReading | undefined {
  return unitByWords.get(plain(words));
}

/** The words for a unit beside a number: `unitWords("school-week", 1)` is `school week`, any other number takes the plural. */
export function unitWords(unit: Unit, count: number): string {
  return count === 1 ? units[unit].one : units[unit].many;
}

export function unitFamily(unit: Unit): UnitFamily {
  return units[unit].family;
}

function plain(words: string): string {
  return words.trim().replace(/[\s-]+/g, " ");
}
