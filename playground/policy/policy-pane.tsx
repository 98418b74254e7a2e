// The policy: which one, what its check says, and its text in one of three forms.

import { useRef } from "preact/hooks";
import type { Store } from "../state/store.ts";
import { useLoaded } from "../state/use-loaded.ts";
import { CursorBar } from "./cursor-bar.tsx";
import { PolicyPicker } from "./policy-picker.tsx";
import { policyStateOf } from "./policy-state.ts";
import type { PolicyState, Tab, YamlText as YamlOfPolicy } from "./policy-state.ts";
import { sayCheck, sorted } from "./policy-words.ts";
import type { Problem } from "../worker/protocol.ts";
import { ErrorSummary, ProblemList } from "./problem-list.tsx";
import { ReadingsList } from "./readings-list.tsx";
import { TextKeys } from "./text-keys.tsx";
import { RulesText } from "./rules-text.tsx";
import { TextTools } from "./text-tools.tsx";
import "../look/policy.css";

export function PolicyPane({ store }: { readonly store: Store }) {
  const state = policyStateOf(store);
  const compiled = store.compiled.value;
  const tab = state.tab.value;
  const yaml = state.yaml.value;
  const problems = (tab === "yaml" && yaml !== undefined ? yaml.problems : compiled?.problems) ?? [];
  const { errors, others } = sorted(problems);
  const readings = store.vocabulary.value?.readings ?? [];
  return (
    <section class="pane policy" aria-labelledby="policy-title">
      <PolicyPicker store={store} state={state} />
      <h1 id="policy-title">{compiled?.title ?? "Opening the policy…"}</h1>
      <Check store={store} state={state} problems={problems} />
      <Tabs state={state} />
      <p class="state-said" role="status">
        {state.said.value}
      </p>
      <div id="panel-rules" role="tabpanel" aria-labelledby="tab-rules" hidden={tab !== "rules"}>
        <TextTools state={state} />
        <RulesText store={store} state={state} />
        <CursorBar state={state} />
      </div>
      <div id="panel-form" role="tabpanel" aria-labelledby="tab-form" hidden={tab !== "form"}>
        {tab === "form" ? <Form store={store} /> : null}
      </div>
      <div id="panel-yaml" role="tabpanel" aria-labelledby="tab-yaml" hidden={tab !== "yaml"}>
        {tab === "yaml" && yaml !== undefined ? <Yaml store={store} state={state} yaml={yaml} /> : null}
      </div>
      {tab === "form" ? null : <OnNames store={store} state={state} />}
      <ErrorSummary errors={errors} state={state} />
      <ProblemList store={store} problems={others} state={state} />
      <ReadingsList store={store} readings={readings} />
      <TextKeys />
    </section>
  );
}

interface Checked {
  readonly store: Store;
  readonly state: PolicyState;
  readonly problems: readonly Problem[];
}

/** One line that never grows, so that the text below it stays where it is while somebody writes. */
function Check({ store, state, problems }: Checked) {
  const [opened, policy] = [store.opened.value, store.policy.value];
  const changed = opened !== undefined && policy !== undefined && opened.text !== policy.text;
  const [error] = sorted(problems).errors;
  return (
    <div class="check">
      <p class={error === undefined ? "" : "bad"} role="status">
        {store.compiled.value === undefined ? "Reading it…" : sayCheck(problems)}
      </p>
      {error === undefined || error.elsewhere !== undefined ? null : (
        <button type="button" class="link" onClick={() => state.goTo(error.from, error.to)}>
          Go to it
        </button>
      )}
      {changed ? (
        <button type="button" class="link push" onClick={state.startAgain}>
          Undo all changes
        </button>
      ) : null}
    </div>
  );
}

const tabs: readonly { readonly name: Tab; readonly title: string }[] = [
  { name: "rules", title: "Rules" },
  { name: "form", title: "Form" },
  { name: "yaml", title: "YAML" },
];

function Tabs({ state }: { readonly state: PolicyState }) {
  const list = useRef<HTMLDivElement>(null);
  const tab = state.tab.value;
  const moved = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Forms of the policy" ref={list} onKeyDown={moved}>
      {tabs.map(({ name, title }) => (
        <button
          type="button"
          key={name}
          id={`tab-${name}`}
          role="tab"
          aria-selected={name === tab}
          aria-controls={`panel-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => state.choose(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** What can be asked of the name at the cursor: loaded once there is an editor that has one. */
function OnNames({ store, state }: { readonly store: Store; readonly state: PolicyState }) {
  const editor = (state.tab.value === "yaml" ? state.yamlEditor : state.editor).value;
  const part = useLoaded(store, editor !== undefined && nameTools);
  return part === undefined || editor === undefined ? null : (
    <part.NameTools store={store} state={state} editor={editor} />
  );
}

const nameTools = () => import("./name-tools.tsx");

/** The fields of the policy's figures, loaded when they are first looked at. */
function Form({ store }: { readonly store: Store }) {
  const part = useLoaded(store, thresholdForm);
  return part === undefined ? <p class="loading">The form is opening…</p> : <part.ThresholdForm store={store} />;
}

const thresholdForm = () => import("../form/threshold-form.tsx");

/** The same policy as YAML, loaded when it is first looked at. */
function Yaml(given: { readonly store: Store; readonly state: PolicyState; readonly yaml: YamlOfPolicy }) {
  const part = useLoaded(given.store, yamlText);
  return part === undefined ? <p class="loading">The YAML is opening…</p> : <part.YamlText {...given} />;
}

const yamlText = () => import("./yaml-text.tsx");
