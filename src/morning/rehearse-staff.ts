// The roles of a policy → invented people who hold them, so that a made-up school has somebody for everything it must do.

import { fieldsOf } from "../data/fields.ts";
import { makeRandom } from "../data/random.ts";
import type { Program } from "../runtime/program.ts";
import type { StaffMember } from "../school/record.ts";

/** Who stands outside every school, by the names of the national layer: they owe things, but are on nobody's staff. */
const OUTSIDE: ReadonlySet<string> = new Set([
  "parent",
  "parents",
  "emergency-contacts",
  "local-authority",
  "attendance-support-team",
  "virtual-school-head",
  "social-worker",
  "social-care",
  "other-schools",
  "department-for-education",
  "police",
]);

const NAMES = [
  "Okoro",
  "Hale",
  "Begum",
  "Ferreira",
  "Iqbal",
  "Lund",
  "Price",
  "Nowak",
  "Osei",
  "Tran",
  "Walsh",
  "Khan",
] as const;
const TITLES = ["Ms", "Mr", "Mrs", "Miss", "Dr"] as const;

/** Everybody who acts, decides or must be named. The telephone numbers are of the range that is kept for fiction. */
export function rehearseStaff(program: Program, seed: number): readonly StaffMember[] {
  const acting = actingRoles(program);
  const roles = program.roles.filter(
    ({ name, holder, required }) => name === holder && !OUTSIDE.has(name) && (required || acting.has(name)),
  );
  let line = 0;
  return roles.flatMap(({ name, people, needs }) => {
    const random = makeRandom(seed, 9, line);
    return Array.from({ length: people }, (): StaffMember => {
      line += 1;
      const phone = `01632 960${String(line).padStart(3, "0")}`;
      const known = new Map([
        ["name", `${random.pick(TITLES)} ${random.pick(NAMES)}`],
        ["phone", phone],
        ["contact", phone],
        ["email", `${name}-${line}@sample.example`],
      ]);
      const fields = [...new Set(["name", "phone", "email", ...needs])];
      return { role: name, fields: fieldsOf(fields.map((field) => [field, known.get(field) ?? "on file"])) };
    });
  });
}

/** Roles that some sentence or decision gives a part to. */
function actingRoles(program: Program): ReadonlySet<string> {
  const holders = new Map(program.roles.map(({ name, holder }) => [name, holder]));
  const names = new Set([...program.decisions.values()].flatMap(({ by }) => by));
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== "object" || value === null) return;
    if ("actors" in value)
      for (const { role } of (value.actors as { readonly members: readonly { readonly role: string }[] }).members)
        names.add(role);
    Object.values(value).forEach(look);
  };
  look(program.procedures.map(({ steps }) => steps));
  return new Set([...names].map((name) => holders.get(name) ?? name));
}
