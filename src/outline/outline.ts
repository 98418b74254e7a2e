// A policy on a date → every value in force: who set it, whether a layer below may change it and which way, and what it was
// before, through layers and through dates. It shows what stands, and judges nothing.

import type { Lock, Model, Origin } from "../checker/model.ts";
import type { Day } from "../school/day.ts";
import { bandEntries, codeEntries, dutyEntries, gateEntries, statusEntries } from "./outline-declarations.ts";
import { parameterEntries } from "./outline-parameters.ts";
import { deadlineEntries } from "./outline-procedures.ts";
import { registerEntries } from "./outline-registers.ts";

/** One value of the past or of a layer above. */
export interface Former {
  readonly says: string;
  readonly layer: string;
  readonly origin: Origin;
  readonly from?: Day;
  readonly until?: Day;
}

export interface OutlineEntry {
  readonly name: string;
  readonly title: string;
  /** The value in force, in the author's words; `unsaid` where the text leaves it open. */
  readonly says: string;
  /** The layer that set it. */
  readonly layer: string;
  readonly origin: Origin;
  readonly lock?: Lock;
  /** The highest layer that locked it. */
  readonly lockedBy?: string;
  /** What layers above said, and what other dates say; nation first, then by date. */
  readonly history: readonly Former[];
}

export interface OutlineSection {
  readonly title: string;
  readonly entries: readonly OutlineEntry[];
}

export interface Outline {
  readonly policy: string;
  readonly title: string;
  readonly on: Day;
  readonly layers: readonly { readonly name: string; readonly level: string }[];
  readonly sections: readonly OutlineSection[];
}

export function outlineOf(model: Model, on: Day): Outline {
  const sections: readonly OutlineSection[] = [
    { title: "Values", entries: parameterEntries(model, on) },
    { title: "Registers", entries: registerEntries(model) },
    { title: "Statuses", entries: statusEntries(model) },
    { title: "Bands", entries: bandEntries(model) },
    { title: "Deadlines and waits", entries: deadlineEntries(model) },
    { title: "How often", entries: dutyEntries(model) },
    { title: "When an act is allowed", entries: gateEntries(model) },
    { title: "Codes", entries: codeEntries(model, on) },
  ];
  const { name, title, layers } = model;
  return {
    policy: name,
    title,
    on,
    layers: layers.map((layer) => ({ name: layer.name, level: layer.level })),
    sections: sections.filter(({ entries }) => entries.length > 0),
  };
}
