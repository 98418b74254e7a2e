// The whole school as the page knows it: what the worker said of it, and how far it is with what it was asked. It asks only while
// somebody is looking.

import { computed, effect, signal } from "@preact/signals";
import { ofStore } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { Progress } from "../worker/protocol.ts";
import { morningOf } from "./morning-groups.ts";
import type { MorningView, NoSchool, SchoolQuestion, SchoolView } from "../worker/school-protocol.ts";
import { schoolSourceOf } from "./school-source.ts";
import { sayPupils } from "./school-words.ts";

/** What of the school is looked at. */
export type Aspect = "glance" | "morning" | "pupils";

export const schoolOf = ofStore((store) => {
  const { source, imported, said } = schoolSourceOf(store);
  const shown = signal(false);
  const aspect = signal<Aspect>("glance");
  const view = signal<SchoolView | undefined>(undefined);
  const morning = signal<MorningView | undefined>(undefined);
  /** Why there is nothing newer to show. */
  const trouble = signal<NoSchool | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const busy = signal(false);
  const reading = signal(false);

  const question = (): SchoolQuestion | undefined => {
    const [school, policy, asOf] = [source.value, store.policy.value, store.asOf.value];
    if (!shown.value || school === undefined || policy === undefined) return undefined;
    return { source: school, policy, readings: store.readings.value, asOf };
  };
  const told = (far: Progress): void => {
    progress.value = far;
  };

  effect(() => {
    const asked = question();
    if (asked === undefined) return undefined;
    busy.value = true;
    store.guard(
      store.school.ask("school", asked, told).then((answer) => {
        if (answer === STALE) return;
        [busy.value, progress.value] = [false, undefined];
        trouble.value = answer.kind === "none" ? answer : undefined;
        if (answer.kind === "school") view.value = answer;
      }),
    );
    return () => store.school.drop("school");
  });

  // The list takes longer than the pictures, and is written when somebody wants to read it.
  effect(() => {
    const asked = aspect.value === "morning" ? question() : undefined;
    if (asked === undefined) return undefined;
    store.guard(
      store.school.ask("schoolMorning", { ...asked, asOf: morningOf(asked.asOf) }, told).then((answer) => {
        if (answer === STALE) return;
        progress.value = undefined;
        if (answer.kind === "morning") morning.value = answer;
      }),
    );
    return () => {
      store.school.drop("schoolMorning");
      progress.value = undefined;
    };
  });

  const policyName = computed(() => store.policy.value?.name);
  // What was worked out of one school says nothing of another, and under one policy nothing of another.
  effect(() => {
    if (source.value === undefined || policyName.value === undefined) busy.value = false;
    [view.value, morning.value, trouble.value, progress.value] = [undefined, undefined, undefined, undefined];
  });

  return {
    shown,
    aspect,
    view,
    morning,
    trouble,
    progress,
    busy,
    reading,
    /** Reads the files that somebody chose into the worker's memory. */
    choose: (files: readonly File[]): void => {
      const policy = store.policy.value;
      if (policy === undefined || files.length === 0) return;
      reading.value = true;
      said.value = "Reading the files…";
      store.guard(
        chosenFiles(files)
          .then((chosen) => store.school.ask("schoolImport", { files: chosen, policy, readings: store.readings.value }))
          .then((answer) => {
            if (answer === STALE) return;
            reading.value = false;
            imported.value = answer;
            said.value =
              answer.kind === "imported"
                ? `${sayPupils(answer.pupils)} read.`
                : "The files could not be read as a school.";
            if (answer.kind === "imported") source.value = { kind: "imported" };
          }),
      );
    },
  };
});

async function chosenFiles(files: readonly File[]) {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
