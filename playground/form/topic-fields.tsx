// One topic of the form: what this policy sets, statement by statement, and what it takes over from the layers above.

import { useEffect, useState } from "preact/hooks";
import type { InheritedField, OwnField } from "../worker/form-protocol.ts";
import type { ClauseText } from "../worker/pupil-protocol.ts";
import { FigureField } from "./figure-field.tsx";
import type { FormState } from "./form-state.ts";
import { withUnit } from "./form-state.ts";
import type { Block, TopicShape } from "./form-shape.ts";

export function TopicFields(props: {
  readonly form: FormState;
  readonly topic: TopicShape;
  readonly isFirst: boolean;
  /** Something is looked for: whatever is found is shown. */
  readonly isSought: boolean;
}) {
  const { form, topic, isFirst, isSought } = props;
  const [unfolded, setUnfolded] = useState(isFirst);
  const isChangedHere = topic.changed > 0;
  useEffect(() => {
    if (isChangedHere) setUnfolded(true);
  }, [isChangedHere]);
  const count = figuresIn(topic.own);
  const [read, otherwise] = [
    topic.own.filter(({ reading }) => reading?.chosen !== false),
    topic.own.filter(({ reading }) => reading?.chosen === false),
  ];
  return (
    <details
      class="topic"
      open={isSought || unfolded}
      onToggle={({ currentTarget }) => {
        if (!isSought) setUnfolded(currentTarget.open);
      }}
    >
      <summary>
        <h2>{topic.title}</h2>
        <span class="tag">{count === 0 ? "set above this policy" : figuresWords(count)}</span>
        {topic.changed === 0 ? null : <span class="tag warning">{topic.changed} changed</span>}
      </summary>
      {read.map((block) => (
        <OwnBlock key={block.key} form={form} block={block} />
      ))}
      {otherwise.length === 0 ? null : (
        <details class="details" open={isSought}>
          <summary>If the text is read another way ({figuresWords(figuresIn(otherwise))})</summary>
          {otherwise.map((block) => (
            <OwnBlock key={block.key} form={form} block={block} />
          ))}
        </details>
      )}
      <Inherited form={form} blocks={topic.inherited} />
    </details>
  );
}

function figuresIn(blocks: readonly Block<OwnField>[]): number {
  return blocks.reduce((sum, { fields }) => sum + fields.length, 0);
}

function figuresWords(count: number): string {
  return count === 1 ? "1 figure" : `${count} figures`;
}

function OwnBlock({ form, block }: { readonly form: FormState; readonly block: Block<OwnField> }) {
  const [first] = block.fields;
  const clauses = distinctClauses(block.fields);
  // Where the title says it all, it is the label of the one field.
  const isAlone = block.fields.length === 1 && first?.before === "" && first.after === "";
  return (
    <fieldset class="statement" disabled={form.unreadable.value !== undefined}>
      <legend class={isAlone ? "unseen" : ""}>
        {block.title}
        {block.of === undefined ? null : <span class="statement-of"> in “{block.of}”</span>}
      </legend>
      <ReadingNote block={block} />
      {block.fields.map((field) => (
        <FigureField key={field.id} form={form} field={field} label={isAlone ? block.title : undefined} />
      ))}
      <ClauseHints clauses={clauses} />
    </fieldset>
  );
}

function ReadingNote({ block: { reading } }: { readonly block: Block<OwnField> }) {
  if (reading === undefined) return null;
  return (
    <p class="hint">
      {reading.chosen ? "Read as" : "Read instead as"} “{reading.label}”, to the question {reading.question}.
    </p>
  );
}

const SHOWN = 2;

function ClauseHints({ clauses }: { readonly clauses: readonly ClauseText[] }) {
  const [all, setAll] = useState(false);
  const told = clauses.filter(({ says }) => says !== "");
  if (told.length === 0) return null;
  return (
    <div class="clause-hints">
      {(all ? told : told.slice(0, SHOWN)).map(({ id, says }) => (
        <p key={id} class="hint">
          <span class="clause-id">{id}</span> {says}
        </p>
      ))}
      {all || told.length <= SHOWN ? null : (
        <button type="button" class="link small" onClick={() => setAll(true)}>
          {told.length - SHOWN === 1 ? "1 more clause" : `${told.length - SHOWN} more clauses`}
        </button>
      )}
    </div>
  );
}

function distinctClauses(fields: readonly OwnField[]): readonly ClauseText[] {
  return [...new Map(fields.flatMap(({ clauses }) => clauses).map((clause) => [clause.id, clause])).values()];
}

// ---------------------------------------------------------------- the layers above

function Inherited({ form, blocks }: { readonly form: FormState; readonly blocks: readonly Block<InheritedField>[] }) {
  const sayings = sayingsOf(blocks.flatMap(({ fields }) => fields));
  if (sayings.length === 0) return null;
  return (
    <details class="details" open={form.search.value.trim() !== ""}>
      <summary>Set above this policy, by law or by a trust ({sayings.length})</summary>
      <dl class="summary-list">
        {sayings.map(({ field, says, settable }) => (
          <div key={field.id}>
            <dt>{field.title}</dt>
            <dd>
              {says}
              <span class="hint block">
                {field.limit?.says ?? `Set by ${field.setBy}.`}
                {field.clauses.map(({ id }) => ` ${id}`).join("")}
              </span>
            </dd>
            <dd>
              {settable === undefined ? null : (
                <button
                  type="button"
                  class="button small"
                  disabled={form.unreadable.value !== undefined}
                  onClick={() => form.setHere(settable)}
                >
                  Set it here<span class="unseen">: {field.title}</span>
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface Saying {
  readonly field: InheritedField;
  readonly says: string;
  /** That of its figures which can be set here. */
  readonly settable: InheritedField | undefined;
}

/** Nobody can change these here, so what has several figures is told once. */
function sayingsOf(fields: readonly InheritedField[]): readonly Saying[] {
  const told = Map.groupBy(fields, (field) => JSON.stringify([field.title, saidWith(field)]));
  return [...told.values()].flatMap((same) => {
    const [field] = same;
    if (field === undefined) return [];
    return [{ field, says: saidWith(field), settable: same.find(({ setHere }) => setHere !== undefined) }];
  });
}

function saidWith(field: InheritedField): string {
  return `${field.before}${withUnit(field, field.text)}${field.after}`;
}
