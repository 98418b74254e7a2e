// The grammar of acts, measures, statuses and bands.

import { RegisterParser } from "./parser-registers.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class MeasureParser extends RegisterParser {
  readonly act = this.RULE("act", () => {
    this.heading(() => this.SUBRULE(this.actHeading));
    this.OPTION(() => this.SUBRULE(this.actBlock));
  });

  readonly actHeading = this.RULE("actHeading", () => {
    this.CONSUME(word("act"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.MANY(() => this.SUBRULE(this.actPart));
    this.SUBRULE(this.tail);
    this.MANY2(() => this.SUBRULE(this.allowed));
  });

  readonly actPart = this.RULE("actPart", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word("recording"));
          this.SUBRULE(this.fields);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("by"));
          this.SUBRULE(this.names);
        },
      },
    ]);
  });

  readonly fields = this.RULE("fields", () => {
    this.SUBRULE(this.field);
    this.MANY({
      GATE: () => this.nextIn("AnyName", 2),
      DEF: () => {
        this.CONSUME(token.comma);
        this.SUBRULE2(this.field);
      },
    });
  });

  readonly field = this.RULE("field", () => {
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(word("as"));
      this.SUBRULE2(this.name, { LABEL: "type" });
    });
  });

  readonly actBlock = this.RULE("actBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.actLine));
    this.CONSUME(token.closeBlock);
  });

  readonly actLine = this.RULE("actLine", () => {
    // Lines that begin with `recording` or `allowed only when` go on with the one above, so several may come as one.
    this.AT_LEAST_ONE({
      DEF: () => this.OR([{ ALT: () => this.SUBRULE(this.actPart) }, { ALT: () => this.SUBRULE(this.allowed) }]),
      ERR_MSG: "`recording`, `by` or `allowed only when`",
    });
  });

  readonly allowed = this.RULE("allowed", () => {
    this.CONSUME(word("allowed only when"));
    this.SUBRULE(this.condition);
    this.SUBRULE(this.tail);
  });

  readonly measure = this.RULE("measure", () => {
    this.heading(() => this.SUBRULE(this.measureHeading), false);
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.SUBRULE(this.operand);
            this.SUBRULE(this.tail);
          },
        },
        {
          ALT: () => {
            this.SUBRULE2(this.tail);
            this.SUBRULE(this.measureBlock);
          },
        },
      ],
      ERR_MSG: "what is measured, such as `count of late sessions this term`, or rows in { }",
    });
  });

  readonly measureHeading = this.RULE("measureHeading", () => {
    this.CONSUME(word("measure"));
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(word("for each"));
      this.SUBRULE(this.anchor);
    });
    this.CONSUME(word("is"));
  });

  readonly measureBlock = this.RULE("measureBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.measureRow));
    this.CONSUME(token.closeBlock);
  });

  readonly measureRow = this.RULE("measureRow", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("otherwise"));
            this.SUBRULE(this.operand);
          },
        },
        {
          ALT: () => {
            this.SUBRULE2(this.operand);
            this.CONSUME(word("when"));
            this.SUBRULE(this.condition);
          },
        },
      ],
      ERR_MSG: "a row such as `£80 when paid`, or `otherwise £160`",
    });
    this.SUBRULE(this.tail);
  });

  readonly status = this.RULE("status", () => {
    this.CONSUME(word("status"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("when"));
            this.SUBRULE(this.condition);
          },
        },
        { ALT: () => this.SUBRULE(this.statusSwitch) },
      ],
      ERR_MSG: "`when` and a condition, or `from` what switches it on `until` what switches it off",
    });
    this.SUBRULE(this.tail);
  });

  readonly statusSwitch = this.RULE("statusSwitch", () => {
    this.CONSUME(word("from"));
    this.SUBRULE(this.words);
    this.CONSUME(word("until"));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE2(this.words, { LABEL: "end" }) },
        { ALT: () => this.CONSUME(word("unspecified")) },
      ],
      ERR_MSG: "what switches it off, or `unspecified`",
    });
  });

  readonly bands = this.RULE("bands", () => {
    this.heading(() => this.SUBRULE(this.bandsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.band));
    this.CONSUME(token.closeBlock);
  });

  readonly bandsHeading = this.RULE("bandsHeading", () => {
    this.CONSUME(word("bands"));
    this.SUBRULE(this.name);
    this.CONSUME(word("of"));
    this.SUBRULE(this.operand);
    this.SUBRULE(this.tail);
  });

  readonly band = this.RULE("band", () => {
    this.CONSUME(token.text);
    this.SUBRULE(this.bandEdges);
    this.OPTION(() => {
      this.CONSUME(word("worth"));
      this.SUBRULE(this.literal);
    });
    this.SUBRULE(this.tail);
  });

  readonly bandEdges = this.RULE("bandEdges", () => {
    this.AT_LEAST_ONE({
      DEF: () => this.SUBRULE(this.bandEdge),
      ERR_MSG: "an edge such as `at least 96%`",
    });
  });

  readonly bandEdge = this.RULE("bandEdge", () => {
    this.CONSUME(groupType("Edge"));
    this.SUBRULE(this.literal);
  });
}
