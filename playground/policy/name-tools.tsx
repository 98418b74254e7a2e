// What can be asked of the name at the cursor without a key of its own, and what came of it: loaded with the editor.

import { useEffect, useRef } from "preact/hooks";
import type { Editor } from "../editor/open-editor.ts";
import type { Store } from "../state/store.ts";
import { Words } from "./code-page.tsx";
import { nameStateOf } from "./name-state.ts";
import type { NameState } from "./name-state.ts";
import { NamedPlaceList } from "./named-place-list.tsx";
import type { PolicyState } from "./policy-state.ts";

interface Given {
  readonly store: Store;
  readonly state: PolicyState;
  readonly editor: Editor;
}

export function NameTools({ store, state, editor }: Given) {
  const names = nameStateOf(store);
  const example = names.example.value;
  return (
    <section class="name-tools" aria-label="The name at the cursor">
      <div class="toolbar">
        <button type="button" class="button small" onClick={() => editor.name("declared")}>
          Where declared
        </button>
        <button type="button" class="button small" onClick={() => editor.name("used")}>
          Where used
        </button>
        <button type="button" class="button small" onClick={() => editor.name("renamed")}>
          Rename
        </button>
        {example === undefined ? null : (
          <button type="button" class="button small" onClick={() => editor.tryExample()}>
            Try this example
          </button>
        )}
        <button
          type="button"
          class="button small push"
          aria-pressed={names.hinted.value}
          onClick={() => {
            names.hinted.value = !names.hinted.peek();
          }}
        >
          Values in the text
        </button>
      </div>
      <p class="name-said" role="status">
        <Words text={names.said.value} />
      </p>
      <WordAtCursor names={names} />
      <Places names={names} state={state} editor={editor} />
    </section>
  );
}

function WordAtCursor({ names }: { readonly names: NameState }) {
  const word = names.word.value;
  return word === undefined ? null : (
    <div class="cursor-word" role="status">
      <strong>{word.title}</strong>
      {word.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

interface Found {
  readonly names: NameState;
  readonly state: PolicyState;
  readonly editor: Editor;
}

/** Whoever asked is taken to the list, and out of it with the Escape key. */
function Places({ names, state, editor }: Found) {
  const place = useRef<HTMLDivElement>(null);
  const found = names.found.value;
  useEffect(() => {
    if (found === undefined) return;
    place.current?.querySelector("h2")?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, [found]);
  if (found === undefined) return null;
  const close = (): void => {
    names.found.value = undefined;
    editor.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <div class="named-places" ref={place} onKeyDown={pressed}>
      <NamedPlaceList found={found} state={state} />
      <button type="button" class="button small" onClick={close}>
        Back to the text
      </button>
    </div>
  );
}
