// The grammar of conditions: what holds or does not.

import { operandExpected, PhraseParser } from "./parser-phrases.ts";
import { groupType, token, word } from "./token-types.ts";

const conditionExpected = "a condition such as `attendance this year below 95%` or `not contact made`";

export abstract class ConditionParser extends PhraseParser {
  readonly condition = this.RULE("condition", () => {
    this.SUBRULE(this.test);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(word("and")) }, { ALT: () => this.CONSUME(word("or")) }]);
      this.SUBRULE2(this.test);
    });
  });

  readonly test = this.RULE("test", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.negation) },
        { ALT: () => this.SUBRULE(this.group) },
        { ALT: () => this.SUBRULE(this.someOf) },
        { ALT: () => this.SUBRULE(this.judgement) },
        { ALT: () => this.SUBRULE(this.during) },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
      ERR_MSG: conditionExpected,
    });
  });

  readonly negation = this.RULE("negation", () => {
    this.CONSUME(word("not"));
    this.SUBRULE(this.test);
  });

  readonly group = this.RULE("group", () => {
    this.CONSUME(token.openGroup);
    this.SUBRULE(this.condition);
    this.CONSUME(token.closeGroup);
  });

  readonly someOf = this.RULE("someOf", () => {
    this.OR([
      { ALT: () => this.CONSUME(word("all of")) },
      { ALT: () => this.CONSUME(word("any of")) },
      {
        ALT: () => {
          this.CONSUME(token.number);
          this.CONSUME(word("of"));
        },
      },
    ]);
    this.CONSUME(token.openBlock);
    this.AT_LEAST_ONE({
      DEF: () => {
        this.SUBRULE(this.condition);
        this.CONSUME(token.lineEnd);
      },
      ERR_MSG: conditionExpected,
    });
    this.CONSUME(token.closeBlock);
  });

  readonly judgement = this.RULE("judgement", () => {
    this.CONSUME(word("judged"));
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(token.text) }, { ALT: () => this.SUBRULE(this.name) }],
      ERR_MSG: 'the question in quotation marks, such as "genuine", or the name of a decision',
    });
    this.OPTION(() => {
      this.CONSUME(word("by"));
      this.SUBRULE(this.names);
    });
  });

  readonly during = this.RULE("during", () => {
    this.CONSUME(word("during"));
    this.SUBRULE(this.words);
  });

  readonly comparison = this.RULE("comparison", () => {
    this.SUBRULE(this.operand);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(word("is"));
            this.OPTION2(() => this.CONSUME(word("not")));
            this.SUBRULE(this.words);
          },
        },
        {
          ALT: () => {
            this.CONSUME(groupType("Edge"));
            this.SUBRULE(this.limit);
          },
        },
      ]),
    );
  });

  /** What a value is held against: another value, or a moment. */
  readonly limit = this.RULE("limit", () => {
    this.OR({
      DEF: [
        // What begins like one of these may be a name too; what follows decides.
        { ALT: () => this.SUBRULE(this.calendarMoment), IGNORE_AMBIGUITIES: true },
        {
          ALT: () => {
            this.SUBRULE(this.literal);
            this.OPTION(() => this.SUBRULE(this.countedFrom));
          },
        },
        { ALT: () => this.CONSUME(word("unspecified")) },
        { ALT: () => this.SUBRULE(this.namedMoment), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.count), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.phrase) },
      ],
      ERR_MSG: operandExpected,
    });
  });

  /** A parameter that holds a length, counted from something. */
  readonly namedMoment = this.RULE("namedMoment", () => {
    this.SUBRULE(this.name);
    this.SUBRULE(this.countedFrom);
  });
}
