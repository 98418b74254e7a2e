// The text of the policy: as plain text at once, and in the editor as soon as there is time for it, in the same place and type.

import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../editor/open-editor.ts";
import type { Store } from "../state/store.ts";
import { nameStateOf } from "./name-state.ts";
import type { PolicyState } from "./policy-state.ts";

type Opener = typeof import("../editor/open-editor.ts").openEditor;

interface Given {
  readonly store: Store;
  readonly state: PolicyState;
}

export function RulesText({ store, state }: Given) {
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLPreElement>(null);
  const [opener, setOpener] = useState<{ readonly open: Opener }>();
  const editor = state.editor.value;
  const policy = store.policy.value;
  const wants = state.wantsEditor.value;
  const names = nameStateOf(store);

  useEffect(() => {
    if (wants)
      store.guard(import("../editor/open-editor.ts").then(({ openEditor }) => setOpener({ open: openEditor })));
  }, [wants, store]);

  useEffect(() => {
    if (opener === undefined || host.current === null || store.policy.peek() === undefined) return undefined;
    const made = opener.open(host.current, {
      label: "The policy's rules",
      form: "rollcall",
      text: store.policy.peek()?.text ?? "",
      edited: (text) => {
        names.edited();
        store.edit(text);
      },
      coming: store.foresee,
      moved: (at, still) => {
        state.at.value = at;
        names.moved(at.example, still);
      },
      wantsFixes: () => focusFirstFix(state),
      layOut: state.layOut,
      ...names.forEditor,
    });
    made.scrollTop(plain.current?.scrollTop ?? 0);
    state.editor.value = made;
    const stop = follow(made, host.current, store, state);
    return () => {
      stop();
      state.editor.value = undefined;
      made.close();
    };
  }, [opener, store, state, policy === undefined]);

  return (
    <div class="policy-text">
      {editor === undefined ? (
        <pre
          class="plain-text"
          ref={plain}
          tabIndex={0}
          role="region"
          aria-label="The policy's rules"
          onClick={(event) => {
            if (document.getSelection()?.isCollapsed === false) return;
            state.goTo(offsetAt(event) ?? 0);
          }}
        >
          {policy?.text ?? ""}
        </pre>
      ) : null}
      <div class="editor" ref={host} hidden={editor === undefined} />
    </div>
  );
}

/** What the store says reaches the editor in the same moment, before a further key can be pressed. */
function follow(editor: Editor, host: HTMLElement, store: Store, state: PolicyState): () => void {
  let shown = store.opened.peek();
  const stops = [
    effect(() => {
      const [opened, policy] = [store.opened.value, store.policy.value];
      if (policy === undefined) return;
      if (opened !== shown && opened?.text === policy.text) editor.open(policy.text);
      else editor.show(policy.text);
      if (opened?.text === policy.text) shown = opened;
    }),
    effect(() => {
      const compiled = store.compiled.value;
      if (compiled !== undefined) editor.tell(compiled.problems, compiled.colours);
    }),
    effect(() => editor.mark(state.survey.value.figures)),
    effect(() => {
      const { hinted } = nameStateOf(store);
      if (store.compiled.value !== undefined && store.asOf.value !== 0) editor.beside(hinted.value);
    }),
    effect(() => {
      const place = store.why.value;
      return onceShown(host, () => editor.light(place));
    }),
    effect(() => {
      const wanted = state.wantedPlace.value;
      if (wanted === undefined) return;
      state.wantedPlace.value = undefined;
      // The tab it stands in may only just have been chosen.
      setTimeout(() => editor.goTo(wanted.from, wanted.to), 0);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Milliseconds in which an editor that has just been shown measures itself. */
const MEASURING = 100;

/** An editor that is hidden cannot be scrolled: what is lit in it waits until it has a size, and has measured itself. */
function onceShown(host: HTMLElement, run: () => void): () => void {
  if (host.offsetHeight > 0) {
    run();
    return () => undefined;
  }
  let timer: number | undefined;
  const watch = new ResizeObserver(() => {
    if (host.offsetHeight === 0) return;
    watch.disconnect();
    timer = window.setTimeout(run, MEASURING);
  });
  watch.observe(host);
  return () => {
    watch.disconnect();
    window.clearTimeout(timer);
  };
}

/** Where in the plain text somebody clicked. */
function offsetAt({ clientX, clientY }: MouseEvent): number | undefined {
  return document.caretPositionFromPoint?.(clientX, clientY)?.offset;
}

function focusFirstFix(state: PolicyState): void {
  const button = document.querySelector<HTMLElement>(".cursor-bar [data-fix]");
  if (button === null) state.said.value = "There is nothing here that can be mended at a press.";
  else button.focus();
}
