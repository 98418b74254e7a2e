// What is held side by side: a baseline and the present, or any two policies, readings and dates; and what the workers say of it.

import { computed, effect, signal } from "@preact/signals";
import { dayOf, momentOf, secondOf } from "../../src/wording.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { PolicyText, Problem, Readings } from "../worker/protocol.ts";
import type {
  AheadChange,
  ChangeQuestion,
  ChangeSide,
  NotRunning,
  PolicyChange,
  PupilChange,
  ShelfChoice,
} from "../worker/what-if-protocol.ts";
import { movedBy } from "./moved-sketch.ts";

/** Milliseconds without a change: a rest while dragging, a pause to read, and being done for now. What takes longer waits longer. */
const [REST, QUIET, QUIET_LONG] = [150, 500, 1500];

/** One side as somebody chose it; what is not chosen is as on the page. */
export interface Choice {
  /** The pinned baseline, the policy as it stands on the page, or one on the shelf by its name. */
  readonly policy:
    { readonly kind: "baseline" } | { readonly kind: "present" } | { readonly kind: "shelf"; readonly name: string };
  readonly reading?: { readonly question: string; readonly label: string };
  readonly day?: number;
}

const USUAL: readonly [Choice, Choice] = [{ policy: { kind: "baseline" } }, { policy: { kind: "present" } }];

export const whatIfOf = ofStore((store) => {
  /** Undefined: the policy as it was opened, with the pupil and the date of the page. */
  const pinned = signal<ChangeSide | undefined>(undefined);
  const choices = signal(USUAL);
  const shelf = signal<readonly ShelfChoice[] | undefined>(undefined);
  /** While nobody looks, nobody asks. */
  const shown = signal(false);
  const looksAhead = signal(false);
  const pupil = signal<PupilChange | NotRunning | undefined>(undefined);
  const policies = signal<PolicyChange | NotRunning | undefined>(undefined);
  const remarks = signal<readonly Problem[]>([]);
  const ahead = signal<AheadChange | NotRunning | undefined>(undefined);
  const said = signal("");

  // A baseline holds the pupil of its time.
  effect(() => {
    if (store.forgotten.value > 0) pinned.value = undefined;
  });

  const present = computed((): ChangeSide | undefined => {
    const [policy, asOf] = [store.policy.value, store.asOf.value];
    return policy === undefined || asOf === 0
      ? undefined
      : { policy, readings: store.readings.value, sketch: store.sketch.value, asOf };
  });
  const baseline = computed((): ChangeSide | undefined => {
    const opened = store.opened.value;
    if (pinned.value !== undefined || present.value === undefined || opened === undefined) return pinned.value;
    return { ...present.value, policy: opened, readings: [] };
  });
  const sides = computed((): ChangeQuestion | undefined => {
    const [before, after] = choices.value.map((choice) => sideOf(choice, baseline.value, present.value, shelf.value));
    return before === undefined || after === undefined ? undefined : { before, after };
  });
  /** The dates are chosen, so the values of those dates count. */
  const byDays = computed(() => choices.value.some(({ day }) => day !== undefined));
  /** The pinned pupil or date is not that of the page any more. */
  const isOtherPupil = computed(() => {
    const [kept, now] = [pinned.value, present.value];
    return kept !== undefined && now !== undefined && (kept.sketch !== now.sketch || kept.asOf !== now.asOf);
  });
  const differs = computed(() => sides.value !== undefined && !sameSide(sides.value.before, sides.value.after));

  effect(() => {
    const [asked, sound] = [sides.value, store.compiled.value];
    if (!shown.value) return;
    if (asked === undefined || sound === undefined || !differs.value) {
      pupil.value = undefined;
      return;
    }
    store.guard(
      store.desk.ask("pupilChange", asked).then((answer) => {
        if (answer !== STALE) pupil.value = answer;
      }),
    );
  });

  effect(() => {
    const asked = sides.value;
    if (!shown.value) return undefined;
    if (asked === undefined || !differs.value) {
      policies.value = undefined;
      return undefined;
    }
    // Whoever drags a figure sees the pupil and the school follow; what it comes to for everybody is reckoned at the next rest.
    const timer = setTimeout(
      () =>
        store.guard(
          store.desk.ask("policyChange", { ...asked, byDays: byDays.value }).then((answer) => {
            if (answer !== STALE && sides.value === asked) policies.value = answer;
          }),
        ),
      REST,
    );
    return () => clearTimeout(timer);
  });

  effect(() => {
    const [asked, wanted] = [sides.value, looksAhead.value];
    ahead.value = undefined;
    if (asked === undefined || !wanted || !shown.value || !differs.value) return undefined;
    const timer = setTimeout(
      () =>
        store.guard(
          store.school.ask("aheadChange", asked).then((answer) => {
            if (answer !== STALE && sides.value === asked) ahead.value = answer;
          }),
        ),
      QUIET,
    );
    return () => clearTimeout(timer);
  });

  // What is remarked is read out of the whole text, and whoever drags a figure must not wait for it.
  effect(() => {
    const asked = sides.value;
    remarks.value = [];
    if (asked === undefined || !shown.value || asked.before.policy.name !== asked.after.policy.name) return undefined;
    if (asked.before.policy.text === asked.after.policy.text) return undefined;
    const timer = setTimeout(
      () =>
        store.guard(
          store.school.ask("newRemarks", asked).then((answer) => {
            if (answer !== STALE && sides.value === asked) remarks.value = answer;
          }),
        ),
      QUIET_LONG,
    );
    return () => {
      clearTimeout(timer);
      store.school.drop("newRemarks");
    };
  });

  const choose = (place: 0 | 1, choice: Choice): void => {
    const [before, after] = choices.value;
    choices.value = place === 0 ? [choice, after] : [before, choice];
  };

  return {
    shown,
    pinned,
    present,
    baseline,
    choices,
    shelf,
    sides,
    byDays,
    differs,
    isOtherPupil,
    pupil,
    policies,
    remarks,
    looksAhead,
    ahead,
    said,
    choose,
    usual: (): void => {
      choices.value = USUAL;
    },
    pin: (): void => {
      pinned.value = present.value;
      said.value = "What you change from here on is compared with the policy and the pupil as they stand now.";
    },
    unpin: (): void => {
      pinned.value = undefined;
      said.value = "Changes are compared with the policy as it was opened again.";
    },
    /** The pinned policy, with the pupil and the date of the page. */
    samePupil: (): void => {
      const [kept, now] = [pinned.value, present.value];
      if (kept === undefined || now === undefined) return;
      pinned.value = { ...kept, sketch: now.sketch, asOf: now.asOf };
      said.value = "The same pupil stands on both sides now.";
    },
    /** The page as the baseline has it: its text, its readings, its pupil. */
    putBack: (): void => {
      const back = baseline.value;
      if (back === undefined) return;
      if (store.policy.value?.name === back.policy.name) store.edit(back.policy.text);
      else store.policy.value = back.policy;
      store.readings.value = back.readings;
      if (store.sketch.value !== back.sketch) store.change(back.sketch, "The pupil as before");
      store.asOf.value = back.asOf;
      said.value = "Everything is as before again.";
    },
    openShelf: (): void => {
      if (shelf.value !== undefined) return;
      store.guard(
        store.school.ask("shelfChoices", null).then((answer) => {
          if (answer !== STALE) shelf.value = answer;
        }),
      );
    },
  };
});

