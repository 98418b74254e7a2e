// The grammar of names, values, windows and moments. They stand inside statements and never end a line.

import { StatementParser } from "./parser-base.ts";
import { groupType, token, word } from "./token-types.ts";

export const operandExpected = "a value such as 95%, `10 sessions` or £80, or a measure such as `attendance this year`";
const momentExpected = "a moment such as 09:30, `end of day`, `day 10 of absence` or `letter sent`";

export abstract class PhraseParser extends StatementParser {
  // -------------------------------------------------------------- names and values

  readonly name = this.RULE("name", () => {
    this.CONSUME(groupType("AnyName"));
  });

  /** A comma only goes on with the list when a name follows: `a, b, fixed` ends in a lock. */
  readonly names = this.RULE("names", () => {
    this.SUBRULE(this.name);
    this.MANY({
      GATE: () => this.nextIn("AnyName", 2),
      DEF: () => {
        this.CONSUME(token.comma);
        this.SUBRULE2(this.name);
      },
    });
  });

  readonly codes = this.RULE("codes", () => {
    this.CONSUME(token.code);
    this.MANY({
      GATE: () => this.next(token.code, 2),
      DEF: () => {
        this.CONSUME(token.comma);
        this.CONSUME2(token.code);
      },
    });
  });

  readonly words = this.RULE("words", () => {
    this.SUBRULE(this.wordOfPhrase);
    this.MANY(() => this.SUBRULE2(this.wordOfPhrase));
  });

