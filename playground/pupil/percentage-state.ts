// What somebody asks of a percentage: the words typed, the kind of absence, the pupil found for it, and what that pupil gets.

import { batch, computed, effect, signal } from "@preact/signals";
import { dayOf, momentOf, sayDay } from "../../src/wording.ts";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { RegisterCode } from "../worker/protocol.ts";
import type { Sketch } from "../worker/pupil-protocol.ts";
import type { PupilGets } from "../worker/what-if-protocol.ts";
import { codesOn } from "./marks-text.ts";
import { pupilWith, readTenths, sayTenths } from "./percentage-pupil.ts";
import type { PercentagePupil } from "./percentage-pupil.ts";

/** Seconds of a day, when school is over. */
const END_OF_DAY = 16 * 3600;

export type AbsenceKind = "unauthorised" | "authorised";

export interface Found {
  readonly pupil: PercentagePupil;
  readonly sketch: Sketch;
  readonly asOf: number;
}

export interface PercentageProblem {
  readonly message: string;
  /** Percentages that can be reached, to press instead. */
  readonly instead: readonly string[];
}

export const percentageOf = ofStore((store) => {
  const text = signal("");
  const kind = signal<AbsenceKind>("unauthorised");
  const found = signal<Found | undefined>(undefined);
  const problem = signal<PercentageProblem | undefined>(undefined);
  const gets = signal<PupilGets | undefined>(undefined);
  /** Undefined as soon as the pupil's marks have been changed by hand, or another day is looked at; what is put on record stays with it. */
  const present = computed((): Found | undefined => {
    const [kept, sketch] = [found.value, store.sketch.value];
    return kept !== undefined && isSameChild(kept.sketch, sketch) && kept.asOf === store.asOf.value
      ? { ...kept, sketch }
      : undefined;
  });

  // A percentage that is not that of the pupil any more would be read as theirs.
  effect(() => {
    if (present.value === undefined && found.peek() !== undefined) [found.value, text.value] = [undefined, ""];
  });

  effect(() => {
    const [asked, ready] = [present.value, store.compiled.value];
    if (asked === undefined || ready?.vocabulary === undefined) {
      gets.value = undefined;
      return;
    }
    store.guard(
      store.desk.ask("pupilGets", { sketch: asked.sketch, asOf: asked.asOf }).then((answer) => {
        if (answer !== STALE) gets.value = answer;
      }),
    );
  });

  const refuse = (message: string, instead: readonly string[] = []): void => {
    problem.value = { message, instead };
  };

  const ask = (words: string): void => {
    text.value = words;
    const tenths = readTenths(words);
    const calendar = store.vocabulary.value?.calendar;
    if (calendar === undefined) return;
    if (tenths === undefined) {
      refuse("Type a percentage between 0 and 100 with at most one decimal, such as 94.7");
      return;
    }
    const day = dayOf(store.asOf.value);
    const pupil = pupilWith(calendar, day, tenths);
    const code = codeOf(kind.value, codesOn(store.vocabulary.value?.codes ?? [], day));
    if (pupil.kind === "no-session")
      refuse(`This school year has had no session by ${sayDay(day)}. Choose a later date.`);
    else if (pupil.kind === "unreachable")
      refuse(
        `No number of sessions this school year comes to ${sayTenths(tenths)} by ${sayDay(day)}.`,
        pupil.nearest.map((each) => sayTenths(each)),
      );
    else if (code === undefined) refuse(`The policy has no code for ${kind.value} absence on ${sayDay(day)}.`);
    else give(pupil, code, sayTenths(tenths));
  };

  const give = (pupil: PercentagePupil, code: string, share: string): void => {
    const { year, flags, parents } = store.sketch.value;
    const sketch: Sketch = {
      year,
      flags,
      parents,
      ...(pupil.from === undefined ? {} : { from: pupil.from }),
      marks: pupil.missed.map((session) => [session, code]),
      log: [],
    };
    problem.value = undefined;
    batch(() => {
      // What the last day's sessions come to is known once they are over.
      const { value: asked } = store.asOf;
      const asOf = Math.max(asked, momentOf(dayOf(asked), END_OF_DAY));
      [found.value, store.asOf.value, store.about.value] = [{ pupil, sketch, asOf }, asOf, undefined];
      store.change(sketch, `A pupil at ${share}`);
    });
  };

  return { text, kind, problem, present, gets, ask };
});

function isSameChild(one: Sketch, other: Sketch): boolean {
  return (
    one.marks === other.marks && one.year === other.year && one.flags === other.flags && one.parents === other.parents
  );
}

/** The plainest code of its kind: illness, or absence without a reason, where the policy has them. */
function codeOf(kind: AbsenceKind, codes: readonly RegisterCode[]): string | undefined {
  const plain = { authorised: "I", unauthorised: "O" }[kind];
  const mine = codes.filter(({ category }) => category === kind);
  return (mine.find(({ code }) => code === plain) ?? mine[0])?.code;
}
