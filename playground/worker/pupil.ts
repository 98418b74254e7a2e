// A sketch of a pupil → what the policy makes of the pupil at a moment, and why.

import {
  explainObligation,
  nextToOpen,
  openCase,
  outlineTrace,
  sayClauses,
  sayMoment,
  sayObligation,
  sayWords,
} from "../../src/index.ts";
import type { Calendar, Case, PupilRecord } from "../../src/index.ts";
import type { Card, Owed, PupilView, Sketch, Why } from "./protocol.ts";
import type { Ready } from "./desk.ts";

export interface Looked {
  readonly case: Case;
  readonly view: PupilView;
}

const DAY = 86_400;

export function lookAt({ compilation, calendar, world }: Ready, sketch: Sketch, asOf: number): Looked {
  const { ready, model } = compilation;
  const record = recordOf(sketch, calendar, asOf);
  const opened = openCase({ ...ready, model }, world, record, asOf);
  return { case: opened, view: viewOf(opened, calendar) };
}

/** Every session of the school year up to the end of the day asked that the sketch does not mention is attended. */
function recordOf(sketch: Sketch, calendar: Calendar, asOf: number): PupilRecord {
  const today = Math.floor(asOf / DAY);
  const from = sketch.from ?? calendar.period("school-year", today)?.from ?? calendar.firstDay;
  const told = new Map(sketch.marks);
  const earliest = Math.min(from, ...sketch.marks.map(([key]) => Number(key.split(" ")[0])));
  const pupil = "pupil";
  const marks = [];
  for (let session = calendar.firstSessionOnOrAfter(earliest); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] ?? 0;
    if (day > today) break;
    const half = calendar.sessionHalf[session] === 0 ? "AM" : "PM";
    const code = told.get(`${day} ${half}`) ?? (half === "AM" ? "/" : "\\");
    if (code !== "-") marks.push({ pupil, day, half, code } as const);
  }
  return {
    pupil: {
      id: pupil,
      year: sketch.year,
      onRoll: [{ from: earliest }],
      flags: sketch.flags.map((name) => ({ name })),
      parents: sketch.parents.map((person) => ({ person, responsibility: true, livesWith: true, cares: true })),
      attributes: Object.create(null) as Record<string, string>,
    },
    marks,
    arrivals: [],
    log: sketch.log.map((entry, index) => ({ ...entry, id: `entry-${index + 1}`, pupil })),
  };
}

function viewOf(opened: Case, calendar: Calendar): PupilView {
  const { outcome, policy, asOf } = opened;
  const line = attendanceLine(opened, calendar);
  const place = (rule: string): number => {
    const found = policy.rules.get(rule);
    return found === undefined ? 0 : found.origin.span.from;
  };
  const next = nextToOpen(opened);
  return {
    asOf,
    attendance: line.at(-1) ?? { attended: 0, possible: 0 },
    line,
    standing: outcome.statuses
      .filter(({ holds }) => holds === true)
      .map(({ name }): Card => {
        const status = policy.program.statuses.find((each) => each.name === name);
        return { name, title: status?.title ?? sayWords(name), clauses: status?.clauses ?? [], line: place(name) };
      }),
    bands: outcome.bands.flatMap(({ name, row }) => (row === undefined ? [] : [{ name: sayWords(name), row }])),
    owed: outcome.obligations.map((obligation): Owed => {
      const { id, modal, state, opened: since, due, doneAt, procedure, step, clauses, because } = obligation;
      return {
        id,
        what: sayObligation(policy.model, obligation),
        who: obligation.actors.members
          .map(({ role }) => policy.model.words.get(role)?.title ?? sayWords(role))
          .join(", "),
        modal,
        state,
        opened: since,
        ...(due === undefined ? {} : { due }),
        ...(doneAt === undefined ? {} : { doneAt }),
        procedure: policy.rules.get(procedure)?.title ?? sayWords(procedure),
        step: sayWords(step),
        clauses,
        ...(because === undefined ? {} : { because }),
      };
    }),
    questions: outcome.questions.map(({ decision, question, by }) => ({
      decision,
      question,
      by: by.map((role) => policy.model.words.get(role)?.title ?? sayWords(role)).join(", "),
    })),
    ahead:
      next === undefined
        ? []
        : [
            `Next, if every session from now on is attended: ${sayObligation(policy.model, next)}, from ${sayMoment(next.opened)}${sayClauses(next.clauses)}.`,
          ],
  };
}

/** Attended and possible sessions of the school year so far, at the end of each of its days. */
function attendanceLine({ replay, asOf }: Case, calendar: Calendar): PupilView["line"] {
  const { facts } = replay.context;
  const today = Math.floor(asOf / DAY);
  const year = calendar.period("school-year", today);
  if (year === undefined) return [];
  const line: { day: number; attended: number; possible: number }[] = [];
  let [attended, possible] = [0, 0];
  for (let session = calendar.firstSessionOnOrAfter(year.from); session < calendar.sessionCount; session++) {
    const day = calendar.sessionDay[session] ?? 0;
    if (day > today || facts.timing.closesAt(session) > asOf) break;
    const category = facts.world.categories[facts.sessions[session] ?? 0];
    if (category === "attending" || category === "approved") [attended, possible] = [attended + 1, possible + 1];
    else if (category === "authorised" || category === "unauthorised") possible += 1;
    if (line.at(-1)?.day === day) line.pop();
    line.push({ day, attended, possible });
  }
  return line;
}

export function explainOwed({ case: opened }: Looked, id: string): Why | undefined {
  const obligation = opened.outcome.obligations.find((each) => each.id === id);
  if (obligation === undefined) return undefined;
  const { sentence, card, reasons } = explainObligation(opened, obligation);
  const span = opened.policy.rules.get(obligation.rule)?.origin.span;
  return {
    sentence,
    outline: reasons.flatMap(({ trace }) => outlineTrace(trace)),
    from: span?.from ?? 0,
    to: span?.to ?? 0,
    sessions: [...new Set(card.figures.flatMap(({ marks }) => marks.map(({ day, half }) => `${day} ${half}`)))],
  };
}
