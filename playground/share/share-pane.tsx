// Handing over what is open: as a link, as a file, as one page, or as a test case for the policy.

import { sayMoment } from "../../src/wording.ts";
import { schoolSourceOf } from "../school/school-source.ts";
import type { Store } from "../state/store.ts";
import { CopyButton } from "../views/copy-button.tsx";
import { downloadText } from "../views/download.ts";
import { POLICY_ALONE } from "../state/place.ts";
import { views } from "../views/registry.ts";
import { canSavePage, savedPage } from "./saved-page.ts";
import { LONG_LINK, shareState, shortName } from "./share-state.ts";
import { differenceOf, sayDifference } from "./text-difference.ts";
import "../look/share.css";

export function SharePane({ store }: { readonly store: Store }) {
  return (
    <section class="pane share" aria-labelledby="share-title">
      <h2 id="share-title">Share and save</h2>
      <p class="lead">Nothing is sent for you. You copy a link or save a file, and hand it on yourself.</p>
      <div class="columns">
        <div>
          <LinkPart store={store} />
        </div>
        <div>
          <FilePart store={store} />
          <TestCasePart store={store} />
        </div>
      </div>
    </section>
  );
}

function LinkPart({ store }: { readonly store: Store }) {
  const state = shareState(store);
  const { view, withPupil, link } = state;
  const length = link.value?.address.length ?? 0;
  return (
    <section class="panel" aria-labelledby="share-link-title">
      <h3 id="share-link-title">A link</h3>
      <p>Everything is in the link itself, behind the #. No computer in between keeps it.</p>
      <dl class="summary-list">
        <div>
          <dt>Policy</dt>
          <dd>{sayPolicy(store)}</dd>
        </div>
        <div>
          <dt>Date looked at</dt>
          <dd>{sayMoment(store.asOf.value)}</dd>
        </div>
      </dl>
      <div class="field">
        <label for="share-view">Where it opens</label>
        <select
          id="share-view"
          value={view.value}
          onChange={({ currentTarget }) => {
            view.value = currentTarget.value;
          }}
        >
          {[{ name: POLICY_ALONE, title: "The policy" }, ...views].map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={withPupil.value}
          aria-describedby="share-pupil-warning"
          onChange={({ currentTarget }) => {
            withPupil.value = currentTarget.checked;
          }}
        />
        Put the pupil in as well, with marks and records
      </label>
      <p id="share-pupil-warning" class={withPupil.value ? "notice warning" : "hint"}>
        {withPupil.value
          ? "Everybody who gets the link can read the pupil’s marks and records, and so can the mail and chat programs it passes through. Do not do this with a real child."
          : schoolSourceOf(store).imported.value === undefined
            ? "Left out unless you tick it."
            : "Left out unless you tick it. You have opened a school’s own files: a pupil of theirs is a real child."}
      </p>
      <div class="field">
        <label for="share-address">The link</label>
        <textarea
          id="share-address"
          class="share-address"
          rows={4}
          readOnly
          value={link.value?.address ?? ""}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <p class="hint">
          {state.tooLong.value
            ? "The policy is too long for a link. Save it as a file."
            : length > LONG_LINK
              ? `${length} characters. Some mail and chat programs cut links as long as this. A file is safer.`
              : `${length} characters. Short enough for any mail program.`}
        </p>
      </div>
      <div class="toolbar">
        <CopyButton what="the link" text={() => link.value?.address ?? ""} shownIn="share-address" primary />
      </div>
    </section>
  );
}

function sayPolicy(store: Store): string {
  const { shelf, asShelved } = shareState(store);
  const text = store.policy.value?.text ?? "";
  const title = store.compiled.value?.title ?? shortName(store.policy.value);
  if (asShelved.value) return `${title}, as it comes with this page. Only its name is in the link.`;
  const difference = shelf.value === undefined ? undefined : differenceOf(shelf.value, text);
  return difference === undefined
    ? `${title}, with its whole text. Files that stand beside it, such as its clauses, are not in the link.`
    : `${title} with your changes (${sayDifference(difference)}). Its whole text is in the link.`;
}

function FilePart({ store }: { readonly store: Store }) {
  const { forms, link } = shareState(store);
  const name = shortName(store.policy.value);
  const { rollcall, yaml } = forms.value ?? {};
  return (
    <section class="panel" aria-labelledby="share-file-title">
      <h3 id="share-file-title">A file</h3>
      <p>The policy alone, to keep or to run with the rollcall command. Both forms say the same.</p>
      <div class="toolbar">
        <button
          type="button"
          class="button"
          disabled={rollcall === undefined}
          onClick={() => downloadText(`${name}.rollcall`, rollcall ?? "", "text/plain")}
        >
          Save as text
        </button>
        <button
          type="button"
          class="button"
          disabled={yaml === undefined}
          onClick={() => downloadText(`${name}.yaml`, yaml ?? "", "application/yaml")}
        >
          Save as YAML
        </button>
      </div>
      {forms.value !== undefined && (rollcall === undefined || yaml === undefined) ? (
        <p class="hint">
          One form cannot be written while something in the text cannot be read: it would be missing there.
        </p>
      ) : null}
      {canSavePage() ? (
        <>
          <h4>This page with everything in it</h4>
          <p>
            One file that opens in any browser, without a network, as you see it now.{" "}
            {shareState(store).withPupil.value
              ? "The pupil goes with it, as you ticked beside."
              : "The pupil stays out of it, unless you tick it beside."}
          </p>
          <div class="toolbar">
            <button
              type="button"
              class="button"
              disabled={link.value === undefined}
              onClick={() => {
                const page = savedPage(link.value?.packed ?? "");
                if (page !== undefined) downloadText(`${name}.html`, page, "text/html");
              }}
            >
              Save this page
            </button>
          </div>
        </>
      ) : (
        <p class="hint">
          The one-file edition of this page can also save itself with everything in it. This edition is many files, so
          keep the policy and the link.
        </p>
      )}
    </section>
  );
}

function TestCasePart({ store }: { readonly store: Store }) {
  const state = shareState(store);
  const made = state.testCase.value;
  return (
    <section class="panel" aria-labelledby="share-case-title">
      <h3 id="share-case-title">The pupil as a test case</h3>
      <p>
        An example to put at the end of the policy: this pupil, and what must follow. From then on a change that would
        alter it is noticed.
      </p>
      <div class="toolbar">
        <button type="button" class="button" disabled={!store.sound.value} onClick={state.writeTestCase}>
          Write the test case
        </button>
        {made !== "unwritten" && made?.text !== undefined ? (
          <CopyButton what="the test case" text={() => made.text ?? ""} shownIn="share-case" />
        ) : null}
      </div>
      <div role="status">
        {made === "unwritten" ? null : made === undefined ? (
          <p>The policy cannot run yet. Mend what is wrong with it first.</p>
        ) : made.text === undefined ? (
          <p>
            {made.found === 0
              ? "Nothing holds or is owed for this pupil, so there is nothing to expect."
              : "This pupil cannot be told in the policy’s own words, so no example of it would come out as written. Names of codes, records or acts that the policy does not know are the usual reason."}
          </p>
        ) : (
          <p>
            It was tried, and comes out as written.{" "}
            {made.expected === made.found ? "Everything" : `${made.expected} of ${made.found} things`} that{" "}
            {made.found === 1 ? "holds or is owed is" : "hold or are owed are"} expected in it.
          </p>
        )}
      </div>
      {made !== "unwritten" && made?.text !== undefined ? (
        <>
          <pre id="share-case" class="listing" tabIndex={0} aria-label="The test case">
            {made.text}
          </pre>
          {made.yaml === undefined ? null : (
            <details class="details">
              <summary>For a policy in YAML</summary>
              <pre class="listing" tabIndex={0} aria-label="The test case in YAML">
                {made.yaml}
              </pre>
              <CopyButton what="the YAML" text={() => made.yaml ?? ""} />
            </details>
          )}
        </>
      ) : null}
    </section>
  );
}
