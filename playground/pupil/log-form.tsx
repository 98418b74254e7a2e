// What was done, put on record: an act of the policy's own vocabulary with its fields, when, and by whom.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sayMoment } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Act, ActField, Vocabulary } from "../worker/protocol.ts";
import type { Entry } from "../worker/pupil-protocol.ts";
import { momentFrom } from "./date-values.ts";
import { emptyDraft } from "./log-draft.ts";
import type { Draft } from "./log-draft.ts";
import { plainWords, sayEntry } from "./log-words.ts";
import { Pointer } from "./pointing.tsx";

function entryFrom(draft: Draft, act: Act | undefined): Entry | string {
  const happened = momentFrom(draft.date, draft.time);
  if (act === undefined) return "Choose what was done.";
  if (happened === undefined) return "Enter the date and the time at which it was done.";
  const asked = new Set([...act.fields.map(({ name }) => name), ...Object.keys(draft.fields)]);
  const fields = Object.fromEntries(
    [...asked].flatMap((name) => {
      const value = Object.hasOwn(draft.fields, name) ? (draft.fields[name] ?? "").trim() : "";
      return value === "" ? [] : [[name, value]];
    }),
  );
  return {
    act: act.name,
    ...(draft.object.trim() === "" ? {} : { object: draft.object.trim() }),
    ...(draft.by === "" ? {} : { by: draft.by }),
    ...(draft.person === "" ? {} : { person: draft.person }),
    happened,
    fields,
  };
}

