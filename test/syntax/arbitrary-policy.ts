// Random policies, in the form in which the parser makes them: printing one and reading it again gives the same tree.

import fc from "fast-check";
import type * as Ast from "../../src/syntax/ast.ts";
import {
  anchor,
  clause,
  code,
  condition,
  date,
  dateOrMoment,
  dateTime,
  extent,
  joined,
  length,
  literal,
  moment,
  name,
  names,
  operand,
  perhaps,
  quantity,
  ref,
  span,
  text,
  time,
  unit,
  unspecified,
  wholeDigits,
  words,
} from "./arbitrary-phrases.ts";

// ---------------------------------------------------------------- what every statement carries

const comment: fc.Arbitrary<Ast.Comment> = fc
  .oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom("", "- a line", 'a "quoted" {', "[HIL-1]"))
  .map((characters) => ({ text: characters.replaceAll(/[\r\n]/g, "").trim(), span }));

const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 });

const lineComments: fc.Arbitrary<Ast.Comments> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ before: [] }) },
  { weight: 1, arbitrary: joined(fc.record({ before: few(comment) }), perhaps("after", comment)) },
);

const blockComments: fc.Arbitrary<Ast.Comments> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ before: [] }) },
  {
    weight: 1,
    arbitrary: joined(
      fc.record({ before: few(comment) }),
      perhaps("after", comment),
      perhaps("trailing", fc.array(comment, { minLength: 1, maxLength: 2 })),
    ),
  },
);

const lock: fc.Arbitrary<NonNullable<Ast.Tail["lock"]>> = fc.record({
  value: fc.constantFrom("fixed" as const, "free" as const, "may only rise" as const, "may only fall" as const),
  span: fc.constant(span),
});

const tail: fc.Arbitrary<Ast.Tail> = joined(fc.record({ clauses: few(clause) }), perhaps("lock", lock));

const line = joined(fc.record({ span: fc.constant(span), comments: lineComments }), tail);

const block = joined(fc.record({ span: fc.constant(span), comments: blockComments }), tail);

// ---------------------------------------------------------------- sentences

const party: fc.Arbitrary<Ast.Party> = joined(
  fc.record({ kind: fc.constant("party" as const), name, span: fc.constant(span) }),
  perhaps("quantifier", fc.oneof(fc.constantFrom("each" as const, "either" as const), fc.integer({ min: 1, max: 99 }))),
);

const parties: fc.Arbitrary<Ast.Parties> = fc
  .tuple(fc.array(party, { minLength: 1, maxLength: 3 }), fc.constantFrom("and" as const, "or" as const))
  .map(([members, joiner]) => ({ kind: "parties", joined: members.length === 1 ? "and" : joiner, members, span }));

/** One party without a number is not told from words. */
const object = fc.oneof(
  words,
  parties.filter(({ members }) => members.length > 1 || members[0]?.quantifier !== undefined),
);

const deadline: fc.Arbitrary<Ast.Deadline> = fc.oneof(
  fc.record({
    kind: fc.constant("by" as const),
    edge: fc.constantFrom("by" as const, "before" as const, "at" as const),
    moment,
    span: fc.constant(span),
  }),
  joined(
    fc.record({ kind: fc.constant("within" as const), length: extent, span: fc.constant(span) }),
    perhaps("of", ref),
    perhaps("closed", fc.constantFrom("or next school day" as const, "or last school day before" as const)),
  ),
);

const guard = fc.record({ sense: fc.constantFrom("if" as const, "unless" as const), condition });

const sentenceBody = joined(
  fc.record({
    kind: fc.constant("sentence" as const),
    actors: parties,
    modal: fc.constantFrom("must" as const, "should" as const, "may" as const, "must not" as const),
    act: name,
    through: names,
    recording: names,
  }),
  perhaps("object", object),
  perhaps("to", parties),
  perhaps("with", parties),
  perhaps("using", name),
  perhaps("about", words),
  perhaps("deadline", deadline),
  perhaps("guard", guard),
);

const sentence: fc.Arbitrary<Ast.Sentence> = joined(sentenceBody, line);

const expectedSentence: fc.Arbitrary<Ast.Sentence> = joined(
  sentenceBody,
  fc.constant({ span, comments: { before: [] }, clauses: [] }),
);

// ---------------------------------------------------------------- items

function reading<Node>(node: fc.Arbitrary<Node>): fc.Arbitrary<Ast.Reading<Node>> {
  return joined(
    fc.record({ kind: fc.constant("reading" as const), label: text, chosen: fc.boolean(), body: few(node) }),
    perhaps("because", text),
    block,
  );
}

function readings<Node>(node: fc.Arbitrary<Node>): fc.Arbitrary<Ast.Readings<Node>> {
  return joined(
    fc.record({
      kind: fc.constant("readings" as const),
      question: text,
      alternatives: fc.array(reading(node), { minLength: 1, maxLength: 3 }),
    }),
    block,
  );
}

