// The letters of a school's policy for an invented pupil: every document that says something, each field the office fills in holding
// something of its kind, as if it were owed today.

import { readSchool } from "../../src/data/read-school.ts";
import { memoryFolder } from "../../src/data/read-folder.ts";
import { openCase } from "../../src/explain/case.ts";
import { fillLetter } from "../../src/letters/fill-letter.ts";
import type { LetterOutcome } from "../../src/letters/letter.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import type { Obligation } from "../../src/runtime/outcome.ts";
import { lastInstant } from "../../src/school/moment.ts";
import { knownDay } from "../../src/school/day.ts";
import type * as Model from "../../src/checker/model.ts";
import { messageOf } from "../../src/diagnostics/template.ts";
import { compileFile } from "../policy-files.ts";

const calendar = `name: Invented
years:
  - name: 2025/26
    from: 2025-09-01
    to: 2026-08-31
    terms:
      - name: spring
        half-terms:
          - {name: spring 1, from: 2026-01-05, to: 2026-02-13}
          - {name: spring 2, from: 2026-02-23, to: 2026-04-02}
bank-holidays: [2025-12-25]
inset: [2026-01-05]
`;

/** Two weeks of which six sessions are missed, two late. */
const files = {
  "calendar.yaml": calendar,
  "mapping.yaml": "school: Hill Top School\n",
  "pupils.csv": "id,name,year,class,born,from\nP1,Maja Kovač,8,8B,2013-05-04,2025-09-01\n",
  "parents.csv":
    "pupil,person,name,responsibility,lives-with,cares\nP1,A1,Ana Kovač,yes,yes,yes\nP1,A2,Ivo Kovač,yes,yes,yes\n",
  "marks.csv": `pupil,date,am,pm
P1,2026-03-02,/,\\
P1,2026-03-03,/,\\
P1,2026-03-04,O,O
P1,2026-03-05,L,\\
P1,2026-03-06,/,\\
P1,2026-03-09,/,\\
P1,2026-03-10,O,O
P1,2026-03-11,L,\\
P1,2026-03-12,/,\\
P1,2026-03-13,O,O
`,
};

const byKind: Readonly<Record<Model.DocumentFieldType, (name: string) => string>> = {
  text: (name) => `[${name.replaceAll("-", " ")}]`,
  date: () => "2026-03-23",
  time: () => "15:30",
  number: () => "12",
  money: () => "£80",
  percent: () => "95%",
  signature: () => "",
};

export async function inventedLetters(name: string): Promise<readonly LetterOutcome[]> {
  const { model, ready } = compileFile(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url));
  if (model === undefined || ready === undefined) throw new Error(`${name} is not sound`);
  const reading = await readSchool(memoryFolder("invented", Object.entries(files)));
  const [record] = reading.school.pupils;
  if (record === undefined || reading.diagnostics.length > 0)
    throw new Error(`the invented school cannot be read: ${reading.diagnostics.map(messageOf).join(" ")}`);
  const asOf = lastInstant(knownDay("2026-03-13"));
  const opened = openCase({ ...ready, model }, makeWorld(ready.program, reading.calendar), record, asOf);
  return [...model.documents.values()]
    .filter(({ texts }) => texts.length > 0)
    .map((document) => {
      const field = (wanted: string) => document.fields.find((each) => each.name === wanted);
      const written = (wanted: string): string => byKind[field(wanted)?.type ?? "text"](wanted);
      return fillLetter({ opened, document, obligation: obligationOf(document), school: reading.school, written });
    });
}

/** Nobody's in particular: what is read of it is who sends the letter, and by when. */
function obligationOf({ name }: Model.Document): Obligation {
  return {
    id: name,
    procedure: "",
    instance: "",
    step: "",
    rule: "",
    clauses: [],
    actors: { joined: "and", members: [{ role: "headteacher" }] },
    modal: "must",
    act: "send",
    object: name,
    through: [],
    recording: [],
    opened: lastInstant(knownDay("2026-03-12")),
    due: lastInstant(knownDay("2026-03-20")),
    state: "open",
  };
}