export function LogForm(props: {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}) {
  const { store, vocabulary, draft, onDraft } = props;
  const problem = useSignal("");
  const first = useRef<HTMLSelectElement>(null);
  const act = vocabulary.acts.find(({ name }) => name === draft.act);
  const { parents } = store.sketch.value;
  useEffect(() => {
    problem.value = "";
  }, [draft.act, problem]);
  const set = (change: Partial<Draft>): void => onDraft({ ...draft, ...change });
  const extra = Object.keys(draft.fields)
    .filter((name) => act !== undefined && !act.fields.some((field) => field.name === name))
    .map((name): ActField => ({ name, type: "text", words: [] }));
  const decision = draft.act === "decide" ? vocabulary.decisions.find(({ name }) => name === draft.object) : undefined;
  const fields = [...(act?.fields ?? []), ...extra].map((field) =>
    field.name === "answer" && decision !== undefined ? { ...field, words: decision.answers } : field,
  );
  const roles =
    act === undefined || act.by.length === 0
      ? vocabulary.roles
      : vocabulary.roles.filter(({ name }) => act.by.includes(name));
  return (
    <form
      class="log-form"
      aria-labelledby="log-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        const entry = entryFrom(draft, act);
        if (typeof entry === "string") {
          problem.value = entry;
          first.current?.focus();
          return;
        }
        problem.value = "";
        store.log(entry, `On record: ${sayEntry(entry, vocabulary)}, ${sayMoment(entry.happened)}`);
        onDraft(emptyDraft(store.asOf.value));
      }}
    >
      <h4 id="log-form-title">Put something on record</h4>
      {problem.value === "" ? null : (
        <p class="field-error" role="alert" id="log-problem">
          {problem.value}
        </p>
      )}
      <div class="fields">
        <Field name="What was done" id="log-act">
          <select
            id="log-act"
            ref={first}
            value={draft.act}
            aria-describedby={problem.value === "" ? undefined : "log-problem"}
            onChange={({ currentTarget }) => set({ act: currentTarget.value, object: "", by: "", fields: {} })}
          >
            <option value="">Choose</option>
            {vocabulary.acts
              .toSorted((a, b) => a.saying.localeCompare(b.saying))
              .map(({ name, saying }) => (
                <option key={name} value={name}>
                  {saying.charAt(0).toUpperCase() + saying.slice(1)}
                </option>
              ))}
          </select>
        </Field>
        {act === undefined || (act.objects.length === 0 && draft.object === "") ? null : (
          <Field name={draft.act === "decide" ? "The question" : "What, or to what"} id="log-object">
            <select
              id="log-object"
              value={draft.object}
              onChange={({ currentTarget }) => set({ object: currentTarget.value })}
            >
              <option value="">Not said</option>
              {[...new Set([...act.objects, ...(draft.object === "" ? [] : [draft.object])])].map((name) => (
                <option key={name} value={name}>
                  {vocabulary.decisions.find((each) => each.name === name && draft.act === "decide")?.question ??
                    vocabulary.documents.find((each) => each.name === name)?.title ??
                    plainWords(name)}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field name="By whom" id="log-by">
          <select id="log-by" value={draft.by} onChange={({ currentTarget }) => set({ by: currentTarget.value })}>
            <option value="">Not said</option>
            {roles.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </Field>
        {parents.length === 0 ? null : (
          <Field name="Which parent it concerns" id="log-person">
            <select
              id="log-person"
              value={draft.person}
              onChange={({ currentTarget }) => set({ person: currentTarget.value })}
            >
              <option value="">Not said</option>
              {parents.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </Field>
        )}
        <Field name="Date" id="log-date">
          <input
            type="date"
            id="log-date"
            value={draft.date}
            onInput={({ currentTarget }) => set({ date: currentTarget.value })}
          />
        </Field>
        <Field name="Time" id="log-time">
          <input
            type="time"
            id="log-time"
            value={draft.time}
            onInput={({ currentTarget }) => set({ time: currentTarget.value })}
          />
        </Field>
        {fields.map((field) => (
          <FieldOf
            key={field.name}
            field={field}
            parents={parents}
            value={draft.fields[field.name] ?? ""}
            onValue={(value) => set({ fields: { ...draft.fields, [field.name]: value } })}
          />
        ))}
      </div>
      <button type="submit" class="button primary">
        Put on record
      </button>
    </form>
  );
}

function Field(props: { readonly name: string; readonly id: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class="field">
      <label for={props.id}>{props.name}</label>
      {props.children}
    </div>
  );
}

function FieldOf(props: {
  readonly field: ActField;
  readonly parents: readonly string[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { field, value, onValue } = props;
  const id = `log-field-${field.name}`;
  const title = plainWords(field.name);
  const words = field.name === "parent" ? props.parents : field.words;
  return (
    <Field name={title.charAt(0).toUpperCase() + title.slice(1)} id={id}>
      {words.length > 0 ? (
        <select id={id} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          <option value="">Not said</option>
          {words.map((word) => (
            <option key={word} value={word}>
              {plainWords(word)}
            </option>
          ))}
        </select>
      ) : (
        <FreeField id={id} field={field} value={value} onValue={onValue} />
      )}
    </Field>
  );
}

function FreeField(props: {
  readonly id: string;
  readonly field: ActField;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { id, field, value, onValue } = props;
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void =>
    onValue(currentTarget.value);
  if (field.type === "date") return <input id={id} type="date" value={value} onInput={onInput} />;
  if (field.type === "time") return <input id={id} type="time" value={value} onInput={onInput} />;
  const mode = field.type === "text" ? "text" : "decimal";
  return <input id={id} type="text" inputMode={mode} maxLength={200} value={value} onInput={onInput} />;
}

/** Everything on record, oldest first, each with what rests on it and a way to take it off again. */
export function LogList({ store, vocabulary }: { readonly store: Store; readonly vocabulary: Vocabulary }) {
  const { log } = store.sketch.value;
  const unheard = store.view.value?.unheard ?? [];
  if (log.length === 0) return <p>Nothing is on record for this pupil but the marks.</p>;
  const order = log.map((_, index) => index).toSorted((a, b) => (log[a]?.happened ?? 0) - (log[b]?.happened ?? 0));
  return (
    <ul class="log">
      {order.map((index) => {
        const entry = log[index] as Entry;
        const said = sayEntry(entry, vocabulary);
        return (
          <li key={index}>
            <span class="since">{sayMoment(entry.happened)}</span>{" "}
            <Pointer store={store} about={{ kind: "entry", entry: index }}>
              {said}
            </Pointer>{" "}
            {unheard
              .filter((each) => each.entry === index)
              .map(({ says }) => (
                <span key={says} class="field-error">
                  {says}
                </span>
              ))}{" "}
            <button
              type="button"
              class="link"
              onClick={() => {
                store.about.value = undefined;
                store.change(
                  { ...store.sketch.value, log: log.filter((_, place) => place !== index) },
                  `Taken off the record: ${said}`,
                );
              }}
            >
              Take off<span class="unseen"> the record: {said}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
