// A sound policy → the words, codes and school time that the page offers for choice.

import type { Calendar } from "../../src/index.ts";
import type { CalendarView, Vocabulary } from "./protocol.ts";
import type { Ready } from "./desk.ts";

export function vocabularyFor({ compilation: { model, ready }, calendar }: Ready): Vocabulary {
  return {
    codes: model.codes.map(({ name, title, category, from, until }) => ({
      code: name,
      means: title,
      category,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    })),
    acts: [...ready.program.acts.values()].map(({ name, saying, fields, by }) => ({ name, saying, fields, by })),
    flags: [...model.words.values()].flatMap(({ name, title, sort }) => (sort === "flag" ? [{ name, title }] : [])),
    readings: model.readings.map(({ question, chosen, alternatives }) => ({
      question,
      labels: alternatives,
      chosen: chosen ?? alternatives[0] ?? "",
    })),
    calendar: calendarView(calendar),
  };
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
