// A school under a policy whose figures are turned: what is worked out of the change alone is what working out everything gives.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { standAfter, standOfCohort } from "../../src/diff/cohort.ts";
import type { Cohort, CohortStand } from "../../src/diff/cohort.ts";
import { populationDiff } from "../../src/diff/compare-populations.ts";
import type { Policy } from "../../src/explain/case.ts";
import { figuresOf, stepped } from "../../src/language-service/figures.ts";
import type { PolicyFigure } from "../../src/language-service/figures.ts";
import { inventRecords } from "../../src/morning/invent-school.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { factsOf } from "../../src/runtime/dossier.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { momentOf } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import type { SourceText } from "../../src/source/text.ts";
import { finished } from "../../src/support/finished.ts";
import { libraryOf, readText } from "../policy-files.ts";
import { makeChance, randomRecord } from "../random-record.ts";

const changes = Number(process.env["PUPILS"] ?? 5);
const hour = 3_600_000;
const asOf = momentOf(knownDay("2026-02-06"), 14 * 3600);

interface Open {
  readonly source: SourceText;
  readonly policy: Policy;
  readonly compiled: (text: string) => Policy | undefined;
}

function open(name: string): Open {
  const file = new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url);
  const source = readText(file);
  if (source === undefined) throw new Error("no policy");
  const library = libraryOf(file);
  const compiled = (text: string): Policy | undefined => {
    const { ready, model } = compile(makeSource(source.name, text), library);
    return ready === undefined || model === undefined ? undefined : { ...ready, model };
  };
  const policy = compiled(source.text);
  if (policy === undefined) throw new Error(`${name} is not sound`);
  return { source, policy, compiled };
}

/** Pupils whose staff followed the policy, and pupils by chance, with records in any disorder and some known late. */
function cohortOf({ program }: Policy): Cohort {
  const invented = finished(inventRecords({ seed: 3, pupils: 4, until: asOf, program }));
  if (invented === undefined) throw new Error("no school");
  const { school, calendar } = invented;
  const from = knownDay("2025-09-08");
  const random = Array.from({ length: 5 }, (_, index) => randomRecord(program, calendar, 41 + index, from, from + 150));
  return { school: { ...school, pupils: [...school.pupils, ...random] }, calendar, asOf };
}

/** What a stand says, in no order. */
function said({ pupils, whole }: CohortStand): readonly (readonly string[])[] {
  return [...pupils, whole].map(({ statuses, bands, duties }) =>
    [
      ...statuses,
      ...bands.map((band) => JSON.stringify(band)),
      ...duties.map(({ procedure, duty, opened, stands, done }) =>
        JSON.stringify([procedure, duty.rule, duty.act, duty.object, duty.actors, opened, stands, done]),
      ),
    ].toSorted(),
  );
}

/** Some steps up or down, as far as the figure goes. */
function turnedFar({ kind, text }: PolicyFigure, direction: 1 | -1, steps: number): string | undefined {
  let turned = stepped(kind, text, direction);
  for (let step = 1; step < steps && turned !== undefined; step++) turned = stepped(kind, turned, direction) ?? turned;
  return turned;
}

function sortedDiff(before: CohortStand, after: CohortStand) {
  const { changes: things, workload, ...rest } = populationDiff(before, after);
  const byName = (a: { readonly title: string }, b: { readonly title: string }) => (a.title < b.title ? -1 : 1);
  return { ...rest, changes: things.toSorted(byName), workload: workload.toSorted(byName) };
}

let touched = 0;

describe.each(["hall-green", "rufford"])("%s", (name) => {
  const { source, policy, compiled } = open(name);
  const cohort = cohortOf(policy);
  const before = finished(standOfCohort(cohort, policy));
  const figures = figuresOf(
    compile(source, libraryOf(new URL(`../../policies/${name}/${name}.rollcall`, import.meta.url))).ast ?? fail(),
  ).filter(({ kind }) => kind !== "date");

  test(
    `${changes} figures turned come to the same for a slice as for the whole, one upon the other`,
    { timeout: hour },
    () => {
      let sliced = 0;
      let last = before;
      for (let seed = 1; seed <= changes; seed++) {
        const chance = makeChance(seed);
        const figure = figures[chance(figures.length)] ?? fail();
        const turned = turnedFar(figure, chance(2) === 0 ? 1 : -1, 1 + chance(8));
        if (turned === undefined) continue;
        const after = compiled(source.text.slice(0, figure.span.from) + turned + source.text.slice(figure.span.to));
        if (after === undefined) continue;
        const whole = finished(standOfCohort(cohort, after));
        // Once from the policy as it was, and once from the figure that was turned before.
        for (const from of [before, last]) {
          const slice = finished(standAfter(from, after));
          if (slice.extent === "slice") sliced += 1;
          expect(said(slice), `${figure.text} → ${turned}`).toEqual(said(whole));
          expect(slice.attendance).toEqual(whole.attendance);
          expect(sortedDiff(from, slice), `${figure.text} → ${turned}`).toEqual(sortedDiff(from, whole));
          last = slice;
        }
        touched += populationDiff(before, last).touched;
      }
      expect(sliced).toBeGreaterThan(0);
    },
  );

  test("a stand says what the outcome of each pupil says", () => {
    const world = makeWorld(policy.program, cohort.calendar);
    const everyone = cohort.school.pupils.map((record) => factsOf(world, record, asOf));
    cohort.school.pupils.forEach((record, place) => {
      const { statuses, bands, obligations } = evaluatePupil(world, record, asOf, everyone);
      const stand = before.pupils[place] ?? fail();
      expect(stand.statuses).toEqual(statuses.flatMap((each) => (each.holds === true ? [each.name] : [])));
      expect(stand.bands).toEqual(bands.flatMap((each) => (each.row === undefined ? [] : [[each.name, each.row]])));
      const owed = obligations.filter(({ state }) => state !== "upcoming");
      expect(stand.duties.map(({ duty, opened }) => `${opened} ${duty.rule}`).toSorted()).toEqual(
        owed.map(({ opened, rule }) => `${opened} ${rule}`).toSorted(),
      );
      const standing = owed.filter(({ state }) => state !== "not-needed" && state !== "forbidden");
      expect(stand.duties.filter(({ stands }) => stands)).toHaveLength(standing.length);
      const done = owed.filter(({ state }) => state === "done" || state === "done-late");
      expect(stand.duties.filter((each) => each.stands && each.done)).toHaveLength(done.length);
    });
  });

  test("a policy set against itself touches nobody, and keeps every stand as it is", () => {
    const same = finished(standAfter(before, policy));
    expect(same.pupils.every((stand, place) => stand === before.pupils[place])).toBe(true);
    expect(populationDiff(before, same)).toMatchObject({ touched: 0, changes: [] });
  });
});

test("the figures that were turned made a difference to somebody", () => {
  expect(touched).toBeGreaterThan(0);
});

function fail(): never {
  throw new Error("there is nothing to try");
}
