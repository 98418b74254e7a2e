// The grammar of what is to be done: sentences, waits, branches, repeats, and readings of them.

import { ConditionParser } from "./parser-conditions.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class SentenceParser extends ConditionParser {
  /** A lock and clauses, at the end of a line or just before its block. */
  readonly tail = this.RULE("tail", () => {
    this.OPTION(() => {
      this.CONSUME(token.comma);
      this.CONSUME(groupType("Lock"));
    });
    this.OPTION2(() => {
      this.CONSUME(token.openClauses);
      this.CONSUME(token.clauseId);
      this.MANY(() => {
        this.CONSUME2(token.comma);
        this.CONSUME2(token.clauseId);
      });
      this.CONSUME(token.closeClauses);
    });
  });

  // -------------------------------------------------------------- parties

  readonly party = this.RULE("party", () => {
    this.OPTION(() => this.SUBRULE(this.quantifier));
    this.SUBRULE(this.name);
  });

  readonly quantifier = this.RULE("quantifier", () => {
    this.OR([
      { ALT: () => this.CONSUME(word("each")) },
      { ALT: () => this.CONSUME(word("either")) },
      { ALT: () => this.CONSUME(token.number) },
    ]);
  });

  readonly parties = this.RULE("parties", () => {
    this.SUBRULE(this.party);
    this.MANY({ GATE: () => this.partyFollows(), DEF: () => this.SUBRULE(this.furtherParty) });
  });

  readonly furtherParty = this.RULE("furtherParty", () => {
    this.OR([
      { ALT: () => this.CONSUME(token.comma) },
      { ALT: () => this.CONSUME(word("and")) },
      { ALT: () => this.CONSUME(word("or")) },
    ]);
    this.SUBRULE(this.party);
  });

  private partyFollows(): boolean {
    return !this.next(token.comma) || this.partyBegins(2);
  }

  protected partyBegins(ahead: number): boolean {
    const quantifiers = [word("each"), word("either"), token.number];
    return this.nextIn("AnyName", ahead) || quantifiers.some((type) => this.next(type, ahead));
  }

  // -------------------------------------------------------------- sentences

  readonly sentence = this.RULE("sentence", () => {
    this.SUBRULE(this.sentenceBody);
    this.SUBRULE(this.tail);
  });

  readonly sentenceBody = this.RULE("sentenceBody", () => {
    this.SUBRULE(this.parties);
    this.CONSUME(groupType("Modal"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.object));
    this.MANY(() => this.SUBRULE(this.complement));
    // The condition comes last and takes all that follows: `if absent by 10:00` is one condition.
    this.OPTION2(() => this.SUBRULE(this.guard));
  });

  readonly object = this.RULE("object", () => {
    this.OPTION(() => this.SUBRULE(this.quantifier));
    this.SUBRULE(this.words);
    this.MANY({ GATE: () => this.partyFollows(), DEF: () => this.SUBRULE(this.furtherParty) });
  });

  readonly complement = this.RULE("complement", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.recipient) },
      { ALT: () => this.SUBRULE(this.company) },
      { ALT: () => this.SUBRULE(this.topic) },
      { ALT: () => this.SUBRULE(this.route) },
      { ALT: () => this.SUBRULE(this.instrument) },
      { ALT: () => this.SUBRULE(this.recorded) },
      { ALT: () => this.SUBRULE(this.deadline) },
    ]);
  });

  readonly recipient = this.RULE("recipient", () => {
    this.CONSUME(word("to"));
    this.SUBRULE(this.parties);
  });

  readonly company = this.RULE("company", () => {
    this.CONSUME(word("with"));
    this.SUBRULE(this.parties);
  });

  readonly topic = this.RULE("topic", () => {
    this.CONSUME(word("about"));
    this.SUBRULE(this.words);
  });

  readonly route = this.RULE("route", () => {
    this.CONSUME(word("through"));
    this.SUBRULE(this.names);
  });

  readonly instrument = this.RULE("instrument", () => {
    this.CONSUME(word("using"));
    this.SUBRULE(this.name);
  });

  readonly recorded = this.RULE("recorded", () => {
    this.CONSUME(word("recording"));
    this.SUBRULE(this.names);
  });

  readonly deadline = this.RULE("deadline", () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(word("by")) },
            { ALT: () => this.CONSUME(word("before")) },
            { ALT: () => this.CONSUME(word("at")) },
          ]);
          this.SUBRULE(this.moment);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("within"));
          this.SUBRULE(this.extent);
          this.OPTION(() => {
            this.CONSUME(word("of"));
            this.SUBRULE(this.ref);
          });
          this.OPTION2(() => this.CONSUME(groupType("ClosedDay")));
        },
      },
    ]);
  });

  readonly guard = this.RULE("guard", () => {
    this.OR([{ ALT: () => this.CONSUME(word("if")) }, { ALT: () => this.CONSUME(word("unless")) }]);
    this.SUBRULE(this.condition);
  });

  // -------------------------------------------------------------- items of a step

  readonly itemBlock = this.RULE("itemBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.item));
    this.CONSUME(token.closeBlock);
  });

  readonly item = this.RULE("item", () => {
    this.OR({
      DEF: [
        // These words may be names too; what follows them decides, and no sentence goes on like that.
        { ALT: () => this.SUBRULE(this.wait), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.branch) },
        { GATE: () => this.repeatFollows(), ALT: () => this.SUBRULE(this.repeat), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.itemReadings), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.sentence) },
      ],
      ERR_MSG:
        "a sentence such as `school-office must telephone parents`, or `wait`, `if`, `each time`, `every` or `readings`",
    });
  });

  /** `each school day of absence` and `each time letter sent` are repeats, `each parent must` a sentence. */
  private repeatFollows(): boolean {
    if (!this.next(word("each")) || this.next(word("of"), 3)) return true;
    return this.next(word("time"), 2) && (this.nextIn("AnyName", 3) || this.next(token.unit, 3));
  }

  readonly wait = this.RULE("wait", () => {
    this.CONSUME(word("wait"));
    this.SUBRULE(this.length);
    this.SUBRULE(this.tail);
  });

  readonly length = this.RULE("length", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.extent) }, { ALT: () => this.CONSUME(word("unspecified")) }],
      ERR_MSG: "a length such as `3 school weeks`, the name of a parameter that holds one, or `unspecified`",
    });
  });

  readonly branch = this.RULE("branch", () => {
    this.heading(() => this.SUBRULE(this.branchHeading));
    this.SUBRULE(this.itemBlock);
    this.OPTION(() => {
      this.CONSUME(word("otherwise"));
      this.SUBRULE2(this.itemBlock, { LABEL: "otherwise" });
    });
  });

  readonly branchHeading = this.RULE("branchHeading", () => {
    this.CONSUME(word("if"));
    this.SUBRULE(this.condition);
    this.SUBRULE(this.tail);
  });

  readonly repeat = this.RULE("repeat", () => {
    this.heading(() => this.SUBRULE(this.repeatHeading));
    this.SUBRULE(this.itemBlock);
  });

  readonly repeatHeading = this.RULE("repeatHeading", () => {
    this.SUBRULE(this.cadence);
    this.SUBRULE(this.tail);
  });

  readonly cadence = this.RULE("cadence", () => {
    this.OR([
      { GATE: () => !this.next(word("of"), 3), ALT: () => this.SUBRULE(this.eachTime), IGNORE_AMBIGUITIES: true },
      { ALT: () => this.SUBRULE(this.eachDayOf) },
      { ALT: () => this.SUBRULE(this.everyLength) },
    ]);
  });

  readonly eachTime = this.RULE("eachTime", () => {
    this.CONSUME(word("each"));
    this.CONSUME(word("time"));
    this.SUBRULE(this.words);
    this.OPTION(() => this.SUBRULE(this.cap));
  });

  readonly eachDayOf = this.RULE("eachDayOf", () => {
    this.CONSUME(word("each"));
    this.SUBRULE(this.unit);
    this.CONSUME(word("of"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.cap));
  });

  readonly everyLength = this.RULE("everyLength", () => {
    this.CONSUME(word("every"));
    this.SUBRULE(this.length);
    this.OPTION(() => this.SUBRULE(this.cap));
    this.CONSUME(word("until"));
    this.SUBRULE(this.condition);
  });

  readonly cap = this.RULE("cap", () => {
    this.CONSUME(word("at most"));
    this.CONSUME(token.number);
    this.CONSUME(word("per"));
    this.SUBRULE(this.unit);
  });

  // -------------------------------------------------------------- readings

  readonly readingsHeading = this.RULE("readingsHeading", () => {
    this.CONSUME(word("readings"));
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly readingHeading = this.RULE("readingHeading", () => {
    this.OPTION(() => this.CONSUME(word("or")));
    this.OPTION2(() => this.CONSUME(word("chosen")));
    this.CONSUME(token.text);
    this.OPTION3(() => this.SUBRULE(this.because));
    this.SUBRULE(this.tail);
  });

  readonly because = this.RULE("because", () => {
    this.CONSUME(word("because"));
    this.CONSUME(token.text);
  });

  readonly itemReadings = this.RULE("itemReadings", () => {
    this.heading(() => this.SUBRULE(this.readingsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.itemReading));
    this.CONSUME(token.closeBlock);
  });

  readonly itemReading = this.RULE("itemReading", () => {
    this.heading(() => this.SUBRULE(this.readingHeading));
    this.SUBRULE(this.itemBlock);
  });
}