  readonly wordOfPhrase = this.RULE("wordOfPhrase", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(groupType("AnyName")) }, { ALT: () => this.CONSUME(token.unit) }],
      ERR_MSG: "a name",
    });
  });

  readonly unit = this.RULE("unit", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(token.unit) }, { ALT: () => this.CONSUME(groupType("AnyName")) }],
      ERR_MSG: "a unit such as `school days` or `sessions`",
    });
  });

  readonly quantity = this.RULE("quantity", () => {
    this.CONSUME(token.number);
    this.SUBRULE(this.unit);
  });

  /** As written, or by the name of a parameter. */
  readonly extent = this.RULE("extent", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.quantity) }, { ALT: () => this.SUBRULE(this.name) }],
      ERR_MSG: "a length such as `5 school days`, or the name of a parameter that holds one",
    });
  });

  readonly literal = this.RULE("literal", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.measured) },
        { ALT: () => this.CONSUME(token.percent) },
        { ALT: () => this.CONSUME(token.money) },
        { ALT: () => this.CONSUME(token.time) },
        { ALT: () => this.CONSUME(token.date) },
        { ALT: () => this.CONSUME(token.dateTime) },
        { ALT: () => this.CONSUME(token.text) },
      ],
      ERR_MSG: "a value such as 95%, `10 sessions`, £80 or 09:30",
    });
  });

  readonly measured = this.RULE("measured", () => {
    this.CONSUME(token.number);
    this.OPTION(() => this.SUBRULE(this.unit));
  });

  /** Something that happened, or a day. */
  readonly ref = this.RULE("ref", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.words) },
        { ALT: () => this.CONSUME(token.date) },
        { ALT: () => this.CONSUME(token.dateTime) },
      ],
      ERR_MSG: "something that happened, such as `letter sent`, or a date",
    });
  });

  readonly window = this.RULE("window", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.periodWindow) },
      { ALT: () => this.SUBRULE(this.lengthWindow) },
      { ALT: () => this.SUBRULE(this.sinceWindow) },
      { ALT: () => this.SUBRULE(this.betweenWindow) },
      { ALT: () => this.CONSUME(word("over unspecified")) },
      { ALT: () => this.CONSUME(word("ever")) },
      { ALT: () => this.CONSUME(word("today")) },
    ]);
  });

  readonly periodWindow = this.RULE("periodWindow", () => {
    this.OR([{ ALT: () => this.CONSUME(word("this")) }, { ALT: () => this.CONSUME(word("previous")) }]);
    this.SUBRULE(this.unit);
  });

  readonly lengthWindow = this.RULE("lengthWindow", () => {
    this.OR([{ ALT: () => this.CONSUME(word("last")) }, { ALT: () => this.CONSUME(word("in")) }]);
    this.SUBRULE(this.extent);
  });

  readonly sinceWindow = this.RULE("sinceWindow", () => {
    this.CONSUME(word("since"));
    this.SUBRULE(this.ref);
  });

  readonly betweenWindow = this.RULE("betweenWindow", () => {
    this.CONSUME(word("between"));
    this.SUBRULE(this.ref);
    this.CONSUME(word("and"));
    this.SUBRULE2(this.ref);
  });

  readonly count = this.RULE("count", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(groupType("CountWord"));
          this.CONSUME(word("of"));
        },
      },
      { ALT: () => this.CONSUME(word("longest run of")) },
      { ALT: () => this.CONSUME(word("current run of")) },
    ]);
    this.SUBRULE(this.words);
    this.OPTION(() => {
      this.CONSUME(word("coded"));
      this.SUBRULE(this.codes);
    });
    this.OPTION2(() => this.SUBRULE(this.window));
  });

  readonly phrase = this.RULE("phrase", () => {
    this.SUBRULE(this.words);
    this.OPTION(() => {
      this.CONSUME(word("of"));
      this.SUBRULE2(this.words, { LABEL: "whole" });
    });
    this.OPTION2(() => this.SUBRULE(this.window));
    this.OPTION3(() => {
      this.CONSUME(word("at"));
      this.SUBRULE(this.ref);
    });
  });

  readonly operand = this.RULE("operand", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.literal) },
        { ALT: () => this.CONSUME(word("unspecified")) },
        { ALT: () => this.CONSUME(word("today")) },
        { ALT: () => this.SUBRULE(this.count), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.phrase) },
      ],
      ERR_MSG: operandExpected,
    });
  });

  /** What a procedure, duty or measure lives on. */
  readonly anchor = this.RULE("anchor", () => {
    this.SUBRULE(this.name);
    this.MANY(() => {
      this.CONSUME(word("and"));
      this.SUBRULE2(this.name);
    });
    this.OPTION(() => {
      this.CONSUME(word("coded"));
      this.SUBRULE(this.codes);
    });
  });

  // -------------------------------------------------------------- moments

  readonly moment = this.RULE("moment", () => {
    this.OR({
      DEF: [
        // What begins like one of these may be a name too; what follows decides.
        { ALT: () => this.SUBRULE(this.calendarMoment), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.countedMoment), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.CONSUME(token.time) },
        { ALT: () => this.CONSUME(word("unspecified")) },
        { ALT: () => this.SUBRULE(this.ref) },
      ],
      ERR_MSG: momentExpected,
    });
  });

  /** The moments that no value and no phrase can be mistaken for. */
  readonly calendarMoment = this.RULE("calendarMoment", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.nextMoment) },
      { ALT: () => this.SUBRULE(this.dayOfMoment) },
      { ALT: () => this.SUBRULE(this.choiceMoment) },
      { ALT: () => this.SUBRULE(this.boundMoment) },
    ]);
  });

  readonly nextMoment = this.RULE("nextMoment", () => {
    this.CONSUME(word("next"));
    this.SUBRULE(this.unit);
  });

  readonly dayOfMoment = this.RULE("dayOfMoment", () => {
    this.CONSUME(word("day"));
    this.CONSUME(token.number);
    this.CONSUME(word("of"));
    this.SUBRULE(this.ref);
  });

  readonly choiceMoment = this.RULE("choiceMoment", () => {
    this.OR([{ ALT: () => this.CONSUME(word("the earlier of")) }, { ALT: () => this.CONSUME(word("the later of")) }]);
    this.SUBRULE(this.moment);
    this.CONSUME(word("and"));
    this.SUBRULE2(this.moment);
  });

  readonly boundMoment = this.RULE("boundMoment", () => {
    this.OR([{ ALT: () => this.CONSUME(word("start")) }, { ALT: () => this.CONSUME(word("end")) }]);
    this.CONSUME(word("of"));
    this.SUBRULE(this.words);
  });

  readonly countedMoment = this.RULE("countedMoment", () => {
    this.SUBRULE(this.extent);
    this.SUBRULE(this.countedFrom);
  });

  readonly countedFrom = this.RULE("countedFrom", () => {
    this.OR([
      { ALT: () => this.CONSUME(word("after")) },
      { ALT: () => this.CONSUME(word("before")) },
      { ALT: () => this.CONSUME(word("beginning with")) },
    ]);
    this.OR2([
      // `end` and `start` may be names too; only these go on with `of`.
      { ALT: () => this.SUBRULE(this.boundMoment), IGNORE_AMBIGUITIES: true },
      { ALT: () => this.SUBRULE(this.ref) },
    ]);
  });
}
