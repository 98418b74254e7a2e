// What the page knows, as signals, and what changes it. Views read and call; only states ask a worker. A view that is loaded late
// brings a state of its own, made once for a store (`ofStore`).

import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { remember } from "../../src/wording.ts";
import { STALE } from "../worker/client.ts";
import type { Client } from "../worker/client.ts";
import type { Compiled, PolicyText, Problem, Readings, Vocabulary } from "../worker/protocol.ts";
import { keptParts } from "./kept-parts.ts";
import { laterProblems, movedProblems } from "./later-problems.ts";
import { makePlace } from "./place.ts";
import { makePupilState } from "./pupil-state.ts";
import type { PupilView } from "../worker/pupil-protocol.ts";
import { turnedBack, turnedFigure } from "./turned-figure.ts";
import type { Turn } from "./turned-figure.ts";

/** Milliseconds without a change, after which the examples are checked and the policy is judged. */
const QUIET = 300;
/** Milliseconds within which one turn of a figure follows another, as in a drag; the whole text is read once no further one comes. */
const SERIES = 120;

export interface Fault {
  readonly message: string;
}

/** `school` is a second worker, so that a whole school being worked out never holds up somebody who types. */
export interface Clients {
  readonly desk: Client;
  readonly school: Client;
}

/** What the worker was asked of a text: its pupil, or where more than a figure changed, all that its rules come to. */
interface Asked {
  readonly text: string;
  /** One turn after another, as in a drag. */
  readonly follows: boolean;
  readonly turn: Promise<PupilView | typeof STALE | undefined> | undefined;
  readonly compiled: Promise<Compiled | typeof STALE> | undefined;
}

