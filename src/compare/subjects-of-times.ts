// The times of the school day, register by register, as a policy states them or leaves them unsaid.

import type { Survey } from "../analysis/survey.ts";
import type { ClockTime, Register, Zone } from "../checker/model.ts";
import { oneLine } from "../source/one-line.ts";
import { formatTime } from "../school/moment.ts";
import { entryOf } from "./comparison.ts";
import type { Entry, Subject } from "./comparison.ts";

const section = "Times";

export const timeSubjects: readonly Subject[] = [
  { section, title: "gates open", entries: timesOf("AM", ({ gatesOpen }) => gatesOpen) },
  { section, title: "school day starts", entries: timesOf("AM", ({ dayStarts }) => dayStarts) },
  { section, title: "morning register opens", entries: timesOf("AM", ({ opens }) => opens) },
  { section, title: "morning register closes", entries: timesOf("AM", ({ closes }) => closes), strictest: "least" },
  { section, title: "late (L), morning", entries: zonesOf("AM", "L") },
  { section, title: "too late (U), morning", entries: zonesOf("AM", "U"), strictest: "least" },
  { section, title: "afternoon register opens", entries: timesOf("PM", ({ opens }) => opens) },
  { section, title: "afternoon register closes", entries: timesOf("PM", ({ closes }) => closes), strictest: "least" },
  { section, title: "late (L), afternoon", entries: zonesOf("PM", "L") },
  { section, title: "too late (U), afternoon", entries: zonesOf("PM", "U"), strictest: "least" },
  {
    section,
    title: "school day ends",
    entries: (survey) => [
      ...timesOf("AM", ({ dayEnds }) => dayEnds)(survey),
      ...timesOf("PM", ({ dayEnds }) => dayEnds)(survey),
    ],
  },
];

function timesOf(half: Register["half"], time: (register: Register) => ClockTime | undefined): Subject["entries"] {
  return (survey) =>
    registersOf(survey, half).flatMap((register) => {
      const found = time(register);
      if (found === undefined) return [];
      if (found.kind === "hole") return [entryOf(survey, found.origin, `unsaid${groupWords(survey, register)}`)];
      return [
        entryOf(survey, found.origin, `${formatTime(found.seconds)}${groupWords(survey, register)}`, found.seconds),
      ];
    });
}

function zonesOf(half: Register["half"], code: string): Subject["entries"] {
  return (survey) =>
    registersOf(survey, half).flatMap((register) =>
      register.zones
        .filter(({ becomes }) => becomes.kind === "code" && becomes.code === code)
        .map((zone): Entry =>
          entryOf(survey, zone.origin, `${zoneWords(zone)}${groupWords(survey, register)}`, zone.edges[0]?.seconds),
        ),
    );
}

function registersOf({ model }: Survey, half: Register["half"]): readonly Register[] {
  return model.registers.filter((register) => register.half === half);
}

/** `L after 09:00 until 09:10 [HAL-060]` without its code and clauses. */
function zoneWords({ origin }: Zone): string {
  return oneLine(origin.span)
    .replace(/\s*\[[^\]]*\]$/, "")
    .replace(/^\S+\s+/, "");
}

function groupWords({ model }: Survey, { group }: Register): string {
  return group === undefined ? "" : ` (${(model.words.get(group)?.title ?? group).toLowerCase()})`;
}
