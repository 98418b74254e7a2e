// One pupil looked at twice → what is only on one side, or on both and otherwise, each with why.

import {
  explainAbsence,
  explainBand,
  explainObligation,
  explainQuestion,
  explainStatus,
  sayWords,
} from "../../src/index.ts";
import type { Case, Obligation } from "../../src/index.ts";
import type { Asking, Owed } from "./pupil-protocol.ts";
import type { Looked } from "./pupil.ts";
import type { Ready } from "./ready.ts";
import { ifAnswered } from "./what-if-answers.ts";
import type { Difference, Reasons } from "./what-if-protocol.ts";

export interface LookedSide {
  readonly ready: Ready;
  readonly looked: Looked;
}

/** Statuses, bands, questions and then what is owed, in the order of the second side. */
export function differencesBetween(before: LookedSide, after: LookedSide): readonly Difference[] {
  return [
    ...bandDifferences(before.looked, after.looked),
    ...statusDifferences(before.looked, after.looked),
    ...questionDifferences(before, after),
    ...owedDifferences(before.looked, after.looked),
  ];
}

function reasons(before: string | undefined, after: string | undefined): Reasons {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

// ---------------------------------------------------------------- what holds

function bandDifferences(before: Looked, after: Looked): readonly Difference[] {
  const titles = new Map([...before.view.bands, ...after.view.bands].map(({ name, title }) => [name, title]));
  const rowIn = ({ view }: Looked, name: string) => view.bands.find((each) => each.name === name)?.row;
  return [...titles].flatMap(([name, title]): readonly Difference[] => {
    const [was, is] = [rowIn(before, name), rowIn(after, name)];
    if (was === is) return [];
    const why = ({ case: opened }: Looked) => explainBand(opened, name)?.sentence;
    return [{ kind: "band", name, title, before: was, after: is, reasons: reasons(why(before), why(after)) }];
  });
}

function statusDifferences(before: Looked, after: Looked): readonly Difference[] {
  const titles = new Map([...before.view.standing, ...after.view.standing].map(({ name, title }) => [name, title]));
  const holdsIn = ({ view }: Looked, name: string) => view.standing.some((each) => each.name === name);
  return [...titles].flatMap(([name, title]): readonly Difference[] => {
    const [held, holds] = [holdsIn(before, name), holdsIn(after, name)];
    if (held === holds) return [];
    const why = ({ case: opened }: Looked) => explainStatus(opened, name)?.sentence;
    return [{ kind: "status", name, title, before: held, after: holds, reasons: reasons(why(before), why(after)) }];
  });
}

// ---------------------------------------------------------------- what is asked

function questionDifferences(before: LookedSide, after: LookedSide): readonly Difference[] {
  const [old, young] = [before, after].map(
    ({ looked }) => new Map(looked.view.questions.map((each) => [each.id, each])),
  );
  const asked = new Map([...(old ?? []), ...(young ?? [])]);
  return [...asked.values()].flatMap((asking): readonly Difference[] => {
    const [was, is] = [old?.has(asking.id) === true, young?.has(asking.id) === true];
    if (was === is) return [];
    const side = is ? after : before;
    return [
      {
        kind: "question",
        id: asking.id,
        title: asking.person === undefined ? asking.question : `${asking.question} About ${asking.person}.`,
        by: asking.by,
        before: was,
        after: is,
        answers: ifAnswered(side.ready, side.looked, asking),
        reasons: reasons(...questionReasons(before.looked, after.looked, asking)),
      },
    ];
  });
}

function questionReasons(before: Looked, after: Looked, asking: Asking): [string | undefined, string | undefined] {
  const found = [after, before].flatMap(({ case: { outcome } }) =>
    outcome.questions.filter(({ decision }) => decision === asking.decision),
  )[0];
  const why = ({ case: opened }: Looked): string | undefined => {
    const question = opened.outcome.questions.find(({ decision }) => decision === asking.decision);
    if (question !== undefined) return explainQuestion(opened, question)?.sentence;
    return found === undefined ? undefined : missingStep(opened, found.procedure, found.rule.split(".").at(-1) ?? "");
  };
  return [why(before), why(after)];
}

function missingStep(opened: Case, procedure: string, step: string): string | undefined {
  return explainAbsence(opened, step).find((answer) => answer.procedure === procedure)?.sentence;
}

// ---------------------------------------------------------------- what is owed

interface Pair {
  readonly before: Obligation | undefined;
  readonly after: Obligation | undefined;
}

function owedDifferences(before: Looked, after: Looked): readonly Difference[] {
  const differing = pairsOf(before.case.outcome.obligations, after.case.outcome.obligations).filter(
    ({ before: was, after: is }) => !sameOwed(was, is),
  );
  const groups = Map.groupBy(differing, likeness);
  return [...groups.values()].flatMap(([first, ...more]): readonly Difference[] => {
    const one = first?.after ?? first?.before;
    if (first === undefined || one === undefined) return [];
    const [was, is] = [owedIn(before, first.before), owedIn(after, first.after)];
    return [
      {
        kind: "owed",
        id: one.id,
        title: (is ?? was)?.what ?? sayWords(one.act),
        before: was,
        after: is,
        more: more.length,
        reasons: reasons(whyOwed(before, first.before, one), whyOwed(after, first.after, one)),
      },
    ];
  });
}

/** By their id; what is left over, such as that of an absence that began on another day, by what is owed, in order. */
function pairsOf(before: readonly Obligation[], after: readonly Obligation[]): readonly Pair[] {
  const old = new Map(before.map((each) => [each.id, each]));
  const young = new Set(after.map(({ id }) => id));
  const left = Map.groupBy(
    before.filter(({ id }) => !young.has(id)),
    whatOf,
  );
  const paired = after.map((each): Pair => ({
    before: old.get(each.id) ?? left.get(whatOf(each))?.shift(),
    after: each,
  }));
  const gone = before.filter((each) => left.get(whatOf(each))?.includes(each) === true);
  return [...paired, ...gone.map((each): Pair => ({ before: each, after: undefined }))];
}

function whatOf({ procedure, step, modal, act, object = "", person = "" }: Obligation): string {
  return [procedure, step, modal, act, object, person].join("/");
}

/** Told once: the same thing, turned in the same way. */
function likeness({ before, after }: Pair): string {
  const one = after ?? before;
  return one === undefined ? "" : [whatOf(one), before?.state ?? "", after?.state ?? ""].join("/");
}

function sameOwed(before: Obligation | undefined, after: Obligation | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return before.state === after.state && before.opened === after.opened && before.due === after.due;
}

function owedIn({ view }: Looked, obligation: Obligation | undefined): Owed | undefined {
  return obligation === undefined ? undefined : view.owed.find(({ id }) => id === obligation.id);
}

function whyOwed({ case: opened }: Looked, mine: Obligation | undefined, other: Obligation): string | undefined {
  return mine === undefined
    ? missingStep(opened, other.procedure, other.step)
    : explainObligation(opened, mine).sentence;
}
