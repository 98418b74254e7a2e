// A record that somebody is about to put down: what was done, by whom and when, as far as it has been filled in.

import { dayOf, formatDay } from "../../src/wording.ts";
import type { Entry } from "../worker/pupil-protocol.ts";
import { timeValue } from "./date-values.ts";

export interface Draft {
  readonly act: string;
  readonly object: string;
  readonly by: string;
  readonly person: string;
  readonly date: string;
  readonly time: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function emptyDraft(asOf: number): Draft {
  return { act: "", object: "", by: "", person: "", date: formatDay(dayOf(asOf)), time: timeValue(asOf), fields: {} };
}

/** What completes something owed, at the moment looked at. */
export function draftFor(completes: Omit<Entry, "happened">, asOf: number): Draft {
  const { act, object = "", by = "", person = "", fields } = completes;
  return { ...emptyDraft(asOf), act, object, by, person, fields };
}
