import type { CstNode, IProduction, ISerializedGast, IToken, TokenType } from "chevrotain";
import { Alternation, LLkLookaheadStrategy, NonTerminal } from "chevrotain";
import { describe, expect, test } from "vitest";
import { makeSource } from "../../src/source/text.ts";
import type * as Cst from "../../src/syntax/cst.ts";
import { forms } from "../../src/syntax/forms.ts";
import { layOut, layOutPhrase } from "../../src/syntax/layout.ts";
import { lex, makeLexer } from "../../src/syntax/lex.ts";
import { LookaheadWhenReached } from "../../src/syntax/lookahead.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { PolicyParser } from "../../src/syntax/parser.ts";
import { vocabulary } from "../../src/syntax/token-types.ts";
import { continuationWords, tokenGroups, tokenTable } from "../../src/syntax/tokens.ts";
import { fixture, policyLine } from "./read.ts";

const parser = new PolicyParser(true);
const rules = parser.getSerializedGastProductions();

function mentioned(production: ISerializedGast, type: string): readonly string[] {
  const own = production.type === type && "name" in production ? [String(production.name)] : [];
  const inside = "definition" in production ? production.definition : [];
  return [...own, ...inside.flatMap((part) => mentioned(part, type))];
}

describe("the grammar", () => {
  test("is unambiguous: every choice is decided by at most two words, or by a rule of its own", () => {
    // The parser above proves its grammar when it is made, and throws if it cannot.
    expect(rules.length).toBeGreaterThan(100);
  });

  test("has tokens of which none hides another", () => {
    // The lexer proves them when it is asked to, and throws if it cannot.
    expect(makeLexer(true).tokenize("policy").tokens).toHaveLength(1);
  });

  test("reaches every rule from the policy, or from a phrase that stands alone", () => {
    const byName = new Map(rules.map((rule) => ["name" in rule ? String(rule.name) : "", rule]));
    const reached = new Set<string>();
    const reach = (name: string): void => {
      const rule = byName.get(name);
      if (rule === undefined || reached.has(name)) return;
      reached.add(name);
      for (const below of mentioned(rule, "NonTerminal")) reach(below);
    };
    reach("policy");
    expect([...byName.keys()].filter((name) => !reached.has(name))).toEqual([]);
  });

  test("uses every word of the token table", () => {
    const used = new Set(rules.flatMap((rule) => mentioned(rule, "Terminal")));
    const inGroup = (groups: readonly string[]): boolean => groups.some((group) => used.has(group));
    const idle = tokenTable.filter(({ name, groups }) => !used.has(name) && !inGroup(groups)).map(({ name }) => name);
    expect(idle).toEqual(["Comment"]);
  });
});

