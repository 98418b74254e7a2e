// The policy's side of the page: which form of it is shown, where the cursor stands, what can be gone to, and what became of a file
// that somebody opened. The text itself is the store's.

import { effect, signal, untracked } from "@preact/signals";
import type { AtCursor } from "../editor/at-cursor.ts";
import type { Editor } from "../editor/open-editor.ts";
import { ofStore } from "../state/store.ts";
import { POLICY_ALONE } from "../state/place.ts";
import { isNarrow } from "../views/use-narrow.ts";
import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { OpenedFile, Survey } from "../worker/editing-protocol.ts";
import type { PolicyText, Problem, Replacement } from "../worker/protocol.ts";

export type Tab = "rules" | "form" | "yaml";

/** Milliseconds without a change, after which landmarks and figures are read anew; until then they move with the text. */
const QUIET = 250;

export interface YamlText {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Whether the text form follows it. */
  readonly readable: boolean;
}

interface Place {
  readonly from: number;
  readonly to?: number;
}

/** Another policy that somebody chose while the present one has changes. */
export interface Waiting {
  readonly title: string;
  readonly open: () => void;
}

export const policyStateOf = ofStore((store: Store) => {
  const tab = signal<Tab>("rules");
  const editor = signal<Editor | undefined>(undefined);
  const wantsEditor = signal(false);
  const wantedPlace = signal<Place | undefined>(undefined);
  const survey = signal<Survey>({ landmarks: [], figures: [] });
  const at = signal<AtCursor>({ figure: undefined, problems: [], example: undefined });
  const yaml = signal<YamlText | undefined>(undefined);
  const yamlEditor = signal<Editor | undefined>(undefined);
  const waiting = signal<Waiting | undefined>(undefined);
  const refusal = signal<string | undefined>(undefined);
  const said = signal("");

  effect(() => {
    const [ready, loaded] = [store.compiled.value, editor.value];
    if (ready === undefined || loaded === undefined) return undefined;
    const timer = setTimeout(() => {
      const text = store.policy.peek()?.text ?? "";
      store.guard(
        store.desk.ask("survey", { text }).then((answer) => {
          if (answer === STALE || answer === undefined || store.policy.peek()?.text !== text) return;
          survey.value = answer;
        }),
      );
    }, QUIET);
    return () => clearTimeout(timer);
  });

  // The editor is heavy, so it waits until the first pupil is on the page, or until there is something to mend.
  effect(() => {
    const [view, ready] = [store.view.value, store.compiled.value];
    if (view !== undefined || (ready !== undefined && ready.vocabulary === undefined)) wantsEditor.value = true;
  });

  // Whoever asks to be shown a rule is shown its text; an answer that follows an edit of a figure is nobody's asking.
  effect(() => {
    const asks = store.shown.value !== undefined || store.about.value !== undefined;
    if (asks && tab.peek() === "form") tab.value = "rules";
  });

  // A telephone has no room to read code in: there the labelled fields come first.
  let chosen = false;
  effect(() => {
    if (chosen || store.place.value.view !== POLICY_ALONE) return;
    chosen = true;
    if (isNarrow()) tab.value = "form";
  });

  const goTo = (from: number, to?: number): void => {
    chosen = true;
    if (tab.peek() === "yaml" && yamlEditor.peek() !== undefined) {
      yamlEditor.peek()?.goTo(from, to);
      return;
    }
    tab.value = "rules";
    wantsEditor.value = true;
    wantedPlace.value = to === undefined ? { from } : { from, to };
  };

  /** A place in a policy that is being opened. */
  let awaited: (Place & { readonly policy: string }) | undefined;
  effect(() => {
    const [opened, there] = [store.opened.value, awaited];
    if (there === undefined || opened?.name !== there.policy) return;
    awaited = undefined;
    untracked(() => goTo(there.from, there.to));
  });

  /** The rules follow what somebody wrote; what was only shown changes nothing, not even their layout. */
  const readYaml = (text: string, follow: boolean): void => {
    const policy = store.policy.peek();
    if (policy === undefined) return;
    const asked: PolicyText = { name: `${policy.name}.yaml`, text };
    store.guard(
      store.desk.ask("yaml", { policy: asked, readings: store.readings.peek() }).then((answer) => {
        if (answer === STALE || yaml.peek()?.text !== text) return;
        yaml.value = { text, problems: answer.problems, readable: answer.text !== undefined };
        if (follow && answer.text !== undefined) store.edit(answer.text);
      }),
    );
  };

  const showYaml = (): void => {
    const policy = store.policy.peek();
    if (policy === undefined) return;
    store.guard(
      store.desk.ask("savedForms", { policy }).then((answer) => {
        if (answer === STALE || store.policy.peek() !== policy) return;
        if (answer.yaml === undefined) {
          said.value = "The YAML form can be shown once the text can be read. Mend its errors first.";
          return;
        }
        said.value = "";
        yaml.value = { text: answer.yaml, problems: [], readable: true };
        tab.value = "yaml";
        readYaml(answer.yaml, false);
      }),
    );
  };

  const openText = (policy: PolicyText): void => {
    store.readings.value = [];
    store.opened.value = policy;
    store.policy.value = policy;
    tab.value = "rules";
    yaml.value = undefined;
  };

  /** Work in progress is put away only when somebody says so. */
  const carefully = (title: string, open: () => void): void => {
    const [before, now] = [store.opened.peek()?.text, store.policy.peek()?.text];
    const go = (): void => {
      waiting.value = undefined;
      open();
    };
    if (before === now) go();
    else waiting.value = { title, open: go };
  };

  return {
    tab,
    editor,
    wantsEditor,
    wantedPlace,
    survey,
    at,
    yaml,
    yamlEditor,
    waiting,
    refusal,
    said,
    goTo,
    /** Shows another form; a YAML text that cannot be read is not left behind silently. */
    choose: (next: Tab): void => {
      chosen = true;
      if (next === tab.peek()) return;
      if (tab.peek() === "yaml" && yaml.peek()?.readable === false) {
        said.value = "The YAML cannot be read yet. Mend it, or go back to the text as it was last readable.";
        return;
      }
      said.value = "";
      if (next === "yaml") showYaml();
      else tab.value = next;
    },
    editYaml: (text: string): void => {
      const before = yaml.peek();
      if (before === undefined || before.text === text) return;
      yaml.value = { ...before, text };
      readYaml(text, true);
    },
    leaveYaml: (): void => {
      yaml.value = undefined;
      said.value = "";
      tab.value = "rules";
    },
    mend: (edits: readonly Replacement[], title: string): void => {
      const place = tab.peek() === "yaml" ? yamlEditor.peek() : editor.peek();
      const done = place?.mend(edits) ?? false;
      said.value = done ? `Done: ${title}. It can be undone.` : "The text has just changed. Try again in a moment.";
    },
    layOut: (): void => {
      const policy = store.policy.peek();
      if (policy === undefined) return;
      store.guard(
        store.desk.ask("layOut", { policy }).then((text) => {
          if (text === STALE) return;
          if (text === undefined) said.value = "The text can be tidied once it can be read. Mend its errors first.";
          else if (text === store.policy.peek()?.text) said.value = "The text was tidy already.";
          else {
            store.edit(text);
            said.value = "Tidied. It can be undone.";
          }
        }),
      );
    },
    /** `place` is one to go to in it. */
    openShelved: (name: string, title: string, place?: Place): void =>
      carefully(title, () => {
        awaited = place === undefined ? undefined : { policy: `${name}/${name}.rollcall`, ...place };
        store.readings.value = [];
        tab.value = "rules";
        yaml.value = undefined;
        refusal.value = undefined;
        store.openPolicy(name);
      }),
    openFiles: (files: readonly OpenedFile[]): void =>
      store.guard(
        store.desk.ask("openFiles", { files }).then((answer) => {
          if (answer === STALE) return;
          if ("refusal" in answer) {
            refusal.value = answer.refusal;
            return;
          }
          refusal.value = undefined;
          carefully(files[0]?.name ?? "the file", () => {
            openText(answer.policy);
            if (answer.yaml === undefined) return;
            yaml.value = { text: answer.yaml, problems: [], readable: answer.policy.text !== "" };
            tab.value = "yaml";
            readYaml(answer.yaml, true);
          });
        }),
      ),
    startAgain: (): void => {
      const opened = store.opened.peek();
      if (opened !== undefined) store.edit(opened.text);
    },
  };
});

export type PolicyState = ReturnType<typeof policyStateOf>;
