// What the policy comes to on paper: what was found in it, the values in force, and its clauses, to read, copy, save or print.

import type { Store } from "../state/store.ts";
import { CopyButton } from "../views/copy-button.tsx";
import { downloadText } from "../views/download.ts";
import type { DocumentName, DocumentTable, DocumentView } from "../worker/share-protocol.ts";
import { documentsState } from "./documents-state.ts";
import { ProgramView } from "./program-view.tsx";
import { shortName } from "./share-state.ts";
import "../look/share.css";

const NAMES: readonly (readonly [DocumentName | "program", string])[] = [
  ["findings", "What was found"],
  ["values", "Values in force"],
  ["clauses", "Clauses"],
  ["program", "As a program"],
];

export function DocumentsPane({ store }: { readonly store: Store }) {
  const { which, shown, writing } = documentsState(store);
  const view = shown.value;
  const short = `${shortName(store.policy.value)}-${which.value}`;
  return (
    <section class="pane documents" aria-labelledby="documents-title">
      <h2 id="documents-title">Documents</h2>
      <p class="lead only-on-screen">What the policy comes to on paper. To read here, to copy, to save or to print.</p>
      <fieldset class="switch only-on-screen">
        <legend class="unseen">Which document</legend>
        {NAMES.map(([name, title]) => (
          <label key={name}>
            <input
              type="radio"
              name="document"
              checked={which.value === name}
              onChange={() => {
                which.value = name;
              }}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {which.value === "program" ? (
        <ProgramView store={store} />
      ) : view === undefined ? (
        <p role="status">
          {writing.value ? "It is being written…" : "The document appears as soon as the policy makes sense."}
        </p>
      ) : (
        <Document view={view} short={short} />
      )}
    </section>
  );
}

function Document({ view, short }: { readonly view: DocumentView; readonly short: string }) {
  return (
    <article aria-labelledby="document-title">
      <h3 id="document-title">{view.title}</h3>
      <p class="prose">{view.about}</p>
      <div class="toolbar">
        <CopyButton what="as Markdown" text={() => view.markdown} />
        <button
          type="button"
          class="button"
          onClick={() => downloadText(`${short}.md`, view.markdown, "text/markdown")}
        >
          Save Markdown
        </button>
        <button type="button" class="button" onClick={() => downloadText(`${short}.html`, view.html, "text/html")}>
          Save a page
        </button>
        <button type="button" class="button" onClick={() => downloadText(`${short}.csv`, view.csv, "text/csv")}>
          Save CSV
        </button>
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {view.tables.map((table) => (
        <TableOf key={table.title} table={table} />
      ))}
    </article>
  );
}

function TableOf({ table: { title, head, rows } }: { readonly table: DocumentTable }) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
      <table class="table document-table">
        <caption>
          {title} ({rows.length})
        </caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={place}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
