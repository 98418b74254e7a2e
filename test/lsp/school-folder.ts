// A nation, a trust and a school in a folder of their own, in text and in YAML, with the clauses and the calendar of the school.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSource } from "../../src/source/text.ts";
import type { Policy } from "../../src/syntax/ast.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";

export const land = `nation policy land "A land"
in force from 2020-09-01

code / "Present in the morning" attending on site
code \\ "Present in the afternoon" attending on site
code O "Absent without leave" unauthorised
code N "No reason yet" unauthorised

role headteacher "Headteacher"
role parents "Parents"
act send "sent" by headteacher
act hold "held" by headteacher

parameter watch-line is 90% until 2023-08-31, 92%, may only rise
parameter reply-time is 5 school days
`;

export const trust = `trust policy hills "The Hills Trust"
extends land
in force from 2021-09-01

parameter watch-line is 95%, may only rise
document letter-1 "First letter" { needs attendance-figure }
`;

export const school = `school policy hill-top "Hill Top Primary School"
extends hills
in force from 2025-09-01
clauses from "./clauses.yaml"
calendar from "./calendar.yaml"

parameter meeting-line is 93% until 2025-12-31, 91% [HIL-001]

register morning {
  opens 08:55
  closes 09:25
}

procedure concern "Attendance concern" for each year [HIL-002] {
  step letter "First letter" when attendance this year below watch-line [HIL-001] {
    headteacher must send letter-1 to parents within reply-time
  }
  step meeting when letter done and letter-1 sent {
    headteacher must hold meeting by 2 school days after 2026-03-02
  }
}

example "a week away" {
  pupil year 4, parents mother
  week of 2025-09-15 "OO OO OO OO OO"
  on 2025-09-19 expect open headteacher must send letter-1 to parents
}

example "a wish" {
  pupil year 4
  on 2025-09-19 expect attendance this year below watch-line
}
`;

const clauses = `policy:
  title: Hill Top's attendance policy
clauses:
  - {id: HIL-001, where: page 3, says: A letter goes home once attendance is below the line., kind: stage, figures: null, evaluates: fully, level: school}
  - {id: HIL-002, where: page 3, says: Attendance is watched over the school year., kind: stage, figures: null, evaluates: fully, level: school}
`;

export interface SchoolFolder {
  readonly folder: string;
  readonly land: string;
  readonly trust: string;
  readonly school: string;
  readonly schoolText: string;
}

/** The lower two layers in the form that is asked for, the nation in text. */
export function writeSchoolFolder(form: "text" | "yaml", calendar: string): SchoolFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rollcall-editor-")));
  const put = (name: string, file: string, text: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    const path = join(folder, name, file);
    writeFileSync(path, text);
    return path;
  };
  const written = (name: string, text: string): string =>
    form === "text"
      ? put(name, `${name}.rollcall`, printPolicy(treeOf(text)))
      : put(name, `${name}.rollcall.yaml`, toYaml(treeOf(text)));
  put("hill-top", "clauses.yaml", clauses);
  put("hill-top", "calendar.yaml", calendar);
  return {
    folder,
    land: put("land", "land.rollcall", land),
    trust: written("hills", trust),
    school: written("hill-top", school),
    schoolText: readFileSync(join(folder, "hill-top", `hill-top.rollcall${form === "text" ? "" : ".yaml"}`), "utf8"),
  };
}

function treeOf(text: string): Policy {
  const { policy } = parsePolicy(makeSource("policy.rollcall", text));
  if (policy === undefined) throw new Error("the text cannot be read");
  return policy;
}
