// The threshold part of the decision as twelve rules over five ready facts: what rule engines are given, each in its own words.

export interface Facts {
  /** Attendance in thousandths of a per cent, rounded down, which is exact for these limits. */
  readonly pct: number;
  readonly unauthWindow: number;
  readonly lates: number;
  readonly currentRun: number;
  readonly unauth: number;
}

export type Operator = ">=" | "<=" | "<";

export interface Test {
  readonly fact: keyof Facts;
  readonly operator: Operator;
  readonly value: number;
}

export interface ThresholdRule {
  readonly name: string;
  readonly all: readonly Test[];
}

const at = (fact: keyof Facts, operator: Operator, value: number): Test => ({ fact, operator, value });
const share = (operator: Operator, percent: number): Test => at("pct", operator, 1000 * percent);

/** In the order of the bits of an answer. Of the six bands exactly one holds. */
export const rules: readonly ThresholdRule[] = [
  { name: "excellent", all: [share(">=", 99)] },
  { name: "good", all: [share(">=", 96), share("<", 99)] },
  { name: "watched", all: [share(">=", 91), share("<", 96)] },
  { name: "at-risk", all: [share(">=", 87), share("<", 91)] },
  { name: "serious", all: [share(">=", 86), share("<", 87)] },
  { name: "critical", all: [share("<", 86)] },
  { name: "persistently-absent", all: [share("<=", 90)] },
  { name: "severely-absent", all: [share("<=", 50)] },
  { name: "at-penalty-threshold", all: [at("unauthWindow", ">=", 10)] },
  { name: "persistently-late", all: [at("lates", ">=", 5)] },
  { name: "welfare-call", all: [at("currentRun", ">=", 5)] },
  { name: "contract-review", all: [share("<", 93), at("unauth", ">=", 6), at("unauthWindow", "<", 10)] },
];

/** The bits of the rules that hold, by their names. */
export function maskOf(names: Iterable<string>): number {
  let mask = 0;
  for (const name of names) mask |= 1 << rules.findIndex((rule) => rule.name === name);
  return mask;
}

/** The bits of a list of answers, one for each rule. */
export function maskOfList(answers: readonly unknown[]): number {
  return answers.reduce<number>((mask, answer, index) => (answer === true ? mask | (1 << index) : mask), 0);
}

/** As a hand would write it. */
export function decideByHand({ pct, unauthWindow, lates, currentRun, unauth }: Facts): number {
  let mask = 0;
  if (pct >= 99_000) mask = 1;
  else if (pct >= 96_000) mask = 2;
  else if (pct >= 91_000) mask = 4;
  else if (pct >= 87_000) mask = 8;
  else if (pct >= 86_000) mask = 16;
  else mask = 32;
  if (pct <= 90_000) mask |= 64;
  if (pct <= 50_000) mask |= 128;
  if (unauthWindow >= 10) mask |= 256;
  if (lates >= 5) mask |= 512;
  if (currentRun >= 5) mask |= 1024;
  if (pct < 93_000 && unauth >= 6 && unauthWindow < 10) mask |= 2048;
  return mask;
}
