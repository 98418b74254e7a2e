// The lines under a policy's title: what it extends, from when it holds, by when it is looked at again.

import type * as Ast from "../syntax/ast.ts";
import { assertNever } from "../support/assert-never.ts";
import { checkDates } from "./check-dates.ts";
import { layerMessages } from "./diagnostics.ts";
import { headerEdit } from "./header-edit.ts";
import { readDay } from "./literals.ts";
import type * as Model from "./model.ts";
import { NATION } from "./headers.ts";
import type { Scope } from "./scope.ts";
import { replaceFixes } from "./unknown-names.ts";

export interface Headers {
  readonly inForce?: NonNullable<Model.Model["inForce"]>;
  readonly reviewBy?: number;
}

export function checkHeaders(
  scope: Scope,
  policy: Ast.Policy,
  parent: Model.Model | undefined,
  missingFiles: readonly string[],
  goesRound: boolean,
): Headers {
  reportTwice(scope, policy.headers);
  const headers: { -readonly [Key in keyof Headers]: Headers[Key] } = {};
  let extended: Ast.Name | undefined;
  for (const { entry } of policy.headers) {
    switch (entry.kind) {
      case "extends":
        extended = entry.name;
        break;
      case "in-force": {
        const { from, ...rest } = checkDates(scope, entry);
        if (from !== undefined) headers.inForce = { from, ...rest };
        break;
      }
      case "review-by": {
        const day = readDay(scope, entry.date);
        if (day !== undefined) headers.reviewBy = day;
        break;
      }
      case "clauses-from":
      case "calendar-from":
      case "accepted-from":
        if (missingFiles.includes(entry.file.text)) {
          scope.report(layerMessages.fileNotFound({ file: entry.file.text }, entry.file.span));
        }
        break;
      default:
        assertNever(entry);
    }
  }
  if (goesRound && extended !== undefined)
    scope.report(layerMessages.layerGoesRound({ name: extended.text }, extended.span));
  else checkExtends(scope, policy, parent, extended);
  return headers;
}

const headerWords = {
  extends: "what it extends",
  "in-force": "from when it is in force",
  "review-by": "by when it is reviewed",
  "clauses-from": "where its clauses are",
  "calendar-from": "where its calendar is",
  "accepted-from": "where the findings stand that it accepts",
} as const satisfies Readonly<Record<Ast.Header["entry"]["kind"], string>>;

function reportTwice(scope: Scope, headers: readonly Ast.Header[]): void {
  const seen = new Map<string, Ast.Header>();
  for (const header of headers) {
    const first = seen.get(header.entry.kind);
    if (first === undefined) seen.set(header.entry.kind, header);
    else {
      const labels = [{ span: first.span, text: "the first" }];
      scope.report(layerMessages.headerTwice({ what: headerWords[header.entry.kind] }, header.span, { labels }));
    }
  }
}

const levels: readonly Model.Model["level"][] = ["nation", "authority", "trust", "school"];

function checkExtends(
  scope: Scope,
  policy: Ast.Policy,
  parent: Model.Model | undefined,
  extended: Ast.Name | undefined,
): void {
  if (parent === undefined) {
    if (extended === undefined) return;
    const fixes = replaceFixes(extended.span, extended.text, [NATION]);
    scope.report(layerMessages.layerNotGiven({ name: extended.text }, extended.span, { fixes }));
    return;
  }
  if (extended === undefined) {
    const edit = headerEdit(policy, { text: `extends ${parent.name}`, yaml: `extends: ${parent.name}` });
    const fixes = edit === undefined ? [] : [{ title: `extend ${parent.name}`, edits: [edit] }];
    scope.report(layerMessages.layerNotExtended({ given: parent.name }, policy.name.span, { fixes }));
    return;
  }
  if (extended.text !== parent.name) {
    const fixes = [{ title: `write ${parent.name}`, edits: [{ span: extended.span, text: parent.name }] }];
    const args = { name: extended.text, given: parent.name };
    scope.report(layerMessages.layerNotTheOne(args, extended.span, { fixes }));
  }
  if (levels.indexOf(parent.level) >= levels.indexOf(policy.level)) {
    const args = { level: policy.level, parentLevel: parent.level };
    scope.report(layerMessages.layerNotAbove(args, extended.span));
  }
}
