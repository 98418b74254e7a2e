// What stands at the cursor: a figure with its range, to be turned without dragging, and what is wrong there with what would mend it.

import { upperFirst } from "../../src/wording.ts";
import { standing } from "../editor/figure-standing.ts";
import { Words } from "./code-page.tsx";
import type { PolicyState } from "./policy-state.ts";

export function CursorBar({ state }: { readonly state: PolicyState }) {
  const { figure, problems } = state.at.value;
  const editor = state.editor.value;
  const beyond = figure !== undefined && standing(figure, figure.text) !== "within";
  return (
    <section class="cursor-bar" aria-label="At the cursor">
      <div class="cursor-figure">
        <button
          type="button"
          class="button small"
          aria-label="Number before"
          disabled={editor === undefined}
          onClick={() => editor?.figure(-1)}
        >
          ‹
        </button>
        <button
          type="button"
          class="button small"
          aria-label="Next number"
          disabled={editor === undefined}
          onClick={() => editor?.figure(1)}
        >
          ›
        </button>
        {figure === undefined ? (
          <p class="hint" role="status">
            Drag any number in the text to change it, or go from number to number here.
          </p>
        ) : (
          <>
            <button
              type="button"
              class="button small"
              aria-label={`Lower ${figure.title}`}
              disabled={figure.fixed}
              onClick={() => editor?.turn(-1)}
            >
              −
            </button>
            <p class="cursor-value" role="status">
              <strong>
                {figure.text}
                {figure.unit === "" ? "" : ` ${figure.unit}`}
              </strong>{" "}
              <span class="cursor-title">{figure.title}</span>{" "}
              <span class={beyond ? "error-message" : "faint"}>
                {beyond ? `Out of range. ${figure.says}` : figure.says}
              </span>
            </p>
            <button
              type="button"
              class="button small"
              aria-label={`Raise ${figure.title}`}
              disabled={figure.fixed}
              onClick={() => editor?.turn(1)}
            >
              +
            </button>
          </>
        )}
      </div>
      {problems.map((problem) => (
        <div key={`${problem.code} ${problem.from}`} class={`cursor-problem ${problem.severity}`}>
          <p role="status">
            <Words text={problem.message} />
          </p>
          {problem.fixes.length === 0 ? null : (
            <div class="buttons">
              {problem.fixes.map(({ title, edits }) => (
                <button
                  type="button"
                  key={title}
                  class="button small"
                  data-fix=""
                  onClick={() => {
                    state.mend(edits, title);
                    state.goTo(edits[0]?.from ?? problem.from);
                  }}
                >
                  {upperFirst(title)}
                </button>
              ))}
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
