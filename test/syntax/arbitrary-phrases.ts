// Random names, values, moments and conditions, in the form in which the parser makes them. Their places mean nothing.

import fc from "fast-check";
import type * as Ast from "../../src/syntax/ast.ts";
import { makeSource, pointSpan } from "../../src/source/text.ts";
import { tokenTable } from "../../src/syntax/tokens.ts";
import type { Edge } from "../../src/units/edge.ts";
import { allEdges } from "../../src/units/edge.ts";
import { allUnits, unitWords } from "../../src/units/unit.ts";

/** Of the same shape as a node, with every optional part perhaps absent. */
export const span = pointSpan(makeSource("random.rollcall", ""), 0);

// ---------------------------------------------------------------- names

/** No fixed word, and no word of one, so that a random phrase cannot say something by accident. */
const fixedWords = new Set(
  tokenTable.flatMap(({ pattern }) => (typeof pattern === "string" ? pattern.split(" ") : [])),
);
const unitStarts = ["school", "working", "calendar", "per", "times"];

const spelling: fc.Arbitrary<string> = fc
  .stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}$/)
  .filter((text) => !fixedWords.has(text) && !unitStarts.includes(text));

export const name: fc.Arbitrary<Ast.Name> = spelling.map((text) => ({ kind: "name", text, span }));

export const names = fc.array(name, { maxLength: 3 });

export const someNames = fc.array(name, { minLength: 1, maxLength: 3 });

function wordsOf(text: string): Ast.Words {
  return { kind: "words", words: text.split(" ").map((word) => ({ kind: "name", text: word, span })), span };
}

export const words: fc.Arbitrary<Ast.Words> = someNames.map((list) => ({ kind: "words", words: list, span }));

const unitTexts = allUnits
  .flatMap((unit) => [unitWords(unit, 1), unitWords(unit, 2)])
  .filter((text) => !text.includes(" of "))
  .concat("school morning", "working morning");

export const unit: fc.Arbitrary<Ast.Words> = fc.oneof(fc.constantFrom(...unitTexts), spelling).map(wordsOf);

/** Any characters but line breaks; a text has one line. */
export const text: fc.Arbitrary<Ast.Text> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom('say "yes"', "N\\", "-- no comment", "{ } [ ]", "", " ", "Présent ✓") },
  )
  .map((characters) => ({ kind: "text", text: characters.replaceAll(/[\r\n]/g, ""), span }));

function codeOf(code: string): Ast.Code {
  return { kind: "code", text: code, span };
}

export const code: fc.Arbitrary<Ast.Code> = fc
  .oneof(fc.stringMatching(/^[A-Z][0-9]?$/), fc.constantFrom("/", "\\", "#"))
  .map(codeOf);

export const clause: fc.Arbitrary<Ast.Code> = fc
  .stringMatching(/^[A-Z][A-Z0-9]{0,3}(-[A-Za-z0-9.()]{1,4}){1,2}$/)
  .map(codeOf);

export const codes = fc.array(code, { maxLength: 3 });

export function perhaps<Key extends string, Value>(
  key: Key,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<{ readonly [K in Key]?: Value }> {
  return fc
    .option(value, { nil: undefined })
    .map((chosen) => (chosen === undefined ? {} : { [key]: chosen })) as fc.Arbitrary<{
    readonly [K in Key]?: Value;
  }>;
}

/** Joins records whose parts are random on their own. */
export function joined<Shapes extends readonly object[]>(
  ...parts: { readonly [Index in keyof Shapes]: fc.Arbitrary<Shapes[Index]> }
): fc.Arbitrary<Joined<Shapes>> {
  return fc.tuple(...parts).map((shapes) => Object.assign({}, ...shapes) as Joined<Shapes>);
}

type Joined<Shapes extends readonly object[]> = Shapes extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? First & Joined<Rest>
  : object;

// ---------------------------------------------------------------- values

const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,4})(\.[0-9]{1,2})?$/);

