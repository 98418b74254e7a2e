// Is the policy more than decoration? Every cited rule is taken away, and every edge and figure in it moved by a step; an
// example whose outcome changes has noticed. What nothing notices, nothing holds in place.

import { interpret } from "../backends/interpreter/interpret.ts";
import { checkPolicy } from "../checker/check-policy.ts";
import type { PolicyInput } from "../checker/check-policy.ts";
import type { CheckedExample } from "../checker/example.ts";
import { sound } from "../checker/sound.ts";
import type { Compilation } from "../compile.ts";
import { messageOf } from "../diagnostics/template.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { runExample } from "../examples/run-example.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import { lower } from "../ir/from-model.ts";
import type { Calendar } from "../school/calendar.ts";
import { spanText } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { coverClauses } from "./clause-coverage.ts";
import type { ClauseCoverage } from "./clause-coverage.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutants.ts";

/**
 * `example`: an example came out otherwise, or can no longer be said. `name`: other rules speak of what was taken away.
 * `silence`: what was taken away was a hole, and the list of what the policy leaves unsaid is shorter by it.
 * `compiler`: the changed policy does not compile, which proves nothing. `nothing`: all is as before.
 */
export type Notice =
  | { readonly by: "example"; readonly title: string }
  | { readonly by: "name"; readonly message: string }
  | { readonly by: "silence"; readonly what: string }
  | { readonly by: "compiler"; readonly message: string }
  | { readonly by: "nothing" };

export interface Proof {
  readonly mutant: Mutant;
  readonly notice: Notice;
}

export interface ProofReport extends ClauseCoverage {
  readonly proofs: readonly Proof[];
  /** Examples that fail on the policy as it stands: they can prove nothing. */
  readonly failing: readonly string[];
}

export interface ProofQuestion {
  readonly compilation: Compilation & { readonly ast: Ast.Policy; readonly model: NonNullable<Compilation["model"]> };
  readonly parent: PolicyInput["parent"];
  readonly clauses: NonNullable<Compilation["clauses"]>;
  readonly calendar: Calendar;
  /** Only rules that cite this clause. */
  readonly only?: string | undefined;
}

/** `told` hears how many changes have been tried. */
export function prove(question: ProofQuestion, told?: (done: number, all: number) => void): ProofReport {
  const { compilation, only, clauses } = question;
  const workshop = openWorkshop(question);
  const mutants = distinct(mutantsOf(compilation.ast)).filter(
    (mutant) => only === undefined || mutant.clauses.includes(only),
  );
  const proofs = mutants.map((mutant, index): Proof => {
    told?.(index, mutants.length);
    return { mutant, notice: noticeOf(workshop, mutant) };
  });
  const ids = [...clauses.clauses.keys()].filter((id) => only === undefined || id === only);
  return { ...provenCoverage(coverClauses(compilation.ast, ids), proofs), proofs, failing: workshop.failing };
}

/** A clause stays evaluated only if some change to its rules is noticed and none goes by unnoticed. */
function provenCoverage({ evaluated, noted, missing }: ClauseCoverage, proofs: readonly Proof[]): ClauseCoverage {
  const loose = new Set(proofs.filter(({ notice }) => notice.by === "nothing").flatMap(({ mutant }) => mutant.clauses));
  const held = new Set(proofs.filter(({ notice }) => proves(notice)).flatMap(({ mutant }) => mutant.clauses));
  const stays = (id: string): boolean => held.has(id) && !loose.has(id);
  return { evaluated: evaluated.filter(stays), noted, missing: [...missing, ...evaluated.filter((id) => !stays(id))] };
}

/** A change that the compiler refuses was never tried, and speaks neither for the rule nor against it. */
export function proves({ by }: Notice): boolean {
  return by === "example" || by === "name" || by === "silence";
}

