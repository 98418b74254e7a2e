// What the page knows, as signals, and what changes it. Views read and call; only this file asks the worker.

import { computed, effect, signal } from "@preact/signals";
import { STALE } from "../worker/client.ts";
import type { Client } from "../worker/client.ts";
import type { Compiled, Entry, PolicyText, PupilView, Readings, Sketch, Vocabulary, Why } from "../worker/protocol.ts";

export interface Fault {
  readonly message: string;
}

const DAY = 86_400;

/** Nobody in particular: a child in year 4 with two parents, always in school. */
export const ordinaryPupil: Sketch = { year: 4, flags: [], parents: ["mother", "father"], marks: [], log: [] };

export function makeStore(client: Client) {
  const policy = signal<PolicyText | undefined>(undefined);
  const readings = signal<Readings>([]);
  const compiled = signal<Compiled | undefined>(undefined);
  /** The vocabulary of the last sound version, so that the register stays while somebody is in the middle of a word. */
  const vocabulary = signal<Vocabulary | undefined>(undefined);
  const sketch = signal<Sketch>(ordinaryPupil);
  const asOf = signal(0);
  const view = signal<PupilView | undefined>(undefined);
  const chosen = signal<string | undefined>(undefined);
  const why = signal<Why | undefined>(undefined);
  const fault = signal<Fault | undefined>(undefined);
  const sound = computed(() => compiled.value?.vocabulary !== undefined);

  const guard = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      fault.value = { message: error instanceof Error ? error.message : String(error) };
    });
  };

  effect(() => {
    const [asked, choice] = [policy.value, readings.value];
    if (asked === undefined) return;
    guard(
      client.ask("compile", { policy: asked, readings: choice }).then((answer) => {
        if (answer === STALE) return;
        compiled.value = answer;
        if (answer.vocabulary === undefined) return;
        vocabulary.value = answer.vocabulary;
      }),
    );
  });

  effect(() => {
    const [asked, moment, ready] = [sketch.value, asOf.value, compiled.value];
    if (ready?.vocabulary === undefined || moment === 0) return;
    guard(
      client.ask("pupil", { sketch: asked, asOf: moment }).then((answer) => {
        if (answer !== STALE) view.value = answer;
      }),
    );
  });

  effect(() => {
    const [id, seen] = [chosen.value, view.value];
    if (id === undefined || seen === undefined) {
      why.value = undefined;
      return;
    }
    guard(
      client.ask("why", { id }).then((answer) => {
        if (answer !== STALE) why.value = answer;
      }),
    );
  });

  return {
    policy,
    readings,
    compiled,
    vocabulary,
    sketch,
    asOf,
    view,
    chosen,
    why,
    fault,
    sound,
    openPolicy: (name: string): void =>
      guard(
        client.ask("shelf", { name }).then((answer) => {
          if (answer !== STALE && answer !== undefined) policy.value = answer;
        }),
      ),
    edit: (text: string): void => {
      const before = policy.value;
      if (before !== undefined && before.text !== text) policy.value = { ...before, text };
    },
    mark: (sessions: readonly string[], code: string | undefined): void => {
      const marks = new Map(sketch.value.marks);
      for (const session of sessions) {
        if (code === undefined) marks.delete(session);
        else marks.set(session, code);
      }
      sketch.value = { ...sketch.value, marks: [...marks] };
    },
    log: (entry: Entry): void => {
      sketch.value = { ...sketch.value, log: [...sketch.value.log, entry] };
    },
    lookOn: (day: number, second = 16 * 3600): void => {
      asOf.value = day * DAY + second;
    },
  };
}

export type Store = ReturnType<typeof makeStore>;
