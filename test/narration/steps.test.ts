// What a step asks for, by when, how often and where not: a word left out made each of these sentences say something else.

import { expect, test } from "vitest";
import { saidItems } from "../../src/documents/procedure-blocks.ts";
import { ruleWords } from "../../src/documents/rule-words.ts";
import { sayAnchor } from "../../src/narration/say-anchor.ts";
import { voiceOf } from "./narrated.ts";

const WORDS = `act phone-home "phoned home"
act hear-home "home heard"
flag troubled "Has trouble at home"`;

function said(items: string, anchor = "pupil"): readonly string[] {
  const voice = voiceOf(`${WORDS}
procedure p "P" for each ${anchor} {
  step one on start {
    headteacher must phone-home
  }
  step two after one {
    ${items}
  }
}`);
  const procedure = voice.model.procedures.get("p");
  if (procedure === undefined) throw new Error("there is no procedure");
  return saidItems(voice, procedure, procedure.steps[1]?.items ?? []).map(({ words }) => words);
}

const RING = "headteacher must phone-home";

test.each([
  [
    "within 5 calendar days or next school day",
    "within 5 calendar days, or by the next school day where that ends on a day without school",
  ],
  [
    "within 5 calendar days or last school day before",
    "within 5 calendar days, or by the last school day before where that ends on a day without school",
  ],
  ["within 10 school days of start", "within 10 school days of the start"],
  ["within 10 school days of one", "within 10 school days of “one”"],
  ["within 10 school days of one opened", "within 10 school days of the beginning of “one”"],
  ["within 10 school days of one due", "within 10 school days of the deadline of “one”"],
])("%s", (deadline, words) => {
  expect(said(`${RING} ${deadline}`)).toEqual([`The headteacher must phone home ${words}.`]);
});

test.each([
  ["each time home heard", "Each time “home heard” is recorded, the headteacher must phone home."],
  [
    "each time home heard at most 2 per term",
    "Each time “home heard” is recorded, at most 2 times in a term, the headteacher must phone home.",
  ],
  [
    "every 2 weeks until troubled",
    "Every 2 weeks until the pupil has trouble at home, the headteacher must phone home.",
  ],
  [
    "every 1 week at most 1 per term until troubled",
    "Every week, at most once in a term, until the pupil has trouble at home, the headteacher must phone home.",
  ],
  ["each school day of pupil", "On each school day, the headteacher must phone home."],
])("%s", (cadence, words) => {
  expect(said(`${cadence} {\n${RING}\n}`)).toEqual([words]);
});

test("a branch says itself what it is the other side of", () => {
  expect(said(`if troubled {\nheadteacher must hear-home\n} otherwise {\n${RING}\n}`)).toEqual([
    "If the pupil has trouble at home, the headteacher must hear home.",
    "Unless the pupil has trouble at home, the headteacher must phone home.",
  ]);
});

test("a procedure that may start again is not for once, and an absence away from school is not every absence", () => {
  expect(sayAnchor({ anchor: { kind: "pupil" }, startsAgain: true })).toBe("each pupil, each time it starts");
  expect(sayAnchor({ anchor: { kind: "pupil" }, startsAgain: false })).toBe("each pupil, once");
  expect(sayAnchor({ anchor: { kind: "absence", of: "away", codes: [] }, startsAgain: false })).toBe(
    "each absence away from school",
  );
});

function rowsOf(lines: string): readonly string[] {
  const voice = voiceOf(`${WORDS}\n${lines}`);
  const find = ruleWords(voice);
  const { model } = voice;
  const rows = [...model.measures.values(), ...model.bands.values(), ...model.codings].flatMap(
    (table): readonly { readonly origin: { readonly span: Parameters<typeof find>[0]; readonly layer: string } }[] =>
      table.rows,
  );
  return rows.filter(({ origin }) => origin.layer === "a").map(({ origin }) => find(origin.span)?.says ?? "");
}

test("of rows the first that holds applies", () => {
  expect(rowsOf(`measure fee is {\n£160 when troubled\n£80 when phoned home\notherwise £100\n}`)).toEqual([
    "£160 if the pupil has trouble at home.",
    "Otherwise £80 if “phoned home” is on record.",
    "£100 in every other case.",
  ]);
  expect(
    rowsOf(`bands level of attendance this year {\n"Low" below 50%\n"Less" below 90%\n"Rest" at least 90%\n}`),
  ).toEqual(["“Low”: below 50%.", "“Less”: below 90%, where no row above holds.", "“Rest”: at least 90%."]);
  expect(rowsOf(`coding own {\nC when troubled\nI when phoned home\notherwise O\n}`)).toEqual([
    "When the pupil has trouble at home.",
    "Where no code before it applies, when “phoned home” is on record.",
    "In every other case.",
  ]);
});
