// A policy's own parts and the model of the layer above → one set of parts. What is said anew replaces what was said above,
// if the lock on it allows; locks stay on through every layer below.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDay } from "../school/day.ts";
import type { Day } from "../school/day.ts";
import type { Span } from "../source/text.ts";
import { datesOverlap, laterStart } from "./check-code-declarations.ts";
import type { OwnParts } from "./check-declarations.ts";
import { checkLock, checkStepLocks } from "./check-locks.ts";
import { checkParameterLock } from "./check-parameter-lock.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { sameType, typeWords } from "./value-types.ts";

export interface Layers {
  readonly own: OwnParts;
  readonly parent: Model.Model | undefined;
  readonly inForceFrom: Day | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Merged extends Omit<OwnParts, "notes"> {
  /** Where the declarations stand that no longer apply. */
  readonly replaced: readonly Span[];
  readonly lockBreaches: readonly Model.LockBreach[];
}

export function mergeLayers(layers: Layers): Merged {
  const { own, parent, report } = layers;
  const replaced: Span[] = [];
  const lockBreaches: Model.LockBreach[] = [];
  const over = <N extends Model.Named>(
    what: string,
    above: ReadonlyMap<string, N> | undefined,
    mine: ReadonlyMap<string, N>,
  ) => {
    const merged = new Map(above);
    for (const [name, node] of mine) {
      const before = above?.get(name);
      checkLock(what, before, node, report);
      if (before !== undefined) replaced.push(before.origin.span);
      merged.set(name, inPlaceOf(before, node));
    }
    return merged;
  };
  for (const procedure of own.procedures.values())
    checkStepLocks(parent?.procedures.get(procedure.name), procedure, report);
  checkMeasureTypes(layers);
  return {
    parameters: mergeParameters(layers, replaced, lockBreaches),
    words: over("word", parent?.words, own.words),
    codes: mergeCodes(layers, replaced),
    registers: mergeLists("register", parent?.registers ?? [], own.registers, report, replaced),
    codings: mergeLists("coding", parent?.codings ?? [], own.codings, report, replaced),
    acts: over("act", parent?.acts, own.acts),
    measures: over("measure", parent?.measures, own.measures),
    statuses: over("status", parent?.statuses, own.statuses),
    bands: over("table of bands", parent?.bands, own.bands),
    procedures: over("procedure", parent?.procedures, own.procedures),
    duties: over("duty", parent?.duties, own.duties),
    decisions: over("decision", parent?.decisions, own.decisions),
    documents: over("document", parent?.documents, own.documents),
    replaced,
    lockBreaches,
  };
}

/** With the lock that stays on, and what it replaces. */
function inPlaceOf<N extends Model.Named>(above: N | undefined, own: N): N {
  if (above === undefined) return own;
  return {
    ...own,
    ...(own.lock === undefined && above.lock !== undefined ? { lock: above.lock } : {}),
    replaces: above,
  };
}

function mergeParameters(
  { own, parent, inForceFrom, report }: Layers,
  replaced: Span[],
  lockBreaches: Model.LockBreach[],
): OwnParts["parameters"] {
  const parameters = new Map([...(parent?.parameters ?? []), ...own.parameters]);
  for (const [name, mine] of own.parameters) {
    const above = parent?.parameters.get(name);
    if (above === undefined || parent === undefined) continue;
    replaced.push(above.origin.span);
    const parametersAbove = parent.parameters;
    parameters.set(name, inPlaceOf(above, mine));
    const breach = checkParameterLock({ above, own: mine, from: inForceFrom, parametersAbove, parameters, report });
    if (breach !== undefined) lockBreaches.push(breach);
  }
  return parameters;
}

/** Registers are told apart by name and group, codings by name; one's own come first. */
function mergeLists<N extends Model.Named & { readonly group?: string }>(
  what: string,
  above: readonly N[],
  own: readonly N[],
  report: Layers["report"],
  replaced: Span[],
): readonly N[] {
  const same = (a: N, b: N): boolean => a.name === b.name && a.group === b.group;
  const mine = own.map((node) => {
    const before = above.find((each) => same(each, node));
    checkLock(what, before, node, report);
    if (before !== undefined) replaced.push(before.origin.span);
    return inPlaceOf(before, node);
  });
  return [...mine, ...above.filter((before) => !own.some((node) => same(before, node)))];
}

/** A version said anew must cover all the dates of the one it replaces, or leave all of them alone. */
function mergeCodes({ own, parent, report }: Layers, replaced: Span[]): readonly Model.RegisterCode[] {
  const above = parent?.codes ?? [];
  const inPlace = new Map<Model.RegisterCode, Model.RegisterCode>();
  const kept = above.filter((before) => {
    const mine = own.codes.find((code) => code.name === before.name && datesOverlap(code, before));
    if (mine === undefined) return true;
    checkLock("code", before, mine, report);
    if (!covers(mine, before)) reportPartly(mine, before, report);
    replaced.push(before.origin.span);
    inPlace.set(mine, inPlace.get(mine) ?? before);
    return false;
  });
  return [...kept, ...own.codes.map((code) => inPlaceOf(inPlace.get(code), code))];
}

function covers(a: Model.RegisterCode, b: Model.RegisterCode): boolean {
  return (a.from ?? -Infinity) <= (b.from ?? -Infinity) && (a.until ?? Infinity) >= (b.until ?? Infinity);
}

function reportPartly(own: Model.RegisterCode, above: Model.RegisterCode, report: Layers["report"]): void {
  const labels = [{ span: above.origin.span, text: `the version of ${above.origin.layer}` }];
  const start = laterStart(own, above);
  const day = start === undefined ? "every day" : formatDay(start);
  report(
    layerMessages.datesOverlap({ what: "versions", name: `the code ${own.name}`, day }, own.origin.span, { labels }),
  );
}

/** Rules above compare the measure with values of its unit, so the unit has to stay. */
function checkMeasureTypes({ own, parent, report }: Layers): void {
  for (const [name, measure] of own.measures) {
    const above = parent?.measures.get(name);
    if (above === undefined || sameType(above.type, measure.type)) continue;
    const labels = [{ span: above.origin.span, text: `declared here by ${above.origin.layer}` }];
    const args = {
      name,
      layer: above.origin.layer,
      parentType: typeWords(above.type),
      type: typeWords(measure.type),
    };
    report(layerMessages.changedType(args, measure.origin.span, { labels }));
  }
}
