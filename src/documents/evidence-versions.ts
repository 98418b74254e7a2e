// A pack of evidence → the part of its paper that says what the decision was made of: each text, the calendar, the vocabulary and
// the compiler with their versions and hashes, and how to make the decision again.

import { readLayer } from "../draft.ts";
import { sayDay } from "../explain/say.ts";
import type { Pack } from "../pack/pack.ts";
import type { PackedFile } from "../pack/packed-library.ts";
import { parseDay } from "../school/day.ts";
import { makeSource, spanText } from "../source/text.ts";
import { remember } from "../support/remember.ts";
import { yamlForm } from "../yaml-form.ts";
import { paragraph } from "./document.ts";
import type { Block } from "./document.ts";

const KINDS = {
  policy: "The policy",
  layer: "A layer it extends",
  beside: "A file it names",
} as const satisfies Readonly<Record<PackedFile["kind"], string>>;

export function versionsPart({ files, calendar, compiler, hashes, decided, record }: Pack): readonly Block[] {
  const [first, last] = [calendar.years[0], calendar.years.at(-1)];
  const years = first === undefined || last === undefined ? "" : `${sayDay(first.from)} to ${sayDay(last.to)}`;
  const { marks, arrivals, log } = record;
  const rows = [
    ...files.map((file) => [KINDS[file.kind], file.path, inForce(file), file.hash]),
    ["All these texts together", `${files.length} files`, "", hashes.policy],
    ["The calendar", calendar.name, years, hashes.calendar],
    ["The vocabulary", "Codes, acts and words by which records are read", "", hashes.vocabulary],
    ["Decided by", `Rollcall ${compiler}`, "", ""],
    ["What it made of the policy", "Every rule as it was carried out", "", hashes.meaning],
    ["The facts", `${marks.length} marks, ${log.length + arrivals.length} other records`, "", hashes.facts],
    ["What was decided", `${decided.explanations.length} things owed, with their reasons`, "", hashes.decided],
    ["The pack as a whole", "All of these, the moment and the version", "", hashes.whole],
  ];
  return [
    { kind: "table", caption: "Texts and versions", head: ["What", "Which", "From when", "Hash (SHA-256)"], rows },
    paragraph(
      "Whoever has the pack of this paper can make the decision again: “rollcall replay” and the name of the pack's file. It reads nothing but the pack, refuses one of which a byte was changed, and says whether every decision and reason comes out the same, letter for letter.",
    ),
  ];
}

/** `in force from Sun 1 Feb 2026`; empty for files that are no policies. Texts are read once, however many pupils there are. */
const inForce = remember(({ kind, path, text }: PackedFile): string => {
  if (kind === "beside") return "";
  const nothing = { layer: () => undefined, beside: () => undefined, yaml: yamlForm };
  const { policy } = readLayer(makeSource(path, text), nothing);
  const header = policy?.headers.find(({ entry }) => entry.kind === "in-force")?.entry;
  if (header?.kind !== "in-force") return "";
  const [from, until] = [header.from, header.until].map((date) =>
    date === undefined ? undefined : parseDay(spanText(date.span)),
  );
  const ends = until === undefined ? "" : ` to ${sayDay(until)}`;
  return from === undefined ? "" : `in force from ${sayDay(from)}${ends}`;
});
