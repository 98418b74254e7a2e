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
import type { Case, Obligation, PupilRecord, World } from "../../src/index.ts";
import { compareText, remember } from "../../src/wording.ts";
import type { Ready } from "./ready.ts";
import type { Asking, Card, Owed, PupilView, Running, Sketch, Unheard } from "./pupil-protocol.ts";
import { entryOf, recordOf } from "./pupil-record.ts";

export interface Looked {
  /** Worked out when it is first asked for, where the view was put together without it. */
  readonly case: Case;
  readonly view: PupilView;
  readonly sketch: Sketch;
  readonly parts: Parts;
}

/** What a view is put together from, each thing with the rule it comes of, so that those of one rule can be put in anew. */
export interface Parts extends Pick<PupilView, "attendance" | "line" | "limits" | "unheard"> {
  readonly record: PupilRecord;
  readonly standing: readonly Omit<Card, "common">[];
  /** Statuses that hold of any pupil of that year group who is always in school. */
  readonly common: ReadonlySet<string>;
  readonly bands: PupilView["bands"];
  readonly owed: readonly Of<Owed>[];
  readonly running: readonly Of<Running>[];
  readonly asked: readonly Of<Asking>[];
}

interface Of<T> {
  /** The procedure by its name. */
  readonly of: string;
  readonly it: T;
}

export function lookAt(policy: Ready, sketch: Sketch, asOf: number): Looked {
  const record = recordOf(sketch, policy.calendar, asOf);
  const opened = openUnder(policy, record, asOf);
  const common = commonStatuses(statusWorld(policy), ordinaryRecord(policy, sketch.year, asOf), asOf);
  const line = attendanceLine(opened.replay.context.facts, asOf);
  const parts = partsOf(opened, common, line);
  return { case: opened, view: viewOf(policy, parts, asOf), sketch, parts };
}

export function openUnder({ compilation: { ready, model }, world }: Ready, record: PupilRecord, asOf: number): Case {
  return openCase({ ...ready, model }, world, record, asOf);
}

export function partsOf(opened: Case, common: ReadonlySet<string>, line: PupilView["line"]): Parts {
  const { outcome, policy, record } = opened;
  return {
    record,
    line,
    attendance: line.at(-1) ?? { attended: 0, possible: 0 },
    limits: attendanceLimits(opened).map(({ share: { n, d }, ...limit }) => ({ ...limit, n, d })),
    standing: outcome.statuses
      .filter(({ holds }) => holds === true)
      .map(({ name }) => {
        const status = policy.program.statuses.find((each) => each.name === name);
        return { name, title: status?.title ?? sayWords(name), clauses: status?.clauses ?? [] };
      }),
    common,
    bands: outcome.bands.flatMap(({ name, row }) =>
      row === undefined ? [] : [{ name, title: policy.model.bands.get(name)?.title ?? sayWords(name), row }],
    ),
    owed: outcome.obligations.map((obligation) => ({ of: obligation.procedure, it: owedOf(opened, obligation) })),
    running: runningOf(opened),
    asked: questionsOf(opened),
    unheard: unheardOf(opened),
  };
}

/** In an order that does not hang on which of the parts were worked out first. */
export function viewOf({ compilation: { ready } }: Ready, parts: Parts, asOf: number): PupilView {
  const { attendance, line, limits, unheard, common } = parts;
  const inOrderOf = <T extends { readonly name: string }>(
    list: readonly T[],
    all: readonly { readonly name: string }[],
  ) => {
    const places = new Map(all.map(({ name }, place) => [name, place]));
    return list.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
  };
  const byTime = <T extends { readonly id: string }>(list: readonly Of<T>[], at: (it: T) => number): readonly T[] =>
    list
      .toSorted((a, b) => at(a.it) - at(b.it) || compareText(a.it.id, b.it.id) || compareText(a.of, b.of))
      .map(({ it }) => it);
  const asked = byTime(parts.asked, ({ since }) => since);
  return {
    asOf,
    attendance,
    line,
    limits,
    standing: inOrderOf(parts.standing, ready.ir.statuses).map((card) => ({ ...card, common: common.has(card.name) })),
    bands: inOrderOf(parts.bands, ready.ir.bands),
    owed: byTime(parts.owed, ({ opened }) => opened),
    running: byTime(parts.running, ({ started }) => started),
    // One question for each decision and parent, whichever rules wait for it.
    questions: [...new Map(asked.toReversed().map((asking) => [asking.id, asking])).values()].toReversed(),
    unheard,
  };
}

/** Statuses alone are read of the ordinary pupil: none of them asks what happened in a procedure that nobody began. */
const statusWorld = remember(({ compilation, calendar }: Ready): World =>
  withoutProcedures(compilation.ready.program, calendar),
);

export function withoutProcedures(program: World["program"], calendar: World["calendar"]): World {
  return makeWorld({ ...program, procedures: [] }, calendar);
}

const ordinary = { flags: [], parents: ["mother", "father"], marks: [], log: [] } as const;

/** Of any pupil of that year group who is always in school. */
export function ordinaryRecord({ calendar }: Pick<Ready, "calendar">, year: number, asOf: number): PupilRecord {
  return recordOf({ ...ordinary, year }, calendar, asOf);
}

export function commonStatuses(world: World, record: PupilRecord, asOf: number): ReadonlySet<string> {
  const { statuses } = evaluatePupil(world, record, asOf);
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
function runningOf({ outcome, policy }: Case): readonly Of<Running>[] {
  const leaving = new Set(outcome.obligations.map(({ procedure, instance }) => `${procedure}/${instance}`));
  return outcome.instances.flatMap(({ procedure, key, started, ended, outcome: how }): Of<Running>[] => {
    const id = `${procedure}/${key}`;
    if (started === undefined || !leaving.has(id)) return [];
    return [
      {
        of: procedure,
        it: {
          id,
          title: policy.rules.get(procedure)?.title ?? sayWords(procedure),
          started,
          ...(ended === undefined ? {} : { ended }),
          ...(how === undefined ? {} : { outcome: sayWords(how) }),
        },
      },
    ];
  });
}

function questionsOf({ outcome, policy, replay }: Case): readonly Of<Asking>[] {
  return outcome.questions.map(({ decision, question, by, procedure, instance, since }) => {
    const life = replay.lives.find((each) => each.procedure.name === procedure && each.instance.key === instance);
    const person = life?.instance.person;
    const answers = policy.model.decisions.get(decision)?.answers ?? [];
    return {
      of: procedure,
      it: {
        id: person === undefined ? decision : `${decision}/${person}`,
        decision,
        question,
        by: by.map((role) => titleOf(policy, role)).join(" or "),
        roles: by,
        answers: answers.length > 0 ? answers : ["yes", "no"],
        ...(person === undefined ? {} : { person }),
        since,
      },
    };
  });
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