const cadence: fc.Arbitrary<Ast.Repeat["cadence"]> = fc.oneof(
  fc.record({ kind: fc.constant("each-time" as const), event: words }),
  fc.record({ kind: fc.constant("each-day-of" as const), unit, of: name }),
  fc.record({ kind: fc.constant("every" as const), length, until: condition }),
);

const wait: fc.Arbitrary<Ast.Wait> = joined(fc.record({ kind: fc.constant("wait" as const), length }), line);

const otherwiseComments: fc.Arbitrary<Ast.Comments> = joined(
  fc.record({ before: fc.array(comment, { minLength: 1, maxLength: 2 }) }),
  perhaps("after", comment),
);

const { item } = fc.letrec<{ item: Ast.Item }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: sentence },
    { weight: 1, arbitrary: wait },
    {
      weight: 1,
      arbitrary: joined(
        fc.record({
          kind: fc.constant("branch" as const),
          condition,
          then: few(tie("item")),
          otherwise: few(tie("item")),
        }),
        perhaps("otherwiseComments", otherwiseComments),
        block,
      ),
    },
    {
      weight: 1,
      arbitrary: joined(
        fc.record({ kind: fc.constant("repeat" as const), cadence, body: few(tie("item")) }),
        perhaps("cap", fc.record({ times: wholeDigits, per: unit })),
        block,
      ),
    },
    { weight: 1, arbitrary: readings(tie("item")) },
  ),
}));

// ---------------------------------------------------------------- declarations

const datedParts = [
  fc.record({ value: operand, span: fc.constant(span) }),
  perhaps("from", date),
  perhaps("until", date),
] as const;

const parameter: fc.Arbitrary<Ast.Parameter> = joined(
  fc.record({
    kind: fc.constant("parameter" as const),
    name,
    values: fc.array(joined(...datedParts), { minLength: 1, maxLength: 3 }),
  }),
  line,
);

const word: fc.Arbitrary<Ast.Word> = joined(
  fc.record({
    kind: fc.constant("word" as const),
    sort: fc.constantFrom("role", "flag", "reason", "group", "channel", "service") as fc.Arbitrary<Ast.WordSort>,
    name,
    needs: names,
  }),
  perhaps("title", text),
  perhaps("sameAs", name),
  perhaps("people", fc.record({ digits: wholeDigits, span: fc.constant(span) })),
  perhaps("means", condition),
  line,
);

const codeDeclaration: fc.Arbitrary<Ast.CodeDeclaration> = joined(
  fc.record({
    kind: fc.constant("code-declaration" as const),
    code,
    title: text,
    category: name,
    onSite: fc.boolean(),
  }),
  perhaps("from", date),
  perhaps("until", date),
  line,
);

const registerMoment: fc.Arbitrary<Ast.RegisterMoment> = joined(
  fc.record({ kind: fc.constant("register-moment" as const), moment: words, time: fc.oneof(time, unspecified) }),
  line,
);

const edge = fc.constantFrom("below", "at-least", "before", "after", "from", "until") as fc.Arbitrary<
  Ast.Band["edges"][number]["edge"]
>;

const registerZone: fc.Arbitrary<Ast.RegisterZone> = joined(
  fc.record({
    kind: fc.constant("register-zone" as const),
    becomes: fc.oneof(code, name),
    edges: fc.array(fc.record({ edge, time, span: fc.constant(span) }), { minLength: 1, maxLength: 2 }),
  }),
  perhaps("unless", condition),
  line,
);

const { registerItem } = fc.letrec<{ registerItem: Ast.RegisterItem }>((tie) => ({
  registerItem: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: registerMoment },
    { weight: 3, arbitrary: registerZone },
    { weight: 1, arbitrary: readings(tie("registerItem")) },
  ),
}));

const register: fc.Arbitrary<Ast.Register> = joined(
  fc.record({ kind: fc.constant("register" as const), name, items: few(registerItem) }),
  perhaps("group", name),
  block,
);

const codingRow: fc.Arbitrary<Ast.CodingRow> = joined(
  fc.record({ kind: fc.constant("coding-row" as const), code }),
  perhaps("when", condition),
  line,
);

const coding: fc.Arbitrary<Ast.Coding> = joined(
  fc.record({ kind: fc.constant("coding" as const), name, rows: few(fc.oneof(codingRow, readings(codingRow))) }),
  block,
);

const field: fc.Arbitrary<Ast.Field> = joined(fc.record({ name }), perhaps("type", name));

const allowed: fc.Arbitrary<Ast.Act["allowedWhen"][number]> = joined(
  fc.record({ kind: fc.constant("allowed" as const), condition }),
  line,
);

