// What holds for the pupil, and the questions that rules wait for, each with its answers to press.

import { dayOf, momentOf, secondOf, SECONDS_IN_DAY } from "../../src/wording.ts";
import type { Store } from "../state/store.ts";
import type { Asking, Card, PupilView } from "../worker/pupil-protocol.ts";
import { Pointer } from "./pointing.tsx";

export function Standing({
  store,
  view,
}: {
  readonly store: Store;
  readonly view: Pick<PupilView, "standing" | "bands">;
}) {
  const own = view.standing.filter(({ common }) => !common);
  const common = view.standing.filter((card) => card.common);
  return (
    <section aria-labelledby="standing-title">
      <h3 id="standing-title">Where the pupil stands</h3>
      {own.length + view.bands.length === 0 ? <p>At no stage that the policy has a name for.</p> : null}
      <ul class="cards">
        {view.bands.map(({ name, title, row }) => (
          <li key={name}>
            <Pointer store={store} about={{ kind: "band", name }} class="card">
              {title}: {row}
            </Pointer>
          </li>
        ))}
        {own.map((card) => (
          <StatusCard key={card.name} store={store} card={card} />
        ))}
      </ul>
      {common.length === 0 ? null : (
        <details>
          <summary>And what is so of every pupil ({common.length})</summary>
          <ul class="cards">
            {common.map((card) => (
              <StatusCard key={card.name} store={store} card={card} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function StatusCard({ store, card }: { readonly store: Store; readonly card: Card }) {
  return (
    <li>
      <Pointer store={store} about={{ kind: "status", name: card.name }} class="card">
        {card.title}
      </Pointer>
    </li>
  );
}

export function Questions({
  store,
  view,
}: {
  readonly store: Store;
  readonly view: Pick<PupilView, "asOf" | "questions">;
}) {
  if (view.questions.length === 0) return null;
  return (
    <section aria-labelledby="questions-title">
      <h3 id="questions-title">Decisions to be made</h3>
      <ul class="questions">
        {view.questions.map((asking) => (
          <Question key={asking.id} store={store} asking={asking} asOf={view.asOf} />
        ))}
      </ul>
    </section>
  );
}

/** The newest moment not after the one looked at that has the hour at which the question arose. */
function answeredAt(since: number, asOf: number): number {
  const today = momentOf(dayOf(asOf), secondOf(since));
  return Math.max(since, today <= asOf ? today : today - SECONDS_IN_DAY);
}

interface Asked {
  readonly store: Store;
  readonly asking: Asking;
  readonly asOf: number;
}

/** Each puts its answer on record, by the role that may give it. */
export function AnswerButtons({ store, asking, asOf }: Asked) {
  const by = asking.roles[0];
  const answer = (said: string): void =>
    store.log(
      {
        act: "decide",
        object: asking.decision,
        ...(by === undefined ? {} : { by }),
        ...(asking.person === undefined ? {} : { person: asking.person }),
        // At the hour at which the rule reads it, so that what follows is seen at once and not on the next school day.
        happened: answeredAt(asking.since, asOf),
        fields: { answer: said },
      },
      `${asking.question} ${said}.`,
    );
  return asking.answers.map((said) => (
    <button key={said} type="button" class="button" onClick={() => answer(said)}>
      {said.charAt(0).toUpperCase() + said.slice(1).replaceAll("-", " ")}
      <span class="unseen">: {asking.question}</span>
    </button>
  ));
}

function Question({ store, asking, asOf }: Asked) {
  return (
    <li class="question">
      <fieldset>
        <legend>
          {asking.question}
          {asking.person === undefined ? "" : ` About ${asking.person}.`}
        </legend>
        <p class="hint">{asking.by === "" ? "For anybody to answer" : `For the ${asking.by} to answer`}</p>
        <div class="buttons">
          <AnswerButtons store={store} asking={asking} asOf={asOf} />
          <Pointer store={store} about={{ kind: "question", id: asking.id }}>
            Why is it asked?
          </Pointer>
        </div>
      </fieldset>
    </li>
  );
}
