// Every question the page can ask, answered: the policy that was compiled last, and the pupil who was looked at last.

import { compile, makeSource, makeWorld, policyCalendar } from "../../src/index.ts";
import type { Calendar, Compilation, SourceText, World } from "../../src/index.ts";
import { libraryOf, takeDown, extendedBy } from "../texts/shelf.ts";
import type { Asked, Compiled, Kind, PolicyText, Questions } from "./protocol.ts";
import { coloursOf } from "./colours.ts";
import { problemOf } from "./problems.ts";
import { clauseOf } from "./clauses.ts";
import { lookAhead } from "./pupil-ahead.ts";
import type { ClauseText } from "./pupil-protocol.ts";
import { explainAbout, explainMissing } from "./pupil-why.ts";
import { lookAt } from "./pupil.ts";
import type { Looked } from "./pupil.ts";
import { vocabularyFor } from "./vocabulary.ts";

export interface Ready {
  readonly compilation: Compilation & {
    readonly ready: NonNullable<Compilation["ready"]>;
    readonly model: NonNullable<Compilation["model"]>;
  };
  readonly calendar: Calendar;
  readonly world: World;
  /** What a clause says in plain words. */
  readonly clauseOf: (id: string) => ClauseText;
}

const texts = new Map<string, SourceText>();
let ready: Ready | undefined;
let looked: Looked | undefined;

type Answers = {
  readonly [K in Kind]: (ask: Questions[K]["ask"]) => Promise<Questions[K]["answer"]> | Questions[K]["answer"];
};

const answers: Answers = {
  shelf: async ({ name }): Promise<PolicyText | undefined> => {
    await takeDown(name, texts);
    const source = texts.get(`${name}/${name}.rollcall`);
    return source === undefined ? undefined : { name: source.name, text: source.text };
  },
  compile: async ({ policy, readings }): Promise<Compiled> => {
    const parent = extendedBy(policy.text);
    if (parent !== undefined) await takeDown(parent, texts);
    const source = makeSource(policy.name, policy.text);
    const compilation = compile(source, libraryOf(texts), new Map(readings));
    ready = readyFrom(compilation);
    looked = undefined;
    return {
      title: compilation.model?.title ?? compilation.ast?.name.text ?? policy.name,
      colours: coloursOf(source.text, compilation.ast),
      problems: compilation.diagnostics.map((diagnostic) => problemOf(diagnostic, source)),
      vocabulary: ready === undefined ? undefined : vocabularyFor(ready),
    };
  },
  pupil: ({ sketch, asOf }) => {
    if (ready === undefined) return undefined;
    looked = lookAt(ready, sketch, asOf);
    return looked.view;
  },
  why: ({ about }) => (ready === undefined || looked === undefined ? undefined : explainAbout(ready, looked, about)),
  whyNot: ({ wanted, procedure }) =>
    ready === undefined || looked === undefined ? [] : explainMissing(ready, looked, wanted, procedure),
  ahead: () => (looked === undefined ? undefined : lookAhead(looked)),
};

function readyFrom(compilation: Compilation): Ready | undefined {
  const { ready: program, model, ast } = compilation;
  if (program === undefined || model === undefined || ast === undefined) return undefined;
  const { calendar } = policyCalendar(compilation, libraryOf(texts));
  if (calendar === undefined) return undefined;
  return {
    compilation: { ...compilation, ready: program, model },
    calendar,
    world: makeWorld(program.program, calendar),
    clauseOf: (id) =>
      clauseOf(
        texts,
        model.layers.map(({ name }) => name),
        id,
      ),
  };
}

export function answer<K extends Kind>({ kind, ask }: Asked<K>): Promise<Questions[K]["answer"]> {
  return Promise.resolve().then(() => answers[kind](ask));
}