function sideOf(
  { policy, reading, day }: Choice,
  baseline: ChangeSide | undefined,
  present: ChangeSide | undefined,
  shelf: readonly ShelfChoice[] | undefined,
): ChangeSide | undefined {
  const base = policy.kind === "baseline" ? baseline : present;
  const text = policyOf(policy, base, shelf);
  if (base === undefined || text === undefined) return undefined;
  const readings: Readings =
    reading === undefined
      ? policy.kind === "shelf"
        ? []
        : base.readings
      : [...base.readings.filter(([question]) => question !== reading.question), [reading.question, reading.label]];
  if (day === undefined) return { ...base, policy: text, readings };
  const weeks = Math.round((day - dayOf(base.asOf)) / 7);
  return { policy: text, readings, sketch: movedBy(base.sketch, weeks * 7), asOf: momentOf(day, secondOf(base.asOf)) };
}

function policyOf(
  policy: Choice["policy"],
  base: ChangeSide | undefined,
  shelf: readonly ShelfChoice[] | undefined,
): PolicyText | undefined {
  return policy.kind === "shelf" ? shelf?.find(({ name }) => name === policy.name)?.policy : base?.policy;
}

function sameSide(one: ChangeSide, other: ChangeSide): boolean {
  return (
    one.asOf === other.asOf &&
    one.policy.name === other.policy.name &&
    one.policy.text === other.policy.text &&
    JSON.stringify(one.readings) === JSON.stringify(other.readings) &&
    (one.sketch === other.sketch || JSON.stringify(one.sketch) === JSON.stringify(other.sketch))
  );
}
