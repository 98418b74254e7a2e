// Faults that only repeat another: names that are unknown because what declares them is missing or cannot be read.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { spanText } from "../source/text.ts";
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
  ].map(({ code }) => code),
);

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
  if (!layerMissing && unread.length === 0) return diagnostics;
  const isEcho = ({ code, args }: Diagnostic): boolean =>
    unknown.has(code) && (layerMissing || unread.some((text) => wordsIn(args).some((words) => text.includes(words))));
  return diagnostics.filter((diagnostic) => !isEcho(diagnostic));
}

/** What the message calls unknown: one of these stands for it, whichever message it is. */
function wordsIn(args: Diagnostic["args"]): readonly string[] {
  return [args["name"], args["words"], args["object"]].filter((words) => typeof words === "string");
}
