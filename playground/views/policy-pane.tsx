// The text of the policy, and what is wrong with it.

import { useEffect, useRef } from "preact/hooks";
import { openEditor } from "../editor/open-editor.ts";
import type { Editor } from "../editor/open-editor.ts";
import type { Store } from "../state/store.ts";

export function PolicyPane({ store }: { readonly store: Store }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const text = store.policy.value?.text;
  const compiled = store.compiled.value;
  const why = store.why.value;
  useEffect(() => {
    if (place.current === null) return undefined;
    const opened = openEditor(place.current, store.edit);
    editor.current = opened;
    return () => opened.close();
  }, [store]);
  useEffect(() => {
    if (text !== undefined) editor.current?.show(text);
  }, [text]);
  useEffect(() => {
    if (compiled !== undefined) editor.current?.tell(compiled.problems, compiled.colours);
  }, [compiled]);
  useEffect(() => {
    editor.current?.light(why);
  }, [why]);
  const errors = compiled?.problems.filter(({ severity }) => severity === "error") ?? [];
  return (
    <section class="pane policy" aria-labelledby="policy-title">
      <h1 id="policy-title">{compiled?.title ?? "Opening the policy…"}</h1>
      {errors.length === 0 ? null : (
        <div class="error-summary" aria-labelledby="problems-title">
          <h2 id="problems-title">The policy cannot run yet</h2>
          <ul>
            {errors.slice(0, 5).map((problem) => (
              <li key={`${problem.code} ${problem.from}`}>
                <button type="button" class="link" onClick={() => editor.current?.goTo(problem.from)}>
                  {problem.elsewhere === undefined ? `Line ${problem.line}: ` : `${problem.elsewhere}: `}
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="editor" ref={place} />
    </section>
  );
}
