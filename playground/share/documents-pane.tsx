// What the policy comes to on paper: for parents, for staff, clause by clause, what was found in it and the values in force; to read,
// copy, save or print.

import type { Block } from "../../src/papers.ts";
import { Words } from "../policy/code-page.tsx";
import type { Store } from "../state/store.ts";
import { CopyButton } from "../views/copy-button.tsx";
import { downloadText } from "../views/download.ts";
import type { DocumentName, DocumentView } from "../worker/share-protocol.ts";
import { documentsState } from "./documents-state.ts";
import { ProgramView } from "./program-view.tsx";
import { shortName } from "./share-state.ts";
import "../look/share.css";

const NAMES: readonly (readonly [DocumentName | "program", string])[] = [
  ["findings", "What was found"],
  ["values", "Values in force"],
  ["clauses", "Clauses"],
  ["parents", "For parents"],
  ["protocol", "For staff"],
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
  const { csv } = view;
  return (
    <article aria-labelledby="document-title">
      <h3 id="document-title">{view.paper.title}</h3>
      <p class="prose">{view.paper.about}</p>
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
        {csv !== undefined && (
          <button type="button" class="button" onClick={() => downloadText(`${short}.csv`, csv, "text/csv")}>
            Save CSV
          </button>
        )}
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {view.paper.blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </article>
  );
}

/** A drawing stands in the saved page; here its words do. */
function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>;
    case "paragraph":
      return (
        <p class="prose">
          <Words text={block.text} />
        </p>
      );
    case "drawing":
      return <p class="prose">{block.words}</p>;
    case "list":
      return (
        <ul class="prose">
          {block.items.map((item, index) => (
            <li key={index}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableOf table={block} />;
  }
}

/** A table that is laid out as blocks would be none to a screen reader any more: its roles are said, so that it stays one. */
function TableOf({ table: { caption, head, rows } }: { readonly table: Extract<Block, { kind: "table" }> }) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table class="table document-table" role="table">
        <caption>
          {caption} ({rows.length})
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {head.map((name) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cells, index) => (
            <tr key={index} role="row">
              {cells.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row" role="rowheader">
                    <Words text={cell} />
                  </th>
                ) : (
                  <td key={place} role="cell" data-head={head[place]}>
                    <Words text={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
