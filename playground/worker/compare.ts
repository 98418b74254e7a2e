// Many policies → one table of what each lays down, and of what each makes of one pupil.

import {
  compareMany,
  compareOutcomes,
  comparisonToMarkdown,
  makeWorld,
  positionOf,
  sayMoment,
  writeCsv,
} from "../../src/index.ts";
import type { Comparison, Entry, Outcome } from "../../src/index.ts";
import type {
  Compared,
  ComparedEntry,
  ComparedProvision,
  ComparedRow,
  CompareQuestions,
  LeftOut,
  PolicyTable,
  PupilAsked,
  PupilTable,
} from "./compare-protocol.ts";
import { problemOf } from "./problems.ts";
import type { PupilView } from "./pupil-protocol.ts";
import { alwaysThere } from "./pupil-record.ts";
import { lookAt } from "./pupil.ts";
import { compileText, openShelved, readyOf } from "./ready.ts";
import type { Ready } from "./ready.ts";
import type { Work } from "./work.ts";

interface Side {
  readonly asked: Compared;
  readonly ready: Ready;
}

interface Opened {
  readonly sides: readonly Side[];
  readonly leftOut: readonly LeftOut[];
}

export async function comparePolicies(
  { policies }: CompareQuestions["comparePolicies"]["ask"],
  work: Work,
): Promise<PolicyTable> {
  const opened = await openAll(policies, work);
  return tableOf(comparisonOf(opened), opened);
}

export async function comparePupil(
  { policies, pupil }: CompareQuestions["comparePupil"]["ask"],
  work: Work,
): Promise<PupilTable> {
  const opened = await openAll(policies, work);
  const looks = looksAt(opened, pupil);
  return { ...tableOf(pupilComparison(opened, looks, pupil), opened), views: looks.map(({ view }) => view) };
}

export async function compareFile(
  { policies, pupil, format, only }: CompareQuestions["compareFile"]["ask"],
  work: Work,
): Promise<string> {
  const opened = await openAll(policies, work);
  const whole = pupil === undefined ? comparisonOf(opened) : pupilComparison(opened, looksAt(opened, pupil), pupil);
  const kept = only === undefined ? undefined : new Set(only.map((row) => JSON.stringify(row)));
  const comparison = {
    ...whole,
    rows: whole.rows.filter(({ section, title }) => kept?.has(JSON.stringify([section, title])) ?? true),
  };
  return format === "markdown" ? comparisonToMarkdown(comparison) : csvOf(comparison);
}

function csvOf({ policies, rows }: Comparison): string {
  const headings = ["Section", "Subject", ...policies.map(({ title }) => title)];
  return writeCsv(
    headings,
    rows.map(({ section, title, cells }) => [section, title, ...cells.map((cell) => cell.map(entryText).join("; "))]),
  );
}

function entryText({ says, law, clauses }: Entry): string {
  return `${says}${law ? " (law)" : ""}${clauses.length === 0 ? "" : ` [${clauses.join(", ")}]`}`;
}

// ---------------------------------------------------------------- the policies

async function openAll(policies: readonly Compared[], work: Work): Promise<Opened> {
  const sides: Side[] = [];
  const leftOut: LeftOut[] = [];
  for (const [done, asked] of policies.entries()) {
    work.tell({ what: nameOf(asked), done, all: policies.length });
    await work.breathe();
    const policy = asked.kind === "edited" ? asked.policy : await openShelved(asked.name);
    const readings = asked.kind === "edited" ? asked.readings : [];
    const ready = policy === undefined ? undefined : await readyOf(policy, readings);
    if (ready !== undefined) sides.push({ asked, ready });
    else if (policy !== undefined) {
      const { diagnostics, source } = await compileText(policy, readings);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      leftOut.push({ name: nameOf(asked), problems: errors.map((error) => problemOf(error, source)) });
    }
  }
  return { sides, leftOut };
}

