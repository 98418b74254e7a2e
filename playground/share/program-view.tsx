// The TypeScript module or the query that the policy becomes, to read, copy or save; it cannot be changed here.

import type { Store } from "../state/store.ts";
import { CopyButton } from "../views/copy-button.tsx";
import { downloadText } from "../views/download.ts";
import { useWatching } from "../views/use-watching.ts";
import type { ProgramFile } from "../worker/program-protocol.ts";
import { programState } from "./program-state.ts";
import type { Language } from "./program-state.ts";
import { shortName } from "./share-state.ts";

export function ProgramView({ store }: { readonly store: Store }) {
  const { language, wanted, watching, shown, busy } = programState(store);
  useWatching(watching);
  const file = shown.value;
  const heavy = language.value === "typescript" && !wanted.value;
  return (
    <article aria-labelledby="document-title">
      <h3 id="document-title">{store.compiled.value?.title ?? "The policy"}: as a program</h3>
      <p class="prose">
        The same rules, for a school’s or a trust’s own systems to run. It is written from the policy, so it is changed
        by changing the policy.
      </p>
      <Languages store={store} />
      <p class="prose">{ABOUT[language.value === "typescript" ? "typescript" : "sql"]}</p>
      {!heavy ? (
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
      {file === undefined && !heavy && !busy.value ? (
        <p>The program can be written as soon as the policy can run.</p>
      ) : null}
    </article>
  );
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["typescript", "TypeScript"],
  ["duckdb", "SQL for DuckDB"],
  ["postgresql", "SQL for PostgreSQL"],
  ["spark", "SQL for Spark"],
];

const ABOUT = {
  typescript: "One typed TypeScript module that needs nothing else.",
  sql: "What the register alone decides, as one query with a row for each pupil, as of the end of the day looked at. It reads a calendar that `rollcall sql` writes beside it.",
} as const;

function Languages({ store }: { readonly store: Store }) {
  const { language } = programState(store);
  return (
    <div class="field">
      <label for="program-language">Written as</label>
      <select
        id="program-language"
        value={language.value}
        onChange={({ currentTarget }) => {
          language.value = LANGUAGES.find(([name]) => name === currentTarget.value)?.[0] ?? "typescript";
        }}
      >
        {LANGUAGES.map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
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

function File({ file: { name, text, leftOut } }: { readonly file: ProgramFile }) {
  return (
    <>
      <p class="hint">
        {name}: {text.split("\n").length} lines, {Math.ceil(text.length / 1000)} kB
        {leftOut === undefined ? ", the runtime that it needs included" : ""}.
      </p>
      {leftOut === undefined || leftOut.length === 0 ? null : (
        <details class="details">
          <summary>What the register alone does not decide, and is not in it ({leftOut.length})</summary>
          <ul>
            {leftOut.map((line) => (
              <li key={line}>{line}.</li>
            ))}
          </ul>
        </details>
      )}
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
