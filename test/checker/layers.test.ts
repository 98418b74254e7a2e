// Layers and readings: what a policy inherits, what it may say anew, and which of two readings stands.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/checker/model.ts";
import { formatDay, knownDay } from "../../src/school/day.ts";
import type { Day } from "../../src/school/day.ts";
import { checkLayer, checkText, said, school } from "./check-text.ts";

function layerUnder(parent: Model, heading: string, declarations: string): Model {
  const { model, diagnostics } = checkText(`${heading}\nextends ${parent.name}\n${declarations}\n`, { parent });
  expect(said(diagnostics)).toEqual([]);
  return model;
}

const england = checkLayer("small-england").model;

describe("a layer", () => {
  test("has all that stands above it, and what it says anew instead (S31)", () => {
    const model = layerUnder(
      england,
      'school policy hill-top "Hill Top"',
      `parameter target is 96%
      bands attendance-level of attendance this term {
        "Good" at least 97%
        "At risk" below 97%
      }
      register morning {
        opens 08:55
      }`,
    );
    expect(model.layers.map((layer) => layer.name)).toEqual(["small-england", "hill-top"]);
    expect(model.statuses.get("persistently-absent")?.origin.layer).toBe("small-england");
    expect(model.bands.get("attendance-level")?.origin.layer).toBe("hill-top");
    expect(model.parameters.get("target")?.layers.map(({ layer, lock }) => [layer, lock])).toEqual([
      ["small-england", "may only rise"],
      ["hill-top", "may only rise"],
    ]);
  });

  test("keeps the locks of the layers above for those below it, whether it repeats them or not", () => {
    const trust = layerUnder(
      england,
      'trust policy hills "Hills"',
      `parameter target is 96%
      status persistently-absent "Missing a tenth" when absence this year at least 10%
      status watched when attendance this year below target, fixed`,
    );
    const below = `parameter target is 95%
      status persistently-absent when absence this year at least 5%
      status watched when attendance this year below 90%`;
    const { diagnostics } = checkText(`school policy hill-top "Hill Top"\nextends hills\n${below}\n`, {
      parent: trust,
    });
    expect(said(diagnostics)).toEqual([
      "locked-value-loosened: `target` may only rise from the 96% that hills sets, but here it is 95%.",
      "locked-declaration-changed: The status `persistently-absent` is fixed by hills, so it cannot be said anew here.",
      "locked-declaration-changed: The status `watched` is fixed by hills, so it cannot be said anew here.",
    ]);
  });

  test("reads what the sentences above it have recorded", () => {
    const nation = checkText(`nation policy somewhere "Somewhere"
act hold "held"
role office "Office"
flag tried "Tried"
procedure settle for each pupil {
  step one on start {
    office must hold meeting by 10:00 recording outcome
  }
}
`);
    const below =
      'school policy hill-top "Hill Top"\nextends somewhere\nstatus settled when outcome is tried and meeting held\n';
    expect(said(checkText(below, { parent: nation.model }).diagnostics)).toEqual([]);
  });

  test("takes one name for two roles that it says one person holds, in the rules above it too", () => {
    const nation = checkText(`nation policy somewhere "Somewhere"
act tell "told"
role office "Office"
role lead "Lead"
role guardian "Guardian"
decision bad "Is it bad?" by guardian
procedure settle for each pupil {
  step one on start if judged "worrying" by guardian {
    office must tell lead by 10:00
    guardian must tell lead by 10:00
  }
}
`).model;
    const below = 'school policy hill-top "Hill Top"\nextends somewhere\nrole guardian "Guardian" same as lead\n';
    const { model, diagnostics } = checkText(below, { parent: nation });
    expect(said(diagnostics)).toEqual([]);
    const step = model.procedures.get("settle")?.steps[0];
    const actors = (step?.items ?? []).flatMap((item) => (item.kind === "sentence" ? [item.actors.members] : []));
    expect(actors).toEqual([[{ role: "office" }], [{ role: "lead" }]]);
    expect(step?.guard).toMatchObject({ by: ["lead"] });
    expect(model.decisions.get("bad")?.by).toEqual(["lead"]);
    expect(model.acts).toEqual(nation.acts);
    expect(nation.decisions.get("bad")?.by).toEqual(["guardian"]);
  });

  test("may repeat word for word what is fixed, under its own title and clause", () => {
    layerUnder(
      england,
      'school policy hill-top "Hill Top"',
      'status persistently-absent "Missing too much" when absence this year at least 10%, fixed [HIL-034]',
    );
  });

  test("may cite a clause that a layer above cites, and no other of the same family", () => {
    const trust = layerUnder(england, 'trust policy hills "Hills"', "parameter target is 96% [HIL-026]");
    const head = 'school policy hill-top "Hill Top"\nextends hills\nclauses from "./clauses.yaml"\n';
    const text = `${head}parameter notice is 5 school days [HIL-021, HIL-026]\nparameter other is 5 school days [HIL-027]\n`;
    expect(said(checkText(text, { parent: trust }).diagnostics)).toEqual([
      "unknown-clause: The clause file has no clause HIL-027.",
    ]);
  });

  test("replaces a code only for all the dates it had, and keeps the other versions", () => {
    const model = layerUnder(england, 'school policy hill-top "Hill Top"', 'code Y "Unavoidable" not-possible');
    expect(model.codes.filter(({ name }) => name === "Y").map(({ title }) => title)).toEqual(["Unavoidable"]);
    const both = layerUnder(
      england,
      'school policy hill-top "Hill Top"',
      'code Y "Again" not-possible from 2025-01-01',
    );
    expect(both.codes.filter(({ name }) => name === "Y").map(({ title }) => title)).toEqual([
      "Unable to attend",
      "Again",
    ]);
  });

  test("points at both places when it loosens what it may not (S31)", () => {
    const [found] = checkText(school("parameter target is 94%")).diagnostics;
    expect(found?.span.source.name).toBe("policy.rollcall");
    expect(found?.labels.map(({ span }) => span.source.name)).toEqual(["small-england.rollcall"]);
  });

  test("is held to a lock only from the day it is in force", () => {
    const text = (from: string): string => school(`in force from ${from}\nparameter first-notice is £80`);
    expect(said(checkText(text("2026-02-01")).diagnostics)).toEqual([]);
    expect(said(checkText(text("2024-02-01")).diagnostics)).toEqual([
      "locked-value-changed: `first-notice` is fixed by small-england at £60, so it cannot be £80 here.",
    ]);
  });
});

