// A document of a policy → an empty form: the paragraphs that need nobody's facts, and a row to fill in for each of its fields.

import type * as Model from "../checker/model.ts";
import { sayName, sayWords, upperFirst } from "../explain/say.ts";
import { sayCondition } from "../narration/say-condition.ts";
import { sayLimit } from "../narration/say-value.ts";
import type { Voice } from "../narration/voice.ts";
import type { Day } from "../school/day.ts";
import { paragraph } from "./document.ts";
import type { Block, Paper } from "./document.ts";

/** Figures are those in force on the day. */
export function blankForm(model: Model.Model, document: Model.Document, day: Day): Paper {
  const voice: Voice = { model, day, to: "parents" };
  const rows = [...peopleRows(document), ...document.fields.flatMap((field) => fieldRow(voice, document, field))];
  const table: readonly Block[] =
    rows.length === 0 ? [] : [{ kind: "table", caption: "To be filled in", head: ["What", "Please write here"], rows }];
  const said = document.texts.flatMap((text) => plainText(voice, text) ?? []);
  return { title: document.title, about: model.title, blocks: [...said.map(paragraph), ...table] };
}

/** Undefined where it speaks of a pupil, of what somebody writes in, or stands only on a condition. */
function plainText(voice: Voice, { pieces, when }: Model.DocumentText): string | undefined {
  const words = pieces.map((piece) => (typeof piece === "string" ? piece : plainMerge(voice, piece)));
  return when !== undefined || words.includes(undefined) ? undefined : words.join("");
}

function plainMerge(voice: Voice, merge: Model.Merge): string | undefined {
  if (merge.kind === "word") return sayName(voice.model, merge.name);
  return merge.kind === "value" ? sayLimit(voice, merge.value) : undefined;
}

// ---------------------------------------------------------------- rows

const people: readonly (readonly [Model.KnownMerge, string])[] = [
  ["pupil", "Name of the pupil"],
  ["born", "Date of birth"],
  ["year-group", "Year group"],
  ["class", "Class"],
  ["parents", "Your name"],
];

/** What the document would print of the pupil and the family, had the school filled it in. */
function peopleRows({ texts }: Model.Document): readonly (readonly [string, string])[] {
  const merged = new Set(
    texts.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (typeof piece !== "string" && piece.kind === "known" ? [piece.name] : [])),
    ),
  );
  return people.filter(([name]) => merged.has(name)).map(([, label]) => [label, ""]);
}

const hints: Readonly<Record<Model.DocumentFieldType, string>> = {
  text: "",
  date: "day, month and year",
  time: "hours and minutes",
  number: "a number",
  money: "pounds and pence",
  percent: "per cent",
  signature: "by hand",
};

function fieldRow(
  voice: Voice,
  { texts }: Model.Document,
  { name, needed, type, value, band, when }: Model.DocumentField,
): readonly (readonly [string, string])[] {
  if (value !== undefined || band !== undefined || texts.some(({ part }) => part === name)) return [];
  const optional = needed || type === "signature" ? "" : "if it applies";
  const only = when === undefined ? optional : `if ${sayCondition(voice, when)}`;
  const hint = [hints[type], only].filter((part) => part !== "").join("; ");
  const label = upperFirst(sayWords(name));
  return [[hint === "" ? label : `${label} (${hint})`, ""]];
}
