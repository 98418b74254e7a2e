// A policy's text → what runs: read with the layers that it extends, in the school time of its calendar.

import { draft, makeSource, makeWorld, policyCalendar } from "../../src/index.ts";
import type { Calendar, Compilation, Draft, Library, SourceText, Turned, World } from "../../src/index.ts";
import { extendedBy, libraryOf, takeDown } from "../texts/shelf.ts";
import { clauseOf, clausesBeside } from "./clauses.ts";
import type { PolicyText, Readings } from "./protocol.ts";
import type { ClauseText } from "./pupil-protocol.ts";

export interface Ready {
  readonly compilation: Draft & {
    readonly ready: NonNullable<Draft["ready"]>;
    readonly model: NonNullable<Draft["model"]>;
  };
  readonly calendar: Calendar;
  readonly world: World;
  /** What a clause says in plain words. */
  readonly clauseOf: (id: string) => ClauseText;
}

/** What was taken off the shelf so far. */
const texts = new Map<string, SourceText>();

export async function openShelved(name: string): Promise<PolicyText | undefined> {
  await takeDown(name, texts);
  const source = texts.get(`${name}/${name}.rollcall`);
  return source === undefined ? undefined : { name: source.name, text: source.text };
}

/** What a policy of the page finds around it: its layers, and the files beside it. */
export function layersAround(): Library {
  return libraryOf(texts);
}

/** What its rules mean, and what runs. `before` is what was last made of the same policy. */
export async function draftText(policy: PolicyText, readings: Readings, before?: Draft): Promise<Draft> {
  // A policy of the shelf has its clauses and its calendar beside it there.
  for (const name of [policy.name.split("/")[0], extendedBy(policy.text)])
    if (name !== undefined) await takeDown(name, texts);
  return draft(makeSource(policy.name, policy.text), libraryOf(texts), new Map(readings), before);
}

/** With its examples and all that is unwise or unlawful in it. */
export async function compileText(policy: PolicyText, readings: Readings): Promise<Compilation> {
  return judgeDraft(await draftText(policy, readings));
}

/** What proves findings is heavy, and nobody's first answer waits for it. */
export async function judgeDraft(written: Draft): Promise<Compilation> {
  const { judge } = await import("../../src/compile.ts");
  return judge(written, libraryOf(texts));
}

/** Undefined while something keeps the policy from running. */
export function readyFrom(compilation: Draft): Ready | undefined {
  const { ready: program, model, ast } = compilation;
  if (program === undefined || model === undefined || ast === undefined) return undefined;
  const { calendar } = policyCalendar(compilation, libraryOf(texts));
  if (calendar === undefined) return undefined;
  return {
    compilation: { ...compilation, ready: program, model },
    calendar,
    world: makeWorld(program.program, calendar),
    clauseOf: clausesOf(model),
  };
}

/** The same with a figure turned: its calendar and its clauses are what they were. */
export function turnedReady(ready: Ready, turned: Turned): Ready {
  return {
    ...ready,
    compilation: { ...ready.compilation, ...turned },
    world: makeWorld(turned.ready.program, ready.calendar),
  };
}

/** What a clause of a policy or of a layer above it says. */
export function clausesOf({ layers }: NonNullable<Draft["model"]>): Ready["clauseOf"] {
  const names = layers.map(({ name }) => name);
  return (id) => clauseOf(texts, names, id);
}

/** Every clause of a policy and of the layers above it, its own first. */
export function clauseIdsOf({ layers }: NonNullable<Draft["model"]>): readonly ClauseText[] {
  return layers.toReversed().flatMap(({ name }) => clausesBeside(texts, name));
}

/** Files from somebody's disk, as if they stood beside the policy of that name. Those of the shelf stay for what is not among them. */
export async function putBeside(name: string, files: readonly PolicyText[]): Promise<void> {
  await takeDown(name, texts);
  for (const file of files) {
    const place = `${name}/${file.name}`;
    texts.set(place, makeSource(place, file.text));
  }
}

/** Policies that were asked for last, such as a baseline and what it is compared with, need not be compiled again. */
const KEPT = 12;
const kept = new Map<string, Promise<Ready | undefined>>();

export function readyOf(policy: PolicyText, readings: Readings): Promise<Ready | undefined> {
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
