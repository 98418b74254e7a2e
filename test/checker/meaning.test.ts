// What texts come to mean: values, windows, moments and conditions with every name bound and every unit known.

import { describe, expect, test } from "vitest";
import type * as Model from "../../src/checker/model.ts";
import { sound } from "../../src/checker/sound.ts";
import { knownDay } from "../../src/school/day.ts";
import { checkLayer, checkText, said, school } from "./check-text.ts";

/** The model of a school with these declarations, which must be free of faults. */
function modelOf(declarations: string): Model.Model {
  const { model, diagnostics } = checkText(school(declarations));
  expect(said(diagnostics)).toEqual([]);
  return model;
}

/** The condition of a status, without places. */
function conditionOf(condition: string, declarations = ""): unknown {
  const rule = modelOf(`${declarations}\nstatus asked when ${condition}`).statuses.get("asked")?.rule;
  return rule?.kind === "when" ? plain(rule.condition) : undefined;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "span" && key !== "origin");
  return Object.fromEntries(kept.map(([key, part]) => [key, plain(part)]));
}

function stepsOf(procedure: string): readonly Model.Step[] {
  return modelOf(procedure).procedures.get("asked")?.steps ?? [];
}

describe("a value", () => {
  test.each([
    ["95.5%", { n: 955, d: 1000 }, { kind: "percent" }],
    ["95 per cent", { n: 95, d: 100 }, { kind: "percent" }],
    ["£62.50", 6250, { kind: "money" }],
    ["£1,000", 100_000, { kind: "money" }],
    ["5 pounds", 500, { kind: "money" }],
    ["08:55", 8 * 3600 + 55 * 60, { kind: "time" }],
    ["2026-03-02", knownDay("2026-03-02"), { kind: "date" }],
    ["15 school days", 15, { kind: "quantity", unit: "school-day" }],
    ["3", 3, { kind: "number" }],
    ['"the hall"', "the hall", { kind: "text" }],
  ])("is held exactly, with its unit: %s", (text, value, type) => {
    const parameter = modelOf(`parameter asked is ${text}`).parameters.get("asked");
    expect(plain(parameter?.history)).toEqual([{ value: { kind: "constant", value, type } }]);
    expect(parameter?.type).toEqual(type);
  });

  test("takes the unit of a count beside it, which says what is counted", () => {
    expect(conditionOf("count of late sessions this term at least 3")).toMatchObject({
      right: { kind: "constant", value: 3, type: { kind: "quantity", unit: "session" } },
    });
  });

  test("may be a parameter wherever a literal may stand", () => {
    expect(conditionOf("attendance this year below target")).toMatchObject({
      right: { kind: "parameter", name: "target", type: { kind: "percent" } },
    });
  });

  test("that the text leaves open takes the unit wanted of it, so that nothing is guessed (S31)", () => {
    expect(
      conditionOf("count of late sessions this term at least limit", "parameter limit is unspecified"),
    ).toMatchObject({
      right: { kind: "parameter", name: "limit", type: { kind: "quantity", unit: "session" } },
    });
  });

  test("begins on the day after the one before it ends, when it says no beginning (S15)", () => {
    const history = modelOf("parameter asked is £60 until 2024-08-18, £80").parameters.get("asked")?.history;
    expect(history?.map(({ from, until }) => [from, until])).toEqual([
      [undefined, knownDay("2024-08-18")],
      [knownDay("2024-08-19"), undefined],
    ]);
  });
});

describe("a window (S14)", () => {
  test.each([
    ["this year", { kind: "this", period: "school-year" }],
    ["this half-term", { kind: "this", period: "half-term" }],
    ["today", { kind: "this", period: "day" }],
    ["previous term", { kind: "previous", period: "term" }],
    ["last 3 years", { kind: "last", n: 3, unit: "year" }],
    ["last 20 school days", { kind: "last", n: 20, unit: "school-day" }],
    ["in 10 school weeks", { kind: "school-weeks", n: 10 }],
    ["since 2024-08-19", { kind: "since", start: { kind: "date", day: knownDay("2024-08-19") } }],
    ["since leave asked", { kind: "since", start: { kind: "act", act: "ask-leave" } }],
    [
      "between first-day and last-day",
      { kind: "between", start: { kind: "field", field: "first-day" }, end: { kind: "field", field: "last-day" } },
    ],
    ["ever", { kind: "ever" }],
  ])("is read as it is written: %s", (text, window) => {
    expect(conditionOf(`count of absent sessions ${text} at least 3`)).toMatchObject({
      left: { kind: "sessions", window },
    });
  });
});

