// What the page is told when somebody points at something, from the worker's own answers.

import { beforeAll, describe, expect, test } from "vitest";
import { stories } from "../../playground/pupil/story-book.ts";
import { answer } from "../../playground/worker/desk.ts";
import type { PolicyText, Questions } from "../../playground/worker/protocol.ts";
import type { About, PupilView, Why } from "../../playground/worker/pupil-protocol.ts";

function ask<K extends keyof Questions>(kind: K, about: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
  return answer<K>({ id: 1, kind, ask: about }, { tell: () => undefined, breathe: () => Promise.resolve() });
}

let policy: PolicyText;
let view: PupilView;
const story = stories.find(({ name }) => name === "second-notice");

beforeAll(async () => {
  policy = (await ask("shelf", { name: "hall-green" })) as PolicyText;
  await ask("compile", { policy, readings: [] });
  if (story === undefined) throw new Error("the story is gone");
  view = (await ask("pupil", { sketch: story.sketch, asOf: story.day * 86_400 + 16 * 3600 })) as PupilView;
});

async function why(about: About): Promise<Why> {
  const told = await ask("why", { about });
  if (told === undefined) throw new Error(`nothing is said of ${about.kind}`);
  return told;
}

function lit({ place }: Why): string {
  return place === undefined ? "" : policy.text.slice(place.from, place.to);
}

describe("pointing", () => {
  test("finds every line that Hall Green draws through a year's attendance, highest first", () => {
    const shares = [...new Set(view.limits.map(({ n, d }) => `${(n * 1000) / d}`))];
    expect(shares).toEqual(["955", "950", "900", "500"]);
  });

  test("at a limit lights the rule that draws it", async () => {
    const { rule, says } = view.limits[0] as PupilView["limits"][number];
    expect(lit(await why({ kind: "limit", rule, says }))).toContain("attendance this year below target");
  });

  test("at a status says what it looked at, and lights the marks it counted", async () => {
    const told = await why({ kind: "status", name: "at-ten-sessions" });
    expect(told.sentence).toMatch(/^“Ten sessions in ten school weeks” holds, because .*10 sessions/);
    expect(lit(told)).toContain("status at-ten-sessions");
    expect(told.sessions).toHaveLength(10);
    expect(told.clauses.map(({ id }) => id)).toContain("HAL-077");
  });

  test("at a status of the nation says the clause in plain words, and lights nothing in the school's text", async () => {
    const told = await why({ kind: "status", name: "data-shared-daily" });
    expect(told.place).toBeUndefined();
    expect(told.rule).toMatch(/^england\.rollcall, line \d+$/);
    expect(told.clauses[0]?.says).not.toBe("");
  });

  test("at a question says for which rule it is asked", async () => {
    const { id } = view.questions.find(({ person }) => person === "father") as PupilView["questions"][number];
    expect((await why({ kind: "question", id })).sentence).toContain("“Did this parent allow the leave?” is asked for");
  });

  test("at a mark says how it counts and what rests on it", async () => {
    const told = await why({ kind: "session", session: "20514 AM" });
    expect(told.sentence).toBe(
      "Mon 2 Mar 2026, morning: G, Holiday without leave. It counts as an unauthorised absence (ENG-006).",
    );
    expect(told.rests.length).toBeGreaterThan(0);
  });

  test("at a record says what rests on it, and at one that is gone nothing", async () => {
    const told = await why({ kind: "entry", entry: 3 });
    expect(told.rests.map(({ what }) => what).join()).toContain("must consider penalty notice");
    expect(await ask("why", { about: { kind: "entry", entry: 99 } })).toBeUndefined();
    expect(await ask("why", { about: { kind: "owed", id: "nothing" } })).toBeUndefined();
    expect(await ask("why", { about: { kind: "session", session: "<script> AM" } })).toBeUndefined();
  });

  test("at a step that has not come says what it lacks, of that procedure alone", async () => {
    const answers = await ask("whyNot", { wanted: "letter", procedure: "stages" });
    expect(answers.map(({ procedure }) => procedure)).toEqual(["If absence continues"]);
    expect(answers[0]?.sentence).toContain("Is the attendance causing concern?");
    expect(await ask("whyNot", { wanted: "no-such-step" })).toEqual([]);
  });
});
