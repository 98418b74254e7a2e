// Why: the sentence, the clause in plain words, where the rule stands, the figures, and what rests on it.

import { useEffect, useRef } from "preact/hooks";
import type { Store } from "../state/store.ts";
import type { ClauseText } from "../worker/pupil-protocol.ts";
import { Pointer } from "./pointing.tsx";

export function WhyPanel({ store }: { readonly store: Store }) {
  const about = store.about.value;
  const why = store.reason.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const cameFrom = useRef<HTMLElement | undefined>(undefined);
  const pointed = about === undefined ? "" : JSON.stringify(about);
  useEffect(() => {
    if (pointed === "") return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.closest(".why-panel") === null)
      cameFrom.current = activeElement;
    heading.current?.focus();
  }, [pointed, why === undefined]);
  const place = why?.place?.from;
  useEffect(() => {
    if (place === undefined) return undefined;
    // Lighting the rule may bring the editor into view; on a narrow page that would carry the answer away.
    const timer = setTimeout(() => heading.current?.parentElement?.scrollIntoView({ block: "nearest" }), 120);
    return () => clearTimeout(timer);
  }, [place, pointed]);
  // What is no longer so, since the pupil or the policy has changed, has no reason any more.
  if (about === undefined || why === undefined) return null;
  const close = (): void => {
    store.about.value = undefined;
    if (cameFrom.current?.isConnected === true) cameFrom.current.focus();
  };
  return (
    <section
      class="why-panel"
      aria-labelledby="why-title"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <h3 id="why-title" ref={heading} tabIndex={-1}>
        Why?
      </h3>
      <p class="why-sentence">{why.sentence}</p>
      <Clauses clauses={why.clauses} />
      {why.rule === "" ? null : (
        <p>
          The rule: {why.rule}
          {why.place === undefined ? ", in a layer that this policy extends" : ", lit in the policy"}.
          {why.sessions.length === 0
            ? null
            : ` ${why.sessions.length} ${why.sessions.length === 1 ? "mark is" : "marks are"} outlined in the register.`}
        </p>
      )}
      {why.figures.length === 0 ? null : (
        <ul>
          {why.figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      )}
      {why.outline.length === 0 ? null : (
        <details>
          <summary>Every part of the rule, and what it found</summary>
          <pre>{why.outline.join("\n")}</pre>
        </details>
      )}
      {why.rests.length === 0 ? null : (
        <>
          <p>This rests on it:</p>
          <ul>
            {why.rests.map(({ id, what }) => (
              <li key={id}>
                <Pointer store={store} about={{ kind: "owed", id }}>
                  {what}
                </Pointer>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="button" onClick={close}>
        Close
      </button>
    </section>
  );
}

export function Clauses({ clauses }: { readonly clauses: readonly ClauseText[] }) {
  if (clauses.length === 0) return null;
  return (
    <dl class="clauses">
      {clauses.map(({ id, says, where }) => (
        <div key={id}>
          <dt>{id}</dt>
          <dd>
            {says === "" ? "No clause file of this policy explains it." : says}
            {where === "" ? null : <span class="hint"> {where}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
