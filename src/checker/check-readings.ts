// Readings as written → what was asked, which one stands and why; reports those not chosen, or chosen twice (S31).

import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { pointSpan } from "../source/text.ts";
import { compareText } from "../support/compare-text.ts";
import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import { layerMessages } from "./diagnostics.ts";
import type * as Model from "./model.ts";
import { standingReading } from "./readings.ts";
import type { Choices } from "./readings.ts";
import { statementsIn, statementsWithin } from "./statements.ts";
import type { Statement } from "./statements.ts";

type Readings = Ast.Readings<{ readonly kind: string }>;

/** A readings block, and the readings of other blocks in which it stands. */
export interface PlacedReadings {
  readonly readings: Readings;
  readonly within: Choices;
}

/** Every readings block of a policy, however deep. */
export function allReadings(policy: Ast.Policy): readonly PlacedReadings[] {
  return readingsUnder(policy, new Map());
}

function readingsUnder(node: Statement, within: Choices): readonly PlacedReadings[] {
  // An example can be read in one way only.
  if (node.kind === "example") return [];
  if (node.kind !== "readings") return statementsWithin(node).flatMap((inner) => readingsUnder(inner, within));
  const readings: Readings = node;
  const inside = readings.alternatives.flatMap((reading) =>
    reading.body.flatMap((each) =>
      readingsUnder(each as Statement, new Map([...within, [readings.question.text, reading.label.text]])),
    ),
  );
  return [{ readings, within }, ...inside];
}

export function checkReadings(
  placed: readonly PlacedReadings[],
  layer: string,
  choices: Choices,
  report: (diagnostic: Diagnostic) => void,
): readonly Model.ReadingChoice[] {
  const asked = new Map<string, Readings>();
  const found: Model.ReadingChoice[] = [];
  for (const { readings } of placed) {
    const first = asked.get(readings.question.text);
    if (first !== undefined) {
      reportDisagreement(first, readings, report);
      continue;
    }
    asked.set(readings.question.text, readings);
    reportFaults(readings, choices, report);
    const everywhere = placed
      .map((each) => each.readings)
      .filter(({ question }) => question.text === readings.question.text);
    found.push(choiceOf(readings, everywhere, layer, choices));
  }
  return found;
}

function choiceOf(
  readings: Readings,
  everywhere: readonly Readings[],
  layer: string,
  choices: Choices,
): Model.ReadingChoice {
  const standing = standingReading(readings, choices);
  const decided =
    standing !== undefined && (standing.chosen || choices.get(readings.question.text) === standing.label.text);
  return withoutUndefined({
    question: readings.question.text,
    chosen: decided ? standing.label.text : undefined,
    because: decided ? standing.because?.text : undefined,
    alternatives: readings.alternatives.map((reading) => reading.label.text),
    grounds: readings.alternatives.map(({ label }) => ({
      label: label.text,
      clauses: groundsOf(label.text, everywhere),
    })),
    origin: { span: readings.span, clauses: readings.clauses.map((clause) => clause.text), layer },
  });
}

/** Wherever the question is asked, the clauses of that answer: its own, and those of all that stands in it. */
function groundsOf(label: string, everywhere: readonly Readings[]): readonly string[] {
  const answers = everywhere.flatMap(({ alternatives }) => alternatives.filter((each) => each.label.text === label));
  return [...new Set(answers.flatMap((answer) => clausesUnder(answer as Statement)))].toSorted(compareText);
}

function clausesUnder(statement: Statement): readonly string[] {
  return statementsIn(statement).flatMap(({ clauses }) => clauses.map(({ text }) => text));
}

function reportFaults(readings: Readings, choices: Choices, report: (diagnostic: Diagnostic) => void): void {
  const { alternatives } = readings;
  const question = readings.question.text;
  const chosen = alternatives.filter((reading) => reading.chosen);
  const [first, second] = chosen;
  const { span } = readings.question;
  if (alternatives.length < 2) report(layerMessages.readingStandsAlone({ question }, span));
  if (first === undefined && !alternatives.some((reading) => reading.label.text === choices.get(question))) {
    report(layerMessages.readingNotChosen({ question }, span, { fixes: choosingFixes(alternatives) }));
  }
  if (first !== undefined && second !== undefined) {
    const labels = [{ span: first.label.span, text: "chosen here" }];
    report(layerMessages.readingChosenTwice({ question }, second.label.span, { labels }));
  }
  for (const reading of chosen) {
    if (reading.because === undefined)
      report(layerMessages.readingWithoutReason({ label: reading.label.text }, reading.label.span));
  }
  alternatives.forEach((reading, index) => {
    const same = alternatives.findIndex((other) => other.label.text === reading.label.text);
    if (same === index) return;
    const args = { question, label: reading.label.text };
    report(layerMessages.readingLabelTwice(args, reading.label.span));
  });
}

/** The YAML form says it with a key of its own, where an inserted word would do harm. */
function choosingFixes(alternatives: Readings["alternatives"]): readonly Fix[] {
  return alternatives
    .filter(({ label }) => !/\.ya?ml$/.test(label.span.source.name))
    .map(({ label }) => ({
      title: `choose "${label.text}"`,
      edits: [{ span: pointSpan(label.span.source, label.span.from), text: "chosen " }],
    }));
}

/** One question may be asked in several places; one answer then settles them all. */
function reportDisagreement(first: Readings, second: Readings, report: (diagnostic: Diagnostic) => void): void {
  const key = ({ alternatives }: Readings): string =>
    alternatives
      .map((reading) => JSON.stringify([reading.label.text, reading.chosen]))
      .toSorted()
      .join();
  if (key(first) === key(second)) return;
  const labels = [{ span: first.question.span, text: "asked here first" }];
  report(layerMessages.readingsDisagree({ question: second.question.text }, second.question.span, { labels }));
}
