// How the parser goes on after a statement it cannot read: it notes the fault, steps over that statement alone, and reads the next.
// The layout has paired all braces before, so a statement's end is known even when its inside is not.

import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import { createTokenInstance, CstParser, EOF, isRecognitionException } from "chevrotain";
import { Bug } from "../support/bug.ts";
import { expectations, readExpectation } from "./expectation.ts";
import { LookaheadWhenReached } from "./lookahead.ts";
import type { TokenGroup } from "./tokens.ts";
import { beforeConditions, groupType, token, vocabulary } from "./token-types.ts";

/** Where the parser stopped, what it was reading, and what could have stood there. */
export interface Fault {
  readonly found: IToken;
  readonly previous: IToken;
  /** Phrases in the author's words, such as "a date such as 2026-09-01". */
  readonly expected: readonly string[];
  /** Names of the grammar's rules, outermost first. */
  readonly within: readonly string[];
  /** The first word of the statement. */
  readonly start: IToken | undefined;
}

/** Offsets of a statement that could not be read, its block included. */
export interface Unread {
  readonly from: number;
  readonly to: number;
}

/** Nobody mends more than this at one sitting, and each costs time to describe. */
export const mostFaults = 200;

export abstract class StatementParser extends CstParser {
  faults: Fault[] = [];
  unread: Unread[] = [];
  /** Where the parser gave up on a text with too many faults. */
  gaveUpAt: IToken | undefined;
  /** Whether the text is a later piece of a policy, whose first line has been read before. */
  protected headingRead = false;
  private statementStart: IToken | undefined;
  private headingUnread = false;

  /** A test proves the grammar unambiguous, so that its users need not wait for the proof. */
  constructor(proveGrammar = false) {
    super([...vocabulary], {
      maxLookahead: 2,
      lookaheadStrategy: new LookaheadWhenReached({ maxLookahead: 2 }),
      nodeLocationTracking: "onlyOffset",
      errorMessageProvider: expectations,
      skipValidations: !proveGrammar,
    });
  }

  /** Gives the parser a new text's tokens and forgets the last one's. */
  start(tokens: readonly IToken[], headingRead = false): void {
    this.input = [...tokens];
    this.headingRead = headingRead;
    this.faults = [];
    this.unread = [];
    this.gaveUpAt = undefined;
    this.statementStart = undefined;
    this.headingUnread = false;
  }

  /** Reads one phrase that is the whole text; undefined, and a fault noted, when it is not. */
  readPhrase<Node>(read: () => Node): Node | undefined {
    const node = read();
    // No rule outlives its own fault here, so the first is the only one that means anything.
    const [exception] = this.errors;
    if (exception === undefined) return node;
    const at = this.input.indexOf(exception.token);
    const { matched, expected } = readExpectation(exception.message);
    const ahead = (steps: number): IToken => this.input[(at < 0 ? this.input.length : at) + steps] ?? exception.token;
    const previous = at + matched === 0 ? nothing : ahead(matched - 1);
    const within = exception.context.ruleStack;
    this.faults.push({ found: ahead(matched), previous, expected, within, start: undefined });
    return undefined;
  }

  // -------------------------------------------------------------- statements

  /** As many statements as stand before the block closes, each ended by its line. */
  protected statements(read: () => void): void {
    if (this.RECORDING_PHASE) {
      this.MANY(() => this.endedByLine(read, 0));
      return;
    }
    while (!this.next(token.closeBlock) && !this.atEnd()) {
      if (this.faults.length < mostFaults) this.statement(read);
      else this.giveUp();
    }
  }

  /** Chevrotain wants each place in a rule where a token is read to bear a number of its own. */
  private endedByLine(read: () => void, place: number): void {
    read();
    this.consume(place, token.lineEnd);
  }

  protected statement(read: () => void): void {
    if (this.RECORDING_PHASE) {
      this.endedByLine(read, 1);
      return;
    }
    const outer = { start: this.statementStart, headingUnread: this.headingUnread };
    const start = this.LA(1);
    this.statementStart = start;
    this.headingUnread = false;
    const finished = this.noteFaults(() => this.endedByLine(read, 0));
    if (!finished) this.stepOver();
    const begun = !this.isEnd(start);
    if (begun && (!finished || this.headingUnread))
      this.unread.push({ from: start.startOffset, to: offsetAfter(this.LA(0)) });
    this.statementStart = outer.start;
    this.headingUnread = outer.headingUnread;
  }

  /** Reads what stands before a statement's block. If that fails the block is read all the same, for its own faults. */
  protected heading(read: () => void, blockFollows = true): void {
    if (this.RECORDING_PHASE) {
      read();
      return;
    }
    let failure: unknown;
    const finished = this.noteFaults(read, (fault) => (failure = fault));
    if (finished && !(blockFollows && this.leavesWordsBeforeBody())) return;
    if (finished) this.noteLeftOver();
    this.headingUnread = true;
    const start = this.statementStart;
    if (start === undefined || !this.skipToBody(start)) throw new AlreadyNoted(failure);
  }

