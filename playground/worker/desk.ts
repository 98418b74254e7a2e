// Every question the page can ask, answered: the policy that was compiled last, and the pupil who was looked at last.

import { examplesOf, turnFigure } from "../../src/index.ts";
import type { Draft } from "../../src/index.ts";
import type { Asked, Compiled, Kind, Questions } from "./protocol.ts";
import { makeColours } from "./colours.ts";
import { problemOf } from "./problems.ts";
import { lookAhead } from "./pupil-ahead.ts";
import { explainAbout, explainMissing } from "./pupil-why.ts";
import { lookAt } from "./pupil.ts";
import type { Looked } from "./pupil.ts";
import type { Sketch } from "./pupil-protocol.ts";
import {
  bringClauses,
  clausesOf,
  completed,
  draftText,
  judgeDraft,
  keepReady,
  openShelved,
  readyFrom,
  turnedReady,
} from "./ready.ts";
import type { Ready } from "./ready.ts";
import { lookAfter } from "./turned-pupil.ts";
import { vocabularyFor } from "./vocabulary.ts";
import type { Work } from "./work.ts";

let ready: Ready | undefined;
let looked: Looked | undefined;
let written: Draft | undefined;
let edition = 0;
/** The last editions: a figure may be turned in one while the next is being read. */
const editions: { readonly edition: number; readonly written: Draft; readonly ready: Ready | undefined }[] = [];
/** Who was looked at last under a policy: looked at once, however often figures are turned after that. */
const lookedUnder = new WeakMap<Ready, { readonly key: string; readonly looked: Looked }>();
const coloursOf = makeColours();

function lookUnder(policy: Ready, sketch: Sketch, asOf: number): Looked {
  const key = JSON.stringify([sketch, asOf]);
  const known = lookedUnder.get(policy);
  if (known?.key === key) return known.looked;
  const found = lookAt(policy, sketch, asOf);
  lookedUnder.set(policy, { key, looked: found });
  return found;
}

type Answers = {
  readonly [K in Kind]: (
    ask: Questions[K]["ask"],
    work: Work,
  ) => Promise<Questions[K]["answer"]> | Questions[K]["answer"];
};