const act: fc.Arbitrary<Ast.Act> = joined(
  fc.record({ kind: fc.constant("act" as const), name, recording: few(field), by: names, allowedWhen: few(allowed) }),
  perhaps("saying", text),
  block,
);

const singleRow: fc.Arbitrary<Ast.MeasureRow> = fc.record({
  kind: fc.constant("measure-row" as const),
  value: operand,
  span: fc.constant(span),
  comments: fc.constant({ before: [] }),
  clauses: fc.constant([]),
});

const tableRow: fc.Arbitrary<Ast.MeasureRow> = joined(
  fc.record({ kind: fc.constant("measure-row" as const), value: operand }),
  perhaps("when", condition),
  line,
);

const measure: fc.Arbitrary<Ast.Measure> = fc.oneof(
  joined(
    fc.record({ kind: fc.constant("measure" as const), name, rows: singleRow.map((row) => [row]) }),
    perhaps("anchor", anchor),
    line,
  ),
  joined(
    fc.record({
      kind: fc.constant("measure" as const),
      name,
      rows: fc.array(tableRow, { minLength: 2, maxLength: 3 }),
    }),
    perhaps("anchor", anchor),
    block,
  ),
);

const status: fc.Arbitrary<Ast.Status> = joined(
  fc.record({
    kind: fc.constant("status" as const),
    name,
    rule: fc.oneof(
      fc.record({ kind: fc.constant("when" as const), condition }),
      fc.record({ kind: fc.constant("switch" as const), from: words, until: fc.oneof(words, unspecified) }),
    ),
  }),
  perhaps("title", text),
  line,
);

const band: fc.Arbitrary<Ast.Band> = joined(
  fc.record({
    kind: fc.constant("band" as const),
    title: text,
    edges: fc.array(fc.record({ edge, value: literal, span: fc.constant(span) }), { minLength: 1, maxLength: 2 }),
  }),
  perhaps("worth", literal),
  line,
);

const bands: fc.Arbitrary<Ast.Bands> = joined(
  fc.record({ kind: fc.constant("bands" as const), name, of: operand, rows: few(band) }),
  block,
);

const transition: fc.Arbitrary<Ast.Transition> = joined(
  fc.record({
    kind: fc.constant("transition" as const),
    what: fc.constantFrom("starts" as const, "ends" as const, "pauses" as const),
    condition,
  }),
  perhaps("outcome", name),
  line,
);

const trigger: fc.Arbitrary<Ast.Step["trigger"]> = fc.oneof(
  fc.record({ kind: fc.constant("on" as const), moment }),
  fc.record({ kind: fc.constant("after" as const), step: name }),
  fc.record({ kind: fc.constant("when" as const), condition }),
  fc.constant({ kind: "start" as const }),
);

const step: fc.Arbitrary<Ast.Step> = joined(
  fc.record({ kind: fc.constant("step" as const), name, trigger, items: few(item) }),
  perhaps("title", text),
  perhaps("guard", guard),
  block,
);

const { procedureItem } = fc.letrec<{ procedureItem: Ast.ProcedureItem }>((tie) => ({
  procedureItem: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 2, arbitrary: transition },
    { weight: 3, arbitrary: step },
    { weight: 1, arbitrary: readings(tie("procedureItem")) },
  ),
}));

const procedure: fc.Arbitrary<Ast.Procedure> = joined(
  fc.record({
    kind: fc.constant("procedure" as const),
    name,
    anchor,
    options: few(
      fc.constantFrom("may start again" as const, "in any order" as const, "changes apply at once" as const),
    ),
    items: few(procedureItem),
  }),
  perhaps("title", text),
  block,
);

const duty: fc.Arbitrary<Ast.Duty> = joined(
  fc.record({
    kind: fc.constant("duty" as const),
    name,
    every: fc.oneof(unit, quantity, unspecified),
    items: few(sentence),
  }),
  perhaps("title", text),
  perhaps("anchor", anchor),
  block,
);

const decisionTest: fc.Arbitrary<Ast.Decision["tests"][number]> = joined(
  fc.record({ kind: fc.constant("decision-test" as const), text }),
  line,
);

const decision: fc.Arbitrary<Ast.Decision> = joined(
  fc.record({
    kind: fc.constant("decision" as const),
    name,
    question: text,
    by: names,
    tests: few(decisionTest),
    answers: names,
  }),
  perhaps("within", extent),
  block,
);

const documentField: fc.Arbitrary<Ast.DocumentField> = joined(
  fc.record({
    kind: fc.constant("document-field" as const),
    need: fc.constantFrom("needs" as const, "may have" as const),
    name,
  }),
  perhaps("type", name),
  perhaps("value", operand),
  perhaps("when", condition),
  line,
);