export function makeStore(clients: Clients) {
  const { desk: client } = clients;
  const policy = signal<PolicyText | undefined>(undefined);
  /** The text as it was first opened, for telling what was changed since. */
  const opened = signal<PolicyText | undefined>(undefined);
  /** A place of the text to light, where somebody asked to be shown it; what is pointed at next takes its place. */
  const shown = signal<{ readonly from: number; readonly to: number } | undefined>(undefined);
  const readings = signal<Readings>([]);
  /** What the worker said of the rules last, and with it what is known of the examples and of what is unwise or unlawful. */
  const answered = signal<Compiled | undefined>(undefined);
  const compiled = signal<Compiled | undefined>(undefined);
  /** The vocabulary of the last sound version, so that the register stays while somebody is in the middle of a word. */
  const vocabulary = signal<Vocabulary | undefined>(undefined);
  const fault = signal<Fault | undefined>(undefined);
  const sound = computed(() => compiled.value?.vocabulary !== undefined);

  const guard = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      fault.value = { message: error instanceof Error ? error.message : String(error) };
    });
  };

  /** What the later waves found, in the text of which it is so. */
  let later: PolicyText & { readonly problems: readonly Problem[] } = { name: "", text: "", problems: [] };
  const judge = (asked: PolicyText, rules: Compiled): void =>
    guard(
      client.ask("judge", { text: asked.text }).then((problems) => {
        if (problems === STALE || problems === undefined) return;
        if (answered.peek() !== rules || policy.peek() !== asked) return;
        later = { ...asked, problems: laterProblems(problems, rules.problems) };
        compiled.value = { ...rules, problems };
      }),
    );

  const pupil = makePupilState(client, answered, guard);

  const heard = (asked: PolicyText, rules: Compiled): void => {
    const stay = later.name === asked.name;
    later = { ...asked, problems: stay ? movedProblems(later.problems, later.text, asked.text) : [] };
    batch(() => {
      answered.value = rules;
      compiled.value = { ...rules, problems: [...rules.problems, ...later.problems] };
      if (rules.vocabulary !== undefined) vocabulary.value = keptParts(vocabulary.peek(), rules.vocabulary);
      // What another policy said is not this one's.
      else if (!stay) vocabulary.value = pupil.view.value = undefined;
    });
  };

  /** When a figure was last turned; how long its answer took says nothing of how fast somebody turns. */
  let turnedAt = Number.NEGATIVE_INFINITY;
  let lastTurn: Turn | undefined;
  /** The pupil first, where only a figure was turned; undefined where that cannot be said. */
  const turn = (asked: PolicyText): Asked["turn"] => {
    const rules = answered.peek();
    const moment = pupil.asOf.peek();
    if (rules?.vocabulary === undefined || later.name !== asked.name || moment === 0) return undefined;
    const edit = asked.text === later.text ? turnedBack(lastTurn, later.text) : turnedFigure(later.text, asked.text);
    if (edit === undefined) return undefined;
    turnedAt = performance.now();
    lastTurn = { before: later.text, edit };
    return client.ask("turn", { edition: rules.edition, edit, sketch: pupil.sketch.peek(), asOf: moment });
  };
  const compile = (asked: PolicyText): NonNullable<Asked["compiled"]> =>
    client.ask("compile", { policy: asked, readings: readings.peek() });

  const ask = (asked: PolicyText): Asked => {
    client.drop("judge");
    const follows = performance.now() - turnedAt < SERIES;
    const turned = turn(asked);
    return { text: asked.text, follows, turn: turned, compiled: turned === undefined ? compile(asked) : undefined };
  };
  let early: Asked | undefined;

  let chosen = readings.peek();
  effect(() => {
    const [asked, choice] = [policy.value, readings.value];
    if (asked === undefined) return undefined;
    if (opened.peek()?.name !== asked.name) opened.value = asked;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let overtaken = false;
    const after = (quiet: number, run: () => void): void => {
      if (!overtaken) timer = setTimeout(run, quiet);
    };
    // Under another reading the text means something else, and is to be read.
    if (choice !== chosen) [lastTurn, early] = [undefined, undefined];
    chosen = choice;
    const begun = early?.text === asked.text ? early : untracked(() => ask(asked));
    early = undefined;
    const whole = (compiling: NonNullable<Asked["compiled"]>): void =>
      guard(
        compiling.then((rules) => {
          if (rules === STALE) return;
          heard(asked, rules);
          after(QUIET, () => judge(asked, rules));
        }),
      );
    if (begun.compiled !== undefined) whole(begun.compiled);
    else
      guard(
        Promise.resolve(begun.turn).then((view) => {
          const turned = view !== STALE && view !== undefined;
          if (turned && policy.peek() === asked) pupil.look(view);
          if (turned && begun.follows) after(SERIES, () => whole(compile(asked)));
          else if (!overtaken) whole(compile(asked));
        }),
      );
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  });

  effect(() => {
    if (pupil.about.value !== undefined) shown.value = undefined;
  });

  return {
    ...makePlace(),
    /** The worker for whoever types. */
    desk: client,
    /** The worker for whole schools. */
    school: clients.school,
    guard,
    policy,
    opened,
    readings,
    compiled,
    vocabulary,
    fault,
    sound,
    openPolicy: (name: string): void =>
      guard(
        client.ask("shelf", { name }).then((answer) => {
          if (answer === STALE || answer === undefined) return;
          opened.value = answer;
          policy.value = answer;
        }),
      ),
    /** What the text is about to be: the worker begins before the page has drawn it. `edit` follows in the same moment. */
    foresee: (text: string): void => {
      const before = policy.peek();
      if (before !== undefined && before.text !== text) early = ask({ ...before, text });
    },
    edit: (text: string): void => {
      const before = policy.value;
      if (before === undefined || before.text === text) return;
      shown.value = undefined;
      policy.value = { ...before, text };
    },
    ...pupil,
    shown,
    /** The place of the rule to light in the policy's text. */
    why: computed(() => shown.value ?? pupil.why.value),
  };
}

export type Store = ReturnType<typeof makeStore>;

/** A state that is made when a store is first asked for it, and kept as long as the store. */
export const ofStore: <S>(make: (store: Store) => S) => (store: Store) => S = remember;
