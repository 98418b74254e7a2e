// The parser's concrete tree of a whole file → the policy its author wrote.

import { Bug } from "../support/bug.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import type { Building } from "./build-context.ts";
import { buildStatement, buildText, lineFacts, maybe, one } from "./build-context.ts";
import { buildDeclarations, dateIn } from "./build-declarations.ts";
import { buildDate, buildName } from "./build-values.ts";
import type * as Cst from "./cst.ts";

/** The lines of a policy, or of a piece of one. */
export interface BuiltLines {
  /** Undefined when the file does not say whose policy it is; what follows is built all the same, for its own faults. */
  readonly heading: Heading | undefined;
  readonly headers: readonly Ast.Header[];
  readonly declarations: readonly Ast.Declaration[];
  /** Comments behind the last statement. */
  readonly left: readonly Ast.Comment[];
}

export type Heading = ReturnType<typeof buildHeading>;

export function buildLines(building: Building, policy: Cst.Policy): BuiltLines {
  const headingNode = maybe(policy.children.policyHeading);
  const heading = headingNode && buildHeading(building, headingNode);
  const headers: Ast.Header[] = [];
  const declarations: Ast.Declaration[] = [];
  for (const { children } of policy.children.policyLine ?? []) {
    const header = maybe(children.header);
    if (header === undefined) declarations.push(...buildDeclarations(building, children.declaration ?? []));
    else headers.push(...buildStatement(building, header, () => buildHeader(building, header)));
  }
  return { heading, headers, declarations, left: building.comments.takeBefore(Infinity) };
}

const levels: Readonly<Record<string, Ast.Level>> = {
  nation: "nation",
  authority: "authority",
  trust: "trust",
  school: "school",
};

function buildHeading(building: Building, heading: Cst.PolicyHeading) {
  const { Level, name, Text, tail } = heading.children;
  const level = levels[one(Level).image];
  if (level === undefined) throw new Bug(`${one(Level).image} is no level of policy`);
  return {
    kind: "policy" as const,
    ...lineFacts(building, heading, one(tail)),
    level,
    name: buildName(building, one(name)),
    title: buildText(building, one(Text)),
  };
}

function buildHeader(building: Building, header: Cst.Header): Ast.Header {
  return {
    kind: "header",
    ...lineFacts(building, header, one(header.children.tail)),
    entry: buildEntry(building, header),
  };
}

function buildEntry(building: Building, { children }: Cst.Header): Ast.Header["entry"] {
  const { Extends, name, Force, fromDate, untilDate, CalendarDate, Clauses, Calendar, Text } = children;
  if (Extends !== undefined) return { kind: "extends", name: buildName(building, one(name)) };
  if (CalendarDate !== undefined) return { kind: "review-by", date: buildDate(building, one(CalendarDate)) };
  if (Force === undefined) {
    const kind = Clauses ? "clauses-from" : Calendar ? "calendar-from" : "accepted-from";
    return { kind, file: buildText(building, one(Text)) };
  }
  const from = buildDate(building, one(one(fromDate).children.CalendarDate));
  return withoutUndefined({ kind: "in-force" as const, from, until: dateIn(building, untilDate) });
}
