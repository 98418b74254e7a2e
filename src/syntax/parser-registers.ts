// The grammar of registers, of what an arrival becomes, and of coding.

import { SentenceParser } from "./parser-sentences.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class RegisterParser extends SentenceParser {
  readonly register = this.RULE("register", () => {
    this.heading(() => this.SUBRULE(this.registerHeading));
    this.SUBRULE(this.registerBlock);
  });

  readonly registerHeading = this.RULE("registerHeading", () => {
    this.CONSUME(word("register"));
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(word("for"));
      this.SUBRULE2(this.name, { LABEL: "group" });
    });
    this.SUBRULE(this.tail);
  });

  readonly registerBlock = this.RULE("registerBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.registerItem));
    this.CONSUME(token.closeBlock);
  });

  readonly registerItem = this.RULE("registerItem", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.registerReadings), IGNORE_AMBIGUITIES: true },
        { ALT: () => this.SUBRULE(this.registerZone) },
        { ALT: () => this.SUBRULE(this.registerMoment) },
      ],
      ERR_MSG: "a moment such as `opens 08:55`, or what an arrival becomes, such as `L after 09:00 until 09:10`",
    });
  });

  readonly registerMoment = this.RULE("registerMoment", () => {
    this.SUBRULE(this.words);
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(token.time) }, { ALT: () => this.CONSUME(word("unspecified")) }],
      ERR_MSG: "a time such as 08:55, or `unspecified`",
    });
    this.SUBRULE(this.tail);
  });

  readonly registerZone = this.RULE("registerZone", () => {
    this.OR([{ ALT: () => this.CONSUME(token.code) }, { ALT: () => this.SUBRULE(this.name) }]);
    this.SUBRULE(this.zoneEdges);
    this.OPTION(() => {
      this.CONSUME(word("unless"));
      this.SUBRULE(this.condition);
    });
    this.SUBRULE(this.tail);
  });

  readonly zoneEdges = this.RULE("zoneEdges", () => {
    this.AT_LEAST_ONE({
      DEF: () => this.SUBRULE(this.zoneEdge),
      ERR_MSG: "an edge and a time, such as `until 09:10`",
    });
  });

  readonly zoneEdge = this.RULE("zoneEdge", () => {
    this.CONSUME(groupType("Edge"));
    this.CONSUME(token.time);
  });

  readonly registerReadings = this.RULE("registerReadings", () => {
    this.heading(() => this.SUBRULE(this.readingsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.registerReading));
    this.CONSUME(token.closeBlock);
  });

  readonly registerReading = this.RULE("registerReading", () => {
    this.heading(() => this.SUBRULE(this.readingHeading));
    this.SUBRULE(this.registerBlock);
  });

  readonly coding = this.RULE("coding", () => {
    this.heading(() => this.SUBRULE(this.codingHeading));
    this.SUBRULE(this.codingBlock);
  });

  readonly codingHeading = this.RULE("codingHeading", () => {
    this.CONSUME(word("coding"));
    this.SUBRULE(this.name);
    this.SUBRULE(this.tail);
  });

  readonly codingBlock = this.RULE("codingBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.codingItem));
    this.CONSUME(token.closeBlock);
  });

  readonly codingItem = this.RULE("codingItem", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.codingReadings) }, { ALT: () => this.SUBRULE(this.codingRow) }],
      ERR_MSG: "a row such as `I when reason is illness`, or `otherwise N`",
    });
  });

  readonly codingRow = this.RULE("codingRow", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(token.code);
          this.CONSUME(word("when"));
          this.SUBRULE(this.condition);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("otherwise"));
          this.CONSUME2(token.code);
        },
      },
    ]);
    this.SUBRULE(this.tail);
  });

  readonly codingReadings = this.RULE("codingReadings", () => {
    this.heading(() => this.SUBRULE(this.readingsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.codingReading));
    this.CONSUME(token.closeBlock);
  });

  readonly codingReading = this.RULE("codingReading", () => {
    this.heading(() => this.SUBRULE(this.readingHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.codingRow));
    this.CONSUME(token.closeBlock);
  });
}
