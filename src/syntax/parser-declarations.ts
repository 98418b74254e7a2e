// The grammar of parameters, words, codes, decisions, documents and notes.

import { ProcedureParser } from "./parser-procedures.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class DeclarationParser extends ProcedureParser {
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
      this.SUBRULE(this.extent);
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
    this.statements(() => this.SUBRULE(this.documentLine));
    this.CONSUME(token.closeBlock);
  });

  readonly documentHeading = this.RULE("documentHeading", () => {
    this.CONSUME(word("document"));
    this.SUBRULE(this.name);
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly documentLine = this.RULE("documentLine", () => {
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.documentText) }, { ALT: () => this.SUBRULE(this.documentField) }],
      ERR_MSG: "`needs`, `may have` or `says`",
    });
  });

  readonly documentText = this.RULE("documentText", () => {
    this.CONSUME(word("says"));
    this.OPTION(() => this.SUBRULE(this.name));
    this.CONSUME(token.text);
    this.OPTION2(() => {
      this.CONSUME(word("when"));
      this.SUBRULE(this.condition);
    });
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
      this.CONSUME(word("as"));
      this.SUBRULE2(this.name, { LABEL: "type" });
    });
    this.OPTION2(() => {
      this.CONSUME(word("is"));
      this.SUBRULE(this.operand);
    });
    this.OPTION3(() => {
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
