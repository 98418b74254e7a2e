// Faults that only repeat another: names that are unknown because what declares them is missing or cannot be read.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { messageOf } from "../diagnostics/template.ts";
import { spanText } from "../source/text.ts";
import { secondPolicy } from "../syntax/read-slips.ts";
import type * as Ast from "../syntax/ast.ts";
import { exampleMessages, layerMessages, letterMessages, nameMessages, ruleMessages } from "./diagnostics.ts";

const { unknownName, unknownWords, unknownEvent, unknownObject } = nameMessages;
const unknown: ReadonlySet<string> = new Set(
  [
    unknownName,
    unknownWords,
    unknownEvent,
    unknownObject,
    ruleMessages.unknownAnchor,
    letterMessages.mergeNameUnknown,
    exampleMessages.markNotKnown,
    layerMessages.layerNotExtended,
  ].map(({ code }) => code),
);

const restsOnLayer: ReadonlySet<string> = new Set([layerMessages.unknownClause.code, ruleMessages.notAValue.code]);

/** Whether something is named that nothing declares. */
export function lacksWords(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => unknown.has(code));
}

/** Without the layer above, or inside what could not be read, a name may well be declared: its own fault is enough. */
export function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  policy: Ast.Policy,
  /** All that was found in the policy, if that is more. */
  found = diagnostics,
): readonly Diagnostic[] {
  const layerMissing = found.some(({ code }) => code === layerMessages.layerNotGiven.code);
  const unread = policy.unreadable.map(({ span }) => spanText(span));
  const second = policy.unreadable.find(({ span }) => secondPolicy(span) !== undefined);
  const isEcho = ({ code, args, span }: Diagnostic): boolean =>
    (second !== undefined && span.from > second.span.from) ||
    (layerMissing && restsOnLayer.has(code)) ||
    (unknown.has(code) && (layerMissing || unread.some((text) => wordsIn(args).some((words) => text.includes(words)))));
  return toldOnce(diagnostics.filter((diagnostic) => !isEcho(diagnostic)));
}

/** A name that nothing declares is told where it first stands: one slip in its declaration is not one at each of its uses. */
function toldOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = Map.groupBy(diagnostics, (each) => (unknown.has(each.code) ? messageOf(each) : each));
  return [...told.values()].flatMap(([first, ...others]) => {
    const [second, ...rest] = others;
    if (first === undefined || second === undefined) return first ?? [];
    const text = rest.length === 0 ? "here too" : `here too, and further down (${rest.length} more)`;
    const fixes = first.fixes.map(({ title, edits }) => {
      const same = others.flatMap((other) => other.fixes.filter((fix) => fix.title === title));
      return { title, edits: [...edits, ...same.flatMap((fix) => fix.edits)] };
    });
    return { ...first, labels: [...first.labels, { span: second.span, text }], fixes };
  });
}

/** What the message calls unknown: one of these stands for it, whichever message it is. */
function wordsIn(args: Diagnostic["args"]): readonly string[] {
  return [args["name"], args["words"], args["object"], args["given"]].filter((words) => typeof words === "string");
}
