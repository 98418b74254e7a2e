// One figure: its words, the field with its sign or unit, how far it may go, what it was, and what is wrong with it.

import type { OwnField } from "../worker/form-protocol.ts";
import { faultsOf } from "./faults.ts";
import { isChanged, problemsOf } from "./form-shape.ts";
import type { FormState } from "./form-state.ts";
import { withUnit } from "./form-state.ts";
import { elementIdOf } from "./go-to-field.ts";
import { typedFor } from "./read-figure.ts";

export function FigureField(props: {
  readonly form: FormState;
  readonly field: OwnField;
  readonly label: string | undefined;
}) {
  const { form, field, label } = props;
  const id = elementIdOf(field.id);
  const faults = faultsOf([field], form.drafts.value, form.problems.value);
  const advice = problemsOf(field, form.problems.value).filter(({ severity }) => severity !== "error");
  const told = [
    ...(field.limit === undefined ? [] : [`${id}-limit`]),
    ...(faults.length === 0 ? [] : [`${id}-error`]),
    ...(field.was === undefined ? [] : [`${id}-was`]),
  ].join(" ");
  return (
    <div class={`field figure-field${faults.length === 0 ? "" : " invalid"}${isChanged(field) ? " changed" : ""}`}>
      <label for={id}>{label ?? <Words field={field} />}</label>
      {field.limit === undefined ? null : (
        <p id={`${id}-limit`} class="hint">
          {field.limit.says}
        </p>
      )}
      {faults.length === 0 ? null : (
        <p id={`${id}-error`} class="error-message">
          <span class="unseen">Error: </span>
          {faults.map(({ says }) => says).join(" ")}
        </p>
      )}
      <div class="figure-row">
        <span class="with-unit">
          {field.kind === "money" ? <span aria-hidden="true">£</span> : null}
          <Figure form={form} field={field} invalid={faults.length > 0} told={told} />
          <span class="figure-unit">{field.kind === "percent" ? "%" : field.unit}</span>
        </span>
        <button type="button" class="link small line-link" onClick={() => form.show(field)}>
          line {field.line}
          <span class="unseen">, show it in the rules</span>
        </button>
        {field.was === undefined ? null : (
          <span id={`${id}-was`} class="tag warning">
            changed from {withUnit(field, field.was)}
          </span>
        )}
        {field.isNew === true ? <span class="tag warning">new in this policy</span> : null}
        {field.lock === undefined ? null : <span class="tag">{lockWords(field.lock)}</span>}
      </div>
      {advice.map(({ code, message }) => (
        <p key={code} class="hint">
          {message}
        </p>
      ))}
    </div>
  );
}

function Figure(props: {
  readonly form: FormState;
  readonly field: OwnField;
  readonly invalid: boolean;
  /** The ids of what is said of it. */
  readonly told: string;
}) {
  const { form, field, invalid, told } = props;
  const { id, kind, text, limit } = field;
  const typing = form.typing.value;
  const attributes = {
    id: elementIdOf(id),
    value: typing?.id === id ? typing.typed : (form.drafts.value.get(id)?.typed ?? typedFor(kind, text)),
    readOnly: limit?.fixed === true,
    "aria-invalid": invalid,
    ...(told === "" ? {} : { "aria-describedby": told }),
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
      form.typing.value = { id, typed: currentTarget.value };
    },
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      form.type(field, currentTarget.value),
    onBlur: () => {
      if (form.typing.peek()?.id === id) form.typing.value = undefined;
    },
  };
  return kind === "date" ? (
    <input type="date" class="width-10" {...attributes} />
  ) : (
    <input
      type="text"
      class={kind === "money" ? "width-5" : "width-3"}
      inputMode={kind === "percent" || kind === "money" ? "decimal" : "numeric"}
      onKeyDown={(event) => step(event, form, field)}
      {...attributes}
    />
  );
}

/** The author's words, with a gap where the figure stands. */
function Words({ field: { before, after, text, unit } }: { readonly field: OwnField }) {
  return (
    <>
      {before}
      <span class="gap" aria-hidden="true">
        {unit === "" ? text : `${text} ${unit}`}
      </span>
      {after}
    </>
  );
}

/** Up and down change the figure by one step, as everywhere on the page. A date field has arrows of its own. */
function step(event: KeyboardEvent, form: FormState, field: OwnField): void {
  if (field.limit?.fixed === true || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = event.key === "ArrowUp" ? field.up : event.key === "ArrowDown" ? field.down : undefined;
  if (next === undefined) return;
  event.preventDefault();
  form.type(field, next);
}

function lockWords(lock: string): string {
  return lock === "fixed" ? "fixed for the layers below" : `${lock} below this layer`;
}
