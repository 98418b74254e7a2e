// The TypeScript module that the policy becomes, to read, copy or save; it cannot be changed here.

import type { Store } from "../state/store.ts";
import { CopyButton } from "../views/copy-button.tsx";
import { downloadText } from "../views/download.ts";
import { useWatching } from "../views/use-watching.ts";
import type { ProgramFile } from "../worker/program-protocol.ts";
import { programState } from "./program-state.ts";
import { shortName } from "./share-state.ts";

export function ProgramView({ store }: { readonly store: Store }) {
  const { wanted, watching, shown, busy } = programState(store);
  useWatching(watching);
  const file = shown.value;
  return (
    <article aria-labelledby="document-title">
      <h3 id="document-title">{store.compiled.value?.title ?? "The policy"}: as a program</h3>
      <p class="prose">
        The policy as one typed TypeScript module that needs nothing else: the same rules, for a school's own systems to
        run. It is written from the policy, so it is changed by changing the policy.
      </p>
      {wanted.value ? (
        <Writing store={store} />
      ) : (
        <>
          <p class="prose">
            What writes it brings a whole TypeScript compiler: 7.3 MB, or 1.6 MB as it is sent. It is loaded once, and
            only if you ask.
          </p>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              wanted.value = true;
            }}
          >
            Write the program
          </button>
        </>
      )}
      {file?.kind === "not-brought" ? (
        <div class="notice">
          <p>This page is one file, and brings no compiler along. Save the policy as text, and run this beside it:</p>
          <Command store={store} />
        </div>
      ) : null}
      {file?.kind === "file" ? <File file={file} /> : null}
      {file === undefined && wanted.value && !busy.value ? (
        <p>The program can be written as soon as the policy can run.</p>
      ) : null}
    </article>
  );
}

function Writing({ store }: { readonly store: Store }) {
  const { progress, busy } = programState(store);
  const far = progress.value;
  return (
    <div role="status">
      {busy.value ? (
        <label class="school-progress">
          {far === undefined ? "Beginning" : far.what}…
          <progress {...(far === undefined ? {} : { value: far.done, max: far.all })} />
        </label>
      ) : null}
    </div>
  );
}

function Command({ store }: { readonly store: Store }) {
  return (
    <pre class="listing" tabIndex={0} aria-label="The command that writes the program">
      npx rollcall build {shortName(store.policy.value)}.rollcall --out compiled
    </pre>
  );
}

function File({ file: { name, text } }: { readonly file: ProgramFile }) {
  return (
    <>
      <p class="hint">
        {name}: {text.split("\n").length} lines, {Math.ceil(text.length / 1000)} kB, the runtime that it needs included.
      </p>
      <div class="toolbar">
        <CopyButton what="the program" text={() => text} shownIn="program-text" />
        <button type="button" class="button" onClick={() => downloadText(name, text, "text/plain")}>
          Save {name}
        </button>
      </div>
      <pre id="program-text" class="listing program-text" tabIndex={0} role="region" aria-label={`${name}, to read`}>
        {text}
      </pre>
    </>
  );
}
