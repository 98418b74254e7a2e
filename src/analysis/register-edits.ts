// Other times for a register → edits of its lines.

import type { Register } from "../checker/model.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import { formatTime } from "../school/moment.ts";
import { allWordsIn, fixOf, reworded } from "./edits.ts";
import { closingTime, secondsOf } from "./registers.ts";

/** The day starts when the register opens. */
export function startsOnOpening({ opens, dayStarts }: Register): readonly Fix[] {
  const seconds = secondsOf(opens);
  if (seconds === undefined || dayStarts === undefined) return [];
  const time = formatTime(seconds);
  const edit = reworded(dayStarts.origin.span, /\d{1,2}:\d{2}|unspecified/, time);
  return fixOf(`let the day start at ${time}, when the register opens`, edit);
}

/** Everything in the register that happens at its close moves with it. */
export function closesAt(register: Register, seconds: number): readonly Fix[] {
  const closes = closingTime(register);
  if (closes === undefined) return [];
  const time = formatTime(seconds);
  const written = new RegExp(String.raw`\b0?${formatTime(closes).replace(/^0/, "")}\b(?!:)`);
  const edits = allWordsIn(register.origin.span, written).map((span) => ({ span, text: time }));
  return fixOf(`close the ${register.name} register at ${time}`, ...edits);
}
