// Many policies on one page: what each lays down, subject by subject, or what each makes of one pupil.

import { stories } from "../pupil/story-book.ts";
import type { Store } from "../state/store.ts";
import { useWatching } from "../views/use-watching.ts";
import { compareOf, OWN_PUPIL } from "./compare-state.ts";
import type { CompareState, Subject } from "./compare-state.ts";
import { ComparedTable, goToSection } from "./compared-table.tsx";
import { PupilTimelines } from "./pupil-timelines.tsx";
import { ProvisionDialog } from "./provision-dialog.tsx";
import { WhichPolicies } from "./which-policies.tsx";
import "../look/compare.css";

const SUBJECTS: readonly (readonly [Subject, string])[] = [
  ["policies", "What they lay down"],
  ["pupil", "The same pupil under each"],
];

export function ComparePane({ store }: { readonly store: Store }) {
  const compare = compareOf(store);
  useWatching(compare.watching);
  const subject = compare.subject.value;
  return (
    <section class="pane compare" aria-labelledby="compare-title">
      <h2 id="compare-title">Compare policies</h2>
      <div class="toolbar" role="group" aria-label="What to compare">
        {SUBJECTS.map(([name, title]) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={subject === name}
            onClick={() => {
              compare.subject.value = name;
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <p class="lead">
        {subject === "policies"
          ? "Each row is one subject. Press an entry to read the provision behind it."
          : "The same marks and records, and what each policy would have made of them. What comes to every child is left out."}
      </p>
      {subject === "pupil" ? <WhichPupil compare={compare} /> : null}
      <WhichPolicies compare={compare} />
      <Compared compare={compare} />
      <ProvisionDialog compare={compare} />
    </section>
  );
}

function WhichPupil({ compare }: { readonly compare: CompareState }) {
  const about = stories.find(({ name }) => name === compare.story.value)?.about;
  return (
    <div class="field">
      <label for="compare-story">Which pupil</label>
      <select
        id="compare-story"
        value={compare.story.value}
        onChange={({ currentTarget }) => {
          compare.story.value = currentTarget.value;
        }}
      >
        <option value={OWN_PUPIL}>The pupil of “One pupil”, as looked at there</option>
        {stories.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      {about === undefined ? null : <p class="hint">{about}</p>}
    </div>
  );
}

function Compared({ compare }: { readonly compare: CompareState }) {
  const [table, progress, sections] = [compare.table.value, compare.progress.value, compare.sections.value];
  const isPupil = compare.subject.value === "pupil";
  return (
    <>
      <div class="compare-status" role="status">
        {progress === undefined ? null : (
          <>
            <label for="compare-progress">
              Reading {titleOf(compare, progress.what)}, {progress.done + 1} of {progress.all}
            </label>
            <progress id="compare-progress" value={progress.done} max={progress.all} />
          </>
        )}
      </div>
      {table === undefined ? null : (
        <>
          <LeftOut compare={compare} />
          <Tools compare={compare} />
          {sections.length === 0 ? (
            <p class="empty">
              {isPupil
                ? "Under none of these policies does anything come to this pupil that does not come to every child."
                : "There is nothing on which these policies differ."}
            </p>
          ) : (
            <>
              <SectionLinks titles={sections.map(({ title }) => title)} />
              <ComparedTable compare={compare} table={table} />
            </>
          )}
          {isPupil && compare.pupil.value !== undefined ? (
            <PupilTimelines table={compare.pupil.value} places={compare.places.value} />
          ) : null}
        </>
      )}
    </>
  );
}

function SectionLinks({ titles }: { readonly titles: readonly string[] }) {
  return titles.length < 2 ? null : (
    <nav aria-label="Sections of the table">
      <ul class="section-links">
        {titles.map((title) => (
          <li key={title}>
            <button type="button" class="link small" onClick={() => goToSection(title)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LeftOut({ compare }: { readonly compare: CompareState }) {
  const left = compare.table.value?.leftOut ?? [];
  return left.length === 0 ? null : (
    <div class="notice bad">
      {left.map(({ name, problems: [first] }) => (
        <p key={name}>
          <strong>{titleOf(compare, name)} is left out, because it cannot run yet.</strong>{" "}
          {first === undefined ? "" : `Line ${first.line}: ${first.message}`}
        </p>
      ))}
    </div>
  );
}

function Tools({ compare }: { readonly compare: CompareState }) {
  const shown = compare.sections.value.reduce((sum, { rows }) => sum + rows.length, 0);
  const differing = compare.sections.value.reduce(
    (sum, { rows }) => sum + rows.filter(({ differs }) => differs).length,
    0,
  );
  return (
    <div class="toolbar">
      <button
        type="button"
        class="button"
        aria-pressed={compare.onlyDiffering.value}
        onClick={() => {
          compare.onlyDiffering.value = !compare.onlyDiffering.value;
        }}
      >
        Only what differs
      </button>
      <span class="faint">
        {shown} subjects, {differing === shown ? "all of them different" : `${differing} of them different`}
      </span>
      <span class="push buttons">
        <button type="button" class="button small" onClick={() => compare.download("csv")}>
          Download as CSV
        </button>
        <button type="button" class="button small" onClick={() => compare.download("markdown")}>
          Download as Markdown
        </button>
      </span>
    </div>
  );
}

function titleOf(compare: CompareState, name: string): string {
  return compare.choosable.value.find((each) => each.name === name)?.title ?? name;
}
