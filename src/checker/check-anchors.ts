// What a procedure, a measure or a duty lives on: `each absence`, `each parent and pupil`, `each ask-leave` → an anchor (S22).

import { suggestName } from "../diagnostics/did-you-mean.ts";
import type * as Ast from "../syntax/ast.ts";
import { checkCodes } from "./check-code-names.ts";
import { ruleMessages } from "./diagnostics.ts";
import { findAct } from "./meanings.ts";
import type * as Model from "./model.ts";
import type { Scope } from "./scope.ts";
import { periodFromWords } from "./units.ts";
import { replaceFixes } from "./unknown-names.ts";

const plainAnchors: ReadonlyMap<string, Model.Anchor> = new Map<string, Model.Anchor>([
  ["pupil", { kind: "pupil" }],
  ["parent", { kind: "parent" }],
  ["parent and pupil", { kind: "parent" }],
  ["pupil and parent", { kind: "parent" }],
  ["school", { kind: "school" }],
  ["class", { kind: "class" }],
]);

/** Absences of absent sessions, and of away ones, which a late arrival on site ends (S9, S10). */
const absences: ReadonlyMap<string, "absent" | "away"> = new Map<string, "absent" | "away">([
  ["absence", "absent"],
  ["away-absence", "away"],
]);

export function checkAnchor(scope: Scope, anchor: Ast.Anchor): Model.Anchor | undefined {
  const words = anchor.names.map((name) => name.text).join(" and ");
  const of = absences.get(words);
  if (of !== undefined) return { kind: "absence", of, codes: checkCodes(scope, anchor.coded) };
  if (words === "session") return { kind: "session", codes: checkCodes(scope, anchor.coded) };
  if (!mayHaveNoCodes(scope, anchor, words)) return undefined;
  const found = plainAnchors.get(words) ?? periodAnchor(words) ?? actAnchor(scope, words);
  if (found === undefined) reportUnknown(scope, anchor, words);
  return found;
}

function periodAnchor(words: string): Model.Anchor | undefined {
  const unit = periodFromWords(words);
  return unit === undefined || unit === "day" ? undefined : { kind: "period", unit };
}

function actAnchor(scope: Scope, words: string): Model.Anchor | undefined {
  if (scope.names.acts.has(words)) return { kind: "act", act: words };
  const act = findAct(scope, words.split(" "));
  if (act?.kind !== "act") return undefined;
  return { kind: "act", act: act.act, ...(act.object === undefined ? {} : { object: act.object }) };
}

function mayHaveNoCodes(scope: Scope, { coded }: Ast.Anchor, words: string): boolean {
  const [first] = coded;
  if (first === undefined) return true;
  const codes = coded.map((code) => code.text).join(", ");
  scope.report(ruleMessages.codesDoNotFit({ codes, what: `each ${words}` }, first.span));
  return false;
}

function reportUnknown(scope: Scope, anchor: Ast.Anchor, words: string): void {
  const periods = ["week", "half-term", "term", "year"];
  const candidates = [...plainAnchors.keys(), ...absences.keys(), "session", ...periods, ...scope.names.acts.keys()];
  const suggestion = suggestName(words, candidates, "anchors");
  const fixes = replaceFixes(anchor.span, words, candidates);
  scope.report(ruleMessages.unknownAnchor({ words, suggestion }, anchor.span, { fixes }));
}
