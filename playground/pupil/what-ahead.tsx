// Why not: what a step or a letter still lacks. And what lies ahead: what comes next, what more absence brings, the way back.

import { sayDay } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Vocabulary } from "../worker/protocol.ts";
import { Clauses } from "./why-panel.tsx";

export function WhyNot({ store, vocabulary }: { readonly store: Store; readonly vocabulary: Vocabulary }) {
  const wanted = store.wanted.value;
  const answers = store.whyNot.value;
  const value =
    wanted === undefined ? "" : wanted.procedure === undefined ? wanted.wanted : `${wanted.procedure}.${wanted.wanted}`;
  return (
    <section aria-labelledby="why-not-title">
      <h3 id="why-not-title">Why not?</h3>
      <div class="field">
        <label for="why-not">A step or a document that the pupil does not have</label>
        <select
          id="why-not"
          value={value}
          onChange={({ currentTarget }) => {
            const [procedure, step] = currentTarget.value.split(".");
            store.wanted.value =
              procedure === undefined || procedure === ""
                ? undefined
                : step === undefined
                  ? { wanted: procedure }
                  : { wanted: step, procedure };
          }}
        >
          <option value="">Choose</option>
          <optgroup label="Documents">
            {vocabulary.documents.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </optgroup>
          {vocabulary.steps.map(({ procedure, title, steps }) => (
            <optgroup key={procedure} label={title}>
              {steps.map((step) => (
                <option key={step.name} value={`${procedure}.${step.name}`}>
                  {step.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div role="status" class="why-not">
        {wanted === undefined || answers === undefined ? null : answers.length === 0 ? (
          <p>No step that a pupil can reach calls for it.</p>
        ) : (
          answers.map((answer, index) => (
            <div key={`${answer.procedure} ${answer.step} ${index}`} class="answer">
              <p>{answer.sentence}</p>
              <Clauses clauses={answer.clauses} />
              {answer.outline.length === 0 ? null : <pre>{answer.outline.join("\n")}</pre>}
            </div>
          ))
        )}
      </div>
    </section>
  );
}

export function WhatAhead({ store }: { readonly store: Store }) {
  const ahead = store.ahead.value;
  const look = (day: number | undefined) =>
    day === undefined ? null : (
      <>
        {" "}
        <button type="button" class="link" onClick={() => store.lookOn(day)}>
          Look at {sayDay(day)}
        </button>
      </>
    );
  return (
    <section aria-labelledby="ahead-title">
      <h3 id="ahead-title">What would change it</h3>
      <details
        onToggle={({ currentTarget }) => {
          store.looksAhead.value = currentTarget.open;
        }}
      >
        <summary>What comes next, what more absence would bring, and the way back</summary>
        <div role="status">
          {ahead === undefined ? (
            <p>Working it out…</p>
          ) : (
            <ul class="what-next">
              <li>
                {ahead.next}
                {look(ahead.nextDay)}
              </li>
              <li>{ahead.worse}</li>
              {ahead.back.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
      </details>
    </section>
  );
}
