// The grammar of procedures, their steps, and duties.

import { MeasureParser } from "./parser-measures.ts";
import { token, word } from "./token-types.ts";

export abstract class ProcedureParser extends MeasureParser {
  readonly procedure = this.RULE("procedure", () => {
    this.heading(() => this.SUBRULE(this.procedureHeading));
    this.SUBRULE(this.procedureBlock);
  });

  readonly procedureHeading = this.RULE("procedureHeading", () => {
    this.CONSUME(word("procedure"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.CONSUME(word("for each"));
    this.SUBRULE(this.anchor);
    this.MANY(() => {
      this.CONSUME(token.comma);
      this.SUBRULE(this.procedureOption);
    });
    this.SUBRULE(this.tail);
  });

  readonly procedureOption = this.RULE("procedureOption", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word("may"));
          this.CONSUME(word("start"));
          this.CONSUME(word("again"));
        },
      },
      { ALT: () => this.CONSUME(word("in any order")) },
      { ALT: () => this.CONSUME(word("changes apply at once")) },
    ]);
  });

  readonly procedureBlock = this.RULE("procedureBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.procedureItem));
    this.CONSUME(token.closeBlock);
  });

  readonly procedureItem = this.RULE("procedureItem", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.transition) },
        { ALT: () => this.SUBRULE(this.step) },
        { ALT: () => this.SUBRULE(this.procedureReadings) },
      ],
      ERR_MSG: "`starts when`, `ends when`, `pauses while`, `step` or `readings`",
    });
  });

  readonly transition = this.RULE("transition", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word("starts"));
          this.CONSUME(word("when"));
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("ends"));
          this.CONSUME2(word("when"));
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("pauses"));
          this.CONSUME(word("while"));
        },
      },
    ]);
    this.SUBRULE(this.condition);
    this.OPTION(() => {
      this.CONSUME(word("as"));
      this.SUBRULE(this.name);
    });
    this.SUBRULE(this.tail);
  });

  readonly step = this.RULE("step", () => {
    this.heading(() => this.SUBRULE(this.stepHeading));
    this.SUBRULE(this.itemBlock);
  });

  readonly stepHeading = this.RULE("stepHeading", () => {
    this.CONSUME(word("step"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.SUBRULE(this.trigger);
    this.OPTION2(() => this.SUBRULE(this.guard));
    this.SUBRULE(this.tail);
  });

  readonly trigger = this.RULE("trigger", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("on"));
            this.SUBRULE(this.moment);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("after"));
            this.SUBRULE(this.name);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("when"));
            this.SUBRULE(this.condition);
          },
        },
      ],
      ERR_MSG: "when the step opens: `on` a moment, `after` a step, or `when` a condition holds",
    });
  });

  readonly procedureReadings = this.RULE("procedureReadings", () => {
    this.heading(() => this.SUBRULE(this.readingsHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.procedureReading));
    this.CONSUME(token.closeBlock);
  });

  readonly procedureReading = this.RULE("procedureReading", () => {
    this.heading(() => this.SUBRULE(this.readingHeading));
    this.SUBRULE(this.procedureBlock);
  });

  readonly duty = this.RULE("duty", () => {
    this.heading(() => this.SUBRULE(this.dutyHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.sentence));
    this.CONSUME(token.closeBlock);
  });

  readonly dutyHeading = this.RULE("dutyHeading", () => {
    this.CONSUME(word("duty"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.CONSUME(word("every"));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.quantity) },
        { ALT: () => this.CONSUME(word("unspecified")) },
        { ALT: () => this.SUBRULE(this.unit) },
      ],
      ERR_MSG: "how often, such as `school day` or `2 school weeks`, or `unspecified`",
    });
    this.OPTION2(() => {
      this.CONSUME(word("for each"));
      this.SUBRULE(this.anchor);
    });
    this.SUBRULE(this.tail);
  });
}
