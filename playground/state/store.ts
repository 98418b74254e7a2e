// What the page knows, as signals, and what changes it. Views read and call; only states ask a worker. A view that is loaded late
// brings a state of its own, made once for a store (`ofStore`).

import { batch, computed, effect, signal } from "@preact/signals";
import { remember } from "../../src/wording.ts";
import { STALE } from "../worker/client.ts";
import type { Client } from "../worker/client.ts";
import type { Compiled, PolicyText, Problem, Readings, Vocabulary } from "../worker/protocol.ts";
import { laterProblems, movedProblems } from "./later-problems.ts";
import { makePlace } from "./place.ts";
import { makePupilState } from "./pupil-state.ts";

/** Milliseconds without a change, after which the examples are checked and the policy is judged. */
const QUIET = 300;

export interface Fault {
  readonly message: string;
}

/** `school` is a second worker, so that a whole school being worked out never holds up somebody who types. */
export interface Clients {
  readonly desk: Client;
  readonly school: Client;
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

  effect(() => {
    const [asked, choice] = [policy.value, readings.value];
    if (asked === undefined) return undefined;
    if (opened.peek()?.name !== asked.name) opened.value = asked;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let overtaken = false;
    client.drop("judge");
    guard(
      client.ask("compile", { policy: asked, readings: choice }).then((answer) => {
        if (answer === STALE) return;
        const stay = later.name === asked.name;
        later = { ...asked, problems: stay ? movedProblems(later.problems, later.text, asked.text) : [] };
        batch(() => {
          answered.value = answer;
          compiled.value = { ...answer, problems: [...answer.problems, ...later.problems] };
          if (answer.vocabulary !== undefined) vocabulary.value = answer.vocabulary;
        });
        if (!overtaken) quiet = setTimeout(() => judge(asked, answer), QUIET);
      }),
    );
    return () => {
      overtaken = true;
      clearTimeout(quiet);
    };
  });

  const pupil = makePupilState(client, answered, guard);
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
