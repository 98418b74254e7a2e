// The text of clauses.yaml → the clauses of a policy's document, by number, each with its place.
// It knows what a clause row looks like, not which rule cites it.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText, Span } from "../source/text.ts";
import { clauseMessages } from "./diagnostics.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "./document.ts";
import { readDocument } from "./read-document.ts";
import type { Tell } from "./read-keys.ts";
import { readKeys, wantList, wantMap, wantScalar } from "./read-keys.ts";
import { clauseNumber, notAChoice } from "./read-scalar.ts";

/** A figure as the row gives it. Numbers keep their digits: nothing is decided by them, and 95.5 is no floating-point number. */
export type Figure = string | boolean | null | readonly Figure[] | { readonly [key: string]: Figure };

/** Who made the rule: the law, the local authority, the trust or the school itself. */
export type ClauseLevel = (typeof clauseLevels)[number];

export const clauseLevels = ["statutory", "authority", "trust", "school"] as const;

export interface Clause {
  readonly id: string;
  /** Where in the document: a heading, a page, lines. */
  readonly where: string;
  /** What it says, in few words that are not the document's own. */
  readonly says: string;
  /** What it is about, such as `stage` or `cadence`. */
  readonly kind: string;
  readonly figures: Figure;
  /** What a machine can make of it. */
  readonly evaluates: string;
  readonly level: ClauseLevel;
  /** The place of its number. */
  readonly span: Span;
}

export interface ClauseFile {
  readonly policy: {
    readonly title: string;
    readonly school?: string;
    readonly trust?: string;
    /** A date, or a month such as `2026-02`, as the document gives it. */
    readonly published?: string;
    readonly review?: string;
  };
  /** In the order of the file. */
  readonly clauses: ReadonlyMap<string, Clause>;
}

export interface ClauseReading {
  /** Whatever could be read, so that one bad row does not make every other clause unknown. */
  readonly file: ClauseFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function readClauses(source: SourceText): ClauseReading {
  const { root, diagnostics: found } = readDocument(source);
  const diagnostics = [...found];
  const tell: Tell = (diagnostic) => diagnostics.push(diagnostic);
  const rules = { where: "A file of clauses", needed: ["policy", "clauses"], allowed: [] };
  const map = root === undefined ? undefined : wantMap(root, rules.where, tell);
  const entries = map === undefined ? new Map<string, YamlEntry>() : readKeys(map, rules, tell).entries;
  return {
    file: { policy: readPolicy(entries.get("policy"), tell), clauses: readRows(entries.get("clauses"), tell) },
    diagnostics,
  };
}

// ---------------------------------------------------------------- the document

const policyRules = {
  where: "What is said of the document",
  needed: ["title"],
  allowed: ["school", "trust", "published", "review_due", "seed_file"],
};

function readPolicy(entry: YamlEntry | undefined, tell: Tell): ClauseFile["policy"] {
  const map = entry === undefined ? undefined : wantMap(entry.value, policyRules.where, tell);
  const entries = map === undefined ? new Map<string, YamlEntry>() : readKeys(map, policyRules, tell).entries;
  const text = <Key extends string>(key: string, as: Key): { readonly [Name in Key]?: string } => {
    const value = entries.get(key);
    if (value === undefined || isNull(value.value)) return {};
    const scalar = wantScalar(value.value, `The ${key} of the document`, tell);
    return scalar === undefined ? {} : ({ [as]: scalar.text } as { readonly [Name in Key]?: string });
  };
  return {
    title: "",
    ...text("title", "title"),
    ...text("school", "school"),
    ...text("trust", "trust"),
    ...text("published", "published"),
    ...text("review_due", "review"),
  };
}

function isNull(node: YamlNode): boolean {
  return node.kind === "nothing" || (node.kind === "scalar" && !node.quoted && /^(?:null|~)$/.test(node.text));
}

// ---------------------------------------------------------------- the rows

const rowRules = {
  where: "A clause",
  needed: ["id", "where", "says", "kind", "evaluates", "level"],
  allowed: ["figures"],
};

function readRows(entry: YamlEntry | undefined, tell: Tell): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  const list = entry === undefined ? undefined : wantList(entry.value, "clauses", tell);
  for (const item of list?.items ?? []) {
    const map = wantMap(item, rowRules.where, tell);
    const clause = map === undefined ? undefined : readRow(map, tell);
    if (clause === undefined) continue;
    const first = clauses.get(clause.id);
    if (first === undefined) clauses.set(clause.id, clause);
    else {
      const labels = [{ span: first.span, text: "the first one" }];
      tell(clauseMessages.clauseNumberTwice({ id: clause.id }, clause.span, { labels }));
    }
  }
  return clauses;
}

/** A row without a number cannot be cited; anything else that is missing is told, and the clause can still be found. */
function readRow(map: YamlMap, tell: Tell): Clause | undefined {
  const { entries } = readKeys(map, rowRules, tell);
  const scalar = (key: string): YamlScalar | undefined => {
    const entry = entries.get(key);
    return entry && wantScalar(entry.value, `The ${key} of a clause`, tell);
  };
  const id = scalar("id");
  const texts = {
    where: textOf(scalar("where")),
    says: textOf(scalar("says")),
    kind: textOf(scalar("kind")),
    evaluates: textOf(scalar("evaluates")),
  };
  const level = levelOf(scalar("level"), tell);
  if (id === undefined) return undefined;
  if (!clauseNumber.test(id.text)) {
    tell(clauseMessages.clauseNumberForm({ id: id.text }, id.span));
    return undefined;
  }
  const figures = entries.get("figures");
  return {
    id: id.text,
    ...texts,
    level,
    figures: figures === undefined ? null : figureOf(figures.value),
    span: id.span,
  };
}

function textOf(scalar: YamlScalar | undefined): string {
  return scalar?.text ?? "";
}

function levelOf(scalar: YamlScalar | undefined, tell: Tell): ClauseLevel {
  const level = clauseLevels.find((known) => known === scalar?.text);
  if (level === undefined && scalar !== undefined) tell(notAChoice(clauseLevels, scalar, "The level of a clause"));
  return level ?? "school";
}

function figureOf(node: YamlNode): Figure {
  switch (node.kind) {
    case "nothing":
      return null;
    case "scalar":
      if (isNull(node)) return null;
      return !node.quoted && /^(?:true|false)$/.test(node.text) ? node.text === "true" : node.text;
    case "list":
      return node.items.map(figureOf);
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, figureOf(value)]));
  }
}
