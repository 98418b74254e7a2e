// A name that nothing bears: the one message for it, with the name that was probably meant, or how to declare a new one.

import { closestName, suggestName } from "../diagnostics/did-you-mean.ts";
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/text.ts";
import { nameMessages } from "./diagnostics.ts";
import type { Scope } from "./scope.ts";

interface KindEntry {
  /** Completes "No … is called". */
  readonly one: string;
  readonly many: string;
  /** A line that would declare it; NAME stands for the name. Absent where the names are the language's own. */
  readonly declaration?: string;
}

const kinds = {
  act: { one: "act", many: "acts", declaration: 'act NAME "words for it once it is done"' },
  role: { one: "role", many: "roles", declaration: 'role NAME "Title"' },
  service: { one: "service", many: "services", declaration: 'service NAME "Title"' },
  channel: { one: "channel", many: "channels", declaration: 'channel NAME "Title"' },
  flag: { one: "flag", many: "flags", declaration: 'flag NAME "Title"' },
  reason: { one: "reason", many: "reasons", declaration: 'reason NAME "Title"' },
  group: { one: "group", many: "groups", declaration: "group NAME means year at least 3" },
  document: { one: "document", many: "documents", declaration: 'document NAME "Title" { needs attendance-figure }' },
  decision: { one: "decision", many: "decisions", declaration: 'decision NAME "Question?" by headteacher' },
  code: { one: "register code", many: "register codes", declaration: 'code NAME "Meaning" authorised' },
  duty: { one: "duty", many: "duties" },
  category: { one: "category of codes", many: "categories" },
  fieldType: { one: "type of field", many: "types" },
  population: { one: "group of pupils", many: "groups of pupils" },
  year: { one: "year group", many: "year groups with a name" },
  term: { one: "term", many: "terms" },
  length: { one: "parameter", many: "parameters", declaration: "parameter NAME is 5 school days" },
  weekday: { one: "day of the week", many: "days of the week" },
  row: { one: "row of these bands", many: "rows of these bands" },
  step: { one: "step of this procedure", many: "other steps of this procedure" },
  topic: { one: "topic", many: "topics" },
  fieldValue: {
    one: "reason, channel, role, flag or answer",
    many: "reasons, channels and answers",
    declaration: 'reason NAME "Title"',
  },
  field: { one: "field", many: "fields" },
  pupilFact: { one: "fact about a pupil", many: "facts about a pupil" },
  object: { one: "document or thing in any rule", many: "documents and things" },
  finding: { one: "act or document", many: "acts and documents" },
  owner: { one: "act, document or procedure", many: "acts, documents and procedures" },
} as const satisfies Readonly<Record<string, KindEntry>>;

export type NameKind = keyof typeof kinds;

export interface Written {
  readonly text: string;
  readonly span: Span;
}

/** Undefined, so that a caller can report and give nothing in one breath. */
export function reportUnknownName(
  scope: Scope,
  kind: NameKind,
  name: Written,
  candidates: Iterable<string>,
): undefined {
  const { one, many, declaration }: KindEntry = kinds[kind];
  const names = [...candidates];
  const fixes = replaceFixes(name.span, name.text, names);
  const near = suggestName(name.text, names, many);
  const declare =
    fixes.length > 0 || declaration === undefined
      ? ""
      : ` To declare it: \`${declaration.replace("NAME", name.text)}\`.`;
  const args = { what: one, name: name.text, suggestion: `${near}${declare}` };
  scope.report(nameMessages.unknownName(args, name.span, { fixes }));
  return undefined;
}

/** The near name as an edit, where there is one. */
export function replaceFixes(span: Span, written: string, candidates: Iterable<string>): readonly Fix[] {
  const closest = closestName(written, candidates);
  return closest === undefined ? [] : [{ title: `write ${closest}`, edits: [{ span, text: closest }] }];
}
