// Two policies compared → tables of what each lays down: otherwise, no longer and anew, and which readings are taken otherwise.

import type { DiffSide } from "../diff/diff-side.ts";
import type { PolicyDiff } from "../diff/compare-policies.ts";
import type { Provision } from "../diff/provision-list.ts";
import type { Change } from "../diff/provisions.ts";
import { upperFirst } from "../explain/say.ts";
import { heading, list, paragraph } from "./document.ts";
import type { Block } from "./document.ts";
import { ruleWords } from "./rule-words.ts";
import type { FindWords } from "./rule-words.ts";

interface Told {
  readonly place: string;
  readonly says: string;
  readonly clauses: string;
}

export function changedProvisions({ first, second, changes }: PolicyDiff): readonly Block[] {
  const [was, is] = [wordsOf(first), wordsOf(second)];
  const pairs = changes
    .filter((change) => !isReading(change))
    .map(({ before, after }) => ({
      before: before === undefined ? undefined : told(before, was),
      after: after === undefined ? undefined : told(after, is),
    }));
  const both = pairs.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const [unlike, alike] = [false, true].map((same) =>
    both.filter(({ before, after }) => (before.says === after.says) === same),
  );
  const gone = pairs.flatMap(({ before, after }) => (before && after === undefined ? [before] : []));
  const added = pairs.flatMap(({ before, after }) => (after && before === undefined ? [after] : []));
  return [
    ...changeTable(unlike ?? []),
    ...alikeBlocks((alike ?? []).map(({ after }) => after.place)),
    ...readingTable(changes.filter(isReading)),
    ...aloneTable("What falls away", "Said before, and no longer", gone),
    ...aloneTable("What is new", "Not said before", added),
  ];
}

function wordsOf({ policy: { model }, day }: DiffSide): FindWords {
  return ruleWords({ model, day, to: "staff" });
}

function isReading({ before, after }: Change): boolean {
  return (before ?? after)?.kind === "reading";
}

/** In plain English where the rule has it, else in the author's words. */
function told({ kind, title, says, origin }: Provision, find: FindWords): Told {
  const clauses = origin.clauses.join(", ");
  // A value with dates tells its whole history, which its words on one day would not.
  const said = PLAIN.has(kind) ? find(origin.span) : undefined;
  const place = said?.place ?? title;
  if (said !== undefined) return { place, says: said.says, clauses };
  // The second text of a paper is its second paragraph to whoever reads it.
  return {
    place: upperFirst(place.replace(/: says (\d+)$/, ", paragraph $1")),
    says: UNSAID.has(says) ? "not said" : says,
    clauses,
  };
}

const UNSAID: ReadonlySet<string> = new Set(["unsaid", "unspecified"]);

const PLAIN: ReadonlySet<string> = new Set([
  "band",
  "coding",
  "decision",
  "duty",
  "flag",
  "gate",
  "group",
  "measure",
  "procedure",
  "register",
  "role",
  "sentence",
  "status",
  "step",
]);

// ---------------------------------------------------------------- tables

function changeTable(pairs: readonly { readonly before: Told; readonly after: Told }[]): readonly Block[] {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ before, after }) => [
    after.place,
    before.says,
    after.says,
    [...new Set([before.clauses, after.clauses])].filter((each) => each !== "").join("; "),
  ]);
  return [
    heading(2, "What the rules say otherwise"),
    { kind: "table", caption: "Before and after", head: ["Where", "Before", "After", "Clauses"], rows: once(rows) },
  ];
}

/** The same words, in which a figure, a role or a state means something else now. */
function alikeBlocks(places: readonly string[]): readonly Block[] {
  if (places.length === 0) return [];
  return [
    heading(3, "The same words, with another meaning"),
    paragraph("These rules read as before. A figure, a role or a state that they name means something else now."),
    ...list([...new Set(places)]),
  ];
}

function readingTable(changes: readonly Change[]): readonly Block[] {
  if (changes.length === 0) return [];
  const said = (provision: Provision | undefined): string => (provision === undefined ? "not asked" : provision.says);
  const rows = changes.map(({ before, after }) => [
    upperFirst((before ?? after)?.title ?? ""),
    said(before),
    said(after),
    (after ?? before)?.origin.clauses.join(", ") ?? "",
  ]);
  return [
    heading(2, "How the text is read"),
    paragraph(
      "Where the text of a policy can be read in two ways, one is chosen. These are chosen otherwise, or asked anew.",
    ),
    { kind: "table", caption: "Readings", head: ["Question", "Before", "After", "Clauses"], rows },
  ];
}

function aloneTable(title: string, caption: string, alone: readonly Told[]): readonly Block[] {
  if (alone.length === 0) return [];
  const rows = alone.map(({ place, says, clauses }) => [place, says, clauses]);
  return [heading(2, title), { kind: "table", caption, head: ["Where", "What it says", "Clauses"], rows: once(rows) }];
}

/** What opens a step and what it hangs on are two provisions, told in one sentence. */
function once(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(rows.map((row) => [row.join("|"), row])).values()];
}