describe("sessions", () => {
  test("that are absent are told from those that are away: U is absent and on site (S9)", () => {
    expect(conditionOf("absent")).toEqual({ kind: "session-now", of: { category: "absent", codes: [] } });
    expect(conditionOf("away")).toEqual({ kind: "session-now", of: { category: "away", codes: [] } });
    const late = modelOf("").codes.filter((code) => code.late);
    expect(late.map(({ name, category, onSite }) => [name, category, onSite])).toEqual([
      ["L", "attending", true],
      ["U", "unauthorised", true],
    ]);
  });

  test.each([
    ["count of unauthorised sessions coded G, O this term at least 3", "sessions", "unauthorised", ["G", "O"]],
    ["count of absent days coded I this term at least 3", "days", "absent", ["I"]],
    ["count of absences this term at least 3", "occasions", "absent", []],
    ["count of unauthorised absences this term at least 3", "occasions", "unauthorised", []],
    ["longest run of absent school days this term at least 3", "run", "absent", []],
    ["share of late sessions this term at least 3%", "rate", "late", []],
    ["attendance this term at least 3%", "rate", "attended", []],
    ["absence this term at least 3%", "rate", "absent", []],
    ["count of sessions this term at least 3", "sessions", "any", []],
  ])("are counted as they are spoken of: %s (S10)", (text, kind, category, codes) => {
    expect(conditionOf(text)).toMatchObject({ left: { kind, of: { category, codes } } });
  });

  test("of a class, a group or the school are summed over it (S17)", () => {
    expect(conditionOf("attendance of class this term below 90%")).toMatchObject({
      left: { population: { kind: "class" } },
    });
    expect(conditionOf("attendance of juniors this term below 90%")).toMatchObject({
      left: { population: { kind: "word", name: "juniors" } },
    });
  });

  test("at a step are those of the year that the procedure lives on, up to then (S16)", () => {
    const [, look] = stepsOf(`procedure asked for each term {
      step meeting on start {
        headteacher must hold meeting with parents by end of day
      }
      step look when attendance at meeting below 90% {
        headteacher must hold meeting with parents by end of day
      }
    }`);
    expect(plain(look?.trigger)).toMatchObject({
      condition: {
        left: {
          window: { kind: "this", period: "term" },
          at: { kind: "step", procedure: "asked", step: "meeting", when: "done" },
        },
      },
    });
  });
});

describe("words", () => {
  test("name an act as the text speaks of it, with or without what it was done to (S12)", () => {
    expect(conditionOf("contact made today")).toEqual({
      kind: "done",
      act: "make-contact",
      window: { kind: "this", period: "day" },
    });
    expect(conditionOf("letter-1 sent")).toEqual({ kind: "done", act: "send", object: "letter-1" });
    expect(conditionOf("contact made before 09:30")).toMatchObject({
      kind: "done",
      edge: "before",
      moment: { kind: "clock", time: { value: 9 * 3600 + 30 * 60 } },
    });
  });

  test("name an act without words of its own by its name and `done`", () => {
    expect(conditionOf("drill done", "act drill")).toEqual({ kind: "done", act: "drill" });
  });

  test("name a step of the procedure at hand before those of others (S20)", () => {
    const [, later] = stepsOf(`procedure asked for each pupil {
      step welcome on start {
        headteacher must send letter-1 to parents by end of day
      }
      step later when welcome done and settle welcome done {
        headteacher must send letter-1 to parents by day 3 of welcome
      }
    }`);
    expect(plain(later?.trigger)).toMatchObject({
      condition: {
        parts: [
          { kind: "step", procedure: "asked", step: "welcome", state: "done" },
          { kind: "step", procedure: "settle", step: "welcome", state: "done" },
        ],
      },
    });
  });

  test.each([
    ["looked-after", { kind: "flag", name: "looked-after" }],
    ["juniors", { kind: "flag", name: "juniors" }],
    ["persistently-absent", { kind: "status", name: "persistently-absent" }],
    ["attendance-level is at-risk", { kind: "in-band", bands: "attendance-level", title: "At risk" }],
    ["reason is illness", { kind: "field-is", field: "reason", value: "illness" }],
    ["reason is not illness", { kind: "not", part: { kind: "field-is", field: "reason", value: "illness" } }],
    ["arrived", { kind: "arrived" }],
  ])("name what holds: %s", (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });

  test("name the early years, which have numbers that nobody writes", () => {
    expect(conditionOf("year is reception")).toMatchObject({
      left: { name: "year" },
      edge: "exactly",
      right: { value: 0 },
    });
    expect(conditionOf("year is nursery")).toMatchObject({ right: { value: -1 } });
  });

  test("set a date on record against a date, a step against a step, and a parameter against a parameter", () => {
    expect(conditionOf("first-day after 2026-09-01")).toMatchObject({ kind: "moments", edge: "after" });
    expect(conditionOf("first-day after sports-day")).toMatchObject({
      kind: "compare",
      left: { kind: "field", type: { kind: "date" } },
      right: { kind: "parameter", type: { kind: "date" } },
    });
    expect(conditionOf("settle welcome done before leave asked")).toMatchObject({ kind: "moments" });
  });
});

