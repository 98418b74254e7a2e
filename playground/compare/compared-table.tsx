// The table: subjects down, policies across. On a telephone each subject is a block of its own, with the policies under it.

import { useState } from "preact/hooks";
import type { ComparedEntry, ComparedPolicy, PolicyTable } from "../worker/compare-protocol.ts";
import type { CompareState } from "./compare-state.ts";
import { plainWords } from "./compare-shape.ts";
import type { ShownCell, ShownRow, ShownSection } from "./compare-shape.ts";
import { useNarrow } from "../views/use-narrow.ts";

export function ComparedTable({ compare, table }: { readonly compare: CompareState; readonly table: PolicyTable }) {
  const narrow = useNarrow();
  const policies = compare.places.value.flatMap((place) => table.policies[place] ?? []);
  const sections = compare.sections.value;
  const caption = `${policies.length} policies, subject by subject`;
  return narrow ? (
    <Blocks compare={compare} policies={policies} sections={sections} />
  ) : (
    <div class="compare-frame" role="region" aria-label={caption} tabIndex={0}>
      <table class={`table compare-table${policies.length === 2 ? " two" : ""}`}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Subject</th>
            {policies.map(({ name, title }, place) => (
              <th key={name} scope="col">
                {title}
                {place === 0 ? <span class="since block">the others are held against it</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.title}>
            <tr class="compare-section">
              <th scope="rowgroup" id={idOf(section.title)} colSpan={policies.length + 1} tabIndex={-1}>
                <span>{section.title}</span>
              </th>
            </tr>
            {section.rows.map((row) => (
              <tr key={row.key} class={row.differs ? "" : "same"}>
                <th scope="row">
                  {row.title}
                  {row.differs ? null : <span class="since block">the same in all</span>}
                </th>
                {row.cells.map((cell, place) => (
                  <td key={policies[place]?.name} class={place > 0 && row.differs ? cell.standing : ""}>
                    <Cell compare={compare} row={row} cell={cell} policy={policies[place]} place={place} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function idOf(section: string): string {
  return `section-${section.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}

export function goToSection(title: string): void {
  const heading = document.getElementById(idOf(title));
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

function Blocks(props: {
  readonly compare: CompareState;
  readonly policies: readonly ComparedPolicy[];
  readonly sections: readonly ShownSection[];
}) {
  const { compare, policies, sections } = props;
  return sections.map((section) => (
    <section key={section.title} class="compare-blocks">
      <h3 id={idOf(section.title)} tabIndex={-1}>
        {section.title}
      </h3>
      {section.rows.map((row) => (
        <div key={row.key} class="compare-block">
          <h4>{row.title}</h4>
          <dl>
            {row.cells.map((cell, place) => (
              <div key={policies[place]?.name} class={place > 0 && row.differs ? cell.standing : ""}>
                <dt>{policies[place]?.title}</dt>
                <dd>
                  <Cell compare={compare} row={row} cell={cell} policy={policies[place]} place={place} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  ));
}

const SHOWN = 3;

function Cell(props: {
  readonly compare: CompareState;
  readonly row: ShownRow;
  readonly cell: ShownCell;
  readonly policy: ComparedPolicy | undefined;
  readonly place: number;
}) {
  const { compare, row, cell, policy, place } = props;
  const [whole, setWhole] = useState(false);
  const inFull = whole || compare.pair.value !== undefined;
  const told = inFull ? cell.entries : cell.entries.slice(0, SHOWN);
  const more = cell.entries.length - told.length;
  const press = (entry: ComparedEntry): void => {
    compare.pressed.value = { entry, subject: row.title, policy: policy?.title ?? "" };
  };
  return (
    <>
      {place > 0 && row.differs && cell.standing === "other" ? (
        <span class="unlike">
          <span aria-hidden="true">≠</span>
          <span class="unseen">differs: </span>
        </span>
      ) : null}
      {cell.strictest ? <span class="tag">strictest</span> : null}
      {cell.entries.length === 0 ? (
        <span class="faint">says nothing</span>
      ) : (
        <ul class="entries">
          {told.map((entry) => (
            <li key={entry.says}>
              <button type="button" class={`entry${inFull ? " in-full" : ""}`} onClick={() => press(entry)}>
                {plainWords(entry.says)}
              </button>
              {entry.law ? <span class="since"> by law</span> : null}
            </li>
          ))}
        </ul>
      )}
      {more === 0 ? null : (
        <button type="button" class="link small" onClick={() => setWhole(true)}>
          and {more} more
          <span class="unseen">
            {" "}
            on {row.title} at {policy?.title}
          </span>
        </button>
      )}
    </>
  );
}
