// A policy with the file of its clauses → a paper that goes through them one by one: what each says, and which rule decides by it.
// Whatever no rule and no note speaks of stands first, so that nobody has to look for it.

import type { Model } from "../checker/model.ts";
import { citingStatements } from "../coverage/citations.ts";
import type { Citing } from "../coverage/citations.ts";
import { coverClauses } from "../coverage/clause-coverage.ts";
import type { ClauseCoverage } from "../coverage/clause-coverage.ts";
import { sayDay, upperFirst } from "../explain/say.ts";
import { written } from "../explain/written.ts";
import type { Day } from "../school/day.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Clause, ClauseFile } from "../yaml/clause-file.ts";
import { clauseLevels } from "../yaml/clause-file.ts";
import type { ClauseLevel } from "../yaml/clause-file.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";
import { AT_ONCE, ruleWords } from "./rule-words.ts";
import type { FindWords, RuleWords } from "./rule-words.ts";

export interface ClausedPolicy {
  readonly model: Model;
  readonly ast: Ast.Policy;
  readonly clauses: ClauseFile;
}

/** Of the clauses of this policy's own file: those of a layer above stand in that layer's paper. */
export function clauseTable({ model, ast, clauses: file }: ClausedPolicy, day: Day): Paper {
  const all = [...file.clauses.values()];
  const coverage = coverClauses(
    ast,
    all.map(({ id }) => id),
  );
  const find = ruleWords({ model, day, to: "staff" });
  const citing = citingStatements(ast);
  const standing = (id: string): string => standingWords(citing, id, find);
  return {
    title: `Attendance at ${model.title}: clause by clause`,
    about: `Every clause of “${file.policy.title}”, and what the rules make of it. It shows the rules in force on ${sayDay(day)}.`,
    blocks: [
      heading(2, "How much of it is in the rules"),
      paragraph(sumWords(coverage)),
      levelTable(all, coverage),
      ...missingBlocks(all, coverage),
      heading(2, "Every clause"),
      {
        kind: "table",
        caption: "The clauses in the order of the policy",
        head: ["Clause", "Where it stands", "What it says", "In the rules"],
        rows: all.map(({ id, where, says }) => [id, where, says, standing(id)]),
      },
    ],
  };
}

// ---------------------------------------------------------------- how much

function sumWords({ evaluated, noted, missing }: ClauseCoverage): string {
  const all = evaluated.length + noted.length + missing.length;
  const rest =
    missing.length === 0
      ? "No clause is left out."
      : `${missing.length} ${missing.length === 1 ? "is" : "are"} in no rule and no note.`;
  const noting = noted.length === 1 ? "1 is kept as a note, with" : `${noted.length} are kept as notes, each with`;
  return `There are ${all} clauses. Rules decide by ${evaluated.length} of them. ${noting} the reason why nothing can be decided by it. ${rest}`;
}

const MADE_BY: Readonly<Record<ClauseLevel, string>> = {
  statutory: "The law and national guidance",
  authority: "The local authority",
  trust: "The trust",
  school: "The school",
};

function levelTable(all: readonly Clause[], { evaluated, noted, missing }: ClauseCoverage): Block {
  const sets = [evaluated, noted, missing].map((ids) => new Set(ids));
  const row = (name: string, own: readonly Clause[]): readonly string[] => [
    name,
    String(own.length),
    ...sets.map((set) => String(own.filter(({ id }) => set.has(id)).length)),
  ];
  const levels = clauseLevels
    .map((level) => [level, all.filter((clause) => clause.level === level)] as const)
    .filter(([, own]) => own.length > 0);
  return {
    kind: "table",
    caption: "Clauses by who made them",
    head: ["Made by", "Clauses", "Decided by a rule", "Kept as a note", "Missing"],
    rows: [...levels.map(([level, own]) => row(MADE_BY[level], own)), row("All", all)],
  };
}

function missingBlocks(all: readonly Clause[], { missing }: ClauseCoverage): readonly Block[] {
  const lost = new Set(missing);
  const items = all.filter(({ id }) => lost.has(id)).map(({ id, where, says }) => `${id} (${where}): ${says}`);
  return items.length === 0 ? [] : [heading(2, "In no rule and no note"), ...list(items)];
}

// ---------------------------------------------------------------- what the rules make of a clause

/** Rules first; a note counts where no rule decides. What belongs to one place is told together. */
function standingWords(citing: readonly Citing[], id: string, find: FindWords): string {
  const mine = citing.filter(({ clauses }) => clauses.includes(id));
  const rules = mine.filter(({ node }) => node.kind !== "note");
  if (mine.length === 0) return "In no rule and no note.";
  const words = (rules.length === 0 ? mine : rules).map((each) => citingWords(each, find));
  const places = Map.groupBy(words, ({ place }) => place);
  return [...places].map(([place, said]) => `${place}: ${together(said.map(({ says }) => says))}`).join(" ");
}

/** That a step opens at once is worth telling only where nothing else is told of it; what is told within another is told. */
function together(said: readonly string[]): string {
  const own = [...new Set(said)];
  const more = own.filter((says) => says !== AT_ONCE && !own.some((other) => other !== says && other.includes(says)));
  return (more.length === 0 ? own : more).join(" ");
}

function citingWords({ node, within }: Citing, find: FindWords): RuleWords {
  const aside = within.find(({ chosen }) => !chosen);
  if (aside !== undefined) return { place: "A reading that was not chosen", says: `“${aside.label}”.` };
  const said = find(node.span);
  if (said !== undefined) return said;
  const { kind } = node;
  const text = textOf(node, "because");
  if (kind === "note")
    return { place: "A note", says: text === undefined ? "No reason is given." : `${upperFirst(text)}.` };
  if (kind === "readings")
    return { place: "Read in one of several ways", says: `${upperFirst(textOf(node, "question") ?? "")}.` };
  if (kind === "reading") return { place: "The reading that was chosen", says: `“${textOf(node, "label") ?? ""}”.` };
  // A block is told by its first line.
  const line = written(node.span).replace(/ \{.*$/s, "");
  return { place: upperFirst(kind.replaceAll("-", " ")), says: `${textOf(node, "title") ?? line}.` };
}

/** A text that stands in a statement under this name, such as a note's reason. */
function textOf(node: object, key: string): string | undefined {
  const value: unknown = Object.entries(node).find(([name]) => name === key)?.[1];
  return typeof value === "object" && value !== null && "text" in value ? String(value.text) : undefined;
}
