// The provision behind an entry: as the policy writes it, where it stands, and its clauses in plain words.

import { useEffect, useRef } from "preact/hooks";
import { Clauses } from "../pupil/why-panel.tsx";
import { plainWords } from "./compare-shape.ts";
import type { CompareState } from "./compare-state.ts";

export function ProvisionDialog({ compare }: { readonly compare: CompareState }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressed = compare.pressed.value;
  useEffect(() => {
    if (pressed !== undefined) dialog.current?.showModal();
    else dialog.current?.close();
  }, [pressed]);
  const provision = pressed?.entry.provision;
  const { span } = provision ?? {};
  const close = (): void => {
    compare.pressed.value = undefined;
  };
  return (
    <dialog ref={dialog} class="provision" aria-labelledby="provision-title" onClose={close}>
      {pressed === undefined ? null : (
        <>
          <h3 id="provision-title">
            {pressed.policy}: {pressed.subject}
          </h3>
          <p class="provision-says">
            {plainWords(pressed.entry.says)}
            {pressed.entry.law ? <span class="since"> This is the law for every school.</span> : null}
          </p>
          {provision === undefined ? null : (
            <>
              <p class="faint">{provision.place}</p>
              <pre class="listing wraps" tabIndex={0}>
                {provision.text}
              </pre>
            </>
          )}
          <Clauses clauses={pressed.entry.clauses} />
          <div class="buttons">
            {span === undefined ? null : (
              <button type="button" class="button" onClick={() => compare.showInPolicy(span)}>
                Show it in the policy
              </button>
            )}
            <button type="button" class="button primary" onClick={close}>
              Close
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
