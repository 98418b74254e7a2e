// The policy's figures to turn, without looking for them in the text: each with its words, a step down and up, a field, and for a
// percentage a slider. An edit is one of the text, which the editor undoes as any other.

import { formOf, withUnit } from "../form/form-state.ts";
import type { FormState } from "../form/form-state.ts";
import { typedFor } from "../form/read-figure.ts";
import type { Store } from "../state/store.ts";
import { useWatching } from "../views/use-watching.ts";
import type { InheritedField, OwnField } from "../worker/form-protocol.ts";
import { figureList, sliderRange } from "./figure-list.ts";
import { TurnResult } from "./turn-result.tsx";

export function FigureControls({ store }: { readonly store: Store }) {
  const form = formOf(store);
  useWatching(form.watching);
  const answer = form.answer.value;
  if (answer === undefined) return <p class="hint">The figures appear as soon as the policy can be read.</p>;
  const { main, others, above } = figureList(answer);
  return (
    <section aria-labelledby="figures-title">
      <h3 id="figures-title">Change a figure</h3>
      {main.length === 0 ? (
        <p class="hint">This policy has no percentage of its own.</p>
      ) : (
        <Figures store={store} form={form} fields={main} />
      )}
      {others.length === 0 ? null : (
        <details class="details">
          <summary>
            Deadlines, times, sums and other figures ({others.reduce((sum, { fields }) => sum + fields.length, 0)})
          </summary>
          {others.map(({ name, title, fields }) => (
            <section key={name} aria-labelledby={`figures-${name}`}>
              <h4 id={`figures-${name}`}>{title}</h4>
              <Figures store={store} form={form} fields={fields} />
            </section>
          ))}
        </details>
      )}
      {above.length === 0 ? null : (
        <details class="details" open={main.length === 0}>
          <summary>Percentages that are set above this policy ({above.length})</summary>
          <ul class="turn-list">
            {above.map((field) => (
              <Above key={field.id} form={form} field={field} />
            ))}
          </ul>
        </details>
      )}
      <p class="unseen" role="status">
        {form.said.value}
      </p>
      {form.canUndo.value ? (
        <button type="button" class="button small" onClick={form.undo}>
          Undo the last turn
        </button>
      ) : null}
    </section>
  );
}

/** What the law or the trust sets: not to be turned here, unless it may be set here anew. */
function Above({ form, field }: { readonly form: FormState; readonly field: InheritedField }) {
  const { title, before, text, after, limit, setBy, setHere } = field;
  return (
    <li class="turn">
      <span class="turn-title">{title}</span>
      <span class="small">
        {before}
        <b>{withUnit(field, text)}</b>
        {after}
      </span>
      <p class="hint small">
        Set by {setBy}. {limit?.says}
      </p>
      {setHere === undefined ? null : (
        <button type="button" class="button small" onClick={() => form.setHere(field)}>
          Set it in this policy<span class="unseen">: {title}</span>
        </button>
      )}
    </li>
  );
}

interface Given {
  readonly store: Store;
  readonly form: FormState;
}

function Figures({ store, form, fields }: Given & { readonly fields: readonly OwnField[] }) {
  return (
    <ul class="turn-list">
      {fields.map((field) => (
        <Figure key={field.id} store={store} form={form} field={field} />
      ))}
    </ul>
  );
}

function Figure({ store, form, field }: Given & { readonly field: OwnField }) {
  const { id, title, before, after, kind, text, unit, up, down, limit, was, line } = field;
  const input = `turn-${id}`;
  const draft = form.drafts.value.get(id);
  const fixed = limit?.fixed === true;
  const slider = sliderRange(field);
  const described = [
    ...(limit === undefined ? [] : [`${input}-limit`]),
    ...(draft === undefined ? [] : [`${input}-error`]),
  ];
  const turn = (to: string | undefined, name: string, sign: string) => (
    <button
      type="button"
      class="button small"
      disabled={to === undefined || fixed}
      onClick={() => {
        if (to !== undefined) form.type(field, to);
      }}
    >
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">
        {name}: {title}
      </span>
    </button>
  );
  return (
    <li class={draft === undefined ? "turn" : "turn invalid"}>
      <label class="turn-title" for={input}>
        {title}
      </label>
      <button type="button" class="link small turn-line" onClick={() => form.show(field)}>
        {before === "" && after === "" ? null : (
          <span>
            {before}
            <b>{withUnit(field, text)}</b>
            {after}
          </span>
        )}{" "}
        Line {line}
        <span class="unseen"> of the policy: {title}</span>
      </button>
      {draft === undefined ? null : (
        <p class="error-message" id={`${input}-error`}>
          <span class="unseen">Error: </span>
          {draft.says}
        </p>
      )}
      <span class="turn-controls">
        {turn(down, "One step down", "−")}
        <span class="with-unit">
          {kind === "money" ? <span aria-hidden="true">£</span> : null}
          <input
            id={input}
            class={kind === "date" ? "width-10" : "width-5"}
            autocomplete="off"
            maxLength={12}
            disabled={fixed}
            aria-invalid={draft !== undefined}
            {...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") })}
            value={draft?.typed ?? typedFor(kind, text)}
            onChange={({ currentTarget }) => form.type(field, currentTarget.value)}
          />
          {kind === "percent" ? <span aria-hidden="true">%</span> : <span>{unit}</span>}
        </span>
        {turn(up, "One step up", "+")}
        {slider === undefined ? null : (
          <input
            type="range"
            class="turn-slider"
            aria-label={`${title}, slider`}
            aria-valuetext={text}
            disabled={fixed}
            min={slider.min}
            max={slider.max}
            step={slider.step}
            value={slider.value}
            onInput={({ currentTarget }) => form.type(field, currentTarget.value)}
          />
        )}
        {was === undefined ? null : <span class="tag warning">was {withUnit(field, was)}</span>}
      </span>
      {limit === undefined ? null : (
        <p class="hint small" id={`${input}-limit`}>
          {limit.says}
        </p>
      )}
      {form.turned.value === id && was !== undefined ? <TurnResult store={store} /> : null}
    </li>
  );
}
