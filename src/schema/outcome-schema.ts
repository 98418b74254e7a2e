// What an evaluation says, as a schema: of any policy, or of one, whose own names are then the only ones there are.

import { z } from "zod";
import type { NamedGroup, PolicyNames } from "../ir/policy-names.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { day, eitherOf, flag, group, list, moment, oneOf, text, variants, whole } from "./plain-words.ts";

const clauses = () => list(text(), "clauses");
const words = () => list(text(), "words");
const figure = () =>
  eitherOf("a whole number, a share of whole numbers, or a text", [
    whole("sessions, pence, seconds or days"),
    group("a share", { n: whole("the part"), d: whole("the whole") }),
    text(),
  ]);

/** A name of the policy's own, or any at all where no policy is given. */
type NameOf = (kind: Exclude<keyof PolicyNames, "measures" | "documents">) => z.ZodType<string>;

/** What `evaluate` says. Whatever is not known is left out, as JSON leaves it out. */
export function outcomeSchemaOf(names?: PolicyNames): z.ZodType<Outcome> {
  const name: NameOf = (kind) =>
    names === undefined
      ? text()
      : oneOf(
          names[kind].map((each) => each.name),
          kind,
        );
  const code = name("codes");
  const schema = group("what the policy says of one pupil", {
    subject: text("the pupil's id"),
    asOf: moment(),
    statuses: list(
      group("a status", { name: name("statuses"), holds: flag("whether it holds").optional() }),
      "statuses",
    ),
    bands: list(bandsOf(names), "bands"),
    measures: list(group("a measure", { name: measureOf(names), value: figure().optional() }), "measures"),
    instances: list(instancesOf(names), "what is or was under way"),
    obligations: list(obligationsOf(name, names), "obligations"),
    questions: list(
      group("a question", {
        decision: name("decisions"),
        question: text(),
        by: list(name("roles"), "roles"),
        procedure: name("procedures"),
        instance: text(),
        rule: text(),
        since: moment(),
      }),
      "questions",
    ),
    proposals: list(
      group("a code to record", {
        day: day(),
        half: oneOf(["AM", "PM"], "halves of a day"),
        code,
        instead: text().exactOptional(),
        rule: text(),
        clauses: clauses(),
      }),
      "codes to record",
    ),
    irregularities: list(
      group("something irregular", {
        kind: oneOf(["refused", "missing-field", "wrong-role", "unknown-code", "unknown-act"], "irregularities"),
        record: text(),
        act: text(),
        object: text().exactOptional(),
        field: text().exactOptional(),
        rule: text(),
        clauses: clauses(),
        at: moment(),
      }),
      "irregularities",
    ),
    overturned: list(
      group("something overturned", { obligation: obligationsOf(name, names), by: text(), known: moment() }),
      "what was overturned",
    ),
  });
  // A value that may be left out may be undefined too, which is how the engine itself says that it is not known.
  return schema as unknown as z.ZodType<Outcome>;
}

function measureOf(names: PolicyNames | undefined): z.ZodType<string> {
  return names === undefined
    ? text()
    : oneOf(
        names.measures.map(({ name }) => name),
        "measures",
      );
}

/** Of bands that the policy has, a row that they have. */
function bandsOf(names: PolicyNames | undefined): z.ZodType {
  if (names === undefined) return group("bands", { name: text(), row: text().optional() });
  return variantsOf("name", names.bands, "bands", (name, rows) =>
    group("bands", { name: z.literal(name), row: oneOf(rows, "rows").optional() }),
  );
}

function instancesOf(names: PolicyNames | undefined): z.ZodType {
  const shape = <P extends z.ZodType, S extends z.ZodType>(procedure: P, step: S) => ({
    procedure,
    key: text(),
    started: moment().exactOptional(),
    ended: moment().exactOptional(),
    outcome: text().exactOptional(),
    steps: list(group("a step", { step, opened: moment().exactOptional(), done: moment().exactOptional() }), "steps"),
  });
  if (names === undefined) return group("a procedure under way", shape(text(), text()));
  return variantsOf("procedure", names.procedures, "procedures", (name, steps) =>
    group("a procedure under way", shape(z.literal(name), oneOf(steps, "steps"))),
  );
}

function obligationsOf(name: NameOf, names: PolicyNames | undefined): z.ZodType {
  const parties = group("people", {
    joined: oneOf(["and", "or"], "ways to join people"),
    members: list(
      group("a role", {
        role: name("roles"),
        quantifier: eitherOf("each, either, or a number of people", [
          oneOf(["each", "either"], "words"),
          whole("how many people"),
        ]).exactOptional(),
      }),
      "roles",
    ),
  });
  const shape = <P extends z.ZodType, S extends z.ZodType>(procedure: P, step: S) => ({
    id: text(),
    procedure,
    instance: text(),
    step,
    rule: text(),
    clauses: clauses(),
    actors: parties,
    modal: oneOf(["must", "should", "may", "must not"], "words of duty"),
    act: name("acts"),
    object: text().exactOptional(),
    to: parties.exactOptional(),
    with: parties.exactOptional(),
    through: words(),
    using: text().exactOptional(),
    recording: words(),
    about: text().exactOptional(),
    person: text().exactOptional(),
    opened: moment(),
    due: moment().exactOptional(),
    state: oneOf(STATES, "states of an obligation"),
    doneBy: text().exactOptional(),
    doneAt: moment().exactOptional(),
    because: text().exactOptional(),
  });
  if (names === undefined) return group("an obligation", shape(text(), text()));
  return variantsOf("procedure", names.procedures, "procedures", (procedure, steps) =>
    group("an obligation", shape(z.literal(procedure), oneOf(steps, "steps"))),
  );
}

function variantsOf(
  key: string,
  groups: readonly NamedGroup[],
  what: string,
  make: (name: string, members: readonly string[]) => z.ZodObject,
): z.ZodType {
  const members = new Map(groups.map((each) => [each.name, each.members.map(({ name }) => name)]));
  return variants(key, [...members.keys()], what, (name) => make(name, members.get(name) ?? []));
}

const STATES = ["upcoming", "open", "done", "done-late", "overdue", "not-needed", "offered", "forbidden"] as const;
