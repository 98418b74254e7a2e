// The life of one procedure for one thing: an absence, a year, a request, a parent. Everything in it bears its moment and is
// only ever added to, so that the past can be read again as it was.

import type { Moment } from "../school/moment.ts";
import type { LogRecord } from "../school/record.ts";

export interface StepLife {
  opened?: Moment;
  done?: Moment;
  /** The step's last deadline, once it is known. */
  due?: Moment;
}

export interface Instance {
  readonly procedure: string;
  /** What it lives on, in words that stay the same from one evaluation to the next: `2026-03-02 AM`, `year 2025/26`, a record's id. */
  readonly key: string;
  /** When the thing it lives on began. */
  readonly begun: Moment;
  /** Acts from here on belong to it: the first instant of the day it began. */
  readonly scopeFrom: Moment;
  /** First session number, where it lives on an absence or a session. */
  readonly session?: number;
  /** The record it lives on. */
  readonly record?: LogRecord;
  /** The parent it lives on. */
  readonly person?: string;
  /** The last instant of the period it lives on: nothing new opens after it, what is owed stays owed (S22). */
  readonly periodEnds?: Moment;
  /** When the register closes for the session that ends the absence it lives on, once its mark is known. */
  lastsUntil?: Moment;
  readonly className?: string;
  readonly changesApplyAtOnce: boolean;
  started?: Moment;
  ended?: Moment;
  endedBecause?: string;
  outcome?: string;
  readonly steps: Map<string, StepLife>;
}

const AGAIN = " again ";

/** The same thing, lived again: numbered, and nothing of it has happened yet. */
export function successorOf(instance: Instance): Instance {
  const [base, times] = instance.key.split(AGAIN);
  const { started: _started, ended: _ended, endedBecause: _because, outcome: _outcome, ...rest } = instance;
  return { ...rest, key: `${base}${AGAIN}${Number(times ?? 0) + 1}`, steps: new Map() };
}

/** What the thing itself is called, however often it is lived. */
export function baseKey({ key }: Instance): string {
  return key.split(AGAIN)[0] ?? key;
}
