// What a policy may cite or say that the law has since changed: instruments with the day on which they ceased, and things
// that were given another name. Facts about English law, each with its source; nothing about any school.

import { knownDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";

interface Instrument {
  /** How a policy's text speaks of it. */
  readonly cited: RegExp;
  readonly title: string;
  readonly ceased: Day;
  readonly replacedBy: string;
  /** What a policy writes instead. */
  readonly citeAs: string;
}

/** School Attendance (Pupil Registration) (England) Regulations 2024, SI 2024/208, in force from 19 August 2024. */
const registration2024 = "School Attendance (Pupil Registration) (England) Regulations 2024";
/** Education (Penalty Notices) (England) (Amendment) Regulations 2024, SI 2024/210, in force from 19 August 2024. */
const penalty2024 = "Education (Penalty Notices) (England) Regulations 2007 as amended in 2024";
const guidance2024 = '"Working together to improve school attendance" of August 2024';
const guidanceTitle2024 = "Working together to improve school attendance (August 2024)";
const reform = knownDay("2024-08-18");

export const instruments: readonly Instrument[] = [
  {
    cited:
      /(?:education \()?pupil registration\)? *(?:\(england\) *)?regulations 2006|\b2006 (?:pupil )?registration regulations/i,
    title: "the Education (Pupil Registration) (England) Regulations 2006",
    ceased: reform,
    replacedBy: `the ${registration2024}`,
    citeAs: registration2024,
  },
  {
    cited:
      /(?:education \()?penalty notices\)? *(?:\(england\) *)?(?:\(amendment\) *)?regulations 201[23]|\b201[23] penalty[- ]notices? (?:amendment|regulations)/i,
    title: "the penalty notice amendments of 2012 and 2013",
    ceased: reform,
    replacedBy: `the ${penalty2024}`,
    citeAs: penalty2024,
  },
  {
    cited: /\bguidance\b[^.;]{0,40}\b2013\b|\b2013\b[^.;]{0,20}\bguidance\b/i,
    title: "the guidance of 2013 on leave in term time",
    ceased: reform,
    replacedBy: guidance2024,
    citeAs: guidanceTitle2024,
  },
  {
    cited: /working together to improve school attendance[^.;]{0,30}\b(?:2022|2023)\b/i,
    title: '"Working together to improve school attendance" of 2022',
    ceased: reform,
    replacedBy: guidance2024,
    citeAs: guidanceTitle2024,
  },
];

interface Renamed {
  readonly old: RegExp;
  readonly now: RegExp;
  readonly oldName: string;
  readonly nowName: string;
}

/** The guidance of August 2024 calls the parenting contract for attendance an attendance contract. */
export const renamed: readonly Renamed[] = [
  {
    old: /\bparenting[- ]contract/i,
    now: /\battendance[- ]contract/i,
    oldName: "parenting contract",
    nowName: "attendance contract",
  },
];

export interface Right {
  /** The reason under which the national layer knows it. */
  readonly reason: string;
  readonly code: string;
  readonly what: string;
  /** Completes "…, but …". */
  readonly law: string;
}

/** Absences that are no leave, so that nobody grants or refuses them. */
export const rights: readonly Right[] = [
  {
    reason: "religious-observance",
    code: "R",
    what: "absence for religious observance",
    law: "absence on a day exclusively set apart by the parents' religious body is no offence and is recorded as R (Education Act 1996, section 444(3)(c)): it is no leave that could be refused",
  },
];

interface Misquoted {
  readonly pattern: RegExp;
  readonly cited: string;
  readonly right: string;
  readonly citeAs: string;
}

/** Education Act 1996, section 444: the aggravated offence stands in subsection (1A), its defence in (1B). */
export const misquoted: readonly Misquoted[] = [
  {
    pattern: /\b444 ?\(1\) ?\(a\)/i,
    cited: "444(1)(a)",
    citeAs: "444(1A)",
    right: "the offence of a parent who knows of the absence and does not act is section 444(1A)",
  },
];
