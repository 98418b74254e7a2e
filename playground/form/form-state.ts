// The form of thresholds as the page knows it: the figures of the text, what was typed that is no figure, and what can be undone.
// An edit replaces one figure in the text and nothing else.

import { batch, computed, effect, signal } from "@preact/signals";
import { ofStore } from "../state/store.ts";
import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { FormAnswer, InheritedField, OwnField } from "../worker/form-protocol.ts";
import type { Problem } from "../worker/protocol.ts";
import { withFigure } from "./form-shape.ts";
import { readFigure } from "./read-figure.ts";

/** What was typed into a field and is no figure. */
interface Draft {
  readonly typed: string;
  readonly says: string;
}

interface Edit {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const REMEMBERED = 100;

export const formOf = ofStore((store: Store) => {
  const answer = signal<FormAnswer | undefined>(undefined);
  /** Why the fields are of an older text: the newest cannot be read. */
  const unreadable = signal<FormAnswer["unreadable"]>(undefined);
  const problems = signal<readonly Problem[]>([]);
  const drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  /** What somebody is in the middle of typing: no answer that comes meanwhile may overwrite it. */
  const typing = signal<{ readonly id: string; readonly typed: string } | undefined>(undefined);
  const edits = signal<readonly Edit[]>([]);
  /** The field that was changed last, while its text is that of now. */
  const turned = signal<string | undefined>(undefined);
  /** What was last done, to be read out. */
  const said = signal("");
  const search = signal("");
  const onlyChanged = signal(false);
  /** How many forms are on the page: while there is none, nobody asks. */
  const watching = signal(0);
  const policyName = computed(() => store.policy.value?.name);

  effect(() => {
    if (policyName.value === undefined) return;
    batch(() => {
      [answer.value, unreadable.value] = [undefined, undefined];
      [drafts.value, edits.value, said.value, turned.value] = [new Map(), [], "", undefined];
    });
  });

  effect(() => {
    const compiled = store.compiled.value;
    const opened = store.opened.value;
    const policy = store.policy.peek();
    if (watching.value === 0 || compiled === undefined || policy === undefined || opened === undefined) return;
    store.guard(
      store.desk.ask("form", { text: policy.text, opened: opened.text }).then((told) => {
        // An answer about a text that has been edited since has its figures in the wrong places.
        if (told === STALE || told === undefined || told.text !== store.policy.peek()?.text) return;
        batch(() => {
          unreadable.value = told.unreadable;
          problems.value = compiled.problems;
          if (told.unreadable === undefined) answer.value = told;
        });
      }),
    );
  });

  const edit = (text: string, what: string): void => {
    const before = store.policy.peek()?.text;
    if (before === undefined || before === text) return;
    batch(() => {
      edits.value = [...edits.value, { what, before, after: text }].slice(-REMEMBERED);
      said.value = what;
      store.edit(text);
    });
  };

  const isCurrent = (): boolean => answer.peek()?.text === store.policy.peek()?.text;

  const write = (field: OwnField, text: string): void => {
    const current = answer.peek();
    if (current === undefined || !isCurrent()) {
      said.value = "The policy is still being read. Try again in a moment.";
      return;
    }
    const next = withFigure(current, field.id, text);
    batch(() => {
      [answer.value, turned.value] = [next, field.id];
      edit(next.text, `${nameOf(field)} changed from ${withUnit(field, field.text)} to ${withUnit(field, text)}.`);
    });
  };

  return {
    answer,
    unreadable,
    problems,
    drafts,
    typing,
    turned,
    said,
    search,
    onlyChanged,
    watching,
    /** Where the text has been edited in another way since, the editor knows better what to undo. */
    canUndo: computed(() => edits.value.at(-1)?.after === store.policy.value?.text && edits.value.length > 0),
    /** Changes the figure in the text, or keeps what was typed with what is amiss in it. */
    type: (field: OwnField, typed: string): void => {
      const read = readFigure(field.kind, typed);
      const kept = new Map(drafts.value);
      if (read.kind === "fault") kept.set(field.id, { typed, says: read.says });
      else kept.delete(field.id);
      batch(() => {
        typing.value = undefined;
        drafts.value = kept;
        if (read.kind === "figure" && read.text !== field.text) write(field, read.text);
      });
    },
    undo: (): void => {
      const last = edits.value.at(-1);
      if (last === undefined || last.after !== store.policy.peek()?.text) return;
      batch(() => {
        edits.value = edits.value.slice(0, -1);
        drafts.value = new Map();
        said.value = `Undone: ${last.what}`;
        store.edit(last.before);
      });
    },
    /** Says in this policy what a layer above says, so that it can be changed here. */
    setHere: ({ setHere, title }: InheritedField): void => {
      const text = store.policy.peek()?.text;
      if (setHere === undefined || text === undefined || !isCurrent()) return;
      edit(
        `${text.slice(0, setHere.at)}${setHere.text}${text.slice(setHere.at)}`,
        `${title} is now set in this policy. Its field stands among the others.`,
      );
    },
    /** Lights the figure's line in the policy. */
    show: ({ from, to }: OwnField): void => {
      store.shown.value = { from, to };
    },
  };
});

export type FormState = ReturnType<typeof formOf>;

function nameOf({ title, before }: OwnField): string {
  return before === "" ? title : `${title}, ${before.trim()},`;
}

export function withUnit({ unit }: Pick<OwnField, "unit">, text: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}
