// Anything that somebody pointed at → why: a sentence, the clause in plain words, where the rule stands, and the marks it rests on.

import {
  attendanceLimits,
  explainAbsence,
  explainBand,
  explainObligation,
  explainQuestion,
  explainStatus,
  outlineTrace,
  positionOf,
  sayClauses,
  sayDay,
  sayFigure,
  sayMoment,
  sayObligation,
  sayWords,
} from "../../src/index.ts";
import type { Case, Explanation, Obligation, Standing } from "../../src/index.ts";
import type { Ready } from "./ready.ts";
import type { Looked } from "./pupil.ts";
import type { About, Why, WhyNotAnswer } from "./pupil-protocol.ts";
import { recordId } from "./pupil-record.ts";

type Figures = Explanation["card"]["figures"];

/** Undefined where what was pointed at is no more. */
export function explainAbout(ready: Ready, looked: Looked, about: About): Why | undefined {
  const { case: opened } = looked;
  switch (about.kind) {
    case "owed":
      return whyOwed(ready, opened, about.id);
    case "status":
      return whyStanding(ready, explainStatus(opened, about.name));
    case "band":
      return whyStanding(ready, explainBand(opened, about.name));
    case "question":
      return whyAsked(ready, opened, about.id);
    case "limit":
      return whyLimit(ready, opened, about.rule, about.says);
    case "procedure":
      return whyRunning(ready, opened, about.id);
    case "entry":
      return whyEntry(ready, looked, about.entry);
    case "session":
      return whySession(ready, opened, about.session);
  }
}

function whyOwed(ready: Ready, opened: Case, id: string): Why | undefined {
  const obligation = opened.outcome.obligations.find((each) => each.id === id);
  if (obligation === undefined) return undefined;
  const { sentence, card, reasons } = explainObligation(opened, obligation);
  const over = obligation.because === undefined ? "" : ` Not needed any more: ${obligation.because}.`;
  return {
    ...around(ready, obligation.rule, card.clauses),
    sentence: `${sentence}${over}`,
    outline: reasons.flatMap(({ what, at, trace }) => [`${WHAT[what]} ${sayMoment(at)}`, ...outlineTrace(trace, "  ")]),
    figures: sayFigures(card.figures),
    sessions: sessionsIn(card.figures),
    rests: [],
  };
}

const WHAT = { started: "It began", opened: "The step opened", applies: "It applies" } as const;

function whyStanding(ready: Ready, found: Standing | undefined): Why | undefined {
  if (found === undefined) return undefined;
  const { sentence, rule, clauses, trace, figures } = found;
  return {
    ...around(ready, rule, clauses),
    sentence,
    outline: trace === undefined ? [] : outlineTrace(trace),
    figures: sayFigures(figures),
    sessions: sessionsIn(figures),
    rests: [],
  };
}

function whyAsked(ready: Ready, opened: Case, id: string): Why | undefined {
  const { outcome, replay } = opened;
  const question = outcome.questions.find(({ decision, procedure, instance }) => {
    const life = replay.lives.find((each) => each.procedure.name === procedure && each.instance.key === instance);
    const person = life?.instance.person;
    return (person === undefined ? decision : `${decision}/${person}`) === id;
  });
  return question === undefined ? undefined : whyStanding(ready, explainQuestion(opened, question));
}

function whyLimit(ready: Ready, opened: Case, rule: string, says: string): Why | undefined {
  const limit = attendanceLimits(opened).find((each) => each.rule === rule && each.says === says);
  if (limit === undefined) return undefined;
  return plain(ready, rule, `“${limit.title}” asks about ${limit.says}${sayClauses(limit.clauses)}.`, limit.clauses);
}

function whyRunning(ready: Ready, opened: Case, id: string): Why | undefined {
  const { outcome, policy } = opened;
  const instance = outcome.instances.find(({ procedure, key }) => `${procedure}/${key}` === id);
  if (instance === undefined) return undefined;
  const first = outcome.obligations.find(
    ({ procedure, instance: key }) => procedure === instance.procedure && key === instance.key,
  );
  const began = first === undefined ? undefined : whyOwed(ready, opened, first.id);
  const rule = policy.rules.get(instance.procedure);
  const life = opened.replay.lives.find(
    (each) => each.procedure.name === instance.procedure && each.instance.key === instance.key,
  );
  const ended = life?.instance.endedBecause;
  const title = rule?.title ?? sayWords(instance.procedure);
  const since = instance.started === undefined ? "" : ` began ${sayMoment(instance.started)}`;
  const over = instance.ended === undefined ? "" : `, and ended ${sayMoment(instance.ended)}`;
  const because = ended === undefined ? "" : `, because ${ended}`;
  const clauses = rule?.origin.clauses ?? [];
  return {
    ...plain(ready, instance.procedure, `“${title}”${since}${over}${because}${sayClauses(clauses)}.`, clauses),
    outline: began?.outline ?? [],
    figures: began?.figures ?? [],
    sessions: began?.sessions ?? [],
    rests: outcome.obligations
      .filter(({ procedure, instance: key }) => procedure === instance.procedure && key === instance.key)
      .map((obligation) => resting(opened, obligation)),
  };
}

