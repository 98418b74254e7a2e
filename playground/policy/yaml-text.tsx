// The same policy as YAML, in an editor of its own. The text form follows it as long as it can be read.

import { useEffect, useRef } from "preact/hooks";
import type { PolicyState, YamlText as Yaml } from "./policy-state.ts";

export function YamlText({ state, yaml }: { readonly state: PolicyState; readonly yaml: Yaml }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = state.yamlEditor.value;
  useEffect(() => {
    let gone = false;
    void import("../editor/open-editor.ts").then(({ openEditor }) => {
      if (gone || host.current === null) return;
      state.yamlEditor.value = openEditor(host.current, {
        label: "The policy as YAML",
        form: "yaml",
        text: state.yaml.peek()?.text ?? "",
        edited: state.editYaml,
        moved: () => {},
        wantsFixes: () => document.querySelector<HTMLElement>(".error-summary .button")?.focus(),
      });
    });
    return () => {
      gone = true;
      state.yamlEditor.peek()?.close();
      state.yamlEditor.value = undefined;
    };
  }, [state]);
  useEffect(() => {
    editor?.show(yaml.text);
  }, [editor, yaml.text]);
  useEffect(() => {
    editor?.tell(yaml.problems, undefined);
  }, [editor, yaml.problems]);
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
