// Which school: made up from a number, or somebody's own, read from files that stay on their computer.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Store } from "../state/store.ts";
import type { FileFault, Imported } from "../worker/school-protocol.ts";
import { MOST_PUPILS } from "../worker/school-protocol.ts";
import { schoolSourceOf } from "./school-source.ts";
import { schoolOf } from "./school-state.ts";
import { sayPupils, saySource } from "./school-words.ts";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.yaml,.yml";
/** Faults shown at once; the others stand folded. */
const SHOWN = 8;

export function WhichSchool({ store }: { readonly store: Store }) {
  const { source, imported } = schoolSourceOf(store);
  const { view } = schoolOf(store);
  const asked = source.value;
  const isOwn = asked?.kind === "imported";
  return (
    <section aria-labelledby="which-title" class={`which-school ${isOwn ? "own" : ""}`}>
      <h3 id="which-title">Which school</h3>
      {asked === undefined ? null : (
        <p class="school-now">
          You see <strong>{saySource(asked, imported.value?.name ?? view.value?.name ?? "your own school")}</strong>.
        </p>
      )}
      {isOwn ? <Own store={store} /> : null}
      {imported.value === undefined ? null : <WhatWasRead read={imported.value} />}
      <details class="details" open={asked === undefined}>
        <summary>{asked === undefined ? "Begin with a school" : "Take another school"}</summary>
        <div class="columns">
          <MakeUp store={store} />
          <Choose store={store} />
        </div>
      </details>
    </section>
  );
}

function Own({ store }: { readonly store: Store }) {
  const { forget } = schoolSourceOf(store);
  return (
    <div class="notice warning">
      <p>
        These are real children. Their records are in the memory of this page only: nothing is sent, and nothing is
        kept. They are gone when you close the page, or at once if you press this.
      </p>
      <button type="button" class="button warning" onClick={forget}>
        Forget this school
      </button>
    </div>
  );
}

function MakeUp({ store }: { readonly store: Store }) {
  const { makeUp } = schoolSourceOf(store);
  const pupils = useSignal("300");
  const seed = useSignal("1");
  const faults = useSignal<readonly string[]>([]);
  const read = (text: string, most: number): number | undefined =>
    /^\d{1,6}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;
  return (
    <form
      class="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const [count, number] = [read(pupils.value, MOST_PUPILS), read(seed.value, 999_999)];
        faults.value = [...(count === undefined ? ["pupils"] : []), ...(number === undefined ? ["seed"] : [])];
        if (count !== undefined && number !== undefined) makeUp(count, number);
      }}
    >
      <h4>A made-up school</h4>
      <p class="hint">
        Nobody in it is real. Its staff have followed this policy nearly always. The same number gives the same school
        on every computer.
      </p>
      <div class="toolbar ends">
        <Field
          id="school-pupils"
          label="Pupils"
          value={pupils.value}
          fault={faults.value.includes("pupils") ? `Write a whole number from 1 to ${MOST_PUPILS}` : undefined}
          onInput={(text) => {
            pupils.value = text;
          }}
        />
        <Field
          id="school-seed"
          label="School number"
          value={seed.value}
          fault={faults.value.includes("seed") ? "Write a whole number from 1 to 999999" : undefined}
          onInput={(text) => {
            seed.value = text;
          }}
        />
      </div>
      <button type="submit" class="button primary">
        Make it up
      </button>
    </form>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onInput: (text: string) => void;
}) {
  const { id, label, value, fault, onInput } = props;
  return (
    <div class={`field ${fault === undefined ? "" : "invalid"}`}>
      <label for={id}>{label}</label>
      {fault === undefined ? null : (
        <p class="error-message" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      <input
        id={id}
        class="width-5"
        inputMode="numeric"
        autocomplete="off"
        value={value}
        aria-invalid={fault !== undefined}
        {...(fault === undefined ? {} : { "aria-describedby": `${id}-fault` })}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}

function Choose({ store }: { readonly store: Store }) {
  const { choose, reading } = schoolOf(store);
  const over = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined): void => choose([...(files ?? [])]);
  return (
    <div
      class={`panel drop ${over.value ? "over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        take(event.dataTransfer?.files);
      }}
    >
      <h4>Your own school</h4>
      <p class="hint" id="school-files-hint">
        Drop the files here or choose them, all at once: <strong>pupils.csv</strong> and <strong>marks.csv</strong>, and
        what else there is. Workbooks (.xlsx) count by their first sheet. They stay on this computer.
      </p>
      <label class="unseen" for="school-files">
        The school’s files
      </label>
      <input
        id="school-files"
        ref={field}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-describedby="school-files-hint"
        disabled={reading.value}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = "";
        }}
      />
      <details class="details small">
        <summary>What the files hold</summary>
        <ul>
          <li>
            <strong>pupils.csv</strong>: id, year, from (first day on roll); name, class, born, until if you like.
          </li>
          <li>
            <strong>marks.csv</strong>: a row a mark (pupil, date, session, code), a row a day (pupil, date, am, pm), a
            column a session, or a string of marks from a first day on.
          </li>
          <li>
            <strong>log.csv</strong>, <strong>arrivals.csv</strong>, <strong>parents.csv</strong>,{" "}
            <strong>flags.csv</strong>, <strong>staff.csv</strong>: what was done, who came late, families,
            circumstances and roles.
          </li>
          <li>
            <strong>calendar.yaml</strong>: terms and days; without it the policy’s own calendar counts.{" "}
            <strong>mapping.yaml</strong>: what your system calls its columns.
          </li>
        </ul>
        <p>Dates are written like 2026-03-02 and times like 08:55.</p>
      </details>
    </div>
  );
}

function WhatWasRead({ read }: { readonly read: Imported }) {
  const { kind, faults, pupils } = read;
  const errors = faults.filter(({ severity }) => severity === "error");
  const lines = (list: readonly FileFault[]) => (
    <ul class="file-faults">
      {list.map((fault, place) => (
        <li key={place}>
          <FaultLine fault={fault} />
        </li>
      ))}
    </ul>
  );
  return (
    <div
      class={kind === "refused" ? "error-summary" : errors.length > 0 ? "notice bad" : "notice good"}
      aria-labelledby="read-title"
      role="group"
    >
      <h4 id="read-title">
        {kind === "refused"
          ? "These files are not yet a school"
          : errors.length > 0
            ? `${sayPupils(pupils)} read, and something was left out`
            : `${sayPupils(pupils)} read`}
      </h4>
      {faults.length === 0 ? null : lines(faults.slice(0, SHOWN))}
      {faults.length <= SHOWN ? null : (
        <details>
          <summary>{faults.length - SHOWN} more to look at</summary>
          {lines(faults.slice(SHOWN))}
        </details>
      )}
      {read.read.length === 0 ? null : (
        <details>
          <summary>What was read</summary>
          <ul>
            {read.read.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function FaultLine({ fault: { file, line, column, message, hint } }: { readonly fault: FileFault }) {
  return (
    <>
      {file === "" ? null : (
        <strong>
          {file}, line {line}
          {column > 1 ? `, column ${column}` : ""}:{" "}
        </strong>
      )}
      {message} {hint}
    </>
  );
}
