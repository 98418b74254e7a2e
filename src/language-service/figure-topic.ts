// A figure of a policy → the topic under which staff would look for it. Derived from what the figure is, from the acts, documents
// and codes around it, and from where a parameter is used; it knows no school.

import { topicOf } from "../analysis/topic.ts";
import { national } from "../analysis/nation.ts";
import { remember } from "../support/remember.ts";
import type * as Ast from "../syntax/ast.ts";
import { children } from "../syntax/walk.ts";
import type { Node } from "../syntax/walk.ts";
import type { PolicyFigure } from "./figures.ts";

/** In the order in which they are shown. */
export const figureTopics = [
  { name: "times", title: "Times of the day" },
  { name: "percentages", title: "Attendance percentages" },
  { name: "letters", title: "Letters and stages" },
  { name: "first-day", title: "First-day contact, calls and visits" },
  { name: "lateness", title: "Lateness" },
  { name: "illness", title: "Illness and evidence" },
  { name: "leave", title: "Leave and holidays" },
  { name: "penalties", title: "Penalty notices and the courts" },
  { name: "registers", title: "The registers, and who is missing from them" },
  { name: "counts", title: "Counts of sessions and days" },
  { name: "meetings", title: "Meetings, support and reviews" },
  { name: "praise", title: "Praise and rewards" },
  { name: "ages", title: "Ages and year groups" },
  { name: "codes", title: "Dates of register codes" },
  { name: "dates", title: "Dates of the policy" },
  { name: "rest", title: "Everything else" },
] as const;

export type FigureTopic = (typeof figureTopics)[number]["name"];

/** Words of the law and of every school's office that tell a topic, the more telling topics first; a name with a hyphen stands whole. */
const tellingWords: readonly (readonly [FigureTopic, string])[] = [
  ["penalties", `penalty prosecution fine fines prison court pay payment ${national.noticeToImprove}`],
  ["leave", "leave leaves holiday"],
  ["registers", "enquiries deletion missing removal removed remove"],
  ["letters", "letter letters stage"],
  ["praise", "praise reward rewards certificate display celebrate award"],
  ["illness", "illness ill sickness medical evidence doctor appointment"],
  ["lateness", "late lates lateness punctuality sign-in"],
  ["first-day", `telephone phone text voicemail contact visit call ring ${national.reportAbsence} establish-reason`],
  ["meetings", "meeting meet support plan contract review monitor report share publish discuss refer check"],
  ["registers", "register registers"],
];

const tellersOfTopics = tellingWords.map(([topic, words]) => {
  const tellers = words.split(" ").flatMap((word) => (word.includes("-") ? [word] : [...topicOf(word)]));
  return [topic, new Set(tellers)] as const;
});

/** In the order of the figures. */
export function topicsOfFigures(policy: Ast.Policy, figures: readonly PolicyFigure[]): readonly FigureTopic[] {
  const uses = usesOf(policy);
  const tellers = tellersWithin(titlesOf(policy));
  return figures.map((figure) => topicOfFigure(figure, scopesOf(figure, uses), tellers));
}

/** Statements around a figure, the innermost first; then, or before them, those in which what it belongs to is used. */
type Scopes = readonly (readonly Node[])[];

function topicOfFigure({ kind, within }: PolicyFigure, scopes: Scopes, tellers: Tellers): FigureTopic {
  const kinds = new Set(scopes.flat().map((node) => node.kind));
  const [, declared] = within.filter((node) => node.kind !== "readings" && node.kind !== "reading");
  if (declared?.kind === "code-declaration") return "codes";
  if (declared?.kind === "word") return "ages";
  const told = firstTopic(scopes, tellers);
  switch (kind) {
    case "percent":
      return told === "letters" && (kinds.has("step") || kinds.has("document")) ? "letters" : "percentages";
    case "time":
      return told === "first-day" && kinds.has("sentence") ? "first-day" : "times";
    case "money":
      return told === "praise" ? told : "penalties";
    case "date":
      return isDated(declared) || declared?.kind === "act" ? (told ?? "dates") : "dates";
    case "quantity":
    case "number":
      return told ?? (kinds.has("status") || kinds.has("measure") || kinds.has("bands") ? "counts" : "rest");
  }
}

/** A date that only says since when a value holds belongs with the value. */
function isDated(declared: Node | undefined): boolean {
  return declared?.kind === "parameter" && declared.values.some(({ value }) => value.kind !== "date");
}

function firstTopic(scopes: Scopes, tellers: Tellers): FigureTopic | undefined {
  for (const scope of scopes)
    for (const node of scope) {
      const spoken = tellers(node);
      const found = tellersOfTopics.find(([, telling]) => [...telling].some((word) => spoken.has(word)));
      if (found !== undefined) return found[0];
      if (node.kind === "procedure" && livesOnAbsence(node)) return "first-day";
    }
  return undefined;
}

function livesOnAbsence({ anchor }: Ast.Procedure): boolean {
  return anchor.coded.length === 0 && anchor.names.some(({ text }) => text === "absence" || text.endsWith("-absence"));
}

// ---------------------------------------------------------------- what stands around

function scopesOf({ within }: PolicyFigure, uses: ReadonlyMap<string, Scopes>): Scopes {
  const own = statementsOf(within);
  const declared = own.at(-1);
  switch (declared?.kind) {
    case "parameter":
      return [...(uses.get(declared.name.text) ?? []), own];
    case "status":
    case "measure":
      return [own, ...(uses.get(declared.name.text) ?? [])];
    default:
      return [own];
  }
}

/** Alternatives of a reading are not about each other. */
function statementsOf(within: readonly Node[]): readonly Node[] {
  return within.filter(({ kind }) => kind !== "policy" && kind !== "readings" && kind !== "reading").toReversed();
}

/** Around every use of a name. */
function usesOf(policy: Ast.Policy): ReadonlyMap<string, Scopes> {
  const uses = new Map<string, (readonly Node[])[]>();
  const visit = (node: Node, within: readonly Node[]): void => {
    if (node.kind === "example" || node.kind === "header") return;
    if (node.kind === "name") {
      const known = uses.get(node.text);
      if (known === undefined) uses.set(node.text, [statementsOf(within)]);
      else known.push(statementsOf(within));
    }
    const around = "comments" in node ? [...within, node] : within;
    const own = "comments" in node && "name" in node ? node.name : undefined;
    for (const child of children(node)) if (child !== own) visit(child, around);
  };
  visit(policy, []);
  return uses;
}

type Tellers = (node: Node) => ReadonlySet<string>;

/** Every name in a node and the stems of its words; a document tells by its title as well. */
function tellersWithin(titles: ReadonlyMap<string, string>): Tellers {
  const tellers: Tellers = remember<Node, ReadonlySet<string>>((node) => {
    const own = node.kind === "name" ? [node.text, ...topicOf(`${node.text} ${titles.get(node.text) ?? ""}`)] : [];
    return new Set([...own, ...children(node).flatMap((child) => [...tellers(child)])]);
  });
  return tellers;
}

function titlesOf({ declarations }: Ast.Policy): ReadonlyMap<string, string> {
  return new Map(
    declarations.flatMap((declaration) =>
      declaration.kind === "document" ? [[declaration.name.text, declaration.title.text] as const] : [],
    ),
  );
}