function nameOf(asked: Compared): string {
  return asked.kind === "shelved" ? asked.name : (asked.policy.name.split("/")[0] ?? asked.policy.name);
}

function comparisonOf({ sides }: Opened): Comparison {
  return compareMany(sides.map(({ ready }) => ready.compilation.model));
}

function tableOf({ policies, rows }: Comparison, { sides, leftOut }: Opened): PolicyTable {
  return {
    policies,
    rows: rows.map(({ section, title, cells, ranks }): ComparedRow => ({
      section,
      title,
      cells: cells.map((cell, place) => {
        const side = sides[place];
        return side === undefined ? [] : cell.map((entry) => entryFor(entry, side));
      }),
      ranks,
    })),
    leftOut,
  };
}

function entryFor({ says, law, clauses, origin }: Entry, { ready, asked }: Side): ComparedEntry {
  const provision = origin === undefined ? undefined : provisionAt(origin.span, ready, asked);
  return { says, law, clauses: clauses.map(ready.clauseOf), ...(provision === undefined ? {} : { provision }) };
}

/** Characters of a provision that are shown. */
const SHOWN = 1200;

function provisionAt(span: Parameters<typeof positionOf>[0], ready: Ready, asked: Compared): ComparedProvision {
  const { source, from, to } = span;
  const whole = source.text.slice(from, to);
  const text = whole.length <= SHOWN ? whole : `${whole.slice(0, whole.lastIndexOf("\n", SHOWN))}\n…`;
  const isEdited = asked.kind === "edited" && source === ready.compilation.source;
  return {
    text: outdented(text, positionOf(span).column - 1),
    place: `${source.name.split("/").at(-1) ?? source.name}, line ${positionOf(span).line}`,
    ...(isEdited ? { span: { from, to } } : {}),
  };
}

/** The first line lost its indent when it was cut out; the others lose as much. */
function outdented(text: string, indent: number): string {
  return text
    .split("\n")
    .map((line, place) => (place === 0 ? line : line.slice(Math.min(indent, line.length - line.trimStart().length))))
    .join("\n");
}

// ---------------------------------------------------------------- one pupil

interface Look {
  readonly outcome: Outcome;
  readonly view: PupilView;
}

/** By the calendar of the first policy: the dates are its. What a child always in school would get is left out. */
function looksAt({ sides }: Opened, { sketch, asOf }: PupilAsked): readonly Look[] {
  const [first] = sides;
  return sides.map(({ ready }) => {
    const calendar = first?.ready.calendar ?? ready.calendar;
    const here = { ...ready, calendar, world: makeWorld(ready.compilation.ready.program, calendar) };
    const [looked, plain] = [lookAt(here, sketch, asOf), lookAt(here, alwaysThere(sketch), asOf)];
    const usual = new Set(plain.case.outcome.obligations.map(({ id }) => id));
    const asked = new Set(plain.view.questions.map(({ decision }) => decision));
    const held = new Set(plain.view.standing.map(({ name }) => name));
    const { outcome } = looked.case;
    return {
      outcome: {
        ...outcome,
        statuses: outcome.statuses.filter(({ name }) => !held.has(name)),
        obligations: outcome.obligations.filter(({ id }) => !usual.has(id)),
        questions: outcome.questions.filter(({ decision }) => !asked.has(decision)),
      },
      view: {
        ...looked.view,
        standing: looked.view.standing.filter(({ name }) => !held.has(name)),
        owed: looked.view.owed.filter(({ id }) => !usual.has(id)),
        questions: looked.view.questions.filter(({ decision }) => !asked.has(decision)),
      },
    };
  });
}

function pupilComparison({ sides }: Opened, looks: readonly Look[], { title, asOf }: PupilAsked): Comparison {
  const policies = sides.map(({ ready: { compilation } }) => ({ ...compilation.ready, model: compilation.model }));
  return compareOutcomes(
    policies,
    looks.map(({ outcome }) => outcome),
    `${title}, ${sayMoment(asOf)}`,
  );
}