/** The same change found twice, such as one reading that several of its rules cite, is tried once, for all their clauses. */
function distinct(mutants: readonly Mutant[]): readonly Mutant[] {
  const groups = Map.groupBy(mutants, (mutant) =>
    mutant.kind === "read" ? JSON.stringify([...mutant.choose]) : `${mutant.span.from} ${mutant.says}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, clauses: [...new Set([first, ...others].flatMap(({ clauses }) => clauses))] }],
  );
}

// ---------------------------------------------------------------- trying one change

interface Workshop {
  readonly question: ProofQuestion;
  /** The examples that pass as things stand, and the words of each. */
  readonly examples: readonly { readonly example: CheckedExample; readonly text: string }[];
  readonly failing: readonly string[];
  /** The readings as chosen. Saying so spares the checker from trying all the others too. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly holes: ReadonlySet<string>;
  /** The example that noticed last: it often notices the next change of the same rule. */
  lastNotice: string;
}

function openWorkshop(question: ProofQuestion): Workshop {
  const { compilation, calendar } = question;
  const chosen = new Map(compilation.model.readings.map(({ question: asked, chosen: label }) => [asked, label ?? ""]));
  const policy = compilation.ready === undefined ? undefined : { ...compilation.ready, model: compilation.model };
  const passing = compilation.examples.map((example) => ({
    example,
    text: spanText(example.origin.span),
    passes: policy !== undefined && runExample(policy, example, calendar).passed,
  }));
  return {
    question,
    examples: passing.filter(({ passes }) => passes),
    failing: passing.filter(({ passes }) => !passes).map(({ example }) => example.title),
    chosen,
    holes: new Set(compilation.model.holes.map(({ name }) => name)),
    lastNotice: "",
  };
}

function noticeOf(workshop: Workshop, mutant: Mutant): Notice {
  const { parent, clauses } = workshop.question;
  const { model, diagnostics, examples } = checkPolicy({
    policy: mutant.ast,
    parent,
    clauses,
    choose: new Map([...workshop.chosen, ...mutant.choose]),
  });
  const checked = sound(model, diagnostics);
  if (checked === undefined) return noticeOfErrors(workshop, diagnostics);
  const lowered = lower(checked);
  const policy: RunnablePolicy = { ...lowered, model, program: interpret(lowered.ir) };
  const title = failingExample(workshop, mutant, policy, new Map(examples.map((example) => [example.title, example])));
  if (title !== undefined) {
    workshop.lastNotice = title;
    return { by: "example", title };
  }
  const kept = new Set(model.holes.map(({ name }) => name));
  const silence = mutant.kind === "remove" ? [...workshop.holes].find((name) => !kept.has(name)) : undefined;
  return silence === undefined ? { by: "nothing" } : { by: "silence", what: silence };
}

/** The first example that comes out otherwise, the likeliest tried first. */
function failingExample(
  { examples, question, lastNotice }: Workshop,
  mutant: Mutant,
  policy: RunnablePolicy,
  changed: ReadonlyMap<string, CheckedExample>,
): string | undefined {
  const names = namesIn(mutant);
  const likelihood = (title: string, text: string): number =>
    (title === lastNotice ? 1000 : 0) +
    (mutant.clauses.some((id) => text.includes(id)) ? 100 : 0) +
    names.filter((name) => text.includes(name)).length;
  return examples
    .map(({ example, text }) => ({ title: example.title, likely: likelihood(example.title, text) }))
    .toSorted((a, b) => b.likely - a.likely)
    .find(({ title }) => {
      const example = changed.get(title);
      return example === undefined || !runExample(policy, example, question.calendar).passed;
    })?.title;
}

function namesIn({ span }: Mutant): readonly string[] {
  return [...new Set(spanText(span).match(/[a-z][a-z-]{4,}/g) ?? [])];
}

/** An example that can no longer be said has noticed; so has a rule that speaks of what is gone. */
function noticeOfErrors({ examples }: Workshop, diagnostics: readonly Diagnostic[]): Notice {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const dangling = errors.find(({ code }) => code.startsWith("unknown-") || code === "layer-still-needs");
  const error = dangling ?? errors[0];
  if (error === undefined) return { by: "nothing" };
  const message = messageOf(error);
  if (dangling === undefined) return { by: "compiler", message };
  const speaker = examples.find(({ example }) => {
    const { span } = example.origin;
    return span.source === dangling.span.source && span.from <= dangling.span.from && dangling.span.to <= span.to;
  });
  return speaker === undefined ? { by: "name", message } : { by: "example", title: speaker.example.title };
}