  /** The heading was complete, yet its block does not follow. */
  private leavesWordsBeforeBody(): boolean {
    const start = this.statementStart;
    if (start === undefined || this.next(token.openBlock)) return false;
    return this.distanceToBody(start) !== undefined;
  }

  private noteLeftOver(): void {
    const expected = ["the opening brace of its block"];
    this.faults.push({ found: this.LA(1), previous: this.LA(0), expected, within: [], start: this.statementStart });
  }

  private giveUp(): void {
    const start = this.LA(1);
    this.gaveUpAt ??= start;
    while (!this.next(token.closeBlock) && !this.atEnd()) {
      this.statementStart = this.LA(1);
      this.stepOver();
    }
    this.unread.push({ from: start.startOffset, to: offsetAfter(this.LA(0)) });
  }

  private noteFaults(read: () => void, onFault?: (fault: unknown) => void): boolean {
    try {
      read();
      return true;
    } catch (fault) {
      if (fault instanceof AlreadyNoted) return false;
      if (!(fault instanceof Error) || !isRecognitionException(fault)) throw fault;
      this.noteFault(fault as IRecognitionException);
      onFault?.(fault);
      return false;
    }
  }

  private noteFault(exception: IRecognitionException): void {
    const { matched, expected } = readExpectation(exception.message);
    const found = this.LA(1 + matched);
    const within = exception.context.ruleStack;
    this.faults.push({ found, previous: this.LA(matched), expected, within, start: this.statementStart });
  }

  // -------------------------------------------------------------- stepping over

  /** Past the end of the statement that began at `statementStart`, or to the brace that closes the block around it. */
  private stepOver(): void {
    let depth = this.depthSince(this.statementStart);
    while (!this.atEnd()) {
      const current = this.LA(1);
      if (current.tokenType === token.openBlock) depth++;
      else if (current.tokenType === token.closeBlock && depth-- === 0) return;
      this.SKIP_TOKEN();
      if (current.tokenType === token.lineEnd && depth === 0) return;
    }
  }

  private skipToBody(start: IToken): boolean {
    const distance = this.distanceToBody(start);
    if (distance === undefined) return false;
    for (let steps = 1; steps < distance; steps++) this.SKIP_TOKEN();
    return true;
  }

  /** How far ahead the brace stands that opens the statement's block; braces after `all of` belong to its heading. */
  private distanceToBody(start: IToken): number | undefined {
    let depth = 0;
    for (let ahead = 1 - this.tokensSince(start); ; ahead++) {
      const type = this.LA(ahead).tokenType;
      if (type === token.openBlock && depth === 0 && !beforeConditions.has(this.LA(ahead - 1).tokenType)) {
        return ahead > 0 ? ahead : undefined;
      }
      if (type === token.openBlock) depth++;
      else if (type === token.closeBlock && depth-- === 0) return undefined;
      else if (type === EOF || (type === token.lineEnd && depth === 0)) return undefined;
    }
  }

  private depthSince(start: IToken | undefined): number {
    let depth = 0;
    for (let behind = this.tokensSince(start) - 1; behind >= 0; behind--) {
      const type = this.LA(-behind).tokenType;
      if (type === token.openBlock) depth++;
      else if (type === token.closeBlock) depth--;
    }
    return depth;
  }

  /** How many tokens have been read since the statement began. */
  private tokensSince(start: IToken | undefined): number {
    if (start === undefined || this.LA(1) === start) return 0;
    for (let behind = 0; ; behind++) {
      if (this.LA(-behind) === start) return behind + 1;
      if (this.LA(-behind).tokenType === EOF) throw new Bug("The start of the statement was lost");
    }
  }

  // -------------------------------------------------------------- looking ahead

  protected next(type: TokenType, ahead = 1): boolean {
    return this.LA(ahead).tokenType === type;
  }

  protected nextIn(group: TokenGroup, ahead = 1): boolean {
    const type = this.LA(ahead).tokenType;
    return type === groupType(group) || (type.CATEGORIES?.includes(groupType(group)) ?? false);
  }

  protected atEnd(): boolean {
    return this.isEnd(this.LA(1));
  }

  private isEnd(current: IToken): boolean {
    return current.tokenType === EOF;
  }
}

/** Carries a fault that has been noted out of the rules in which it happened. */
class AlreadyNoted extends Error {
  constructor(cause: unknown) {
    super("This fault has been noted", { cause });
  }
}

/** Stands for what comes before the first token. */
const nothing = createTokenInstance(EOF, "", 0, -1, 1, 1, 1, 1);

function offsetAfter(last: IToken): number {
  return last.startOffset + last.image.length;
}
