// The same policy as YAML, in an editor of its own. The text form follows it as long as it can be read.

import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PolicyState, YamlText as Yaml } from "./policy-state.ts";

export function YamlText({ state, yaml }: { readonly state: PolicyState; readonly yaml: Yaml }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let stop = (): void => {};
    void import("../editor/open-editor.ts").then(({ openEditor }) => {
      if (gone || host.current === null) return;
      const made = openEditor(host.current, {
        label: "The policy as YAML",
        form: "yaml",
        text: state.yaml.peek()?.text ?? "",
        edited: state.editYaml,
        moved: () => {},
        wantsFixes: () => document.querySelector<HTMLElement>(".error-summary .button")?.focus(),
      });
      state.yamlEditor.value = made;
      stop = effect(() => {
        const now = state.yaml.value;
        if (now === undefined) return;
        made.show(now.text);
        made.tell(now.problems, undefined);
      });
    });
    return () => {
      gone = true;
      stop();
      state.yamlEditor.peek()?.close();
      state.yamlEditor.value = undefined;
    };
  }, [state]);
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
