// The grammar of declarations: what a policy holds, apart from its examples.

import { SentenceParser } from "./parser-sentences.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class DeclarationParser extends SentenceParser {
  // -------------------------------------------------------------- values, words, codes

  readonly parameter = this.RULE("parameter", () => {
    this.CONSUME(word("parameter"));
    this.SUBRULE(this.name);
    this.CONSUME(word("is"));
    this.SUBRULE(this.dated);
    this.MANY(() => {
      this.CONSUME(token.comma);
      this.SUBRULE2(this.dated);
    });
    this.SUBRULE(this.tail);
  });

  readonly dated = this.RULE("dated", () => {
    this.SUBRULE(this.operand);
    this.OPTION(() => this.SUBRULE(this.fromDate));
    this.OPTION2(() => this.SUBRULE(this.untilDate));
  });

  readonly fromDate = this.RULE("fromDate", () => {
    this.CONSUME(word("from"));
    this.CONSUME(token.date);
  });

  readonly untilDate = this.RULE("untilDate", () => {
    this.CONSUME(word("until"));
    this.CONSUME(token.date);
  });

  readonly wordDeclaration = this.RULE("wordDeclaration", () => {
    this.CONSUME(groupType("WordSort"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(token.text));
    this.OPTION2(() => {
      this.CONSUME(word("same"));
      this.CONSUME(word("as"));
      this.SUBRULE2(this.name, { LABEL: "sameAs" });
    });
    this.OPTION3(() => {
      this.CONSUME(token.number);
      this.CONSUME(word("people"));
    });
    this.OPTION4(() => {
      this.CONSUME(word("needs"));
      this.SUBRULE(this.names);
    });
    this.OPTION5(() => {
      this.CONSUME(word("means"));
      this.SUBRULE(this.condition);
    });
    this.SUBRULE(this.tail);
  });

  readonly codeDeclaration = this.RULE("codeDeclaration", () => {
    this.CONSUME(word("code"));
    this.CONSUME(token.code);
    this.CONSUME(token.text);
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(word("on"));
      this.CONSUME(word("site"));
    });
    this.OPTION2(() => this.SUBRULE(this.fromDate));
    this.OPTION3(() => this.SUBRULE(this.untilDate));
    this.SUBRULE(this.tail);
  });

  // -------------------------------------------------------------- registers and coding

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

  // -------------------------------------------------------------- acts, measures, statuses, bands

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

  // -------------------------------------------------------------- procedures and duties

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
      DEF: [{ ALT: () => this.SUBRULE(this.length) }, { ALT: () => this.SUBRULE(this.unit) }],
      ERR_MSG: "how often, such as `school day` or `2 school weeks`, or `unspecified`",
    });
    this.OPTION2(() => {
      this.CONSUME(word("for each"));
      this.SUBRULE(this.anchor);
    });
    this.SUBRULE(this.tail);
  });

  // -------------------------------------------------------------- decisions, documents, notes

  readonly decision = this.RULE("decision", () => {
    this.heading(() => this.SUBRULE(this.decisionHeading));
    this.OPTION(() => this.SUBRULE(this.decisionBlock));
  });

  readonly decisionHeading = this.RULE("decisionHeading", () => {
    this.CONSUME(word("decision"));
    this.SUBRULE(this.name);
    this.CONSUME(token.text);
    this.OPTION(() => {
      this.CONSUME(word("by"));
      this.SUBRULE(this.names);
    });
    this.OPTION2(() => {
      this.CONSUME(word("within"));
      this.SUBRULE(this.quantity);
    });
    this.SUBRULE(this.tail);
  });

  readonly decisionBlock = this.RULE("decisionBlock", () => {
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.decisionLine));
    this.CONSUME(token.closeBlock);
  });

  readonly decisionLine = this.RULE("decisionLine", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.decisionTest) }, { ALT: () => this.SUBRULE(this.answers) }],
      ERR_MSG: '`test "…"` or `answers yes, no`',
    });
  });

  readonly decisionTest = this.RULE("decisionTest", () => {
    this.CONSUME(word("test"));
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly answers = this.RULE("answers", () => {
    this.CONSUME(word("answers"));
    this.SUBRULE(this.names);
  });

  readonly document = this.RULE("document", () => {
    this.heading(() => this.SUBRULE(this.documentHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.documentField));
    this.CONSUME(token.closeBlock);
  });

  readonly documentHeading = this.RULE("documentHeading", () => {
    this.CONSUME(word("document"));
    this.SUBRULE(this.name);
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly documentField = this.RULE("documentField", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(word("needs")) },
        {
          ALT: () => {
            this.CONSUME(word("may"));
            this.CONSUME(word("have"));
          },
        },
      ],
      ERR_MSG: "`needs` or `may have`",
    });
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(word("when"));
      this.SUBRULE(this.condition);
    });
    this.SUBRULE(this.tail);
  });

  readonly note = this.RULE("note", () => {
    this.CONSUME(word("note"));
    this.CONSUME(token.text);
    this.OPTION(() => this.SUBRULE(this.because));
    this.SUBRULE(this.tail);
  });
}
