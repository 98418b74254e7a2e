// How each kind of statement is written, as one example each: what a message shows when a statement cannot be read.

/** By the name of the grammar's rule. Each example is itself read by a test. */
export const forms = {
  policyHeading: 'school policy hill-top "Hill Top Primary School"',
  header: "in force from 2026-02-01 until 2027-08-31",
  parameter: "parameter target is 95%, may only rise",
  wordDeclaration: 'role attendance-champion "Attendance champion"',
  codeDeclaration: 'code U "Arrived after the register closed" unauthorised on site from 2024-08-19',
  register: "register morning { opens 08:55 }",
  registerMoment: "opens 08:55",
  registerZone: "L after 09:00 until 09:10",
  coding: "coding absence-reasons { otherwise N }",
  codingRow: "I when reason is illness",
  act: 'act report-absence "absence reported" recording reason, channel by parents',
  allowed: "allowed only when risk-assessment written",
  measure: "measure lates is count of late sessions this half-term",
  measureRow: "£80 when notice paid",
  status: 'status persistently-absent "Persistently absent" when absence this year at least 10%',
  bands: 'bands level of attendance this year { "Good" at least 96% }',
  band: '"Good" at least 96% below 99%',
  procedure: 'procedure concern "Attendance concern" for each year { ends when attendance this year at least 95% }',
  transition: "starts when attendance this year below 95%",
  step: "step letter when attendance this year below 95% { office must send letter-1 to parents }",
  sentence: "school-office must send letter-1 to parents within 5 school days",
  wait: "wait 3 school weeks",
  branch: "if contact made { office must record contact } otherwise { office must telephone parents }",
  repeat: "every 2 school days until contact made { office must telephone parents }",
  readingsHeading: 'readings "how long a call covers" { chosen "two days" { } or "one day" { } }',
  readingHeading: 'chosen "two days" because "the safer reading"',
  duty: 'duty daily-return "Daily return" every school day { school-office must send daily-return to department }',
  decision: 'decision exceptional "Is it exceptional?" by headteacher { answers yes, no }',
  decisionTest: 'test "rare"',
  document: 'document letter-1 "First letter" { needs attendance-figure }',
  documentField: "needs translated-copy when speaks-another-language",
  documentText: 'says "Attendance this year is {attendance-figure}." when attendance this year below 95%',
  note: 'note "The family is entitled to a full education." because "nothing to decide"',
  example: 'example "a fortnight away" { pupil year 4 }',
  examplePupil: "pupil year 4, flagged looked-after, parents mother, father",
  exampleStaff: 'staff headteacher with name "A. Head"',
  exampleWeek: 'week of 2026-03-02 "GG GG GG GG GG"',
  exampleDay: "on 2026-03-13 expect attendance this year below 95%",
  exampleAssumption: "assuming acts done on time",
} as const satisfies Readonly<Record<string, string>>;

type Form = keyof typeof forms;

/** Rules that only choose between statements, and the statement to show for them. */
const typical: Readonly<Record<string, Form>> = {
  policyLine: "parameter",
  item: "sentence",
  registerItem: "registerMoment",
  codingItem: "codingRow",
  actLine: "allowed",
  procedureItem: "step",
  decisionLine: "decisionTest",
  documentLine: "documentField",
  exampleItem: "exampleDay",
};

/** The form of the innermost statement that was being read; rules are named outermost first. */
export function formWithin(rules: readonly string[]): string | undefined {
  const innermost = rules.findLast((rule) => formOf(rule) !== undefined);
  const form = innermost === undefined ? undefined : formOf(innermost);
  return form && forms[form];
}

/** The form of the statement that begins with this word. */
export function formBeginning(word: string): string | undefined {
  return Object.values(forms).find((form) => form.split(" ", 1)[0] === word);
}

/** `stepHeading` is part of a `step`. */
function formOf(rule: string): Form | undefined {
  if (isForm(rule)) return rule;
  const statement = rule.replace(/Heading$|Body$/, "");
  return isForm(statement) ? statement : Object.hasOwn(typical, rule) ? typical[rule] : undefined;
}

function isForm(rule: string): rule is Form {
  return Object.hasOwn(forms, rule);
}
