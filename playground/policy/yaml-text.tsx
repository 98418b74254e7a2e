// The same policy as YAML, in an editor of its own. The text form follows it as long as it can be read.

import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Store } from "../state/store.ts";
import { nameStateOf } from "./name-state.ts";
import type { PolicyState, YamlText as Yaml } from "./policy-state.ts";

interface Given {
  readonly store: Store;
  readonly state: PolicyState;
  readonly yaml: Yaml;
}

export function YamlText({ store, state, yaml }: Given) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let stop = (): void => {};
    const names = nameStateOf(store);
    void import("../editor/open-editor.ts").then(({ openEditor }) => {
      if (gone || host.current === null) return;
      const made = openEditor(host.current, {
        label: "The policy as YAML",
        form: "yaml",
        text: state.yaml.peek()?.text ?? "",
        edited: (text) => {
          names.edited();
          state.editYaml(text);
        },
        moved: ({ example }, still) => names.moved(example, still),
        ...names.forEditor,
        wantsFixes: () => document.querySelector<HTMLElement>(".error-summary .button")?.focus(),
      });
      state.yamlEditor.value = made;
      stop = effect(() => {
        const now = state.yaml.value;
        if (now === undefined) return;
        made.show(now.text);
        made.tell(now.problems, undefined);
        if (store.asOf.value !== 0) made.beside(names.hinted.value);
      });
    });
    return () => {
      gone = true;
      stop();
      state.yamlEditor.peek()?.close();
      state.yamlEditor.value = undefined;
    };
  }, [store, state]);
  return (
    <>
      {yaml.readable ? (
        <p class="hint">The same policy in another form. What you change here changes the rules.</p>
      ) : (
        <div class="notice bad">
          <p>This YAML cannot be read yet, so the rules stay as they were when it last could.</p>
          <button type="button" class="button small" onClick={state.leaveYaml}>
            Go back to the rules without these changes
          </button>
        </div>
      )}
      <div class="policy-text">
        <div class="editor" ref={host} />
      </div>
    </>
  );
}
