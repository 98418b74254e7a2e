// A policy's text → what runs: read with the layers that it extends, in the school time of its calendar.

import { calendarFile, draft, makeCalendar, makeSource, makeWorld } from "../../src/index.ts";
import type { Calendar, Compilation, Draft, Library, SourceText, Turned, World, YamlForm } from "../../src/index.ts";
import { once, remember } from "../../src/wording.ts";
import { extendedBy, isShelved, libraryOf, placeBeside, shelvedPlan, takeDown } from "../texts/shelf.ts";
import type { Much } from "../texts/shelf.ts";
import { clauseOf, clausesBeside } from "./clauses.ts";
import type { PolicyText, Readings } from "./protocol.ts";
import type { ClauseText } from "./pupil-protocol.ts";
import { loadYaml, yamlAtHand, yamlSoFar } from "./yaml-later.ts";

export interface Ready {
  readonly compilation: Draft & {
    readonly ready: NonNullable<Draft["ready"]>;
    readonly model: NonNullable<Draft["model"]>;
  };
  readonly calendar: Calendar;
  readonly world: World;
  /** What a clause says in plain words, once `bringClauses` has been waited for. */
  readonly clauseOf: (id: string) => ClauseText;
}

/** What was taken off the shelf so far. */
const texts = new Map<string, SourceText>();
/** Places of files from somebody's disk. */
const opened = new Set<string>();

export async function openShelved(name: string): Promise<PolicyText | undefined> {
  await takeDown(name, texts, "rules");
  const source = texts.get(`${name}/${name}.rollcall`);
  return source === undefined ? undefined : { name: source.name, text: source.text };
}

let around: { readonly library: Library; readonly texts: number; readonly yaml: YamlForm | undefined } | undefined;

/**
 * What a policy of the page finds around it: its layers, and the files beside it. The same one for as long as it finds the same,
 * because a layer that was read is kept with the library it was found in, and an editor asks at every key.
 */
export function layersAround(): Library {
  const yaml = yamlSoFar()?.yamlForm;
  if (around?.texts !== texts.size || around.yaml !== yaml)
    around = { library: libraryOf(texts, yaml), texts: texts.size, yaml };
  return around.library;
}

/** A policy of the shelf has its clauses and its calendar beside it there. */
async function takeAround({ name: file, text }: PolicyText, much: Much): Promise<void> {
  for (const name of [file.split("/")[0], extendedBy(text)]) if (name !== undefined) await takeDown(name, texts, much);
}

/** All that reading the clauses of a policy needs. */
export async function bringClauses(policy: PolicyText): Promise<void> {
  await loadYaml();
  await takeAround(policy, "all");
}

/**
 * What its rules mean, and what runs. `before` is what was last made of the same policy. Only a policy as the shelf has it is
 * answered before its clauses have been read, for it has no fault in them.
 */
export async function draftText(policy: PolicyText, readings: Readings, before?: Draft): Promise<Draft> {
  await takeAround(policy, "rules");
  if (yamlSoFar() !== undefined || readings.length > 0 || !isShelved(policy, texts)) await bringClauses(policy);
  return draft(makeSource(policy.name, policy.text), layersAround(), new Map(readings), before);
}

/** The same with the clauses that were left unread. */
export async function completed(written: Draft): Promise<Draft> {
  if (written.complete) return written;
  await bringClauses(written.source);
  return draft(written.source, layersAround(), written.choose, written);
}

/** With its examples and all that is unwise or unlawful in it. */
export async function compileText(policy: PolicyText, readings: Readings): Promise<Compilation> {
  await loadYaml();
  return judgeDraft(await draftText(policy, readings));
}

/** What proves findings is heavy, and nobody's first answer waits for it. */
export async function judgeDraft(written: Draft): Promise<Compilation> {
  const { judge } = await import("../../src/compile.ts");
  return judge(await completed(written), layersAround());
}

