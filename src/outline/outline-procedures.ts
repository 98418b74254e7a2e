// The deadlines and waits of procedures, step by step, with what the procedure they replaced had in their place.

import { itemsWithin } from "../analysis/walk.ts";
import type { Item, Model, Procedure, Sentence, Step } from "../checker/model.ts";
import { written, writtenDeadline } from "../explain/written.ts";
import type { Former, OutlineEntry } from "./outline.ts";
import { lockOf, replacedBy } from "./replaced.ts";

export function deadlineEntries({ procedures }: Model): readonly OutlineEntry[] {
  return [...procedures.values()].flatMap((procedure) =>
    procedure.steps.flatMap((step) =>
      timesOf(step).map(({ what, says, item }): OutlineEntry => ({
        name: `${procedure.name}.${step.name} ${what}`,
        title: `“${titleOf(procedure)}”, ${titleOf(step)}: ${what}`,
        says,
        layer: item.origin.layer,
        origin: item.origin.clauses.length > 0 ? item.origin : { ...item.origin, clauses: step.origin.clauses },
        ...(step.lock === undefined ? lockOf(procedure) : lockOf(step)),
        history: formerTimes(procedure, step, what, says),
      })),
    ),
  );
}

function titleOf({ name, title }: { readonly name: string; readonly title: string }): string {
  return title === "" ? name.replaceAll("-", " ") : title;
}

interface Time {
  readonly what: string;
  readonly says: string;
  readonly item: Item;
}

function timesOf({ items }: Step): readonly Time[] {
  return itemsWithin(items).flatMap((item): readonly Time[] => {
    if (item.kind === "wait") return [{ what: "wait", says: written(item.origin.span).replace(/^wait /, ""), item }];
    const by = item.kind === "sentence" ? writtenDeadline(item) : undefined;
    return item.kind === "sentence" && by !== undefined ? [{ what: deedOf(item), says: by, item }] : [];
  });
}

function deedOf({ act, object }: Sentence): string {
  return [act, object]
    .filter((word) => word !== undefined)
    .join(" ")
    .replaceAll("-", " ");
}

function formerTimes(procedure: Procedure, step: Step, what: string, says: string): readonly Former[] {
  return replacedBy(procedure).flatMap((above) =>
    above.steps
      .filter(({ name }) => name === step.name)
      .flatMap(timesOf)
      .filter((each) => each.what === what && each.says !== says)
      .map(({ says: said, item }): Former => ({ says: said, layer: item.origin.layer, origin: item.origin })),
  );
}
