// A policy's own examples, played and watched → which of its rules they reach, which conditions they see hold and fail, and at
// which edges somebody stands. What is reached need not be held in place: that is for the edits of trial.ts to say.

import type { CheckedExample } from "../checker/example.ts";
import { runExample } from "../examples/run-example.ts";
import type { RunnablePolicy } from "../examples/runnable.ts";
import type { Test } from "../runtime/program.ts";
import type { Calendar } from "../school/calendar.ts";
import { spanText } from "../source/text.ts";
import type { SourceText, Span } from "../source/text.ts";
import type * as Ast from "../syntax/ast.ts";
import { conditionPlaces } from "./condition-places.ts";
import { rulePlaces } from "./rule-places.ts";
import type { RulePlace } from "./rule-places.ts";
import { placeOfSpan } from "./rule-places.ts";
import { seen, watchProgram } from "./watched-program.ts";
import type { Inner } from "./watched-program.ts";

export interface ReachedPlace extends RulePlace {
  readonly reached: boolean;
  /** What was never seen of it: that it was looked at at all, that it held, that it did not. */
  readonly never: "reached" | "held" | "failed" | undefined;
  /** Of an edge: somebody stood exactly at it. */
  readonly atEdge: boolean;
}

/** One declaration of the policy, or one question of reading. */
export interface CoveredDeclaration {
  readonly title: string;
  readonly span: Span;
  /** In the order of the file. */
  readonly places: readonly ReachedPlace[];
}

export interface CoverQuestion {
  readonly policy: RunnablePolicy;
  readonly ast: Ast.Policy;
  readonly source: SourceText;
  readonly examples: readonly CheckedExample[];
  readonly calendar: Calendar;
}

/** Declarations without a rule, such as a role, are left out. `told` hears how many examples have been played. */
export function coverExamples(
  { policy, ast, source, examples, calendar }: CoverQuestion,
  told: (done: number, all: number) => void = () => undefined,
): readonly CoveredDeclaration[] {
  const { places, inner } = rulePlaces(policy, source);
  const watched = watchProgram(policy.ir, inner);
  const makeTest: RunnablePolicy["makeTest"] = (condition, call) => {
    const known: Inner = new Map(
      conditionPlaces(policy.model, condition, call)
        .filter(({ span }) => span.source === source && watched.places.has(placeOfSpan(span)))
        .map((place) => [place.call, [placeOfSpan(place.span)]]),
    );
    return watched.watch(call, known) as Test;
  };
  watched.begin();
  examples.forEach((example, index) => {
    told(index, examples.length);
    runExample({ ...policy, program: watched.program, makeTest }, example, calendar);
  });
  const sightings = watched.sightings().seen;
  const reached = places.map((place) => lookAt(place, sightings[watched.places.get(place.place) ?? -1] ?? 0));
  return byDeclaration(ast, reached);
}

function lookAt(place: RulePlace, sight: number): ReachedPlace {
  const never = neverSeen(place.kind, sight);
  return { ...place, never, reached: never === undefined, atEdge: (sight & seen.edge) !== 0 };
}

function neverSeen(kind: RulePlace["kind"], sight: number): ReachedPlace["never"] {
  if ((sight & seen.looked) === 0) return "reached";
  if (kind === "rule") return undefined;
  if ((sight & seen.held) === 0) return "held";
  // What is not known opens nothing, as what is false does.
  return (sight & (seen.failed | seen.unknown)) === 0 ? "failed" : undefined;
}

function byDeclaration(ast: Ast.Policy, places: readonly ReachedPlace[]): readonly CoveredDeclaration[] {
  return ast.declarations.flatMap((declaration) => {
    const { span } = declaration;
    const mine = places.filter((place) => place.span.from >= span.from && place.span.to <= span.to);
    return mine.length === 0 ? [] : [{ title: titleOf(declaration), span, places: mine }];
  });
}

/** The first words of the declaration, as the author wrote them. */
function titleOf(declaration: Ast.Declaration): string {
  if (declaration.kind === "readings") return `readings “${declaration.question.text}”`;
  return spanText(declaration.span)
    .replaceAll(/\s+/g, " ")
    .split(/ ["{[]| is | when | for each | every | from /)[0] as string;
}