/** Undefined while something keeps the policy from running. */
export async function readyFrom(compilation: Draft): Promise<Ready | undefined> {
  const { ready: program, model, ast } = compilation;
  if (program === undefined || model === undefined || ast === undefined) return undefined;
  const calendar = await calendarFor(compilation);
  if (calendar === undefined) return undefined;
  return {
    compilation: { ...compilation, ready: program, model },
    calendar,
    world: makeWorld(program.program, calendar),
    clauseOf: clausesOf(model),
  };
}

/** The school time of a policy. The shelf's own calendars are plans already; a file that somebody opened is read. */
export async function calendarFor(policy: Pick<Draft, "source" | "ast">): Promise<Calendar | undefined> {
  const named = calendarFile(policy, layersAround());
  if (named === undefined) return undefined;
  const place = placeBeside(named.policy, named.file);
  const plan = opened.has(place) ? undefined : await shelvedPlan(place);
  if (plan !== undefined) return makeCalendarOnce(plan);
  const file = texts.get(place);
  return file === undefined ? undefined : (await loadYaml(), calendarIn(file));
}

/** A year has some four hundred days to lay out, and an editor asks at every key. */
const makeCalendarOnce = remember(makeCalendar);

const calendarIn = remember((file: SourceText): Calendar | undefined => {
  const { plan } = yamlAtHand().readCalendarPlan(file);
  return plan === undefined ? undefined : makeCalendar(plan);
});

/** The same with a figure turned: its calendar and its clauses are what they were. */
export function turnedReady(ready: Ready, turned: Turned): Ready {
  const world = once(() => makeWorld(turned.ready.program, ready.calendar));
  return {
    ...ready,
    compilation: { ...ready.compilation, ...turned },
    get world() {
      return world();
    },
  };
}

/** What a clause of a policy or of a layer above it says. */
export function clausesOf({ layers }: NonNullable<Draft["model"]>): Ready["clauseOf"] {
  const names = layers.map(({ name }) => name);
  return (id) => clauseOf(texts, yamlAtHand().yamlForm, names, id);
}

/** Every clause of a policy and of the layers above it, its own first. */
export function clauseIdsOf({ layers }: NonNullable<Draft["model"]>): readonly ClauseText[] {
  return layers.toReversed().flatMap(({ name }) => clausesBeside(texts, yamlAtHand().yamlForm, name));
}

/** Files from somebody's disk, as if they stood beside the policy of that name. Those of the shelf stay for what is not among them. */
export async function putBeside(name: string, files: readonly PolicyText[]): Promise<void> {
  await loadYaml();
  await takeDown(name, texts, "all");
  for (const file of files) {
    const place = `${name}/${file.name}`;
    texts.set(place, makeSource(place, file.text));
    opened.add(place);
  }
  around = undefined;
}

/** Policies that were asked for last, such as a baseline and what it is compared with, need not be compiled again. */
const KEPT = 12;
const kept = new Map<string, Promise<Ready | undefined>>();

export async function readyOf(policy: PolicyText, readings: Readings): Promise<Ready | undefined> {
  await bringClauses(policy);
  const found = kept.get(keyOf(policy, readings)) ?? draftAgain(policy, readings).then(readyFrom);
  return keep(policy, readings, found);
}

/** The draft of each policy that was made last: of the next one only what differs need be read. */
const drafted = new Map<string, Draft>();

async function draftAgain(policy: PolicyText, readings: Readings): Promise<Draft> {
  const made = await draftText(policy, readings, drafted.get(policy.name));
  drafted.set(policy.name, made);
  return made;
}

/** What was compiled for another question need not be compiled again either. */
export function keepReady(policy: PolicyText, readings: Readings, ready: Ready | undefined): void {
  void keep(policy, readings, Promise.resolve(ready));
}

function keep(policy: PolicyText, readings: Readings, found: Promise<Ready | undefined>): Promise<Ready | undefined> {
  const key = keyOf(policy, readings);
  kept.delete(key);
  kept.set(key, found);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return found;
}

function keyOf(policy: PolicyText, readings: Readings): string {
  return JSON.stringify([policy, readings]);
}