const answers: Answers = {
  shelf: ({ name }) => openShelved(name),
  compile: async ({ policy, readings }): Promise<Compiled> => {
    const draft = await draftText(policy, readings, written);
    const { source, model, ast, diagnostics } = draft;
    written = draft;
    edition += 1;
    ready = await readyFrom(draft);
    editions.splice(0, editions.length - 1);
    editions.push({ edition, written, ready });
    keepReady(policy, readings, ready);
    looked = undefined;
    return {
      edition,
      title: model?.title ?? ast?.name.text ?? policy.name,
      colours: coloursOf(draft),
      problems: diagnostics.map((diagnostic) => problemOf(diagnostic, source)),
      vocabulary: ready === undefined ? undefined : vocabularyFor(ready),
    };
  },
  judge: async ({ text }, work) => {
    if (written === undefined || written.source.text !== text) return undefined;
    const draft = await completed(written);
    examplesOf(draft);
    await work.breathe();
    const { diagnostics } = await judgeDraft(draft);
    return diagnostics.map((diagnostic) => problemOf(diagnostic, draft.source));
  },
  turn: ({ edit, sketch, asOf, ...asked }) => {
    const base = editions.find((each) => each.edition === asked.edition);
    const turned = base === undefined ? undefined : turnFigure(base.written, edit);
    if (turned === undefined || base?.ready === undefined) return undefined;
    ready = turnedReady(base.ready, turned);
    looked = lookAfter(lookUnder(base.ready, sketch, asOf), ready) ?? lookAt(ready, sketch, asOf);
    return looked.view;
  },
  pupil: ({ sketch, asOf }) => {
    if (ready === undefined) return undefined;
    looked = lookUnder(ready, sketch, asOf);
    return looked.view;
  },
  why: async ({ about }) => {
    if (ready === undefined || looked === undefined) return undefined;
    await bringClauses(ready.compilation.source);
    return explainAbout(ready, looked, about);
  },
  whyNot: async ({ wanted, procedure }) => {
    if (ready === undefined || looked === undefined) return [];
    await bringClauses(ready.compilation.source);
    return explainMissing(ready, looked, wanted, procedure);
  },
  pupilChange: (ask) => import("./what-if-pupil.ts").then(({ changeForPupil }) => changeForPupil(ask)),
  pupilGets: async ({ sketch, asOf }) => {
    const { whatPupilGets } = await import("./what-if-pupil.ts");
    return ready === undefined ? undefined : whatPupilGets(ready, sketch, asOf);
  },
  shelfChoices: () => import("./what-if-shelf.ts").then(({ shelfChoices }) => shelfChoices()),
  aheadChange: (ask) => import("./what-if-pupil.ts").then(({ aheadOfChange }) => aheadOfChange(ask)),
  newRemarks: (ask, work) => import("./what-if-remarks.ts").then(({ newRemarks }) => newRemarks(ask, work)),
  policyChange: (ask) => import("./what-if-policy.ts").then(({ changeOfPolicy }) => changeOfPolicy(ask)),
  shelvedText: ({ name }) => openShelved(name),
  savedForms: (ask) => import("./share.ts").then((share) => share.savedForms(ask)),
  testCase: (ask) => import("./share.ts").then((share) => share.testCase(ask)),
  document: (ask) => import("./share.ts").then((share) => share.documentOf(ask)),
  query: (ask) => import("./query.ts").then(({ queryOf }) => queryOf(ask)),
  program: (ask, work) => import("./program.ts").then(({ programOf }) => programOf(ask, work)),
  ahead: () => (looked === undefined ? undefined : lookAhead(looked)),
  school: (ask, work) => import("./school.ts").then(({ viewOfSchool }) => viewOfSchool(ask, work)),
  schoolMorning: (ask, work) => import("./school.ts").then(({ morningOfSchool }) => morningOfSchool(ask, work)),
  schoolChange: (ask, work) => import("./school.ts").then(({ changeOfSchool }) => changeOfSchool(ask, work)),
  schoolPupil: (ask, work) => import("./school.ts").then(({ pupilOfSchool }) => pupilOfSchool(ask, work)),
  schoolImport: (ask) => import("./school.ts").then(({ importSchool }) => importSchool(ask)),
  schoolForget: () => import("./school.ts").then(({ forgetSchool }) => forgetSchool()),
  survey: async ({ text }) => {
    const { surveyOf } = await import("./editing.ts");
    return written?.source.text === text ? surveyOf(written) : undefined;
  },
  completions: async (ask) => {
    const { completionsFor } = await import("./editing.ts");
    if (written !== undefined) await bringClauses(written.source);
    return completionsFor(ask, written);
  },
  hover: async (ask) => {
    const { hoverFor } = await import("./editing.ts");
    if (written !== undefined) await bringClauses(written.source);
    return hoverFor(ask, written);
  },
  word: (ask, work) => answers.hover(ask, work),
  places: (ask) => onName(ask.text, ({ placesFor }, draft) => placesFor(ask, draft)),
  renamePlace: (ask) => onName(ask.text, ({ renamePlaceFor }, draft) => renamePlaceFor(ask, draft)),
  rename: (ask) => onName(ask.text, ({ renamed }, draft) => renamed(ask, draft)),
  beside: (ask) => onName(ask.text, ({ besideText }, draft) => besideText(ask, draft)),
  tryExample: (ask) => onName(ask.text, ({ triedExample }, draft) => triedExample(ask, draft)),
  layOut: ({ policy }) => import("./editing.ts").then(({ layOut }) => layOut(policy)),
  yaml: ({ policy, readings }) => import("./editing.ts").then(({ readYaml }) => readYaml(policy, readings)),
  codePage: ({ code }) => import("../../src/pages.ts").then(({ explainCode }) => explainCode(code)),
  openFiles: ({ files }) => import("./editing.ts").then(({ openFiles }) => openFiles(files)),
  comparePolicies: (ask, work) => import("./compare.ts").then((compare) => compare.comparePolicies(ask, work)),
  comparePupil: (ask, work) => import("./compare.ts").then((compare) => compare.comparePupil(ask, work)),
  compareFile: (ask, work) => import("./compare.ts").then((compare) => compare.compareFile(ask, work)),
  form: async ({ text, opened }) => {
    const { formOf } = await import("./form.ts");
    if (written === undefined || written.source.text !== text) return undefined;
    await bringClauses(written.source);
    return formOf({ ...written, clausesOf }, opened);
  },
};

/** Asked of the text as it is being written, in either form; undefined where another edition of it was read last. */
async function onName<T>(
  text: string,
  ask: (naming: typeof import("./naming.ts"), draft: Draft) => T | Promise<T>,
): Promise<T | undefined> {
  const [{ asWritten }, naming] = await Promise.all([import("./editing.ts"), import("./naming.ts")]);
  const draft = await asWritten(text, written);
  return draft === undefined ? undefined : ask(naming, draft);
}

export function answer<K extends Kind>({ kind, ask }: Asked<K>, work: Work): Promise<Questions[K]["answer"]> {
  return Promise.resolve().then(() => answers[kind](ask, work));
}
