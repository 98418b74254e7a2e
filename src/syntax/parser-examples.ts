// The grammar of examples: a pupil, what happened, and what must follow.

import { EOF } from "chevrotain";
import { DeclarationParser } from "./parser-declarations.ts";
import { groupType, token, word } from "./token-types.ts";

export abstract class ExampleParser extends DeclarationParser {
  readonly example = this.RULE("example", () => {
    this.heading(() => this.SUBRULE(this.exampleHeading));
    this.CONSUME(token.openBlock);
    this.statements(() => this.SUBRULE(this.exampleItem));
    this.CONSUME(token.closeBlock);
  });

  readonly exampleHeading = this.RULE("exampleHeading", () => {
    this.CONSUME(word("example"));
    this.CONSUME(token.text);
    this.SUBRULE(this.tail);
  });

  readonly exampleItem = this.RULE("exampleItem", () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.examplePupil) },
        { ALT: () => this.SUBRULE(this.exampleStaff) },
        { ALT: () => this.SUBRULE(this.exampleWeek) },
        { ALT: () => this.SUBRULE(this.exampleDay) },
        { ALT: () => this.SUBRULE(this.exampleAssumption) },
      ],
      ERR_MSG: "`pupil`, `staff`, `week of`, `on` a date, or `assuming`",
    });
  });

  readonly examplePupil = this.RULE("examplePupil", () => {
    this.CONSUME(word("pupil"));
    this.OPTION(() => {
      this.SUBRULE(this.pupilFact);
      this.MANY(() => {
        this.CONSUME(token.comma);
        this.SUBRULE2(this.pupilFact);
      });
    });
    this.SUBRULE(this.tail);
  });

  readonly pupilFact = this.RULE("pupilFact", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("flagged"));
            this.SUBRULE(this.pupilNames, { LABEL: "flags" });
          },
          IGNORE_AMBIGUITIES: true,
        },
        {
          ALT: () => {
            this.CONSUME(word("parents"));
            this.SUBRULE2(this.pupilNames, { LABEL: "parents" });
          },
          IGNORE_AMBIGUITIES: true,
        },
        { ALT: () => this.SUBRULE(this.fieldValue) },
      ],
      ERR_MSG: "a fact such as `year 4`, `flagged looked-after` or `parents mother, father`",
    });
  });

  /** `flagged a, b, year 4`: a name that is itself followed by a value begins the next fact. */
  readonly pupilNames = this.RULE("pupilNames", () => {
    this.SUBRULE(this.name);
    this.MANY({
      GATE: () => this.nextIn("AnyName", 2) && this.nameStandsAlone(3),
      DEF: () => {
        this.CONSUME(token.comma);
        this.SUBRULE2(this.name);
      },
    });
  });

  private nameStandsAlone(after: number): boolean {
    return [token.comma, token.lineEnd, token.openClauses, EOF].some((type) => this.next(type, after));
  }

  readonly fieldValue = this.RULE("fieldValue", () => {
    this.SUBRULE(this.name);
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.SUBRULE(this.words) }],
      ERR_MSG: "the value, such as `illness`, 2026-09-01 or words in quotation marks",
    });
  });

  readonly fieldValues = this.RULE("fieldValues", () => {
    this.CONSUME(word("with"));
    this.SUBRULE(this.fieldValue);
    this.MANY({
      GATE: () => this.nextIn("AnyName", 2),
      DEF: () => {
        this.CONSUME(token.comma);
        this.SUBRULE2(this.fieldValue);
      },
    });
  });

  readonly exampleStaff = this.RULE("exampleStaff", () => {
    this.CONSUME(word("staff"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.fieldValues));
    this.SUBRULE(this.tail);
  });

  readonly exampleWeek = this.RULE("exampleWeek", () => {
    this.CONSUME(word("week"));
    this.CONSUME(word("of"));
    this.CONSUME(token.date);
    this.CONSUME(token.text);
    this.OPTION(() => this.SUBRULE(this.knownFrom));
    this.SUBRULE(this.tail);
  });

  readonly knownFrom = this.RULE("knownFrom", () => {
    this.CONSUME(word("known"));
    this.SUBRULE(this.dateOrMoment);
  });

  readonly dateOrMoment = this.RULE("dateOrMoment", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(token.date) }, { ALT: () => this.CONSUME(token.dateTime) }],
      ERR_MSG: "a date such as 2026-09-01, with a time if it matters",
    });
  });

  readonly exampleDay = this.RULE("exampleDay", () => {
    this.CONSUME(word("on"));
    this.SUBRULE(this.dateOrMoment);
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.dayMarks) },
        { ALT: () => this.SUBRULE(this.arrival) },
        { ALT: () => this.SUBRULE(this.logged) },
        { ALT: () => this.SUBRULE(this.expectation) },
      ],
      ERR_MSG: "`marks`, `arrives`, `log` or `expect`",
    });
    this.SUBRULE(this.tail);
  });

  readonly dayMarks = this.RULE("dayMarks", () => {
    this.CONSUME(word("marks"));
    this.CONSUME(token.text);
    this.OPTION(() => this.SUBRULE(this.knownFrom));
  });

  readonly arrival = this.RULE("arrival", () => {
    this.CONSUME(word("arrives"));
    this.OPTION(() => this.SUBRULE(this.fieldValues));
  });

  readonly logged = this.RULE("logged", () => {
    this.CONSUME(word("log"));
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
    this.MANY(() => this.SUBRULE(this.loggedPart));
    this.OPTION2(() => this.SUBRULE(this.knownFrom));
  });

  readonly loggedPart = this.RULE("loggedPart", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word("by"));
          this.SUBRULE(this.name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("to"));
          this.SUBRULE(this.names);
        },
      },
      { ALT: () => this.SUBRULE(this.fieldValues) },
    ]);
  });

  readonly exampleAssumption = this.RULE("exampleAssumption", () => {
    this.CONSUME(word("assuming"));
    this.CONSUME(word("acts done on time"));
    this.SUBRULE(this.tail);
  });

  readonly expectation = this.RULE("expectation", () => {
    this.CONSUME(word("expect"));
    this.SUBRULE(this.expected);
  });

  readonly expected = this.RULE("expected", () => {
    this.OPTION(() => this.CONSUME(word("no")));
    this.OR({
      DEF: [
        { GATE: () => this.findingFollows(), ALT: () => this.SUBRULE(this.finding), IGNORE_AMBIGUITIES: true },
        {
          GATE: () => this.sentenceFollows(),
          ALT: () => this.SUBRULE(this.expectedSentence),
          IGNORE_AMBIGUITIES: true,
        },
        { ALT: () => this.SUBRULE(this.condition) },
      ],
      ERR_MSG: "what must follow: a condition, a sentence with `must`, or a finding such as `asked`",
    });
  });

  readonly finding = this.RULE("finding", () => {
    this.CONSUME(groupType("FindingWord"));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.words) },
        { ALT: () => this.CONSUME(token.text) },
        { ALT: () => this.CONSUME(token.code) },
      ],
      ERR_MSG: "what is found: a name, a code, or words in quotation marks",
    });
    this.OPTION(() => {
      this.CONSUME(word("of"));
      this.SUBRULE2(this.words, { LABEL: "whole" });
    });
  });

  readonly expectedSentence = this.RULE("expectedSentence", () => {
    this.OPTION({ GATE: () => this.partyBegins(2), DEF: () => this.CONSUME(groupType("ObligationState")) });
    this.SUBRULE(this.sentenceBody);
  });

  private findingFollows(): boolean {
    const subject =
      this.nextIn("AnyName", 2) || [token.unit, token.text, token.code].some((type) => this.next(type, 2));
    return this.nextIn("FindingWord") && subject;
  }

  /** A sentence is known by its `must`, `should` or `may`, which only its actors can stand before. */
  private sentenceFollows(): boolean {
    let ahead = 1;
    while (this.nextIn("AnyName", ahead) || actorJoins.has(this.LA(ahead).tokenType)) ahead++;
    return this.nextIn("Modal", ahead);
  }
}

const actorJoins = new Set([word("each"), word("either"), word("and"), word("or"), token.number, token.comma]);
