// The grammar of the whole policy. Tokens in, Chevrotain's concrete tree out; faults are noted, never thrown.

import { ExampleParser } from "./parser-examples.ts";
import { groupType, token, word } from "./token-types.ts";

const lineExpected =
  "a declaration such as `parameter`, `role`, `register`, `act`, `procedure`, `duty`, `document`, `note` or `example`";

export class PolicyParser extends ExampleParser {
  readonly declaration = this.RULE("declaration", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.wordDeclaration) },
      { ALT: () => this.SUBRULE(this.codeDeclaration) },
      { ALT: () => this.SUBRULE(this.register) },
      { ALT: () => this.SUBRULE(this.coding) },
      { ALT: () => this.SUBRULE(this.act) },
      { ALT: () => this.SUBRULE(this.measure) },
      { ALT: () => this.SUBRULE(this.status) },
      { ALT: () => this.SUBRULE(this.bands) },
      { ALT: () => this.SUBRULE(this.procedure) },
      { ALT: () => this.SUBRULE(this.duty) },
      { ALT: () => this.SUBRULE(this.decision) },
      { ALT: () => this.SUBRULE(this.document) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.example) },
      { ALT: () => this.SUBRULE(this.declarationReadings) },
    ]);
  });

  readonly declarationReadings = this.RULE("declarationReadings", () => {
    this.heading(() => this.SUBRULE(this.readingsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.declarationReading));
    this.CONSUME(token.closeBlock);
  });

  readonly declarationReading = this.RULE("declarationReading", () => {
    this.heading(() => this.SUBRULE(this.readingHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.declaration));
    this.CONSUME(token.closeBlock);
  });

  readonly header = this.RULE("header", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word("extends"));
          this.SUBRULE(this.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("in"));
          this.CONSUME(word("force"));
          this.SUBRULE(this.fromDate);
          this.OPTION(() => this.SUBRULE(this.untilDate));
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("review"));
          this.CONSUME(word("by"));
          this.CONSUME(token.date);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("clauses"));
          this.CONSUME(word("from"));
          this.CONSUME(token.text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("calendar"));
          this.CONSUME2(word("from"));
          this.CONSUME2(token.text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("accepted"));
          this.CONSUME3(word("from"));
          this.CONSUME3(token.text);
        },
      },
    ]);
    this.SUBRULE(this.tail);
  });

  readonly policyLine = this.RULE("policyLine", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.header) }, { ALT: () => this.SUBRULE(this.declaration) }],
      ERR_MSG: lineExpected,
    });
  });

  readonly policyHeading = this.RULE("policyHeading", () => {
    this.CONSUME(groupType("Level"));
    this.CONSUME(word("policy"));
    this.SUBRULE(this.name);
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly policy = this.RULE("policy", () => {
    if (this.RECORDING_PHASE || !this.headingRead) this.statement(() => this.SUBRULE(this.policyHeading));
    this.statements(() => this.SUBRULE(this.policyLine));
  });

  constructor(proveGrammar = false) {
    super(proveGrammar);
    this.performSelfAnalysis();
  }
}
