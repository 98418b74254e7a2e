// A recipe, added to the school of the cookbook as whoever copies it would → what the compiler makes of it.

import { compile } from "../../src/compile.ts";
import type { Compilation } from "../../src/compile.ts";
import { parentOf, policyCalendar } from "../../src/coverage/policy-calendar.ts";
import type { Library } from "../../src/draft.ts";
import type { RunnablePolicy } from "../../src/examples/runnable.ts";
import type { Calendar } from "../../src/school/calendar.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { runExample } from "../../src/examples/run-example.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import { fileURLToPath } from "node:url";
import { libraryOf, readText } from "../policy-files.ts";
import type { Block } from "./blocks.ts";
import { kitchen } from "./recipes.ts";
import type { Recipe } from "./recipes.ts";

const file = new URL(`../../${kitchen}brook-lane.rollcall`, import.meta.url);

/** The heading of the school's file, below which recipes are copied. */
export const heading = readText(file)?.text ?? "";

const files = libraryOf(file);
const read = new Map<string, SourceText | undefined>();

/** Each text is read once, so that the nation is compiled once for all recipes. */
const shared: Library = {
  layer: files.layer,
  beside: (policy, named) => {
    const key = `${policy.name} ${named}`;
    if (!read.has(key)) read.set(key, files.beside(policy, named));
    return read.get(key);
  },
};

const ownHeading = /^(?:school|trust|authority|nation) policy (\S+)/;

/** The text that the blocks make together. One that begins with a heading of its own needs no other. */
export function served(blocks: readonly Block[]): string {
  const texts = blocks.map(({ text }) => text);
  return [...(ownHeading.test(texts[0] ?? "") ? [] : [heading]), ...texts].join("\n");
}

export interface Dish {
  readonly compilation: Compilation;
  readonly parent: Compilation["model"];
  readonly calendar: Calendar;
}

/** A policy of these blocks, on the layers that the recipe brings or else on those of the cookbook. */
export function cook({ layers }: Pick<Recipe, "layers">, blocks: readonly Block[]): Dish {
  const library = layers.length === 0 ? shared : withLayers(layers);
  const compilation = compile(makeSource(fileURLToPath(file), served(blocks)), library);
  const { ast } = compilation;
  const { calendar } = policyCalendar(compilation, library);
  if (calendar === undefined) throw new Error("the layers of the cookbook name no calendar that can be read");
  return { compilation, parent: ast === undefined ? undefined : parentOf(ast, library)?.model, calendar };
}

function withLayers(layers: readonly Block[]): Library {
  const sources = new Map(
    layers.map(({ text }) => {
      const name = ownHeading.exec(text)?.[1] ?? "";
      return [name, makeSource(fileURLToPath(new URL(`${name}.rollcall`, file)), text)];
    }),
  );
  return { ...shared, layer: (name) => sources.get(name) ?? shared.layer(name) };
}

/** What runs. */
export function runnable({ ready, model }: Compilation): RunnablePolicy {
  if (ready === undefined || model === undefined) throw new Error("the recipe does not compile");
  return { ...ready, model };
}

/** The first unmet expectation of each example that comes out otherwise than written, by title, and what was found instead. */
export function failures({ compilation, calendar }: Dish): ReadonlyMap<string, string> {
  const policy = runnable(compilation);
  const results = compilation.examples.map((example) => runExample(policy, example, calendar));
  return new Map(
    results.filter(({ passed }) => !passed).map(({ example, results: all }) => [example.title, firstFound(all)]),
  );
}

function firstFound(results: ReturnType<typeof runExample>["results"]): string {
  return results.find(({ met }) => !met)?.found ?? "";
}

export interface Consequences {
  /** The finding that the trap announces. */
  readonly finding: Diagnostic | undefined;
  /** Titles of the recipe's examples that come out otherwise, where it announces one. */
  readonly broken: readonly string[];
  /** What its author is shown. */
  readonly text: string;
}

/** What follows when the trap stands in place of the rule. */
export function consequencesOf(recipe: Recipe, trap: Block): Consequences {
  const code = trap.values.get("error") ?? trap.values.get("tells");
  const title = trap.values.get("breaks");
  const { given, examples } = recipe;
  const dish = cook(recipe, [...given, trap, ...(title === undefined ? [] : examples)]);
  const finding = dish.compilation.diagnostics.find((each) => each.code === code);
  const told = finding === undefined ? [] : [`${messageOf(finding)} ${hintOf(finding)}`];
  const broken = title === undefined ? new Map<string, string>() : failures(dish);
  const found = title === undefined ? undefined : broken.get(title);
  const shown = found === undefined ? [] : [`✗ ${title ?? ""}`, found];
  return { finding, broken: [...broken.keys()], text: [...told, ...shown].join("\n") };
}
