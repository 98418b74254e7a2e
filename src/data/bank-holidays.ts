// The bank holidays of England from 2023 to 2027, as proclaimed, substitute days included.
// Nothing is worked out: Easter moves, substitutes move, and 2023 had a coronation.

import { knownDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";

export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
}

const PROCLAIMED = `
2023-01-02 New Year's Day (substitute)
2023-04-07 Good Friday
2023-04-10 Easter Monday
2023-05-01 Early May bank holiday
2023-05-08 Coronation of King Charles III
2023-05-29 Spring bank holiday
2023-08-28 Summer bank holiday
2023-12-25 Christmas Day
2023-12-26 Boxing Day
2024-01-01 New Year's Day
2024-03-29 Good Friday
2024-04-01 Easter Monday
2024-05-06 Early May bank holiday
2024-05-27 Spring bank holiday
2024-08-26 Summer bank holiday
2024-12-25 Christmas Day
2024-12-26 Boxing Day
2025-01-01 New Year's Day
2025-04-18 Good Friday
2025-04-21 Easter Monday
2025-05-05 Early May bank holiday
2025-05-26 Spring bank holiday
2025-08-25 Summer bank holiday
2025-12-25 Christmas Day
2025-12-26 Boxing Day
2026-01-01 New Year's Day
2026-04-03 Good Friday
2026-04-06 Easter Monday
2026-05-04 Early May bank holiday
2026-05-25 Spring bank holiday
2026-08-31 Summer bank holiday
2026-12-25 Christmas Day
2026-12-28 Boxing Day (substitute)
2027-01-01 New Year's Day
2027-03-26 Good Friday
2027-03-29 Easter Monday
2027-05-03 Early May bank holiday
2027-05-31 Spring bank holiday
2027-08-30 Summer bank holiday
2027-12-27 Christmas Day (substitute)
2027-12-28 Boxing Day (substitute)`;

/** Every bank holiday of England from 2023 to 2027, in order. */
export const englishBankHolidays: readonly BankHoliday[] = PROCLAIMED.trim()
  .split("\n")
  .map((line) => ({ day: knownDay(line.slice(0, 10)), name: line.slice(11) }));