export const wholeDigits = fc.stringMatching(/^(0|[1-9][0-9]{0,3})$/);

const twoDigits = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"));

const dateText = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"));

const timeText = fc.oneof(
  fc.tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(":")),
  fc.tuple(twoDigits(23), twoDigits(59), twoDigits(59)).map((parts) => parts.join(":")),
);

export const quantity: fc.Arbitrary<Ast.Quantity> = fc.record({
  kind: fc.constant("quantity"),
  digits,
  unit,
  span: fc.constant(span),
});

export const date = dateText.map((written) => ({ kind: "date" as const, text: written, span }));

export const time = timeText.map((written) => ({ kind: "time" as const, text: written, span }));

export const dateTime = fc
  .tuple(dateText, timeText)
  .map((parts) => ({ kind: "date-time" as const, text: parts.join(" "), span }));

export const dateOrMoment = fc.oneof(date, dateTime);

export const unspecified: fc.Arbitrary<Ast.Unspecified> = fc.constant({ kind: "unspecified", span });

export const literal: fc.Arbitrary<Ast.Literal> = fc.oneof(
  quantity,
  digits.map((written) => ({ kind: "number" as const, digits: written, span })),
  digits.map((written) => ({ kind: "percent" as const, digits: written, span })),
  fc
    .stringMatching(/^(0|[1-9][0-9]{0,6})(\.[0-9]{2})?$/)
    .map((written) => ({ kind: "money" as const, digits: written, span })),
  time,
  date,
  dateTime,
  text,
);

export const ref: fc.Arbitrary<Ast.Ref> = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 1, arbitrary: dateOrMoment },
);

export const extent: fc.Arbitrary<Ast.Length> = fc.oneof(
  { weight: 3, arbitrary: quantity },
  { weight: 1, arbitrary: name },
);

export const length: fc.Arbitrary<Ast.Length | Ast.Unspecified> = fc.oneof(
  { weight: 4, arbitrary: extent },
  { weight: 1, arbitrary: unspecified },
);

export const window: fc.Arbitrary<Ast.Window> = fc.oneof(
  fc.record({ kind: fc.constantFrom("this" as const, "previous" as const), period: unit, span: fc.constant(span) }),
  fc.record({ kind: fc.constantFrom("last" as const, "in" as const), length: extent, span: fc.constant(span) }),
  fc.record({ kind: fc.constant("since" as const), start: ref, span: fc.constant(span) }),
  fc.record({ kind: fc.constant("between" as const), start: ref, end: ref, span: fc.constant(span) }),
  fc.record({ kind: fc.constant("over" as const), hole: unspecified, span: fc.constant(span) }),
  fc.record({ kind: fc.constantFrom("ever" as const, "today" as const), span: fc.constant(span) }),
);

const count: fc.Arbitrary<Ast.Count> = joined(
  fc.record({
    kind: fc.constant("count" as const),
    how: fc.constantFrom(
      "count" as const,
      "sum" as const,
      "longest run" as const,
      "ordinal" as const,
      "share" as const,
    ),
    what: words,
    coded: codes,
    span: fc.constant(span),
  }),
  perhaps("window", window),
);

export const phrase: fc.Arbitrary<Ast.Phrase> = joined(
  fc.record({ kind: fc.constant("phrase" as const), words, span: fc.constant(span) }),
  perhaps("of", words),
  perhaps("window", window),
  perhaps("at", ref),
);

export const operand: fc.Arbitrary<Ast.Operand> = fc.oneof(literal, unspecified, count, phrase);

export const anchor: fc.Arbitrary<Ast.Anchor> = fc.record({
  kind: fc.constant("anchor" as const),
  names: someNames,
  coded: codes,
  span: fc.constant(span),
});

// ---------------------------------------------------------------- moments

const endOfDay = fc.constant({ kind: "end-of-day" as const, span });

