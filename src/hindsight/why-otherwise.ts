// Something owed in one case and not in another of the same pupil → why not there: the first of the things that opened it which
// does not hold on what is known there.

import type { Case } from "../explain/case.ts";
import { sayAnchor } from "../explain/say-anchor.ts";
import { sayTrace } from "../explain/say-trace.ts";
import { precedingStep, reasonOf, testsFor } from "../explain/why.ts";
import { baseKey } from "../runtime/instance.ts";
import type { Life } from "../runtime/life.ts";
import type { Obligation } from "../runtime/outcome.ts";

/** Part of a sentence: `attendance this year is 96.2% (…), not below 95%`; undefined where nothing of the kind is found. */
export function whyNotThere(there: Case, here: Case, obligation: Obligation): string | undefined {
  const own = lifeOf(here, obligation);
  if (own === undefined) return undefined;
  const other = lifeOf(there, obligation);
  if (other === undefined) return nothingToLiveOn(there, here, own);
  const [start, ...others] = testsFor(obligation, own.instance);
  const failing = (tests: readonly (typeof start)[]): string | undefined =>
    tests
      .flatMap((test) => (test === undefined ? [] : reasonOf(there, test, other.instance)))
      .filter(({ trace }) => trace.holds !== true)
      .map(({ trace }) => sayTrace(trace))[0];
  return (
    failing([start]) ??
    stepBefore(own, other, obligation) ??
    failing(others) ??
    (other.over ? `it was over by then: ${other.instance.endedBecause ?? "it ended"}` : undefined)
  );
}

function lifeOf({ replay }: Case, { procedure, instance }: Obligation): Life | undefined {
  return replay.lives.find((life) => life.procedure.name === procedure && life.instance.key === instance);
}

function nothingToLiveOn(there: Case, here: Case, { procedure, instance }: Life): string {
  if (instance.key !== baseKey(instance)) {
    const before = there.replay.lives.findLast(
      (life) => life.procedure.name === procedure.name && baseKey(life.instance) === baseKey(instance),
    );
    return before?.over === true ? "it did not begin again" : "it had not ended before, and so could not begin again";
  }
  const about = sayAnchor(here, procedure, instance);
  switch (procedure.anchor.kind) {
    case "absence": {
      const mark = about.replace(/^absent since/, "the mark of");
      const is = sayMark(there, instance.session);
      // With the same mark on either side it was the sessions around it that were others.
      return is === sayMark(here, instance.session) ? `no absence begins with ${mark}` : `${mark}, ${is}`;
    }
    case "session":
      return `${about}, ${sayMark(there, instance.session)}`;
    case "act":
      return `there is no record “${about}”`;
    case "period":
    case "pupil":
    case "parent":
    case "school":
    case "class":
      return "nothing is on record that it could rest on";
  }
}

/** `is I`, `is missing`: what the session holds in a case. */
function sayMark({ world, replay }: Case, session = -1): string {
  const code = world.program.codes[(replay.context.facts.sessions[session] ?? 0) - 1]?.code;
  return code === undefined ? "is missing" : `is ${code}`;
}

/** A step that had been done here and is not done there keeps the next from opening. */
function stepBefore(own: Life, other: Life, { step }: Obligation): string | undefined {
  const before = precedingStep(own.procedure, step);
  if (before === undefined || own.instance.steps.get(before.name)?.done === undefined) return undefined;
  return other.instance.steps.get(before.name)?.done === undefined
    ? `“${before.title}” comes first and was not done`
    : undefined;
}
