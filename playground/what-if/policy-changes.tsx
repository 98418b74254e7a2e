// What was changed and what that comes to: each provision old and new, whom it can touch, which way it falls, and the plainest
// pupil who shows it. What the law or the trust holds is said beside it.

import { dayOf, sayDay } from "../../src/wording.ts";
import { FIRST_VIEW } from "../state/place.ts";
import type { Store } from "../state/store.ts";
import type { Problem } from "../worker/protocol.ts";
import type {
  NotRunning,
  OutcomeChange,
  PolicyChange,
  ProvisionChange,
  WitnessStory,
} from "../worker/what-if-protocol.ts";
import { wordDifference } from "./word-difference.ts";
import { whatIfOf } from "./what-if-state.ts";

/** More than this is a comparison of two policies, and stands folded. */
const SHOWN = 6;

export function PolicyChanges({ store }: { readonly store: Store }) {
  const { policies, sides } = whatIfOf(store);
  const change = policies.value;
  const isOther = sides.value?.before.policy.name !== sides.value?.after.policy.name;
  return (
    <section aria-labelledby="changes-title">
      <h3 id="changes-title">What is changed</h3>
      {change === undefined ? (
        <p class="hint">Nothing in the policy yet, or it is still being worked out.</p>
      ) : change.kind === "not-running" ? (
        <CannotRun found={change} />
      ) : (
        <Changes store={store} change={change} isOther={isOther} />
      )}
    </section>
  );
}

/** Why a side cannot run, in the compiler's words. */
export function CannotRun({ found: { side, problems } }: { readonly found: NotRunning }) {
  return (
    <div class="notice bad">
      <p>
        <strong>{side === "after" ? "The changed policy" : "The policy it is compared with"} cannot run.</strong>
      </p>
      <ul>
        {problems.slice(0, 5).map((problem) => (
          <li key={`${problem.code} ${problem.from}`}>
            {problem.elsewhere ?? `Line ${problem.line}`}: {problem.message} {problem.hint}
          </li>
        ))}
      </ul>
      {problems.length === 0 ? <p>It names no calendar that can be read.</p> : null}
    </div>
  );
}

/** Of two policies that were written apart nearly everything differs: that is told, and stands folded. */
function Changes(props: { readonly store: Store; readonly change: PolicyChange; readonly isOther: boolean }) {
  const { store, change, isOther } = props;
  const { outcomes, idle, same } = change;
  const remarks = whatIfOf(store).remarks.value.filter(({ severity }) => severity !== "error");
  const provisions = change.provisions.filter((each) => each.before?.says !== each.after?.says);
  const resting = change.provisions.filter((each) => each.before?.says === each.after?.says);
  const nothing = change.provisions.length + outcomes.length === 0;
  return (
    <>
      {nothing ? <p>Both lay down the same.</p> : null}
      <Folded
        what="more provisions"
        list={provisions}
        shown={SHOWN}
        show={(each) => <Provision store={store} change={each} />}
      />
      {isOther || resting.length === 0 ? null : (
        <p class="since">
          {resting.length === 1 ? "This rests" : "These rest"} on it, and {resting.length === 1 ? "reads" : "read"} as
          before:{" "}
          {resting
            .slice(0, SHOWN)
            .map(({ title }) => title)
            .join("; ")}
          {resting.length > SHOWN ? `; and ${resting.length - SHOWN} more` : ""}.
        </p>
      )}
      {idle.length === 0 ? null : (
        <ul class="idle">
          {idle.slice(0, SHOWN).map(({ line, after }) => (
            <li key={line}>
              Line {line} was edited, and changes nothing: <code>{after === "" ? "now empty" : after}</code>
            </li>
          ))}
        </ul>
      )}
      {remarks.length === 0 ? null : <Remarks remarks={remarks} />}
      {outcomes.length === 0 ? null : (
        <>
          <h4>What that comes to</h4>
          <Folded
            what="more that lean on it or could not be worked out"
            list={outcomes.toSorted((a, b) => RANKS[a.verdict] - RANKS[b.verdict])}
            shown={Math.min(SHOWN, Math.max(2, outcomes.filter(({ proved }) => proved).length))}
            show={(each) => <Outcome store={store} change={each} />}
          />
        </>
      )}
      {nothing ? null : (
        <p class="since">
          {same} other {same === 1 ? "outcome is" : "outcomes are"} proved to stay the same for everyone.
        </p>
      )}
    </>
  );
}

