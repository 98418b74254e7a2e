// What is wrong, unwise or unlawful in the policy: errors as a summary with links, the rest as a list with what would mend each.

import { useState } from "preact/hooks";
import type { Store } from "../state/store.ts";
import { STALE } from "../worker/client.ts";
import type { CodePageText } from "../worker/editing-protocol.ts";
import type { Problem } from "../worker/protocol.ts";
import { CodePage, Words } from "./code-page.tsx";
import type { PolicyState } from "./policy-state.ts";
import { upperFirst } from "../../src/wording.ts";
import { sayOthers, sayPlace } from "./policy-words.ts";

/** So many are told at once; the others follow when these are mended. */
const AT_ONCE = 8;

export function ErrorSummary({ errors, state }: { readonly errors: readonly Problem[]; readonly state: PolicyState }) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="group" aria-labelledby="problems-title">
      <h2 id="problems-title">The policy cannot run yet</h2>
      <ul>
        {errors.slice(0, AT_ONCE).map((problem) => (
          <li key={`${problem.code} ${problem.from} ${problem.message}`}>
            <Sentence problem={problem} state={state} />
            <Hint problem={problem} />
            <Fixes problem={problem} state={state} />
          </li>
        ))}
      </ul>
      {errors.length > AT_ONCE ? <p>And {errors.length - AT_ONCE} more after these.</p> : null}
    </div>
  );
}

interface Given {
  readonly store: Store;
  readonly problems: readonly Problem[];
  readonly state: PolicyState;
}

export function ProblemList({ store, problems, state }: Given) {
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  return (
    <details class="details problems" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{sayOthers(warnings, problems.length - warnings)}</summary>
      {open ? (
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.from} ${problem.message}`}>
              <span class={`tag ${problem.severity === "warning" ? "warning" : ""}`}>
                {problem.severity === "warning" ? "Warning" : "Advice"}
              </span>{" "}
              <Place problem={problem} state={state} />
              <p class="problem-says">
                <Words text={problem.message} />
              </p>
              <Hint problem={problem} />
              <Fixes problem={problem} state={state} />
              <WhatIsThis store={store} code={problem.code} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

/** The sentence as a whole leads to its place. */
function Sentence({ problem, state }: { readonly problem: Problem; readonly state: PolicyState }) {
  const { message, elsewhere, from, to } = problem;
  const words = `${sayPlace(problem)}: ${message}`;
  return elsewhere === undefined ? (
    <button type="button" class="link" onClick={() => state.goTo(from, to)}>
      <Words text={words} />
    </button>
  ) : (
    <p>
      <Words text={words} />
    </p>
  );
}

/** Of many, each begins with its place, and its sentence is easier to read for not being a link. */
function Place({ problem, state }: { readonly problem: Problem; readonly state: PolicyState }) {
  const { elsewhere, from, to } = problem;
  return elsewhere === undefined ? (
    <button type="button" class="link" onClick={() => state.goTo(from, to)}>
      {sayPlace(problem)}
    </button>
  ) : (
    <span>{sayPlace(problem)}</span>
  );
}

function Hint({ problem }: { readonly problem: Problem }) {
  return problem.hint === "" ? null : (
    <p class="hint">
      <Words text={problem.hint} />
    </p>
  );
}

function Fixes({ problem, state }: { readonly problem: Problem; readonly state: PolicyState }) {
  if (problem.fixes.length === 0) return null;
  return (
    <div class="buttons">
      {problem.fixes.map(({ title, edits }) => (
        <button type="button" key={title} class="button small" onClick={() => state.mend(edits, title)}>
          {upperFirst(title)}
        </button>
      ))}
    </div>
  );
}

/** The page of a code is loaded when it is asked for. */
function WhatIsThis({ store, code }: { readonly store: Store; readonly code: string }) {
  const [page, setPage] = useState<CodePageText>();
  const [open, setOpen] = useState(false);
  const toggle = (): void => {
    setOpen(!open);
    if (page !== undefined) return;
    store.guard(
      store.desk.ask("codePage", { code }).then((answer) => {
        if (answer !== STALE && answer !== undefined) setPage(answer);
      }),
    );
  };
  return (
    <div class="what-is-this">
      <button type="button" class="link small" aria-expanded={open} onClick={toggle}>
        What is this?
      </button>
      {open ? page === undefined ? <p class="hint">Its page is opening…</p> : <CodePage page={page.page} /> : null}
    </div>
  );
}
