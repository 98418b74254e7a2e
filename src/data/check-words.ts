// The words of a school's files, held against those of a policy: what no rule can ever mean is told where it first stands.
// Knows no policy; whoever asks says which words there are. Nothing is left out of the record for it.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestName } from "../diagnostics/did-you-mean.ts";
import { recordedText } from "../school/recorded-text.ts";
import type { FactSource, LogRecord, SchoolRecord } from "../school/record.ts";
import { wordMessages } from "./diagnostics.ts";
import { makeProblems } from "./problems.ts";
import type { ReadFolder } from "./read-folder.ts";

/** Every word that a policy's rules can take notice of. */
export interface Vocabulary {
  readonly flags: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  /** What acts are about. */
  readonly objects: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** The answers to each decision. */
  readonly decisions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The act by which decisions are answered. */
  readonly decide: string;
  /** Of the fields that hold a word of the policy, such as a reason or a channel, the words there are. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Stranger {
  readonly what: string;
  readonly word: string;
  readonly known: ReadonlySet<string>;
  readonly first: FactSource;
  readonly times: number;
}

/** One warning for each word that the vocabulary lacks. */
export async function checkWords(
  school: SchoolRecord,
  vocabulary: Vocabulary,
  folder: ReadFolder,
): Promise<readonly Diagnostic[]> {
  const problems = makeProblems();
  for (const { what, word, known, first, times } of strangersIn(school, vocabulary)) {
    const where = times === 1 ? "here" : times === 2 ? "here or in another row" : `here or in ${times - 1} other rows`;
    const suggestion = suggestName(word, known, plural(what));
    problems.report(
      wordMessages.dataWordUnknown,
      () => ({ what, word, where, suggestion, mend: mend(what, word) }),
      first,
    );
  }
  return problems.toDiagnostics(folder);
}

/** A word may be given a second name in the policy; an act, a decision or what they are about is written as the policy has it. */
function mend(what: string, word: string): string {
  return SECOND_NAMES.has(what) && /^[a-z][a-z0-9-]*$/.test(word)
    ? `Write the policy's own word in the file, or give it this second name in the policy: \`${what} ${word} same as …\`.`
    : "Write the policy's own word in the file.";
}

const SECOND_NAMES: ReadonlySet<string> = new Set(["flag", "role", "reason", "channel"]);

function plural(what: string): string {
  return what.startsWith("answer") ? what.replace("answer", "answers") : `${what}s`;
}

/** In the order of files and lines, each word of a kind once. */
function strangersIn(school: SchoolRecord, vocabulary: Vocabulary): readonly Stranger[] {
  const found = new Map<string, Stranger>();
  for (const { what, word, known, source } of wordsIn(school, vocabulary)) {
    // A policy that speaks of no flag at all has none that this could have been meant for.
    if (known.has(word) || known.size === 0 || word === "" || source === undefined) continue;
    const key = JSON.stringify([what, word, source.file]);
    const before = found.get(key);
    const first = before === undefined || source.line < before.first.line ? source : before.first;
    found.set(key, { what, word, known, first, times: 1 + (before?.times ?? 0) });
  }
  return [...found.values()];
}

interface Used {
  readonly what: string;
  readonly word: string;
  readonly known: ReadonlySet<string>;
  readonly source: FactSource | undefined;
}

function* wordsIn({ staff, log, pupils }: SchoolRecord, vocabulary: Vocabulary): Iterable<Used> {
  const { flags, roles, values } = vocabulary;
  const persons = pupils.flatMap(({ pupil }) => pupil.parents.map(({ person }) => person));
  const people = new Set([...roles, ...persons]);
  for (const { role, source } of staff) yield { what: "role", word: role, known: roles, source };
  for (const record of log) yield* wordsOfRecord(record, vocabulary, people);
  for (const { pupil, arrivals, log: own } of pupils) {
    for (const { name, source } of pupil.flags) yield { what: "flag", word: name, known: flags, source };
    for (const { fields, source } of arrivals) yield* wordsOfFields(fields, values, source);
    for (const record of own) yield* wordsOfRecord(record, vocabulary, people);
  }
}

function* wordsOfRecord(record: LogRecord, vocabulary: Vocabulary, people: ReadonlySet<string>): Iterable<Used> {
  const { act, object = "", by = "", to = [], fields, source } = record;
  const { acts, objects, decisions, decide, values } = vocabulary;
  if (act === decide) {
    yield { what: "decision", word: object, known: new Set(decisions.keys()), source };
    const answers = decisions.get(object);
    if (answers !== undefined)
      yield { what: `answer to ${object}`, word: fields["answer"] ?? "", known: answers, source };
  } else {
    yield { what: "act", word: act, known: acts, source };
    yield { what: "thing", word: object, known: objects, source };
  }
  for (const role of [by, ...to]) yield { what: "role", word: role, known: people, source };
  yield* wordsOfFields(fields, values, source);
}

function* wordsOfFields(
  fields: LogRecord["fields"],
  values: Vocabulary["values"],
  source: FactSource | undefined,
): Iterable<Used> {
  for (const [field, known] of values) yield { what: field, word: recordedText(fields, field), known, source };
}
