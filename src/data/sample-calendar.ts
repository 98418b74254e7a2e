// The planned calendar of the sample school for 2023/24 to 2026/27: believable English term dates, 190 school days a year.
// Invented, and the dates of no one school; the bank holidays are the real ones.

import type { CalendarPlan, PlannedTerm, PlannedYear } from "../school/calendar-plan.ts";
import { knownDay } from "../school/day.ts";
import { englishBankHolidays } from "./bank-holidays.ts";

interface SampleYear {
  readonly name: string;
  /** First and last day of each half-term, in order; two to a term. */
  readonly halfTerms: readonly (readonly [string, string])[];
  readonly inset: readonly string[];
}

const SAMPLE_YEARS: readonly SampleYear[] = [
  {
    name: "2023/24",
    halfTerms: [
      ["2023-09-04", "2023-10-27"],
      ["2023-11-06", "2023-12-22"],
      ["2024-01-08", "2024-02-09"],
      ["2024-02-19", "2024-03-22"],
      ["2024-04-08", "2024-05-24"],
      ["2024-06-03", "2024-07-22"],
    ],
    inset: ["2023-09-04", "2023-09-05", "2023-11-06", "2024-01-08", "2024-06-03"],
  },
  {
    name: "2024/25",
    halfTerms: [
      ["2024-09-02", "2024-10-25"],
      ["2024-11-04", "2024-12-20"],
      ["2025-01-06", "2025-02-14"],
      ["2025-02-24", "2025-04-11"],
      ["2025-04-28", "2025-05-23"],
      ["2025-06-02", "2025-07-21"],
    ],
    inset: ["2024-09-02", "2024-09-03", "2024-11-04", "2025-01-06", "2025-06-02"],
  },
  {
    name: "2025/26",
    halfTerms: [
      ["2025-09-01", "2025-10-24"],
      ["2025-11-03", "2025-12-19"],
      ["2026-01-05", "2026-02-13"],
      ["2026-02-23", "2026-03-27"],
      ["2026-04-13", "2026-05-22"],
      ["2026-06-01", "2026-07-20"],
    ],
    inset: ["2025-09-01", "2025-09-02", "2025-11-03", "2026-01-05", "2026-06-01"],
  },
  {
    name: "2026/27",
    halfTerms: [
      ["2026-09-01", "2026-10-23"],
      ["2026-11-02", "2026-12-18"],
      ["2027-01-04", "2027-02-12"],
      ["2027-02-22", "2027-03-25"],
      ["2027-04-12", "2027-05-28"],
      ["2027-06-07", "2027-07-21"],
    ],
    inset: ["2026-09-01", "2026-09-02", "2026-11-02", "2027-01-04", "2027-06-07"],
  },
];

const TERM_NAMES = ["autumn", "spring", "summer"] as const;

/** The sample school's plan for all four years. */
export function sampleCalendarPlan(): CalendarPlan {
  const years = SAMPLE_YEARS.map(planYear);
  const [first, last] = [years[0]?.from ?? 0, years.at(-1)?.to ?? 0];
  return {
    name: "Sample school calendar",
    years,
    bankHolidays: englishBankHolidays.map((holiday) => holiday.day).filter((day) => day >= first && day <= last),
    inset: SAMPLE_YEARS.flatMap((year) => year.inset.map(knownDay)),
    closed: [],
    oneSession: [],
  };
}

function planYear(year: SampleYear): PlannedYear {
  const start = year.name.slice(0, 4);
  const terms = TERM_NAMES.map((season, index) => planTerm(year, season, 2 * index));
  return { name: year.name, from: knownDay(`${start}-09-01`), to: knownDay(`${Number(start) + 1}-08-31`), terms };
}

function planTerm(year: SampleYear, season: string, first: number): PlannedTerm {
  const halfTerms = year.halfTerms.slice(first, first + 2).map(([from, to], index) => ({
    name: `${season} ${index + 1} ${year.name}`,
    from: knownDay(from),
    to: knownDay(to),
  }));
  const name = `${season} term ${year.name}`;
  return { name, from: halfTerms[0]?.from ?? 0, to: halfTerms.at(-1)?.to ?? 0, halfTerms };
}
