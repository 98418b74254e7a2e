// A word of a policy, and the policies around it → where that was declared and everywhere it is used, through layers and files.
// Of a policy in text and its twin in YAML both are looked at.

import type { Layer } from "../draft.ts";
import type { Span } from "../source/text.ts";
import { bindingAt, bindingsOf } from "./bindings.ts";
import { isSameTarget } from "./target.ts";
import type { Target } from "./target.ts";
import type { Binding, Bindings } from "./words-bound.ts";

/** The policy itself first, then what it extends, up to the nation. */
export function chainOf(layer: Layer): readonly Layer[] {
  return layer.above === undefined ? [layer] : [layer, ...chainOf(layer.above)];
}

/** `hall-green/hall-green.rollcall` and its twin in YAML are one policy in two forms. */
export function isSamePolicy(a: Layer, b: Layer): boolean {
  return stemOf(a) === stemOf(b);
}

function stemOf({ source }: Layer): string {
  return source.name.replace(/\.rollcall(?:\.yaml)?$/, "");
}

export function bindingsTo(layer: Layer, to: Target): Bindings {
  return bindingsOf(layer).filter((binding) => isSameTarget(binding.target, to));
}

/** The highest layer that declares it; of what nothing declares, the highest that speaks of it. */
export function rootOf(layer: Layer, to: Target): Layer {
  const speaking = chainOf(layer).filter((each) => bindingsTo(each, to).length > 0);
  const declaring = speaking.filter((each) => bindingsTo(each, to).some(({ declares }) => declares));
  return declaring.at(-1) ?? speaking.at(-1) ?? layer;
}

/**
 * Where it is declared, nearest first: a school may say anew what its trust or the nation said. A clause is declared in the file
 * of clauses. Of what nothing declares, the first word that speaks of it.
 */
export function definitionsAt(layer: Layer, offset: number): readonly Span[] {
  const binding = bindingAt(layer, offset);
  if (binding === undefined) return [];
  const { target } = binding;
  if (target.table === "clause")
    return chainOf(layer).flatMap((each) => each.clauses?.clauses.get(target.name)?.span ?? []);
  const declaring = chainOf(layer).flatMap((each) => bindingsTo(each, target).filter(({ declares }) => declares));
  const fitting = declaring.filter(({ part }) => part === binding.part);
  const found = fitting.length > 0 ? fitting : declaring;
  if (found.length > 0) return found.map(({ span }) => span);
  return bindingsTo(rootOf(layer, target), target)
    .slice(0, 1)
    .map(({ span }) => span);
}

export interface Reference extends Binding {
  readonly layer: Layer;
}

/** `shelf` are all policies there are, each as its author has it open. An act is found by its name and by its words. */
export function referencesAt(layer: Layer, offset: number, shelf: readonly Layer[]): readonly Reference[] {
  const binding = bindingAt(layer, offset);
  return binding === undefined ? [] : referencesTo(layer, binding.target, shelf);
}

export function referencesTo(layer: Layer, to: Target, shelf: readonly Layer[]): readonly Reference[] {
  const root = rootOf(layer, to);
  return familyOf(root, shelf).flatMap((each) => bindingsTo(each, to).map((binding) => ({ ...binding, layer: each })));
}

/** The policies that stand on a layer, and itself in each of its forms. */
export function familyOf(root: Layer, shelf: readonly Layer[]): readonly Layer[] {
  return shelf.filter((each) => chainOf(each).some((layer) => isSamePolicy(layer, root)));
}