function whyEntry(ready: Ready, { case: opened, sketch, view }: Looked, entry: number): Why | undefined {
  const told = sketch.log[entry];
  if (told === undefined) return undefined;
  const act = opened.policy.program.acts.get(told.act);
  const rests = opened.outcome.obligations.filter(
    (obligation) =>
      obligation.doneBy === recordId(entry) ||
      explainObligation(opened, obligation).card.records.includes(recordId(entry)),
  );
  const heard = view.unheard.filter((each) => each.entry === entry).map(({ says }) => says);
  const late = told.happened > opened.asOf ? ["It lies after the moment looked at, and counts for nothing yet."] : [];
  const what = `${act?.saying ?? sayWords(told.act)}${told.object === undefined ? "" : `, ${sayWords(told.object)}`}`;
  const nothing = rests.length + heard.length + late.length === 0 ? ["Nothing that is owed rests on it."] : [];
  return {
    ...plain(
      ready,
      told.act,
      [`${what}: on record ${sayMoment(told.happened)}.`, ...late, ...heard, ...nothing].join(" "),
      act?.clauses ?? [],
    ),
    rests: rests.map((obligation) => resting(opened, obligation)),
  };
}

function whySession(ready: Ready, opened: Case, session: string): Why | undefined {
  const [day, half] = session.split(" ");
  const { world, policy, replay, outcome, asOf } = opened;
  const at = world.calendar.sessionOrdinal(Number(day), half === "PM" ? "PM" : "AM");
  if (at < 0) return undefined;
  const when = `${sayDay(Number(day))}, ${half === "PM" ? "afternoon" : "morning"}`;
  const version = replay.context.facts.sessions[at] ?? 0;
  const code = world.program.codes[version - 1];
  const title = policy.model.codes.find(({ name, from }) => name === code?.code && from === code?.from);
  const coming = replay.context.facts.timing.closesAt(at) > asOf;
  const sentence =
    code === undefined
      ? `${when}: ${coming ? "still to come" : "no mark, so it counts neither as attended nor as missed"}.`
      : `${when}: ${code.code}, ${title?.title ?? ""}. It counts as ${COUNTS[code.category]}${sayClauses(title?.origin.clauses ?? [])}.`;
  const clauses = title?.origin.clauses ?? [];
  return {
    sentence,
    outline: [],
    figures: [],
    clauses: clauses.map(ready.clauseOf),
    ...(title === undefined ? { rule: "" } : placed(ready, title.origin.span)),
    sessions: [session],
    rests: outcome.obligations
      .filter((obligation) => sessionsIn(explainObligation(opened, obligation).card.figures).includes(session))
      .map((obligation) => resting(opened, obligation)),
  };
}

const COUNTS = {
  attending: "attended",
  approved: "attended, at another place",
  authorised: "an authorised absence",
  unauthorised: "an unauthorised absence",
  "not-possible": "a session that could not be attended, and leaves the reckoning",
  administrative: "nothing: it leaves the reckoning",
} as const;

function resting({ policy }: Case, obligation: Obligation): Why["rests"][number] {
  return { id: obligation.id, what: sayObligation(policy.model, obligation) };
}

/** For every step that could call for it: what it still lacks. */
export function explainMissing(
  ready: Ready,
  { case: opened }: Looked,
  wanted: string,
  procedure: string | undefined,
): readonly WhyNotAnswer[] {
  return explainAbsence(opened, wanted)
    .filter((answer) => procedure === undefined || answer.procedure === procedure)
    .map(({ procedure: name, step, sentence, clauses, trace }) => {
      const { rule: _, ...found } = around(ready, `${name}.${step}`, clauses);
      const { rules } = opened.policy;
      return {
        ...found,
        procedure: rules.get(name)?.title ?? sayWords(name),
        step: rules.get(`${name}.${step}`)?.title ?? sayWords(step),
        sentence,
        outline: trace === undefined ? [] : outlineTrace(trace),
      };
    });
}

function plain(ready: Ready, rule: string, sentence: string, clauses: readonly string[]): Why {
  return { ...around(ready, rule, clauses), sentence, outline: [], figures: [], sessions: [], rests: [] };
}

/** The clauses in plain words, and where the rule stands. */
function around(ready: Ready, name: string, clauses: readonly string[]): Pick<Why, "clauses" | "rule" | "place"> {
  const { ready: program, model } = ready.compilation;
  const span = program.rules.get(name)?.origin.span ?? model.acts.get(name)?.origin.span;
  return { clauses: clauses.map(ready.clauseOf), ...(span === undefined ? { rule: "" } : placed(ready, span)) };
}

type Span = Parameters<typeof positionOf>[0];

function placed({ compilation }: Ready, span: Span): Pick<Why, "rule" | "place"> {
  const rule = `${span.source.name.split("/").at(-1) ?? ""}, line ${positionOf(span).line}`;
  return span.source === compilation.source ? { rule, place: { from: span.from, to: span.to } } : { rule };
}

function sayFigures(figures: Figures): readonly string[] {
  const said = figures
    .filter(({ window }) => window !== undefined)
    .map(({ text, value, type, window, marks }) => {
      const dates = window === undefined ? "" : `, ${sayDay(window.from)} to ${sayDay(window.to)}`;
      const counted = marks.length === 0 ? "" : `; ${marks.length} ${marks.length === 1 ? "session" : "sessions"} lit`;
      return `${text}: ${sayFigure(value, type)}${dates}${counted}`;
    });
  return [...new Set(said)];
}

function sessionsIn(figures: Figures): readonly string[] {
  return [...new Set(figures.flatMap(({ marks }) => marks.map(({ day, half }) => `${day} ${half}`)))];
}
