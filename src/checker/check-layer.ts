// One policy under one set of choices, joined to the layer above it → a model and its faults. Readings, clauses and examples
// are looked at by whoever asks for this (check-policy.ts).

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { MOST_CODES } from "../runtime/world.ts";
import { joinSpans } from "../source/text.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { reportCircles } from "./check-circles.ts";
import { checkDeclarations } from "./check-declarations.ts";
import type { OwnParts } from "./check-declarations.ts";
import { reportDuplicates } from "./check-duplicates.ts";
import { reportGrowth } from "./check-growth.ts";
import { checkHeaders } from "./check-headers.ts";
import { reportLostReliance } from "./check-reliance.ts";
import { withoutEchoes } from "./echoes.ts";
import { takeSameRoles } from "./take-same-roles.ts";
import { sortDeclarations } from "./declarations.ts";
import type { Declarations } from "./declarations.ts";
import { placesOf } from "./dependencies.ts";
import { layerMessages } from "./diagnostics.ts";
import { gatherNames } from "./gather-names.ts";
import { makeHoles } from "./holes.ts";
import { mergeLayers } from "./merge-layers.ts";
import type * as Model from "./model.ts";
import type { Choices } from "./readings.ts";
import type { Scope } from "./scope.ts";

export interface LayerInput {
  readonly policy: Ast.Policy;
  /** The layer that this one extends. */
  readonly parent?: Model.Model | undefined;
  /** Files that the head of the policy names and that nobody could find. */
  readonly missingFiles?: readonly string[];
  /** The layer that it extends extends it in turn, and so cannot be given. */
  readonly goesRound?: boolean;
}

/** What its names are, before any rule is checked. */
export interface OpenLayer {
  readonly declarations: Declarations;
  readonly scope: Scope;
  /** What has been found so far; more is found as more is checked in the scope. */
  readonly diagnostics: () => readonly Diagnostic[];
  readonly holes: ReturnType<typeof makeHoles>;
}

export interface CheckedLayer extends OpenLayer {
  /** The layer above as this one sees it. */
  readonly parent: Model.Model | undefined;
  readonly headers: ReturnType<typeof checkHeaders>;
  /** What the policy itself declares. */
  readonly own: OwnParts;
  /** With the readings of the layers above alone. */
  readonly model: Model.Model;
}

export function openLayer({ policy, parent }: LayerInput, choices: Choices): OpenLayer {
  const layer = policy.name.text;
  const found: Diagnostic[] = [];
  const declarations = sortDeclarations(policy, choices);
  const holes = makeHoles(parent?.holes ?? []);
  const scope: Scope = {
    layer,
    names: gatherNames(declarations, parent, layer, choices, () => scope),
    choices,
    report: (diagnostic) => void found.push(diagnostic),
    hole: holes.add,
    subject: { key: layer, words: "this policy", clauses: [] },
  };
  return { declarations, scope, diagnostics: () => withoutEchoes(found, policy), holes };
}

export function checkLayer(input: LayerInput, choices: Choices): CheckedLayer {
  const open = openLayer(input, choices);
  const { declarations, scope } = open;
  const { policy, parent: above, missingFiles, goesRound } = input;
  const parent = above === undefined ? undefined : takeSameRoles(above, declarations.words, scope.names);
  reportDuplicates(declarations, scope.names, scope.report);
  const headers = checkHeaders(scope, policy, parent, missingFiles ?? [], goesRound ?? false);
  const own = checkDeclarations(scope, declarations, parent);
  const parts = { ...open, parent, headers, own };
  return { ...parts, model: joinLayers(policy, parts) };
}

/** What a layer declares, over what the layers above it do. */
export function joinLayers(
  policy: Ast.Policy,
  { scope, holes, parent, headers, own }: Omit<CheckedLayer, "model">,
): Model.Model {
  const { layer, report } = scope;
  const { replaced, ...merged } = mergeLayers({ own, parent, inForceFrom: headers.inForce?.from, report });
  const title = policy.title.text;
  const model: Model.Model = withoutUndefined({
    level: policy.level,
    name: layer,
    title,
    inForce: headers.inForce,
    reviewBy: headers.reviewBy,
    layers: [
      ...(parent?.layers ?? []),
      { name: layer, title, level: policy.level, span: joinSpans(policy.name.span, policy.title.span) },
    ],
    ...merged,
    notes: [...(parent?.notes ?? []), ...own.notes],
    readings: parent?.readings ?? [],
    holes: holes.list(replaced),
  });
  const places = placesOf(model);
  reportCircles(places, layer, report);
  reportGrowth(places, layer, report);
  const count = model.codes.length;
  if (count > MOST_CODES) report(layerMessages.codesTooMany({ count, most: MOST_CODES }, policy.name.span));
  if (parent !== undefined) reportLostReliance(model, layer, report);
  return model;
}