const documentText: fc.Arbitrary<Ast.DocumentText> = joined(
  fc.record({ kind: fc.constant("document-text" as const), text }),
  perhaps("part", name),
  perhaps("when", condition),
  line,
);

const document: fc.Arbitrary<Ast.Document> = joined(
  fc.record({
    kind: fc.constant("document" as const),
    name,
    title: text,
    lines: few(fc.oneof(documentField, documentText)),
  }),
  block,
);

const note: fc.Arbitrary<Ast.Note> = joined(
  fc.record({ kind: fc.constant("note" as const), says: text }),
  perhaps("because", text),
  line,
);

// ---------------------------------------------------------------- examples

const fieldValue: fc.Arbitrary<Ast.FieldValue> = fc.record({ name, value: fc.oneof(words, literal) });

const known = perhaps("known", dateOrMoment);

const expectation: fc.Arbitrary<Ast.Expectation> = fc.oneof(
  fc.record({ kind: fc.constant("condition" as const), condition }),
  joined(
    fc.record({ kind: fc.constant("obligation" as const), sentence: expectedSentence }),
    perhaps(
      "state",
      fc.constantFrom(
        "open" as const,
        "done" as const,
        "done-late" as const,
        "overdue" as const,
        "not-needed" as const,
        "upcoming" as const,
      ),
    ),
  ),
  joined(
    fc.record({
      kind: fc.constant("finding" as const),
      what: fc.constantFrom(
        "asked" as const,
        "refused" as const,
        "missing" as const,
        "unfilled" as const,
        "unscheduled" as const,
        "proposed" as const,
        "code" as const,
        "overturned" as const,
      ),
      subject: fc.oneof(words, text, code),
    }),
    perhaps("of", words),
  ),
);

const exampleItem: fc.Arbitrary<Ast.ExampleItem> = fc.oneof(
  joined(
    fc.record({ kind: fc.constant("example-pupil" as const), facts: few(fieldValue), flags: names, parents: names }),
    line,
  ),
  joined(fc.record({ kind: fc.constant("example-staff" as const), role: name, fields: few(fieldValue) }), line),
  joined(
    fc.record({
      kind: fc.constant("example-marks" as const),
      unit: fc.constantFrom("week" as const, "day" as const),
      date,
      marks: text,
    }),
    known,
    line,
  ),
  joined(
    fc.record({
      kind: fc.constant("example-record" as const),
      at: dateOrMoment,
      act: name,
      to: names,
      fields: few(fieldValue),
    }),
    perhaps("object", words),
    perhaps("by", name),
    known,
    line,
  ),
  joined(fc.record({ kind: fc.constant("example-arrival" as const), at: dateTime, fields: few(fieldValue) }), line),
  joined(
    fc.record({ kind: fc.constant("example-assumption" as const), text: fc.constant("acts done on time" as const) }),
    line,
  ),
  joined(
    fc.record({
      kind: fc.constant("example-expectation" as const),
      at: dateOrMoment,
      not: fc.boolean(),
      expectation,
    }),
    line,
  ),
);

const example: fc.Arbitrary<Ast.Example> = joined(
  fc.record({
    kind: fc.constant("example" as const),
    title: text,
    items: fc.array(exampleItem, { maxLength: 4 }),
  }),
  block,
);

// ---------------------------------------------------------------- the policy

const { declaration } = fc.letrec<{ declaration: Ast.Declaration }>((tie) => ({
  declaration: fc.oneof(
    { maxDepth: 1, withCrossShrink: true },
    parameter,
    word,
    codeDeclaration,
    register,
    coding,
    act,
    measure,
    status,
    bands,
    procedure,
    duty,
    decision,
    document,
    note,
    example,
    readings(tie("declaration")),
  ),
}));

const header: fc.Arbitrary<Ast.Header> = joined(
  fc.record({
    kind: fc.constant("header" as const),
    entry: fc.oneof(
      fc.record({ kind: fc.constant("extends" as const), name }),
      joined(fc.record({ kind: fc.constant("in-force" as const), from: date }), perhaps("until", date)),
      fc.record({ kind: fc.constant("review-by" as const), date }),
      fc.record({
        kind: fc.constantFrom("clauses-from" as const, "calendar-from" as const, "accepted-from" as const),
        file: text,
      }),
    ),
  }),
  line,
);

export const arbitraryDeclaration: fc.Arbitrary<Ast.Declaration> = declaration;

export const arbitraryPolicy: fc.Arbitrary<Ast.Policy> = joined(
  fc.record({
    kind: fc.constant("policy" as const),
    level: fc.constantFrom("nation" as const, "authority" as const, "trust" as const, "school" as const),
    name,
    title: text,
    headers: few(header),
    declarations: fc.array(declaration, { maxLength: 6 }),
    unreadable: fc.constant([]),
  }),
  block,
);
