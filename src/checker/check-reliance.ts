// Rules of the layers above that still apply rest on what they were written with: a step, an answer, a row of bands.
// If this layer says that thing anew without it, the rule above would hang in the air.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { walk } from "./walk-model.ts";
import type { Node } from "./walk-model.ts";

interface Loss {
  readonly what: string;
  readonly named: Model.Named;
  readonly thing: string;
}

export function reportLostReliance(model: Model.Model, layer: string, report: (diagnostic: Diagnostic) => void): void {
  const told = new Set<string>();
  for (const part of rulesFromAbove(model, layer)) {
    walk(part, (node) => {
      const loss = lossOf(model, node);
      if (loss === undefined || loss.named.origin.layer !== layer) return;
      const { what, named, thing } = loss;
      const key = `${what} ${named.name} ${thing}`;
      if (told.has(key)) return;
      told.add(key);
      const labels = "span" in node ? [{ span: node.span, text: "still needed here" }] : [];
      const args = { layer: part.origin.layer, what, name: named.name, thing };
      report(layerMessages.layerStillNeeds(args, named.origin.span, { labels }));
    });
  }
}

function rulesFromAbove(model: Model.Model, layer: string): readonly Model.Named[] {
  const { words, registers, codings, acts, measures, statuses, bands, procedures, duties, documents } = model;
  const maps = [words, acts, measures, statuses, bands, procedures, duties, documents];
  const all: readonly Model.Named[] = [
    ...maps.flatMap((map): readonly Model.Named[] => [...map.values()]),
    ...registers,
    ...codings,
  ];
  return all.filter((node) => node.origin.layer !== layer);
}

function lossOf(model: Model.Model, node: Node): Loss | undefined {
  if (node.kind === "step" && "procedure" in node) {
    const named = model.procedures.get(node.procedure);
    if (named === undefined || named.steps.some((step) => step.name === node.step)) return undefined;
    return { what: "procedure", named, thing: `the step \`${node.step}\`` };
  }
  if (node.kind === "judged" && "decision" in node) {
    const named = model.decisions.get(node.decision);
    if (named === undefined || named.answers.includes(node.answer)) return undefined;
    return { what: "decision", named, thing: `the answer \`${node.answer}\`` };
  }
  if (node.kind === "in-band" && "title" in node) {
    const named = model.bands.get(node.bands);
    if (named === undefined || named.rows.some((row) => row.title === node.title)) return undefined;
    return { what: "table of bands", named, thing: `the row "${node.title}"` };
  }
  return undefined;
}
