// Where the parser and the layout stopped → sentences an author can act on, at the place where they have to act.

import type { IToken } from "chevrotain";
import { tokenLabel } from "chevrotain";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { closestName } from "../diagnostics/did-you-mean.ts";
import type { Span } from "../source/text.ts";
import { wordList } from "../support/word-list.ts";
import { messages } from "./diagnostics.ts";
import { formBeginning, formWithin } from "./forms.ts";
import type { BraceFault } from "./layout.ts";
import type { Fault } from "./parser-base.ts";
import { secondPolicy, slipAt } from "./read-slips.ts";
import { strayDiagnostic } from "./read-strays.ts";
import { token } from "./token-types.ts";
import { tokenTable } from "./tokens.ts";

type Place = (from: number, to: number) => Span;

export function braceDiagnostic(fault: BraceFault, place: Place): Diagnostic {
  const span = tokenPlace(fault.brace, place);
  switch (fault.what) {
    case "never-opened":
      return messages.braceNeverOpened({}, span);
    case "never-closed": {
      const text = "this begins while the block is still open";
      const labels = fault.noticedAt === undefined ? [] : [{ span: tokenPlace(fault.noticedAt, place), text }];
      return messages.braceNeverClosed({}, span, { labels });
    }
    case "opening-left-out":
      return openingLeftOut(fault.behind, span, place);
  }
}

function openingLeftOut(behind: IToken, closing: Span, place: Place): Diagnostic {
  const at = behind.startOffset + behind.image.length;
  const span = place(at, at);
  const hint = "Write it there: the lines below are its block, which has a closing brace already.";
  return messages.lineEndsTooSoon({ before: quote(behind), expected: "`{`", hint }, span, {
    labels: [{ span: closing, text: "this closes the block" }],
    fixes: [{ title: "write {", edits: [{ span, text: " {" }] }],
  });
}

function tokenPlace(found: IToken, place: Place): Span {
  return place(found.startOffset, found.startOffset + found.image.length);
}

/** What is wrong with a phrase that is a whole text; `end` is where it ends. */
export function phraseDiagnostic(fault: Fault, place: Place, end: number): Diagnostic {
  const empty = isLineEnd(fault.found) && !isText(fault.previous);
  if (empty) return messages.nothingWritten({ expected: describe(fault.expected) }, place(0, end));
  return faultDiagnostic(fault, place, end);
}

/** `end` is where the text ends, for what is missing there. */
export function faultDiagnostic(fault: Fault, place: Place, end: number): Diagnostic {
  const { found, previous, within } = fault;
  const span = foundSpan(fault, place, end);
  if (found.tokenType === token.stray)
    return strayDiagnostic(found.image, span, fault.expected.includes(tokenLabel(token.code)));
  const expected = describe(fault.expected);
  const slip = isText(previous) ? slipAt(fault, span, tokenPlace(previous, place)) : secondPolicy(span);
  const hint = slip?.hint ?? hintFor(fault);
  if (isLineEnd(found)) {
    if (!isText(previous)) return messages.noPolicyLine({}, span);
    return messages.lineEndsTooSoon({ before: quote(previous), expected, hint }, span);
  }
  const fixes = slip?.fixes ?? keywordFixes(fault, span);
  if (fault.expected.includes(lineEndSays))
    return messages.wordsLeftOver({ found: quote(found), hint }, span, { fixes });
  if (within.at(-1) === "policyHeading") return messages.noPolicyLine({}, span, { fixes });
  if (!isText(previous) || beginsStatement(fault)) {
    return messages.unknownStatement({ found: quote(found), expected, hint }, span, { fixes });
  }
  return messages.unexpectedWords({ found: quote(found), before: quote(previous), expected, hint }, span, { fixes });
}

const lineEndSays = tokenLabel(token.lineEnd);

/** What is missing at the end of a line is marked behind its last word. */
function foundSpan({ found, previous }: Fault, place: Place, end: number): Span {
  if (!isLineEnd(found)) return tokenPlace(found, place);
  const at = isText(previous) ? previous.startOffset + previous.image.length : end;
  return place(at, at);
}

function isLineEnd(found: IToken): boolean {
  return found.tokenType === token.lineEnd || found.tokenType.name === "EOF";
}

function isText(previous: IToken): boolean {
  return previous.image !== "" && previous.tokenType !== token.openBlock && previous.tokenType !== token.closeBlock;
}

function beginsStatement({ found, previous }: Fault): boolean {
  return previous.tokenType === token.lineEnd || (previous.startLine ?? 0) < (found.startLine ?? 0);
}

function quote(found: IToken): string {
  return `\`${found.image}\``;
}

/** A name covers the units, which are names too. */
function describe(expected: readonly string[]): string {
  const named = expected.includes(nameSays) ? expected.filter((says) => says !== unitSays) : expected;
  return wordList(named.length === 0 ? ["something else"] : named, "or");
}

const nameSays = tokenLabel(token.name);

const unitSays = tokenLabel(token.unit);

function hintFor({ found, previous, within, start, expected }: Fault): string {
  const complete = expected.includes(lineEndSays);
  if (complete && previous.tokenType === token.closeBlock) return "Begin a new line behind the closing brace.";
  const form = (start && formBeginning(start.image)) ?? (complete ? undefined : formWithin(within));
  if (expected.includes(nameSays) && isReserved(found)) return reservedHint(found, form);
  if (form !== undefined) return `Write it like this: ${form}`;
  return complete ? "Take it away, or begin a new line with it." : "Look at the lines around it for how it is written.";
}

const reservedWords: ReadonlySet<unknown> = new Set(
  tokenTable.filter((entry) => entry.reserved).map((entry) => entry.pattern),
);

function isReserved(found: IToken): boolean {
  return reservedWords.has(found.image.replaceAll(/\s+/g, " "));
}

/** `last` cannot be a name, but `last-call` can. */
function reservedHint(found: IToken, form: string | undefined): string {
  const hint = `${quote(found)} holds sentences together and cannot be a name; join it to another word with a hyphen.`;
  return form === undefined ? hint : `${hint} Write it like this: ${form}`;
}

/** When the words expected are few and one of them is a slip away from what stands there. */
function keywordFixes({ found, expected }: Fault, span: Span): readonly Fix[] {
  if (!/^[a-z-]+$/.test(found.image)) return [];
  const words = expected.flatMap((says) => [...says.matchAll(/`([a-z -]+)`/g)].map(([, fixed = ""]) => fixed));
  const meant = closestName(found.image, words);
  return meant === undefined ? [] : [{ title: `write ${meant}`, edits: [{ span, text: meant }] }];
}
