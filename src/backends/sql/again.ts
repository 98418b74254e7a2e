// A procedure that may start again → one row for each time it did: every evening is told whether its start and its end hold, and a step
// that reads its own rows goes from each end to the next start (S21, S22). What opens in each is the business of others.

import type { Call } from "../../ir/ir.ts";
import { isCall } from "../../ir/ir.ts";
import type { Building } from "./building.ts";
import { INSTANCE } from "./instances.ts";
import { aggregate, all, binary, cast, column, isNull, named, table, text, unknown, when, whole } from "./sql.ts";
import type { Column, Common, Expr, Select } from "./sql.ts";

/** More times than a procedure can start in the years of a calendar. */
const TIMES = 10_000;

/** The rules of an end are those it started under, unless they are the same on every day. */
export function hangsOnItsStart(value: unknown, own: string): boolean {
  if (Array.isArray(value)) return value.some((each) => hangsOnItsStart(each, own));
  if (typeof value !== "object" || value === null) return false;
  if (isCall(value)) {
    const call: Call = value;
    if (call.call === "dated") return true;
    if ((call.call === "stepState" || call.call === "whenStep") && call.args[0] === own) return true;
    return hangsOnItsStart(call.args, own);
  }
  return Object.values(value).some((each) => hangsOnItsStart(each, own));
}

const row = (name: string): Expr => column("e", name);
const same = (one: string, other: string): Expr =>
  all(binary(column(one, "pupil"), "=", column(other, "pupil")), binary(column(one, "id"), "=", column(other, "id")));

/** The first moment from this evening on of which something is true. */
function firstFrom(flag: string): Expr {
  return {
    kind: "window",
    name: "min",
    part: when(binary(row(flag), "=", whole(1)), row("now")),
    partition: [row("pupil"), row("id")],
    order: [binary(whole(0), "-", row("now"))],
    running: true,
  };
}

/**
 * Adds the steps that give every time it started. `evenings` has a row for each evening of an instance, with `starts`, `ends` and `idle`
 * as one or nought; `born` the instances themselves. Gives the name of the step with their rows.
 */
export function againSteps(building: Building, name: string, born: string, evenings: string): string {
  const turns: Common = {
    name: `${name}_turns`,
    kept: true,
    selects: [
      {
        columns: [
          ...["pupil", "id", "now"].map((each) => named(row(each), each)),
          named(firstFrom("starts"), "starting"),
          named(firstFrom("ends"), "ending"),
          named(firstFrom("idle"), "idling"),
        ],
        from: table(evenings, "e"),
      },
    ],
  };
  const lives: Common = {
    name: `${name}_lives`,
    kept: false,
    recursive: true,
    selects: [firstLife(born, turns.name), nextLife(`${name}_lives`, turns.name)],
  };
  building.commons.push(turns, lives, instancesOf(name, born, lives.name));
  return `${name}_again`;
}

/** Starts at the first evening on which its start holds. */
function firstLife(born: string, turns: string): Select {
  const starting: Select = {
    columns: [
      named(row("pupil"), "pupil"),
      named(row("id"), "id"),
      named(aggregate("min", row("starting")), "started"),
    ],
    from: table(turns, "e"),
    groupBy: [row("pupil"), row("id")],
  };
  return {
    columns: [
      named(column("b", "pupil"), "pupil"),
      named(column("b", "id"), "id"),
      named(whole(0), "times"),
      named(column("b", "born"), "born"),
      named(column("f", "started"), "started"),
      named(column("t", "ending"), "ended"),
    ],
    from: table(born, "b"),
    joins: [
      { how: "left", source: { kind: "query", query: starting, as: "f" }, on: same("f", "b") },
      {
        how: "left",
        source: table(turns, "t"),
        on: all(same("t", "b"), binary(column("t", "now"), "=", column("f", "started"))),
      },
    ],
  };
}

/** After an end its start must have lapsed, on that evening or a later one, before it can hold anew; over as it starts, it never does. */
function nextLife(lives: string, turns: string): Select {
  const at = (as: string, moment: Expr): Expr => all(same(as, "l"), binary(column(as, "now"), "=", moment));
  return {
    columns: [
      named(column("l", "pupil"), "pupil"),
      named(column("l", "id"), "id"),
      named(binary(column("l", "times"), "+", whole(1)), "times"),
      named(column("l", "ended"), "born"),
      named(column("s", "starting"), "started"),
      named(column("t", "ending"), "ended"),
    ],
    from: table(lives, "l"),
    joins: [
      { how: "inner", source: table(turns, "e"), on: at("e", column("l", "ended")) },
      { how: "left", source: table(turns, "s"), on: at("s", column("e", "idling")) },
      { how: "left", source: table(turns, "t"), on: at("t", column("s", "starting")) },
    ],
    where: [binary(column("l", "ended"), ">", column("l", "started"))],
  };
}

/** The instances with a row for each time, numbered apart. */
function instancesOf(name: string, born: string, lives: string): Common {
  const base = (of: string): Expr => column("b", of);
  const life = (of: string): Expr => column("l", of);
  const key = when(binary(life("times"), "=", whole(0)), base("key"), {
    kind: "joined",
    parts: [base("key"), text(" again "), cast(life("times"), "text")],
  });
  const told: Readonly<Record<string, Expr>> = {
    id: binary(binary(base("id"), "*", whole(TIMES)), "+", life("times")),
    key,
    born: life("born"),
    over: unknown("bigint"),
  };
  const columns: readonly Column[] = [
    ...INSTANCE.map((each) => named(told[each] ?? base(each), each)),
    named(life("started"), "started"),
    named(when(isNull(life("started")), unknown("bigint"), life("ended")), "ended"),
  ];
  return {
    name: `${name}_again`,
    kept: true,
    selects: [
      { columns, from: table(born, "b"), joins: [{ how: "inner", source: table(lives, "l"), on: same("l", "b") }] },
    ],
  };
}
