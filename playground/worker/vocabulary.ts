// A sound policy → the words, codes and school time that the page offers for choice.

import { sayWords, vocabularyOf } from "../../src/index.ts";
import type { Calendar } from "../../src/index.ts";
import type { Act, CalendarView, NamedWord, Vocabulary } from "./protocol.ts";
import type { Ready } from "./ready.ts";

type Model = Ready["compilation"]["model"];
type Program = Ready["compilation"]["ready"]["program"];

export function vocabularyFor({ compilation: { model, ready }, calendar }: Ready): Vocabulary {
  const known = vocabularyOf(model);
  return {
    codes: model.codes.map(({ name, title, category, from, until }) => ({
      code: name,
      means: title,
      category,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    })),
    acts: actsOf(model, ready.program, known),
    roles: [...known.roles].map((name) => ({ name, title: model.words.get(name)?.title ?? sayWords(name) })),
    decisions: [...known.decisions].map(([name, answers]) => ({
      name,
      question: model.decisions.get(name)?.question ?? sayWords(name),
      answers: [...answers],
    })),
    steps: ready.program.procedures
      .filter(({ subject, steps }) => subject === "pupil" && steps.length > 0)
      .map(({ name, title, steps }) => ({
        procedure: name,
        title,
        steps: steps.map((step): NamedWord => ({ name: step.name, title: step.title })),
      })),
    documents: [...model.documents.values()].map(({ name, title }) => ({ name, title })),
    flags: [...model.words.values()].flatMap(({ name, title, sort }) => (sort === "flag" ? [{ name, title }] : [])),
    readings: model.readings.map(({ question, chosen, alternatives }) => ({
      question,
      labels: alternatives,
      chosen: chosen ?? alternatives[0] ?? "",
    })),
    calendar: calendarView(calendar),
  };
}

function actsOf(model: Model, program: Program, known: ReturnType<typeof vocabularyOf>): readonly Act[] {
  const objects = objectsByAct(program);
  const types = new Map([...model.acts.values()].map(({ name, fields }) => [name, fields]));
  return [...program.acts.values()].map(({ name, saying, fields, by }) => ({
    name,
    saying,
    fields: fields.map((field) => ({
      name: field,
      type: types.get(name)?.find((each) => each.name === field)?.type ?? "text",
      words: [...(known.values.get(field) ?? [])],
    })),
    by,
    objects: name === known.decide ? [...known.decisions.keys()] : [...(objects.get(name) ?? [])],
  }));
}

/** What the steps of the policy have each act done to. */
function objectsByAct({ procedures }: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const objects = new Map<string, Set<string>>();
  type Ops = Program["procedures"][number]["steps"][number]["ops"];
  const look = (ops: Ops): void => {
    for (const op of ops) {
      if (op.op === "branch") look([...op.then, ...op.otherwise]);
      if (op.op === "repeat") look(op.body);
      if (op.op !== "oblige" || op.object === undefined) continue;
      objects.set(op.act, (objects.get(op.act) ?? new Set()).add(op.object));
    }
  };
  for (const { steps } of procedures) for (const { ops } of steps) look(ops);
  return objects;
}

function calendarView({ plan, schoolDays }: Calendar): CalendarView {
  const span = ({ name, from, to }: { readonly name: string; readonly from: number; readonly to: number }) => ({
    name,
    from,
    to,
  });
  return {
    years: plan.years.map(span),
    halfTerms: plan.years.flatMap(({ terms }) => terms.flatMap(({ halfTerms }) => halfTerms.map(span))),
    schoolDays: [...schoolDays],
    oneSession: plan.oneSession.map(({ day, half }) => [day, half]),
    closed: [
      ...plan.bankHolidays.map((day) => ({ day, why: "Bank holiday" })),
      ...plan.inset.map((day) => ({ day, why: "INSET day" })),
      ...plan.closed,
    ],
  };
}
