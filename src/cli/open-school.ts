// A school's folder → its record and calendar, with every row that could not be read shown.

import { checkWords, dayOf, formatDay, readSchool, vocabularyOf } from "../index.ts";
import type { Moment, ReadSchool } from "../index.ts";
import { suggestName, wordList } from "../wording.ts";
import type { Arguments } from "./command.ts";
import { sayDiagnostics } from "./open-policy.ts";
import type { ReadyPolicy } from "./open-policy.ts";
import { needed } from "./read-options.ts";
import { Refusal } from "./refusal.ts";
import { schoolFolder } from "./school-folder.ts";
import type { Terminal } from "./terminal.ts";

export interface OpenSchool extends ReadSchool {
  /** Something of the files is not in the record. */
  readonly faulty: boolean;
}

/** Shows what could not be read, and which words of the files the policy does not know. */
export async function openSchool(given: Arguments, { model }: ReadyPolicy, terminal: Terminal): Promise<OpenSchool> {
  const named = needed(
    given,
    "data",
    "Name the folder with the school's files: `--data policies/hall-green/sample` is an example to look at.",
  );
  const folder = schoolFolder(named);
  const reading = await readSchool(folder);
  const strange = await checkWords(reading.school, vocabularyOf(model), folder);
  const faulty = sayDiagnostics([...reading.diagnostics, ...strange], terminal);
  checkRead(reading);
  return { ...reading, faulty };
}

/** A row that is left out is told and missed; without the whole file every answer would be of a school that keeps no register. */
export function checkRead({ unread }: ReadSchool): void {
  if (unread.length === 0) return;
  throw new Refusal(
    `Nothing could be read from ${wordList(unread, "and")}, so that nothing was decided.`,
    "What is wrong stands above. What would be decided without it would look like an answer, and be none.",
  );
}

/** The pupil of this id. Throws {@link Refusal} where there is none: pupils go by their ids, of which a name is none. */
export function pupilNamed(id: string, { school }: OpenSchool): OpenSchool["school"]["pupils"][number] {
  const { name, pupils } = school;
  const found = pupils.find(({ pupil }) => pupil.id === id);
  if (found !== undefined) return found;
  const namesakes = pupils.filter(({ pupil }) => pupil.name?.toLowerCase() === id.toLowerCase());
  const ids = namesakes.map(({ pupil }) => `\`${pupil.id}\``);
  throw new Refusal(
    `No pupil of ${name} has the id \`${id}\`.`,
    ids.length > 0
      ? `A pupil is asked for by the id. By the name of ${id} there ${ids.length === 1 ? "is" : "are"} ${wordList(ids, "and")}.`
      : suggestName(
          id,
          pupils.map(({ pupil }) => pupil.id),
          "pupils",
        ),
  );
}

/** The calendar must know the day: outside it nothing could be counted. */
export function checkCovered({ calendar }: ReadSchool, asOf: Moment): void {
  const day = dayOf(asOf);
  if (calendar.covers(day)) return;
  const { firstDay, lastDay } = calendar;
  throw new Refusal(
    `The school's calendar does not cover ${formatDay(day)}.`,
    lastDay < firstDay
      ? "Its calendar.yaml could not be read: mend that first."
      : `It runs from ${formatDay(firstDay)} to ${formatDay(lastDay)}. Add the school year to calendar.yaml, or look from a day within.`,
  );
}
