// A pupil's case → what the policy makes of the pupil at a moment, for the page to show.

import {
  attendanceLimits,
  attendanceLine,
  evaluatePupil,
  makeWorld,
  openCase,
  sayObligation,
  sayWords,
} from "../../src/index.ts";
import type { Case, Obligation, World } from "../../src/index.ts";
import { remember } from "../../src/wording.ts";
import type { Ready } from "./ready.ts";
import type { Asking, Card, Owed, PupilView, Running, Sketch, Unheard } from "./pupil-protocol.ts";
import { entryOf, recordOf } from "./pupil-record.ts";

export interface Looked {
  readonly case: Case;
  readonly view: PupilView;
  readonly sketch: Sketch;
}

export function lookAt(policy: Ready, sketch: Sketch, asOf: number): Looked {
  const { compilation, calendar, world } = policy;
  const { ready, model } = compilation;
  const record = recordOf(sketch, calendar, asOf);
  const opened = openCase({ ...ready, model }, world, record, asOf);
  return { case: opened, view: viewOf(opened, commonStatuses(policy, sketch.year, asOf)), sketch };
}

function viewOf(opened: Case, common: ReadonlySet<string>): PupilView {
  const { outcome, policy, asOf } = opened;
  const line = attendanceLine(opened.replay.context.facts, asOf);
  return {
    asOf,
    attendance: line.at(-1) ?? { attended: 0, possible: 0 },
    line,
    limits: attendanceLimits(opened).map(({ share: { n, d }, ...limit }) => ({ ...limit, n, d })),
    standing: outcome.statuses
      .filter(({ holds }) => holds === true)
      .map(({ name }): Card => {
        const status = policy.program.statuses.find((each) => each.name === name);
        return {
          name,
          title: status?.title ?? sayWords(name),
          clauses: status?.clauses ?? [],
          common: common.has(name),
        };
      }),
    bands: outcome.bands.flatMap(({ name, row }) =>
      row === undefined ? [] : [{ name, title: policy.model.bands.get(name)?.title ?? sayWords(name), row }],
    ),
    owed: outcome.obligations.map((obligation) => owedOf(opened, obligation)),
    running: runningOf(opened),
    questions: questionsOf(opened),
    unheard: unheardOf(opened),
  };
}

/** Statuses alone are read of the ordinary pupil: none of them asks what happened in a procedure that nobody began. */
const statusWorld = remember(({ compilation, calendar }: Ready): World => {
  const { program } = compilation.ready;
  return makeWorld({ ...program, procedures: [] }, calendar);
});

const ordinary = { flags: [], parents: ["mother", "father"], marks: [], log: [] } as const;

/** What holds of any pupil of that year group who is always in school. */
function commonStatuses(policy: Ready, year: number, asOf: number): ReadonlySet<string> {
  const record = recordOf({ ...ordinary, year }, policy.calendar, asOf);
  const { statuses } = evaluatePupil(statusWorld(policy), record, asOf);
  return new Set(statuses.flatMap(({ name, holds }) => (holds === true ? [name] : [])));
}

function owedOf({ policy }: Case, obligation: Obligation): Owed {
  const { id, modal, state, opened, due, doneAt, procedure, step, clauses, because } = obligation;
  const { act, object, actors, person, recording } = obligation;
  const by = actors.members[0]?.role;
  return {
    id,
    what: sayObligation(policy.model, obligation),
    who: actors.members.map(({ role }) => titleOf(policy, role)).join(", "),
    modal,
    state,
    opened,
    ...(due === undefined ? {} : { due }),
    ...(doneAt === undefined ? {} : { doneAt }),
    procedure: policy.rules.get(procedure)?.title ?? sayWords(procedure),
    step: policy.rules.get(`${procedure}.${step}`)?.title ?? sayWords(step),
    clauses,
    ...(because === undefined ? {} : { because }),
    completes: {
      act,
      ...(object === undefined ? {} : { object }),
      ...(by === undefined ? {} : { by }),
      ...(person === undefined ? {} : { person }),
      fields: Object.fromEntries(recording.map((field) => [field, ""])),
    },
  };
}

function titleOf({ model }: Case["policy"], role: string): string {
  return model.words.get(role)?.title ?? sayWords(role);
}

/** Procedures that began and are not over, and those over that left something owed behind. */
function runningOf({ outcome, policy }: Case): readonly Running[] {
  const leaving = new Set(outcome.obligations.map(({ procedure, instance }) => `${procedure}/${instance}`));
  return outcome.instances.flatMap(({ procedure, key, started, ended, outcome: how }): Running[] => {
    const id = `${procedure}/${key}`;
    if (started === undefined || !leaving.has(id)) return [];
    return [
      {
        id,
        title: policy.rules.get(procedure)?.title ?? sayWords(procedure),
        started,
        ...(ended === undefined ? {} : { ended }),
        ...(how === undefined ? {} : { outcome: sayWords(how) }),
      },
    ];
  });
}

/** One question for each decision and parent, whichever rules wait for it. */
function questionsOf({ outcome, policy, replay }: Case): readonly Asking[] {
  const asked = new Map<string, Asking>();
  for (const { decision, question, by, procedure, instance, since } of outcome.questions) {
    const life = replay.lives.find((each) => each.procedure.name === procedure && each.instance.key === instance);
    const person = life?.instance.person;
    const id = person === undefined ? decision : `${decision}/${person}`;
    const answers = policy.model.decisions.get(decision)?.answers ?? [];
    if (asked.has(id)) continue;
    asked.set(id, {
      id,
      decision,
      question,
      by: by.map((role) => titleOf(policy, role)).join(" or "),
      roles: by,
      answers: answers.length > 0 ? answers : ["yes", "no"],
      ...(person === undefined ? {} : { person }),
      since,
    });
  }
  return [...asked.values()];
}

/** Why something on record is not heard: refused, incomplete, by the wrong role, or in words the policy does not know. */
function unheardOf({ outcome, policy }: Case): readonly Unheard[] {
  return outcome.irregularities.flatMap(({ kind, record, act, object, field, clauses }): Unheard[] => {
    const entry = entryOf(record);
    if (entry === undefined) return [];
    const saying = policy.program.acts.get(act)?.saying ?? sayWords(act);
    const cited = clauses.length === 0 ? "" : ` (${clauses.join(", ")})`;
    const says = {
      refused: `The policy does not allow it as it stands${cited}.`,
      "missing-field": `The record does not say the ${sayWords(field ?? "field")}${object === undefined ? "" : ` of the ${sayWords(object)}`}${cited}.`,
      "wrong-role": `Somebody else must do it${cited}.`,
      "unknown-code": "The policy does not know the code.",
      "unknown-act": `The policy knows nothing of “${saying}”.`,
    }[kind];
    return [{ entry, says }];
  });
}