// ---------------------------------------------------------------- locks, against a check of every single day

interface Stretch {
  readonly length: number;
  readonly percent: number;
}

const first = knownDay("2026-01-01");
const stretches = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 9 }), percent: fc.integer({ min: 88, max: 93 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** `90% until 2026-01-03, 91% from 2026-01-04 until …`, the last without an end. */
function history(list: readonly Stretch[]): string {
  let from = first;
  return list
    .map(({ length, percent }, index) => {
      const start = index === 0 ? "" : ` from ${formatDay(from)}`;
      from += length;
      return `${percent}%${start}${index === list.length - 1 ? "" : ` until ${formatDay(from - 1)}`}`;
    })
    .join(", ");
}

function percentOn(list: readonly Stretch[], day: Day): number {
  let end = first;
  return list.find(({ length }, index) => (end += length) > day || index === list.length - 1)?.percent ?? 0;
}

test("a locked history is kept exactly when no single day breaks the lock (S31)", () => {
  const days = Array.from({ length: 45 }, (_, offset) => first - 2 + offset);
  const locks = {
    "may only rise": (own: number, above: number) => own >= above,
    "may only fall": (own: number, above: number) => own <= above,
    fixed: (own: number, above: number) => own === above,
  };
  fc.assert(
    fc.property(
      stretches,
      stretches,
      fc.constantFrom(...(Object.keys(locks) as (keyof typeof locks)[])),
      (above, own, lock) => {
        const nation = checkText(
          `nation policy somewhere "Somewhere"\nparameter limit is ${history(above)}, ${lock}\n`,
        );
        const below = `school policy hill-top "Hill Top"\nextends somewhere\nparameter limit is ${history(own)}\n`;
        const { diagnostics } = checkText(below, { parent: nation.model });
        const kept = days.every((day) => locks[lock](percentOn(own, day), percentOn(above, day)));
        expect(diagnostics.length === 0).toBe(kept);
      },
    ),
    { numRuns: 60 },
  );
});

// ---------------------------------------------------------------- readings

describe("readings (S31)", () => {
  const text = school(`readings "which days" {
    chosen "school days" because "only they can be missed" {
      parameter notice is 5 school days
    }
    or "working days" {
      parameter notice is 5 working days
    }
  }
  register morning {
    readings "when it closes" {
      chosen "at half past" because "the website says so" {
        closes 09:30
      }
      or "unsaid" {
        closes unspecified
      }
    }
  }
  status late-notice when count of school days since leave asked at least 5`);

  test("give the chosen one, and keep the others by name", () => {
    const { model, diagnostics } = checkText(text);
    expect(said(diagnostics)).toEqual([]);
    expect(model.parameters.get("notice")?.type).toEqual({ kind: "quantity", unit: "school-day" });
    expect(model.readings.map(({ question, chosen, alternatives }) => [question, chosen, alternatives])).toEqual([
      ["which days", "school days", ["school days", "working days"]],
      ["when it closes", "at half past", ["at half past", "unsaid"]],
    ]);
  });

  test("keep the clauses that each answer rests on, its own and those within it, wherever it is asked", () => {
    const cited = school(`readings "which days" [HIL-001] {
        chosen "school days" because "only they can be missed" [HIL-002] {
          parameter notice is 5 school days [HIL-021]
        }
        or "working days" {
          parameter notice is 5 working days
        }
      }
      register morning {
        readings "which days" {
          chosen "school days" because "only they can be missed" {
            closes 09:30 [HIL-003]
          }
          or "working days" {
            closes 09:40 [HIL-004]
          }
        }
      }`);
    const [choice] = checkText(cited).model.readings;
    expect(choice?.origin.clauses).toEqual(["HIL-001"]);
    expect(choice?.grounds).toEqual([
      { label: "school days", clauses: ["HIL-002", "HIL-003", "HIL-021"] },
      { label: "working days", clauses: ["HIL-004"] },
    ]);
  });

  test("can be run the other way, one question at a time", () => {
    const { model } = checkText(text, { choose: new Map([["which days", "working days"]]) });
    expect(model.parameters.get("notice")?.type).toEqual({ kind: "quantity", unit: "working-day" });
    expect(model.registers[0]?.closes?.kind).toBe("time");
    expect(model.readings[0]?.chosen).toBe("working days");
    const unsaid = checkText(text, { choose: new Map([["when it closes", "unsaid"]]) }).model;
    expect(unsaid.holes.map(({ name }) => name)).toContain("morning-closes");
  });

  const fault = `readings "one" {
    chosen "a" because "it stands" {
      parameter first is 3 sessions
    }
    or "b" {
      parameter first is 4 sessions
      readings "inside" {
        chosen "c" because "it stands" {
          status inner when looked-after
        }
        or "d" {
          status inner when lookd-after
        }
      }
    }
  }
  readings "two" {
    chosen "e" because "it stands" {
      parameter second is 3 sessions
    }
    or "f" {
      parameter second is 4 school days
    }
  }
  status compared when count of late sessions this term at least second`;

  test("make sense under every reading, those inside other readings too, and each fault says under which", () => {
    const { diagnostics } = checkText(school(fault));
    const found = diagnostics.map(({ code, labels }) => [
      code,
      ...labels.map(({ span }) => span.source.text.slice(span.from, span.to)),
    ]);
    expect(found.map(([code, ...places]) => [code, places.at(-1)])).toEqual([
      ["unknown-words", '"d"'],
      ["units-differ", '"f"'],
    ]);
  });

  test("that are asked in two places are settled once for both", () => {
    const twice = school(`readings "who" {
        chosen "office" because "it is there" {
          parameter first is 3 sessions
        }
        or "head" {
          parameter first is 4 sessions
        }
      }
      readings "who" {
        chosen "office" because "it is there" {
          parameter second is 3 sessions
        }
        or "head" {
          parameter second is 4 sessions
        }
      }`);
    const { model, diagnostics } = checkText(twice, { choose: new Map([["who", "head"]]) });
    expect(said(diagnostics)).toEqual([]);
    const values = ["first", "second"].map((name) => model.parameters.get(name)?.history[0]?.value);
    expect(values.map((value) => (value?.kind === "constant" ? value.value : undefined))).toEqual([4, 4]);
    expect(model.readings.length).toBe(1);
  });
});
