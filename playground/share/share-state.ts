// What is to be handed over, and what came of it: the link as it would be sent now, and the texts to be saved.

import { computed, effect, signal } from "@preact/signals";
import { hrefOf } from "../state/place.ts";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { PolicyText } from "../worker/protocol.ts";
import type { SavedForms, TestCase } from "../worker/share-protocol.ts";
import type { Handed } from "./handed.ts";
import { shelvedText } from "./shelved.ts";

/** Mail and chat programs cut links that are longer. */
export const LONG_LINK = 2000;

export interface Link {
  /** The whole address. */
  readonly address: string;
  readonly packed: string;
}

export const shareState = ofStore((store) => {
  const view = signal("pupil");
  const withPupil = signal(false);
  /** The text of that name that comes with the page, if there is one; not known until the worker has looked. */
  const shelved = signal<PolicyText | undefined | "unknown">("unknown");
  const link = signal<Link | undefined>(undefined);
  /** What is open is more than a link could hold. */
  const tooLong = signal(false);
  const forms = signal<SavedForms | undefined>(undefined);
  const testCase = signal<TestCase | undefined | "unwritten">("unwritten");
  /** Whether the text is just the one that comes with the page, and need not be sent. */
  const asShelved = computed(() => textOf(shelved.value) === (store.policy.value?.text ?? ""));
  const name = computed(() => store.policy.value?.name);

  effect(() => {
    const asked = name.value;
    shelved.value = "unknown";
    if (asked === undefined) return;
    store.guard(
      shelvedText(store, asked).then((found) => {
        if (name.peek() === asked) shelved.value = found;
      }),
    );
  });

  let latest = 0;
  effect(() => {
    const value = handedNow(store, asShelved.value, withPupil.value);
    const at = view.value;
    link.value = undefined;
    if (value === undefined || shelved.value === "unknown") return;
    latest += 1;
    const asked = latest;
    store.guard(
      import("./handed.ts")
        .then(({ pack }) => pack(value))
        .then((packed) => {
          // The newest question alone is answered.
          if (asked !== latest) return;
          tooLong.value = packed === undefined;
          if (packed !== undefined) link.value = { address: addressOf(at, packed), packed };
        }),
    );
  });

  effect(() => {
    const policy = store.policy.value;
    forms.value = undefined;
    if (policy === undefined) return;
    store.guard(
      store.desk.ask("savedForms", { policy }).then((answer) => {
        if (answer !== STALE) forms.value = answer;
      }),
    );
  });

  effect(() => {
    // What was written is of the pupil and the policy as they were then.
    void [store.policy.value, store.readings.value, store.sketch.value, store.asOf.value];
    testCase.value = "unwritten";
  });

  return {
    view,
    withPupil,
    /** Undefined also while it is not known. */
    shelf: computed(() => textOf(shelved.value)),
    asShelved,
    link,
    tooLong,
    forms,
    testCase,
    writeTestCase: (): void => {
      const policy = store.policy.value;
      if (policy === undefined) return;
      const ask = { policy, readings: store.readings.value, sketch: store.sketch.value, asOf: store.asOf.value };
      store.guard(
        store.school.ask("testCase", ask).then((answer) => {
          if (answer !== STALE) testCase.value = answer;
        }),
      );
    },
  };
});

function handedNow(store: Store, asShelved: boolean, withPupil: boolean): Handed | undefined {
  const policy = store.policy.value;
  if (policy === undefined) return undefined;
  const { flags, parents, marks, arrivals, log, ...who } = store.sketch.value;
  return {
    version: 1,
    policy: asShelved ? { name: policy.name } : { name: policy.name, text: policy.text },
    readings: store.readings.value.map(([question, label]) => [question, label]),
    asOf: store.asOf.value,
    ...(withPupil
      ? {
          pupil: {
            ...who,
            flags: [...flags],
            parents: [...parents],
            marks: marks.map(([session, code]) => [session, code]),
            ...(arrivals === undefined ? {} : { arrivals: [...arrivals] }),
            log: log.map((entry) => ({ ...entry })),
          },
        }
      : {}),
  };
}

function textOf(shelved: PolicyText | undefined | "unknown"): string | undefined {
  return shelved === "unknown" ? undefined : shelved?.text;
}

function addressOf(view: string, packed: string): string {
  return `${location.href.split("#")[0] ?? ""}${hrefOf({ view, handed: packed })}`;
}

/** `hall-green` of `hall-green/hall-green.rollcall`. */
export function shortName(policy: PolicyText | undefined): string {
  return policy?.name.split("/")[0] ?? "policy";
}
