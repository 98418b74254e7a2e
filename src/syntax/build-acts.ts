// Concrete tree → acts: what people do and write down.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "./ast.ts";
import { buildCondition } from "./build-conditions.ts";
import type { Building } from "./build-context.ts";
import {
  buildBlock,
  buildStatement,
  buildTail,
  buildText,
  commentsUpTo,
  endOf,
  lineFacts,
  maybe,
  nodeSpan,
  one,
  refuse,
  startOf,
} from "./build-context.ts";
import { buildName, buildNames } from "./build-values.ts";
import type * as Cst from "./cst.ts";
import { messages } from "./diagnostics.ts";

type Allowed = Ast.Act["allowedWhen"][number];

export function buildAct(building: Building, act: Cst.Act): Ast.Act | undefined {
  const heading = maybe(act.children.actHeading);
  const block = maybe(act.children.actBlock);
  const inHeading = heading?.children.allowed ?? [];
  const [firstAllowed] = inHeading;
  // What follows the act on lines of its own has comments of its own.
  const own = firstAllowed && commentsUpTo(building, endBefore(building, startOf(firstAllowed)));
  const above = inHeading.flatMap((allowed) => buildAllowed(building, allowed));
  const lines = block?.children.actLine ?? [];
  const { comments, items } = block
    ? buildBlock(building, block.children, lines, ({ children }) =>
        (children.allowed ?? []).flatMap((allowed) => buildAllowed(building, allowed)),
      )
    : { comments: own ? noComments : commentsUpTo(building, endOf(act)), items: [] };
  if (heading === undefined) return undefined;
  const { name, Text, actPart, tail } = heading.children;
  return withoutUndefined({
    kind: "act" as const,
    ...buildTail(building, one(tail)),
    name: buildName(building, one(name)),
    saying: Text && buildText(building, one(Text)),
    ...buildParts(building, [...(actPart ?? []), ...lines.flatMap((line) => line.children.actPart ?? [])]),
    allowedWhen: [...above, ...items],
    comments: own ? joinComments(own, comments) : comments,
    span: nodeSpan(building, act),
  });
}

const noComments: Ast.Comments = { before: [] };

/** Only one comment can end a line: with two, the first moves above. */
function joinComments(first: Ast.Comments, second: Ast.Comments): Ast.Comments {
  const moved = first.after && second.after ? [first.after] : [];
  const before = [...first.before, ...moved, ...second.before];
  return withoutUndefined({ before, after: second.after ?? first.after, trailing: second.trailing });
}

/** The end of what stands before an offset, blanks and line breaks aside. */
function endBefore(building: Building, offset: number): number {
  return building.text.slice(0, offset).trimEnd().length;
}

function buildParts(building: Building, parts: readonly Cst.ActPart[]): Pick<Ast.Act, "recording" | "by"> {
  const [fields, moreFields] = parts.filter((part) => part.children.fields);
  const [names, moreNames] = parts.filter((part) => part.children.names);
  if (moreFields) refuse(building, messages.saidTwice({ what: "What to record" }, nodeSpan(building, moreFields)));
  if (moreNames) refuse(building, messages.saidTwice({ what: "By whom" }, nodeSpan(building, moreNames)));
  return {
    recording: buildFields(building, maybe(fields?.children.fields)),
    by: buildNames(building, maybe(names?.children.names)),
  };
}

export function buildFields(building: Building, fields: Cst.Fields | undefined): readonly Ast.Field[] {
  return (fields?.children.field ?? []).map((field) => buildField(building, field));
}

function buildField(building: Building, field: Cst.Field): Ast.Field {
  const { name, type } = field.children;
  return withoutUndefined({ name: buildName(building, one(name)), type: type && buildName(building, one(type)) });
}

function buildAllowed(building: Building, allowed: Cst.Allowed): readonly Allowed[] {
  return buildStatement(building, allowed, () => ({
    kind: "allowed" as const,
    ...lineFacts(building, allowed, one(allowed.children.tail)),
    condition: buildCondition(building, one(allowed.children.condition)),
  }));
}
