// What every letter knows, whatever the policy: the pupil, the school, the people, the days. What the tables leave blank is lacking.

import type { KnownMerge } from "../checker/model.ts";
import { sayParties } from "../explain/say.ts";
import { parentsOn } from "../runtime/pupil-figures.ts";
import { dayOf } from "../school/moment.ts";
import { wordList } from "../support/word-list.ts";
import type { Lack } from "./letter.ts";
import type { LetterSetting } from "./letter-setting.ts";
import { longDate, nameInLetter, yearGroupWords } from "./say-in-letter.ts";

export type Known = { readonly printed: string } | { readonly lack: Lack };

export function knownToAll(setting: LetterSetting, name: KnownMerge): Known {
  const { opened, obligation, school } = setting;
  const { pupil } = opened.record;
  const orLacking = (printed: string | undefined, why: string): Known =>
    printed === undefined || printed.trim() === "" ? { lack: { name, why, where: "tables" } } : { printed };
  switch (name) {
    case "pupil":
      return orLacking(pupil.name && nameInLetter(pupil.name), `pupils.csv gives no name for ${pupil.id}.`);
    case "year-group":
      return { printed: yearGroupWords(pupil.year) };
    case "class":
      return orLacking(pupil.class, `pupils.csv gives no class for ${pupil.id}.`);
    case "born":
      return orLacking(
        pupil.born === undefined ? undefined : longDate(pupil.born),
        `pupils.csv gives no date of birth for ${pupil.id}.`,
      );
    case "school":
      return orLacking(school.name, "mapping.yaml does not say what the school is called.");
    case "parents":
      return parentsOf(setting);
    case "today":
      return { printed: longDate(dayOf(opened.asOf)) };
    case "due":
      return obligation.due === undefined
        ? { lack: { name, why: "The policy gives no day by which this letter is due.", where: "policy" } }
        : { printed: longDate(dayOf(obligation.due)) };
    case "sender":
      return { printed: sayParties(opened.reading.titles, obligation.actors) };
  }
}

/** The parent it is for, else all of them on the day; of each a name is needed, for nobody is written to as a number. */
function parentsOf({ opened, obligation }: LetterSetting): Known {
  const { facts } = opened.replay.context;
  const persons = obligation.person === undefined ? parentsOn(facts, dayOf(opened.asOf)) : [obligation.person];
  const links = opened.record.pupil.parents;
  const names = persons.map((person) => links.find((link) => link.person === person && link.name !== undefined)?.name);
  const nameless = persons.find((_, index) => (names[index] ?? "").trim() === "");
  const why =
    persons.length === 0
      ? `parents.csv knows no parent of ${opened.record.pupil.id} on this day.`
      : `parents.csv gives no name for ${nameless ?? ""}.`;
  if (persons.length === 0 || nameless !== undefined) return { lack: { name: "parents", why, where: "tables" } };
  return { printed: wordList([...new Set(names.map((name) => nameInLetter(name ?? "")))], "and") };
}