function Folded<T>(props: {
  readonly what: string;
  readonly list: readonly T[];
  readonly shown: number;
  readonly show: (each: T) => preact.JSX.Element;
}) {
  const { what, list, shown, show } = props;
  const item = (each: T, index: number) => <li key={index}>{show(each)}</li>;
  return (
    <>
      {shown === 0 ? null : <ul class="change-list">{list.slice(0, shown).map(item)}</ul>}
      {list.length <= shown ? null : (
        <details class="details">
          <summary>
            {list.length - shown} {what}
          </summary>
          <ul class="change-list">{list.slice(shown).map((each, index) => item(each, index + shown))}</ul>
        </details>
      )}
    </>
  );
}

function Provision({ store, change }: { readonly store: Store; readonly change: ProvisionChange }) {
  const { title, before, after, lock } = change;
  const place = after?.place ?? before?.place;
  const clauses = [...new Set([...(before?.clauses ?? []), ...(after?.clauses ?? [])])];
  const span = after?.place.span;
  return (
    <>
      <p class="change-title">{title}</p>
      <p class="change-words">
        <OldAndNew before={before?.says} after={after?.says} />
      </p>
      {lock === undefined ? null : <p class="hint small">{lock}</p>}
      <p class="since">
        {span === undefined ? (
          place?.says
        ) : (
          <button
            type="button"
            class="link"
            onClick={() => {
              store.shown.value = span;
            }}
          >
            {place?.says}
          </button>
        )}
        {clauses.length === 0 ? "" : `, ${clauses.join(", ")}`}
      </p>
    </>
  );
}

function OldAndNew({ before, after }: { readonly before: string | undefined; readonly after: string | undefined }) {
  if (before === undefined)
    return (
      <ins>
        <span class="unseen">new: </span>
        {after}
      </ins>
    );
  if (after === undefined)
    return (
      <del>
        <span class="unseen">gone: </span>
        {before}
      </del>
    );
  const { lead, before: old, after: young, tail } = wordDifference(before, after);
  return (
    <>
      {lead}{" "}
      {old === "" ? null : (
        <del>
          <span class="unseen">before: </span>
          {old}
        </del>
      )}{" "}
      {young === "" ? null : (
        <ins>
          <span class="unseen">after: </span>
          {young}
        </ins>
      )}{" "}
      {tail}
    </>
  );
}

/** What is proved of everyone first. */
const RANKS = { stricter: 0, looser: 0, different: 1, "not-shown": 2 } as const;

const TAGS = { stricter: "tag bad", looser: "tag good", different: "tag warning", "not-shown": "tag" } as const;

function Outcome({ store, change }: { readonly store: Store; readonly change: OutcomeChange }) {
  const { title, verdict, judged, because, whom, witness } = change;
  return (
    <>
      <p class="change-title">
        <span class={TAGS[verdict]}>{`${judged.charAt(0).toUpperCase()}${judged.slice(1)}`}</span> {title}
      </p>
      {whom.map((sentence) => (
        <p key={sentence} class="whom">
          {sentence}
        </p>
      ))}
      <p class="since">{because}</p>
      {witness === undefined ? null : <Witness store={store} title={title} witness={witness} />}
    </>
  );
}

/** The plainest pupil who is treated otherwise: one press opens that pupil. */
function Witness(props: { readonly store: Store; readonly title: string; readonly witness: WitnessStory }) {
  const { store, title, witness } = props;
  return (
    <details>
      <summary>
        A pupil who shows it<span class="unseen">: {title}</span>
      </summary>
      <p>{witness.says}</p>
      <dl class="witness-sides">
        <div>
          <dt>Before</dt>
          <dd>{witness.before}</dd>
        </div>
        <div>
          <dt>After</dt>
          <dd>{witness.after}</dd>
        </div>
      </dl>
      <button
        type="button"
        class="button small"
        onClick={() => {
          store.about.value = undefined;
          store.change(witness.sketch, `A pupil whom the change of ${title} touches`);
          store.asOf.value = witness.asOf;
          store.goTo({ view: FIRST_VIEW });
        }}
      >
        Open this pupil, on {sayDay(dayOf(witness.asOf))}
      </button>
    </details>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly Problem[] }) {
  return (
    <div class="notice warning">
      <p>
        <strong>The change brings {remarks.length === 1 ? "a remark" : `${remarks.length} remarks`}:</strong>
      </p>
      <ul>
        {remarks.slice(0, SHOWN).map((remark) => (
          <li key={`${remark.code} ${remark.from}`}>
            {remark.elsewhere === undefined ? `Line ${remark.line}: ` : `${remark.elsewhere}: `}
            {remark.message} <span class="faint">{remark.hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