const bound = fc.record({
  kind: fc.constant("bound" as const),
  which: fc.constantFrom("start" as const, "end" as const),
  of: words,
  span: fc.constant(span),
});

/** Those that no value can be mistaken for. */
const distinctMoment: fc.Arbitrary<Ast.Moment> = fc.oneof(
  endOfDay,
  fc.record({ kind: fc.constant("next" as const), unit, span: fc.constant(span) }),
  fc.record({ kind: fc.constant("day-of" as const), number: digits, ref, span: fc.constant(span) }),
  fc.record({
    kind: fc.constant("counted" as const),
    length: extent,
    direction: fc.constantFrom("after" as const, "before" as const, "beginning with" as const),
    ref: fc.oneof(ref, bound, endOfDay),
    span: fc.constant(span),
  }),
  bound,
);

const plainMoment: fc.Arbitrary<Ast.Moment> = fc
  .oneof({ weight: 2, arbitrary: ref }, { weight: 1, arbitrary: time })
  .map((at) => ({ kind: "at", ref: at, span }));

const simpleMoment: fc.Arbitrary<Ast.Moment> = fc.oneof(distinctMoment, plainMoment, unspecified);

export const moment: fc.Arbitrary<Ast.Moment> = fc.oneof(
  { weight: 4, arbitrary: simpleMoment },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("choice" as const),
      which: fc.constantFrom("earlier" as const, "later" as const),
      first: simpleMoment,
      second: simpleMoment,
      span: fc.constant(span),
    }),
  },
);

// ---------------------------------------------------------------- conditions

const momentEdges: readonly Edge[] = ["before", "after", "by", "from", "until"];

/** After these edges a plain name, day or time is a moment, and nothing else can be one. */
const afterMomentEdge: fc.Arbitrary<Ast.Operand | Ast.Moment> = fc.oneof(
  plainMoment,
  distinctMoment,
  operand.filter((value) => {
    if (value.kind === "date" || value.kind === "date-time" || value.kind === "time") return false;
    return value.kind !== "phrase" || [value.of, value.window, value.at].some((part) => part !== undefined);
  }),
);

const comparison: fc.Arbitrary<Ast.Condition> = fc.constantFrom(...allEdges).chain((edge) =>
  fc.record({
    kind: fc.constant("compare" as const),
    left: operand,
    edge: fc.constant(edge),
    edgeSpan: fc.constant(span),
    right: momentEdges.includes(edge) ? afterMomentEdge : fc.oneof(operand, distinctMoment),
    span: fc.constant(span),
  }),
);

const plainTest: fc.Arbitrary<Ast.Condition> = fc.oneof(
  comparison,
  fc.record({ kind: fc.constant("holds" as const), phrase, span: fc.constant(span) }),
  fc.record({
    kind: fc.constant("is" as const),
    subject: phrase,
    not: fc.boolean(),
    value: words,
    span: fc.constant(span),
  }),
  fc.record({ kind: fc.constant("during" as const), act: words, span: fc.constant(span) }),
  fc.record({
    kind: fc.constant("judged" as const),
    question: fc.oneof(text, name),
    by: names,
    span: fc.constant(span),
  }),
);

const nested = fc.letrec<{ test: Ast.Condition; condition: Ast.Condition }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: plainTest },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("not" as const), part: tie("test"), span: fc.constant(span) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("group" as const), part: tie("condition"), span: fc.constant(span) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("some-of" as const),
        quantifier: fc.oneof(fc.constantFrom("all" as const, "any" as const), fc.integer({ min: 1, max: 9 })),
        parts: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
        span: fc.constant(span),
      }),
    },
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 2, arbitrary: tie("test") },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("test"), { minLength: 2, maxLength: 3 }),
        span: fc.constant(span),
      }),
    },
  ),
}));

export const condition: fc.Arbitrary<Ast.Condition> = nested.condition;