describe("a judgement (S28)", () => {
  test("asks a question of its own, or a decision that is declared", () => {
    expect(conditionOf('judged "genuine" by headteacher')).toEqual({
      kind: "judged",
      decision: "genuine",
      question: "genuine",
      by: ["headteacher"],
      answer: "yes",
    });
    const declared = 'decision exceptional "Is it exceptional?" by attendance-coordinator';
    const asked = {
      kind: "judged",
      decision: "exceptional",
      question: "Is it exceptional?",
      by: ["attendance-officer"],
    };
    expect(conditionOf("exceptional", declared)).toEqual({ ...asked, answer: "yes" });
    expect(conditionOf("exceptional is no", declared)).toEqual({ ...asked, answer: "no" });
    expect(conditionOf("judged exceptional by attendance-officer", declared)).toEqual({ ...asked, answer: "yes" });
  });
});

describe("a procedure (S22)", () => {
  test.each([
    ["pupil", { kind: "pupil" }],
    ["year", { kind: "period", unit: "school-year" }],
    ["half-term", { kind: "period", unit: "half-term" }],
    ["absence", { kind: "absence", of: "absent", codes: [] }],
    ["absence coded I", { kind: "absence", of: "absent", codes: ["I"] }],
    ["away-absence", { kind: "absence", of: "away", codes: [] }],
    ["session coded N", { kind: "session", codes: ["N"] }],
    ["parent and pupil", { kind: "parent" }],
    ["ask-leave", { kind: "act", act: "ask-leave" }],
    ["class", { kind: "class" }],
    ["school", { kind: "school" }],
  ])("lives on what it says: each %s", (anchor, expected) => {
    const text = `procedure asked for each ${anchor} {
      step one on start {
        school-office must telephone parents by end of day
      }
    }`;
    expect(modelOf(text).procedures.get("asked")?.anchor).toEqual(expected);
  });
});

describe("a sentence (S27)", () => {
  test("takes people straight after the verb as those it is done to, and one name for each role", () => {
    const [step] = stepsOf(`procedure asked for each absence {
      step one on start {
        attendance-coordinator must telephone parents by 10:00
        attendance-officer must send letter-1 to each parent or carer within 5 school days or next school day
      }
    }`);
    expect(plain(step?.items)).toMatchObject([
      { actors: { members: [{ role: "attendance-officer" }] }, to: { members: [{ role: "parents" }] } },
      {
        object: "letter-1",
        to: { joined: "or", members: [{ role: "parent", quantifier: "each" }, { role: "carer" }] },
        deadline: { kind: "within", n: { value: 5 }, unit: "school-day", closed: "next" },
      },
    ]);
  });
});

describe("what the text does not say (S31)", () => {
  const text = `register afternoon {
      opens unspecified
      closes unspecified
    }
    status evidence-required from letter-3 sent until unspecified
    status often-late when count of late sessions this term at least unspecified
    duty newsletter every unspecified {
      headteacher must publish newsletter by unspecified
    }
    procedure chase for each absence {
      step one on unspecified {
        wait unspecified
      }
    }`;

  test("is a hole with a name of its own and words for it (S29)", () => {
    const own = modelOf(text).holes.filter((hole) => hole.origin.layer === "hill-top");
    expect(own.map(({ name, what }) => [name, what])).toEqual([
      ["afternoon-opens", "when the afternoon register opens"],
      ["afternoon-closes", "when the afternoon register closes"],
      ["evidence-required-end", "when `evidence-required` ends"],
      ["often-late-limit", "the limit for `count of late sessions this term at least` in the status `often-late`"],
      ["chase-one-opens", "when the step `one` opens"],
      ["chase-one-wait", 'how long to wait in the step `one` of the procedure "Chase"'],
      ["newsletter-every", 'how often "Newsletter" falls due'],
      ["newsletter-deadline", "by when headteacher must publish newsletter"],
    ]);
  });

  test("is no longer a hole once a layer below says it", () => {
    const names = (model: Model.Model): readonly string[] => model.holes.map((hole) => hole.name);
    expect(names(modelOf(""))).toContain("sports-day-value");
    expect(names(modelOf("parameter sports-day is 2026-07-01"))).not.toContain("sports-day-value");
  });
});

describe("soundness", () => {
  test("is granted to a model without errors, and to no other", () => {
    const right = checkText(school("status a when absent"));
    expect(sound(right.model, right.diagnostics)).toBe(right.model);
    const wrong = checkText(school("status a when abcent"));
    expect(sound(wrong.model, wrong.diagnostics)).toBeUndefined();
  });

  test("does not depend on the order of declarations", () => {
    const forwards = [
      "status a when b",
      "status b when m at least limit",
      "measure m is count of late sessions this term",
      "parameter limit is 3 sessions",
    ];
    expect(said(checkText(school(forwards.join("\n"))).diagnostics)).toEqual([]);
    expect(said(checkText(school(forwards.toReversed().join("\n"))).diagnostics)).toEqual([]);
  });

  test("is what the small England of these tests has", () => {
    expect(said(checkLayer("small-england").diagnostics)).toEqual([]);
  });
});
