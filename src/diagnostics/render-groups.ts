// Many findings of one kind → one block: the sentence once, with points where the places differ, then a line for each place
// with what differs there. Nothing is left out but the drawn lines of text and the fixes, which the full form shows.

import type { SourceText } from "../source/text.ts";
import { positionOf } from "../source/text.ts";
import { wrap } from "../support/wrap.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { sortDiagnostics } from "./order.ts";
import { makePaint } from "./paint.ts";
import type { Paint } from "./paint.ts";
import { renderDiagnostic } from "./render.ts";
import type { RenderOptions } from "./render.ts";
import { fillTemplate } from "./template.ts";
import { visibleText } from "./visible-text.ts";

export interface GroupOptions extends RenderOptions {
  /** Columns that lines are wrapped to. */
  readonly width: number;
}

/** What is graver comes first and in full; advice of one code comes together, in the order of its first place. */
export function renderInGroups(diagnostics: readonly Diagnostic[], options: GroupOptions): readonly string[] {
  const sorted = sortDiagnostics(diagnostics);
  const grave = sorted.filter(({ severity }) => severity !== "advice");
  const groups = Map.groupBy(
    sorted.filter(({ severity }) => severity === "advice"),
    ({ code }) => code,
  );
  return [
    ...grave.map((diagnostic) => renderDiagnostic(diagnostic, options)),
    ...[...groups.values()].map((group) => renderGroup(group, options)),
  ];
}

/** One alone is shown in full. */
function renderGroup(group: readonly Diagnostic[], options: GroupOptions): string {
  const [first, second] = group;
  if (first === undefined) return "";
  if (second === undefined) return renderDiagnostic(first, options);
  const paint = makePaint(options.colour);
  const { template, code } = first;
  const shared = sharedArguments(group);
  const sentence = `${paint("blue", `advice[${code}]`)}${paint("bold", `: ${visibleText(fillTemplate(template.message, shared))}`)}`;
  const hint = visibleText(fillTemplate(template.hint, shared));
  return [
    sentence,
    ...[...Map.groupBy(group, ({ span }) => span.source)].flatMap(([source, places]) =>
      placeLines(source, places, shared, paint, options.width),
    ),
    ...(hint === "" ? [] : [`${paint("green", "help")}: ${hint}`]),
  ].join("\n");
}

const DIFFERS = "…";

function sharedArguments(group: readonly Diagnostic[]): Diagnostic["args"] {
  const [first] = group;
  return Object.fromEntries(
    Object.entries(first?.args ?? {}).map(([name, value]) => [
      name,
      group.every(({ args }) => args[name] === value) ? value : DIFFERS,
    ]),
  );
}

function placeLines(
  source: SourceText,
  places: readonly Diagnostic[],
  shared: Diagnostic["args"],
  paint: Paint,
  width: number,
): readonly string[] {
  const lines = places.map(({ span, args }) => {
    const line = String(positionOf(span).line);
    const words = Object.entries(args).flatMap(([name, value]) => (shared[name] === DIFFERS ? [String(value)] : []));
    // A finding that cites no clause names its line, which stands in front already.
    return { line, words: words.filter((word) => word !== `line ${line}`) };
  });
  const widest = Math.max(...lines.map(({ line }) => line.length));
  const margin = " ".repeat(widest + 4);
  return [
    `${paint("blue", "  -->")} ${visibleText(source.name)}`,
    ...lines.flatMap(({ line, words }) => {
      const [head = "", ...rest] = wrap(visibleText(words.join(" · ")), width, margin);
      return [`  ${paint("blue", line.padStart(widest))}  ${head.slice(margin.length)}`, ...rest];
    }),
  ];
}
