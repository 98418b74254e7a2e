// One pupil as the page knows it: the sketch with its past, the moment looked at, what was pointed at, and what the worker said.

import { momentOf } from "../../src/wording.ts";
import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { STALE } from "../worker/client.ts";
import type { Client } from "../worker/client.ts";
import type { Compiled } from "../worker/protocol.ts";
import { keptParts } from "./kept-parts.ts";
import type { About, Ahead, Entry, PupilView, Sketch, Why, WhyNotAnswer } from "../worker/pupil-protocol.ts";

const REMEMBERED = 200;
/** Milliseconds without a change, after which what lies ahead is worked out. */
const QUIET = 500;

/** Nobody in particular: a child in year 4 with two parents, always in school. */
export const ordinaryPupil: Sketch = { year: 4, flags: [], parents: ["mother", "father"], marks: [], log: [] };

interface Past {
  readonly sketch: Sketch;
  readonly what: string;
}

export function makePupilState(
  client: Client,
  compiled: ReadonlySignal<Compiled | undefined>,
  guard: (work: Promise<void>) => void,
) {
  const sketch = signal<Sketch>(ordinaryPupil);
  const asOf = signal(0);
  const view = signal<PupilView | undefined>(undefined);
  const about = signal<About | undefined>(undefined);
  const reason = signal<Why | undefined>(undefined);
  const wanted = signal<{ readonly wanted: string; readonly procedure?: string } | undefined>(undefined);
  const whyNot = signal<readonly WhyNotAnswer[] | undefined>(undefined);
  const looksAhead = signal(false);
  const ahead = signal<Ahead | undefined>(undefined);
  const undone = signal<readonly Past[]>([]);
  const past = signal<readonly Past[]>([]);
  /** What was last done to the pupil, to be read out. */
  const said = signal("");
  const forgotten = signal(0);

  /** What is pointed at, and what lies ahead, is asked anew of every answer: the whole is new, and its parts are not. */
  const look = (answer: PupilView | undefined): void => {
    const before = view.peek();
    view.value = answer === undefined ? undefined : { ...keptParts(before, answer) };
  };

  effect(() => {
    const [asked, moment, ready] = [sketch.value, asOf.value, compiled.value];
    if (ready?.vocabulary === undefined || moment === 0) return;
    guard(
      client.ask("pupil", { sketch: asked, asOf: moment }).then((answer) => {
        if (answer !== STALE) look(answer);
      }),
    );
  });

  effect(() => {
    const [pointed, seen] = [about.value, view.value];
    if (pointed === undefined || seen === undefined) {
      reason.value = undefined;
      return;
    }
    guard(
      client.ask("why", { about: pointed }).then((answer) => {
        if (answer !== STALE) reason.value = answer;
      }),
    );
  });

  effect(() => {
    const [asked, seen] = [wanted.value, view.value];
    if (asked === undefined || seen === undefined) {
      whyNot.value = undefined;
      return;
    }
    guard(
      client.ask("whyNot", asked).then((answer) => {
        if (answer !== STALE) whyNot.value = answer;
      }),
    );
  });

  effect(() => {
    const [seen, looks] = [view.value, looksAhead.value];
    ahead.value = undefined;
    if (seen === undefined || !looks) return undefined;
    // It supposes a year of sessions one after another, and whoever is still marking must not wait for it.
    const timer = setTimeout(
      () =>
        guard(
          client.ask("ahead", null).then((answer) => {
            if (answer !== STALE && view.value === seen) ahead.value = answer;
          }),
        ),
      QUIET,
    );
    return () => clearTimeout(timer);
  });

  const change = (next: Sketch, what: string): void => {
    past.value = [...past.value, { sketch: sketch.value, what }].slice(-REMEMBERED);
    undone.value = [];
    sketch.value = next;
    said.value = what;
  };

  return {
    sketch,
    asOf,
    view,
    look,
    about,
    reason,
    /** The place of the rule to light in the policy's text. */
    why: computed(() => reason.value?.place),
    wanted,
    whyNot,
    looksAhead,
    ahead,
    said,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    /** Changes the pupil, so that it can be undone; `what` is read out. */
    change,
    /** How often everybody was forgotten: whoever holds on to a pupil lets go of it then. */
    forgotten,
    /** Nothing of any pupil stays: not the one shown, and none that could be brought back. */
    forgetPupils: (): void => {
      [past.value, undone.value] = [[], []];
      [about.value, wanted.value, view.value] = [undefined, undefined, undefined];
      sketch.value = { ...ordinaryPupil };
      said.value = "";
      forgotten.value += 1;
    },
    undo: (): void => {
      const last = past.value.at(-1);
      if (last === undefined) return;
      undone.value = [...undone.value, { sketch: sketch.value, what: last.what }];
      past.value = past.value.slice(0, -1);
      sketch.value = last.sketch;
      said.value = `Undone: ${last.what}`;
    },
    redo: (): void => {
      const next = undone.value.at(-1);
      if (next === undefined) return;
      past.value = [...past.value, { sketch: sketch.value, what: next.what }];
      undone.value = undone.value.slice(0, -1);
      sketch.value = next.sketch;
      said.value = `Done again: ${next.what}`;
    },
    /** Without a code the sessions are attended as usual. */
    mark: (sessions: readonly string[], code: string | undefined, what: string): void => {
      const marks = new Map(sketch.value.marks);
      for (const session of sessions) {
        if (code === undefined) marks.delete(session);
        else marks.set(session, code);
      }
      change({ ...sketch.value, marks: [...marks] }, what);
    },
    log: (entry: Entry, what: string): void => {
      change({ ...sketch.value, log: [...sketch.value.log, entry] }, what);
    },
    lookOn: (day: number, second = 16 * 3600): void => {
      asOf.value = momentOf(day, second);
    },
  };
}
