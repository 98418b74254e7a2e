// The fields of a policy → what is shown of them: the topics in order, what stands under one title, what a search finds, what was
// changed, and what the compiler says of each.

import type { FormAnswer, FormField, InheritedField, OwnField } from "../worker/form-protocol.ts";
import type { Problem } from "../worker/protocol.ts";

/** Fields under one title, because one statement holds them. */
export interface Block<Field extends FormField> {
  readonly key: string;
  readonly title: string;
  readonly of?: string;
  readonly reading?: FormField["reading"];
  readonly fields: readonly Field[];
}

export interface TopicShape {
  readonly name: string;
  readonly title: string;
  readonly own: readonly Block<OwnField>[];
  readonly inherited: readonly Block<InheritedField>[];
  readonly changed: number;
}

export interface Sieve {
  readonly search: string;
  readonly onlyChanged: boolean;
}

/** Topics without a field are left out. */
export function topicsOf({ topics, own, inherited }: FormAnswer, sieve: Sieve): readonly TopicShape[] {
  const found = own.filter((field) => passes(field, sieve) && (!sieve.onlyChanged || isChanged(field)));
  const above = sieve.onlyChanged ? [] : inherited.filter((field) => passes(field, sieve));
  return topics
    .map(({ name, title }) => {
      const here = found.filter(({ topic }) => topic === name);
      return {
        name,
        title,
        own: blocksOf(here),
        inherited: blocksOf(above.filter(({ topic }) => topic === name)),
        changed: here.filter(isChanged).length,
      };
    })
    .filter((topic) => topic.own.length + topic.inherited.length > 0);
}

/** Since the policy was opened. */
export function isChanged({ was, isNew }: OwnField): boolean {
  return was !== undefined || isNew === true;
}

/** Every word looked for stands somewhere in what is told of the field. */
function passes(field: FormField, { search }: Sieve): boolean {
  const { title, of = "", before, text, unit, after, clauses, reading } = field;
  const told = [
    title,
    of,
    `${before}${text} ${unit}${after}`,
    reading?.label ?? "",
    ...clauses.map(({ id, says }) => `${id} ${says}`),
  ]
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => told.includes(word));
}

function blocksOf<Field extends FormField>(fields: readonly Field[]): readonly Block<Field>[] {
  const groups = Map.groupBy(fields, ({ title, of = "", reading }) =>
    JSON.stringify([title, of, reading?.label ?? ""]),
  );
  return [...groups].flatMap(([key, under]) => {
    const [first] = under;
    if (first === undefined) return [];
    const { title, of, reading } = first;
    return [
      {
        key,
        title,
        ...(of === undefined ? {} : { of }),
        ...(reading === undefined ? {} : { reading }),
        fields: under,
      },
    ];
  });
}

// ---------------------------------------------------------------- what the compiler says

/** Said of the figure itself, or of the statement around it where that names it; advice is kept for what was changed. */
export function problemsOf(field: OwnField, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ from, to, elsewhere, severity }) =>
      elsewhere === undefined &&
      from >= field.around.from &&
      to <= field.around.to &&
      from < field.to &&
      to > field.from &&
      (severity === "error" || isChanged(field)),
  );
}

// ---------------------------------------------------------------- an edit

/** The same fields after one of them was written anew, before the compiler has looked at it. */
export function withFigure(answer: FormAnswer, id: string, text: string): FormAnswer {
  const edited = answer.own.find((field) => field.id === id);
  if (edited === undefined) return answer;
  const longer = text.length - edited.text.length;
  const moved = (at: number): number => (at >= edited.to ? at + longer : at);
  return {
    ...answer,
    text: `${answer.text.slice(0, edited.from)}${text}${answer.text.slice(edited.to)}`,
    own: answer.own.map((field) => {
      const around = { from: moved(field.around.from), to: moved(field.around.to) };
      return field === edited
        ? { ...changedTo(field, text), around, to: field.to + longer }
        : { ...field, around, from: moved(field.from), to: moved(field.to) };
    }),
    inherited: answer.inherited.map((field) =>
      field.setHere === undefined ? field : { ...field, setHere: { ...field.setHere, at: moved(field.setHere.at) } },
    ),
  };
}

/** The steps from its new value are not known until the compiler has looked. */
function changedTo({ was, up: _up, down: _down, ...field }: OwnField, text: string): OwnField {
  const first = was ?? field.text;
  return { ...field, text, ...(first === text || field.isNew === true ? {} : { was: first }) };
}
