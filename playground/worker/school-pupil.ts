// A pupil of a school → a sketch for One pupil, with what a sketch cannot say of them told in words.

import { dayOf } from "../../src/index.ts";
import type { Calendar, PupilRecord } from "../../src/index.ts";
import type { Entry, Sketch } from "./pupil-protocol.ts";
import type { SketchOfPupil } from "./school-protocol.ts";

type Mark = PupilRecord["marks"][number];

/** In the school time of the policy's own calendar, which the page's register is drawn in. */
export function sketchOf(record: PupilRecord, calendar: Calendar, asOf: number): SketchOfPupil {
  const { pupil } = record;
  const today = dayOf(asOf);
  const year = calendar.period("school-year", today);
  const known = record.marks.filter((mark) => mark.day <= today && (mark.known ?? 0) <= asOf);
  const first = known.reduce((earliest, { day }) => Math.min(earliest, day), year?.from ?? today);
  const joined = pupil.onRoll.find(({ to }) => to === undefined || to >= today)?.from ?? first;
  const { marks, outside } = marksFrom(known, calendar, Math.max(first, joined), today);
  const parents = pupil.parents.filter(
    ({ from, until }) => (from === undefined || from <= today) && (until === undefined || until >= today),
  );
  const log = record.log.filter(({ happened, known: told }) => (told ?? happened) <= asOf);
  const unsaid = [
    [pupil.onRoll.length > 1, "that the pupil left and came back"],
    [outside > 0, `${outside} marks of sessions that the policy's calendar does not have`],
    [known.some(({ setting }) => setting !== undefined), "marks taken by another school"],
    [known.some((mark) => mark.known !== undefined), "that marks were corrected later: the newest stand"],
    [log.some((entry) => entry.known !== undefined && entry.known > entry.happened), "that records were written later"],
    [
      parents.some((link) => !link.responsibility || !link.livesWith || !link.cares),
      "who of the adults lives elsewhere",
    ],
    [record.arrivals.some(({ fields }) => Object.keys(fields).length > 0), "what was noted at the door"],
    [pupil.flags.some(({ from, until }) => from !== undefined || until !== undefined), "since when circumstances hold"],
  ] as const;
  const sketch: Sketch = {
    year: pupil.year,
    flags: pupil.flags
      .filter(({ from, until }) => (from === undefined || from <= today) && (until === undefined || until >= today))
      .map(({ name }) => name),
    parents: parents.map(({ person }) => person),
    ...(joined > (year?.from ?? joined) ? { from: joined } : {}),
    marks,
    arrivals: record.arrivals.flatMap(({ at, known: told }) => ((told ?? at) <= asOf ? [at] : [])),
    log: log.map(entryOf),
  };
  return { sketch, unsaid: unsaid.flatMap(([holds, words]) => (holds ? [words] : [])) };
}

/** Whatever differs from a child who attended every session; a session without a mark is told as one. */
function marksFrom(
  known: readonly Mark[],
  calendar: Calendar,
  from: number,
  today: number,
): { readonly marks: Sketch["marks"]; readonly outside: number } {
  const codes = new Map<string, Mark>();
  for (const mark of known) {
    const key = `${mark.day} ${mark.half}`;
    const other = codes.get(key);
    if (other === undefined || (mark.known ?? 0) >= (other.known ?? 0)) codes.set(key, mark);
  }
  const marks: (readonly [string, string])[] = [];
  let found = 0;
  for (let session = calendar.firstSessionOnOrAfter(from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] ?? 0;
    if (day > today) break;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    const code = codes.get(`${day} ${half}`)?.code;
    if (code !== undefined) found += 1;
    if (code !== (half === "AM" ? "/" : "\\")) marks.push([`${day} ${half}`, code ?? "-"]);
  }
  return { marks, outside: codes.size - found };
}

function entryOf({ act, object, by, person, happened, fields }: PupilRecord["log"][number]): Entry {
  return {
    act,
    ...(object === undefined ? {} : { object }),
    ...(by === undefined ? {} : { by }),
    ...(person === undefined ? {} : { person }),
    happened,
    fields: Object.fromEntries(Object.entries(fields)),
  };
}
