// How often things happen in English schools, for the sample school: rates per million, from published national statistics.
// Absence by reason 2023/24 and 2024/25, by weekday autumn 2021, by week 2024/25 (Department for Education, FFT Education Datalab).

export type Phase = "primary" | "secondary";

export interface PhaseRates {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Begin on a school day, at an ordinary pupil in an ordinary week. */
  readonly illnessBegins: number;
  readonly unexplainedBegins: number;
  readonly appointment: number;
  readonly suspension: number;
  /** Of mornings and of afternoons on which an ordinary pupil comes late. */
  readonly lateMorning: number;
  readonly lateAfternoon: number;
  /** Of families, in a year. */
  readonly holiday: number;
  readonly observance: number;
  readonly leaveGranted: number;
}

export const phaseRates: Readonly<Record<Phase, PhaseRates>> = {
  primary: {
    firstYear: 0,
    lastYear: 6,
    illnessBegins: 17_000,
    unexplainedBegins: 6_000,
    appointment: 4_200,
    suspension: 60,
    lateMorning: 30_000,
    lateAfternoon: 2_000,
    holiday: 200_000,
    observance: 100_000,
    leaveGranted: 180_000,
  },
  secondary: {
    firstYear: 7,
    lastYear: 11,
    illnessBegins: 23_000,
    unexplainedBegins: 21_000,
    appointment: 5_200,
    suspension: 700,
    lateMorning: 58_000,
    lateAfternoon: 18_000,
    holiday: 115_000,
    observance: 95_000,
    leaveGranted: 200_000,
  },
};

/** Kinds of pupil: how many of a thousand, and how many times in a hundred what an ordinary pupil does. */
export interface Proneness {
  readonly share: number;
  readonly illness: number;
  readonly unexplained: number;
}

/** Heavy-tailed, so that about one pupil in seven misses a tenth of the year and one in a hundred half of it. */
export const proneness: readonly Proneness[] = [
  { share: 490, illness: 45, unexplained: 15 },
  { share: 320, illness: 100, unexplained: 60 },
  { share: 135, illness: 220, unexplained: 330 },
  { share: 47, illness: 340, unexplained: 800 },
  { share: 8, illness: 500, unexplained: 2_800 },
];

export const lateness: readonly { readonly share: number; readonly times: number }[] = [
  { share: 600, times: 15 },
  { share: 280, times: 100 },
  { share: 90, times: 350 },
  { share: 30, times: 1_000 },
];

/**
 * Circumstances by the names of the national layer: pupils of a thousand, and times in a hundred; the shares of those without
 * make the mean a hundred.
 */
export const circumstances = [
  { name: "free-school-meals", share: 245, times: 145 },
  { name: "special-needs", share: 140, times: 135 },
  { name: "education-health-care-plan", share: 45, times: 160 },
  { name: "has-social-worker", share: 25, times: 170 },
  { name: "speaks-another-language", share: 210, times: 95 },
  { name: "young-carer", share: 10, times: 140 },
] as const;

/** What a pupil with none of these is to one with the mean of them. */
export const withoutCircumstance = 84;

/** Monday to Friday, in hundredths: lowest on Wednesday, highest on Friday. */
export const weekdayShape = [102, 96, 93, 97, 112] as const;

/** The six half-terms, in hundredths: least in September, most before Christmas. */
export const halfTermShape = [76, 120, 108, 100, 96, 100] as const;

/** The first and the last week of a half-term, in hundredths; the weeks between lie between. */
export const weekShape = [84, 118] as const;

/** Whole days of an illness: weights of one, two, three … days. */
export const illnessLengths = [44, 26, 14, 7, 5, 2, 1, 0, 0, 1] as const;
