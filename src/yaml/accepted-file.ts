// The text of accepted.yaml ⇄ the findings that a school has accepted: which, why, until when, and who answers for it.
// It knows how an entry is written, not whether there is such a finding.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Day } from "../school/day.ts";
import { formatDay, parseDay } from "../school/day.ts";
import type { SourceText, Span } from "../source/text.ts";
import { lineText, positionOf } from "../source/text.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlMap, YamlScalar } from "./document.ts";
import { quoteValue } from "./quote.ts";
import { readDocument } from "./read-document.ts";
import type { Tell } from "./read-keys.ts";
import { readKeys, wantList, wantMap, wantScalar } from "./read-keys.ts";

export interface Acceptance {
  /** The code of the finding, such as `no-way-out`. */
  readonly code: string;
  /** The declaration in which it was found, by its name. */
  readonly name: string;
  readonly because: string;
  /** The last day on which it is accepted. */
  readonly until: Day;
  /** The role that answers for it. */
  readonly by: string;
  /** Of the declaration as it stood when it was accepted. */
  readonly fingerprint: string;
}

export interface AcceptedEntry extends Acceptance {
  /** The whole entry. */
  readonly span: Span;
  readonly places: Readonly<Record<keyof Acceptance, Span>>;
}

export interface AcceptedReading {
  /** Entries that could be read whole: half an entry accepts nothing. */
  readonly entries: readonly AcceptedEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

const keys = ["code", "name", "because", "until", "by", "fingerprint"] as const;
const fileRules = { where: "A file of accepted findings", needed: ["accepted"], allowed: [] };
const entryRules = { where: "An accepted finding", needed: keys, allowed: [] };

export function readAccepted(source: SourceText): AcceptedReading {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics = [...found];
  const tell: Tell = (diagnostic) => diagnostics.push(diagnostic);
  const map = root === undefined ? undefined : wantMap(root, fileRules.where, tell);
  const entry = map === undefined ? undefined : readKeys(map, fileRules, tell).entries.get("accepted");
  if (entry === undefined || entry.value.kind === "nothing") return { entries: [], diagnostics };
  const list = wantList(entry.value, "accepted", tell);
  const entries = (list?.items ?? []).flatMap((item) => {
    const fields = wantMap(item, entryRules.where, tell);
    return fields === undefined ? [] : readEntry(fields, tell);
  });
  return { entries, diagnostics };
}

function readEntry(map: YamlMap, tell: Tell): readonly AcceptedEntry[] {
  const { entries } = readKeys(map, entryRules, tell);
  const scalars = new Map<keyof Acceptance, YamlScalar>();
  for (const key of keys) {
    const entry = entries.get(key);
    const scalar = entry && wantScalar(entry.value, `The ${key} of an accepted finding`, tell);
    if (scalar !== undefined) scalars.set(key, scalar);
  }
  const until = untilOf(scalars.get("until"), tell);
  if (scalars.size < keys.length || until === undefined) return [];
  const text = (key: keyof Acceptance): string => scalars.get(key)?.text.trim() ?? "";
  const placeOf = (key: keyof Acceptance): Span => scalars.get(key)?.span ?? map.span;
  return [
    {
      code: text("code"),
      name: text("name"),
      because: text("because"),
      until,
      by: text("by"),
      fingerprint: text("fingerprint"),
      span: map.span,
      places: {
        code: placeOf("code"),
        name: placeOf("name"),
        because: placeOf("because"),
        until: placeOf("until"),
        by: placeOf("by"),
        fingerprint: placeOf("fingerprint"),
      },
    },
  ];
}

function untilOf(scalar: YamlScalar | undefined, tell: Tell): Day | undefined {
  if (scalar === undefined) return undefined;
  const day = parseDay(scalar.text.trim());
  if (day === undefined) {
    const where = "The until of an accepted finding";
    tell(
      formMessages.yamlWrongValue({ where, wanted: "a date", text: scalar.text, example: "2027-07-31" }, scalar.span),
    );
  }
  return day;
}

// ---------------------------------------------------------------- writing

const opening = `# Findings that the school knows of and keeps for now. Each says why, until when, and who answers for it; it comes back
# when that day has passed, or when the rule under it changes. \`rollcall accept\` writes an entry.
accepted:
`;

/** The file with one more entry, or with the entry of that finding renewed; all else stays as it was, comments included. */
export function withAcceptance(source: SourceText | undefined, acceptance: Acceptance): string {
  const entries = source === undefined ? [] : readAccepted(source).entries;
  if (source === undefined) return `${opening}${written(acceptance, "  ")}`;
  const same = entries.find(({ code, name }) => code === acceptance.code && name === acceptance.name);
  if (same !== undefined) return renewed(source.text, same, acceptance);
  const last = entries.at(-1);
  if (last === undefined) return `${source.text.trimEnd()}\n${written(acceptance, "  ")}`;
  const { line, column } = positionOf(last.span);
  const indent = /^ */.exec(lineText(source, line).slice(0, column - 1))?.[0] ?? "  ";
  const ending = /[\r\n]|$/.exec(source.text.slice(last.span.to))?.index ?? 0;
  const at = last.span.to + ending;
  const [before, after] = [source.text.slice(0, at).trimEnd(), source.text.slice(at).replace(/^\r?\n/, "")];
  return `${before}\n${written(acceptance, indent)}${after}`;
}

function written(acceptance: Acceptance, indent: string): string {
  const lines = keys.map((key, index) => `${indent}${index === 0 ? "- " : "  "}${key}: ${valueOf(acceptance, key)}`);
  return `${lines.join("\n")}\n`;
}

function valueOf(acceptance: Acceptance, key: keyof Acceptance): string {
  return key === "until" ? formatDay(acceptance.until) : quoteValue(acceptance[key]);
}

/** Values for values, from the last to the first, so that places stay right. */
function renewed(text: string, { places }: AcceptedEntry, acceptance: Acceptance): string {
  return keys
    .toSorted((a, b) => places[b].from - places[a].from)
    .reduce((all, key) => {
      const { from, to } = places[key];
      return `${all.slice(0, from)}${valueOf(acceptance, key)}${all.slice(to)}`;
    }, text);
}
