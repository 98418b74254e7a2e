// Many policies side by side as the page knows them: which are compared, how far the work is, and the tables that came of it.

import { batch, computed, effect, signal } from "@preact/signals";
import { stories } from "../pupil/story-book.ts";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";
import { shelfTitles } from "../texts/titles.ts";
import { downloadText } from "../views/download.ts";
import type { Compared, ComparedEntry, PolicyTable, PupilAsked, PupilTable } from "../worker/compare-protocol.ts";
import type { Progress } from "../worker/protocol.ts";
import { STALE } from "../worker/client.ts";
import { rowsShown, sectionsOf } from "./compare-shape.ts";

export type Subject = "policies" | "pupil";

/** An entry that was pressed, and whose it is. */
export interface Pressed {
  readonly entry: ComparedEntry;
  readonly subject: string;
  readonly policy: string;
}

export interface Choosable {
  readonly name: string;
  readonly title: string;
}

/** The story told; without one, the pupil of the page. */
export const OWN_PUPIL = "";

export const compareOf = ofStore((store: Store) => {
  const ticked = signal<ReadonlySet<string>>(
    new Set(shelfTitles.filter(({ level }) => level === "school").map(({ name }) => name)),
  );
  const subject = signal<Subject>("policies");
  const story = signal(OWN_PUPIL);
  const onlyDiffering = signal(false);
  /** Two names to read side by side; all of them, where there are none. */
  const pair = signal<readonly [string, string] | undefined>(undefined);
  const policies = signal<PolicyTable | undefined>(undefined);
  const pupil = signal<PupilTable | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const pressed = signal<Pressed | undefined>(undefined);
  const watching = signal(0);

  const editedName = computed(() => store.policy.value?.name.split("/")[0] ?? "");
  /** The policy being edited stands first, whether it is on the shelf or not. */
  const choosable = computed((): readonly Choosable[] => {
    const own = editedName.value;
    const title = store.compiled.value?.title ?? own;
    return [{ name: own, title }, ...shelfTitles.filter(({ name }) => name !== own)];
  });
  const compared = computed((): readonly Compared[] => {
    const policy = store.policy.value;
    return choosable.value
      .filter(({ name }, place) => place === 0 || ticked.value.has(name))
      .map(({ name }) =>
        policy !== undefined && name === editedName.value
          ? { kind: "edited", policy, readings: store.readings.value }
          : { kind: "shelved", name },
      );
  });
  const asked = computed((): PupilAsked => {
    const told = stories.find(({ name }) => name === story.value);
    return told === undefined
      ? { sketch: store.sketch.value, asOf: store.asOf.value, title: "The pupil of “One pupil”" }
      : { sketch: told.sketch, asOf: told.day * 86_400 + 16 * 3600, title: told.title };
  });

  const tell = (told: Progress): void => {
    progress.value = told;
  };

  effect(() => {
    const sides = compared.value;
    if (watching.value === 0 || store.policy.value === undefined || subject.value !== "policies") return;
    store.guard(
      store.school.ask("comparePolicies", { policies: sides }, tell).then((table) => {
        if (table === STALE) return;
        batch(() => {
          policies.value = table;
          progress.value = undefined;
        });
      }),
    );
  });

  effect(() => {
    const [sides, who] = [compared.value, asked.value];
    if (watching.value === 0 || store.policy.value === undefined || subject.value !== "pupil" || who.asOf === 0) return;
    store.guard(
      store.school.ask("comparePupil", { policies: sides, pupil: who }, tell).then((table) => {
        if (table === STALE) return;
        batch(() => {
          pupil.value = table;
          progress.value = undefined;
        });
      }),
    );
  });

  const table = computed(() => (subject.value === "policies" ? policies.value : pupil.value));
  /** Places of the chosen policies in the table. */
  const places = computed((): readonly number[] => {
    const names = table.value?.policies.map(({ name }) => name) ?? [];
    const two = pair.value?.map((name) => names.indexOf(name)).filter((place) => place >= 0);
    return two?.length === 2 ? two : names.map((_, place) => place);
  });
  const sections = computed(() =>
    table.value === undefined
      ? []
      : sectionsOf(table.value, { places: places.value, onlyDiffering: onlyDiffering.value }),
  );

  return {
    ticked,
    subject,
    story,
    onlyDiffering,
    pair,
    pupil,
    progress,
    pressed,
    watching,
    editedName,
    choosable,
    table,
    places,
    sections,
    tick: (name: string, on: boolean): void => {
      const next = new Set(ticked.value);
      if (on) next.add(name);
      else next.delete(name);
      ticked.value = next;
    },
    /** Reads the first two side by side, or goes back to all. */
    readTwo: (on: boolean): void => {
      const [first, second] = table.value?.policies ?? [];
      pair.value = on && first !== undefined && second !== undefined ? [first.name, second.name] : undefined;
    },
    download: (format: "markdown" | "csv"): void => {
      const chosen = new Set(places.value.map((place) => table.value?.policies[place]?.name));
      const sides = compared.value.filter((each) => chosen.has(nameOf(each)));
      const who = subject.value === "pupil" ? { pupil: asked.value } : {};
      const only = rowsShown(sections.value);
      store.guard(
        store.school.ask("compareFile", { policies: sides, ...who, format, only }, tell).then((text) => {
          progress.value = undefined;
          if (text === STALE) return;
          const name = subject.value === "pupil" ? "one-pupil-compared" : "policies-compared";
          downloadText(
            `${name}.${format === "csv" ? "csv" : "md"}`,
            text,
            format === "csv" ? "text/csv" : "text/markdown",
          );
        }),
      );
    },
    /** Shows the provision of the edited text in its place. */
    showInPolicy: (span: { readonly from: number; readonly to: number }): void => {
      pressed.value = undefined;
      store.shown.value = span;
      store.goTo({ view: "policy" });
    },
  };
});

export type CompareState = ReturnType<typeof compareOf>;

function nameOf(compared: Compared): string | undefined {
  return compared.kind === "shelved" ? compared.name : compared.policy.name.split("/")[0];
}