describe("the tour of the language", () => {
  function seenIn(node: CstNode): readonly string[] {
    const parts = Object.values(node.children).flat();
    return [node.name, ...parts.flatMap((part) => ("children" in part ? seenIn(part) : [part.tokenType.name]))];
  }

  test("and what lies beyond it say everything: every rule of the grammar and every word", () => {
    const seen = new Set(
      ["tour.rollcall", "beyond-the-tour.rollcall"].flatMap((name) => {
        parser.start(layOut(lex(fixture(name)).tokens).tokens);
        return seenIn(parser.policy());
      }),
    );
    expect(rules.map((rule) => ("name" in rule ? String(rule.name) : "")).filter((rule) => !seen.has(rule))).toEqual(
      [],
    );
    const elsewhere = new Set(["Comment", "Nation", "Authority"]);
    expect(tokenTable.filter(({ name }) => !seen.has(name) && !elsewhere.has(name)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe("the token table", () => {
  test("gives each token a name of its own", () => {
    const names = vocabulary.map((type) => type.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(tokenGroups.filter((group) => !names.includes(group))).toEqual([]);
  });

  const fixed = tokenTable.filter((entry) => typeof entry.pattern === "string" && /^[a-z]/.test(entry.pattern));
  const word = (entry: (typeof fixed)[number]): string => String(entry.pattern);

  test.each(fixed.map(word))("`%s` is one token, and a longer word that begins with it is a name", (spelled) => {
    const typesOf = (text: string) => lex(text).tokens.map((token) => token.tokenType.name);
    // `all of` and `any of` are words of their own only before a brace.
    const types = typesOf(["all of", "any of"].includes(spelled) ? `${spelled} {` : spelled);
    expect(types.filter((type) => type !== "OpenBlock")).toHaveLength(1);
    expect(types[0]).not.toBe("Name");
    const last = spelled.split(" ").at(-1) ?? "";
    expect(typesOf(`${last}x`)).toEqual(["Name"]);
    expect(typesOf(`${last}-x`)).toEqual(["Name"]);
    expect(typesOf(`x-${last}`)).toEqual(["Name"]);
  });

  const contextual = fixed.filter((entry) => !entry.reserved).map(word);

  test.each(contextual)("`%s` can be the name of a parameter, a role, an act, a step and a flag", (spelled) => {
    const text = `${policyLine}
parameter ${spelled} is 3 sessions
role ${spelled}
flag ${spelled}
act ${spelled} recording ${spelled} by ${spelled}
procedure ${spelled} for each ${spelled} {
  step ${spelled} when reason is ${spelled} {
    ${spelled} must ${spelled} ${spelled} to ${spelled}
  }
}
`;
    expect(parsePolicy(makeSource("names.rollcall", text)).diagnostics).toEqual([]);
  });

  const reserved = fixed.filter((entry) => entry.reserved).map(word);

  test.each(reserved)("`%s` cannot be a name", (spelled) => {
    const { diagnostics } = parsePolicy(makeSource("names.rollcall", `${policyLine}\nflag ${spelled}\n`));
    expect(diagnostics.length).toBe(1);
  });

  test("lets a line go on only with words that no statement begins with", () => {
    const beginning = new Set(Object.values(forms).map((form) => form.split(" ", 1)[0] ?? ""));
    // An act's block is one line after another of these; that they are read together is the grammar's business.
    expect([...continuationWords].filter((spelled) => beginning.has(spelled))).toEqual([]);
  });
});

describe("the forms that messages show", () => {
  const ruleOf = (form: string): keyof Cst.Rules =>
    form === "readingsHeading" ? "itemReadings" : (form as keyof Cst.Rules);

  test.each(Object.entries(forms))("the form of a %s can be read: %s", (form, example) => {
    parser.start(layOutPhrase(lex(example).tokens).tokens);
    const read = parser.readPhrase(() => parser[ruleOf(form)]());
    expect(parser.faults).toEqual([]);
    expect(read).toBeDefined();
  });
});

describe("which way to go", () => {
  test("is what chevrotain's own tables of all pairs of words say, at every fork", () => {
    const types = vocabulary.filter((type) => (type.categoryMatches ?? []).length === 0);
    const own = new LookaheadWhenReached({ maxLookahead: 2 });
    const theirs = new LLkLookaheadStrategy({ maxLookahead: 2 });
    let forks = 0;
    for (const [name, rule] of Object.entries(parser.getGAstProductions()))
      for (const occurrence of forksIn(rule.definition)) {
        const options = {
          rule,
          prodOccurrence: occurrence,
          maxLookahead: 2,
          hasPredicates: false,
          dynamicTokensEnabled: false,
        };
        const [choose, expected] = [own, theirs].map((each) => each.buildLookaheadForAlternation(options));
        forks++;
        for (const [place, first] of types.entries())
          for (let step = forks % 11; step < types.length; step += 11) {
            const second = types[(place + step) % types.length] as TokenType;
            const ahead = [first, second].map(
              (tokenType) => ({ tokenType, tokenTypeIdx: tokenType.tokenTypeIdx }) as IToken,
            );
            const at = (far: number): IToken => ahead[far - 1] as IToken;
            const reader = { LA: at, LA_FAST: at } as never;
            expect(choose?.call(reader, []), `${name} ${occurrence}: ${first.name} ${second.name}`).toBe(
              expected?.call(reader, []),
            );
          }
      }
    expect(forks).toBeGreaterThan(30);
  });
});

function forksIn(productions: readonly IProduction[]): readonly number[] {
  return productions.flatMap((production) => {
    const inside =
      production instanceof NonTerminal || !("definition" in production)
        ? []
        : (production.definition as IProduction[]);
    return [...(production instanceof Alternation ? [production.idx] : []), ...forksIn(inside)];
  });
}
