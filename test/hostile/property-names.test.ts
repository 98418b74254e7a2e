// Names that every object of the programming language has already: in a policy and in a school's files they are names like others.

import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { inventSchool } from "../../src/morning/invent-school.ts";
import { evaluatePupil } from "../../src/runtime/evaluate.ts";
import { makeWorld } from "../../src/runtime/world.ts";
import { knownDay } from "../../src/school/day.ts";
import { lastInstant, momentOf } from "../../src/school/moment.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";
import { parseYamlPolicy } from "../../src/yaml/parse-yaml.ts";
import { toYaml } from "../../src/yaml/print-yaml.ts";
import { libraryOf } from "../policy-files.ts";
import { usualCalendar } from "./policy-bases.ts";

const text = `school policy prototype "Names of properties"
extends nation
in force from 2025-09-01

role length "Length" 1 people needs constructor, tostring
reason valueof "Value"
flag hasown "Own"
act constructor "constructed" recording constructor, tostring
act fetch "fetched" recording valueof

document then "Then" {
  needs constructor
}

procedure prototype for each absence {
  step constructor on start {
    length must constructor then to parents recording constructor, tostring
  }
  step tostring when constructor is valueof {
    office must fetch then to parents recording valueof
  }
}

status kind when hasown
`;

const library = libraryOf(new URL("../semantics/property-names.rollcall", import.meta.url));
const compilation = compile(makeSource("property-names.rollcall", text), library);
const { program } = compilation.ready ?? {};
if (program === undefined) throw new Error(renderDiagnostics(compilation.diagnostics, { colour: false }));
const world = makeWorld(program, usualCalendar);

const day = knownDay("2025-10-06");
const pupil = {
  id: "constructor",
  year: 4,
  onRoll: [{ from: knownDay("2025-09-01") }],
  flags: [{ name: "__proto__" }],
  parents: [],
  attributes: {},
};
const marks = (["AM", "PM"] as const).map((half) => ({ pupil: pupil.id, day, half, code: "O" }));

/** What the first step's act records, as another program might hand it over: in an ordinary object. */
function outcomeWith(fields: Readonly<Record<string, string>>): ReturnType<typeof evaluatePupil> {
  const log = [{ id: "r1", act: "constructor", object: "then", happened: momentOf(day, 43_200), fields }];
  return evaluatePupil(world, { pupil, marks, arrivals: [], log }, lastInstant(day));
}

describe("names of properties", () => {
  test("are not on a record that does not hold them", () => {
    const { obligations, irregularities, statuses } = outcomeWith({});
    expect(obligations.map(({ act, state }) => [act, state])).toEqual([["constructor", "open"]]);
    expect(new Set(irregularities.map(({ kind, field }) => `${kind} ${field}`))).toEqual(
      new Set(["missing-field constructor", "missing-field tostring"]),
    );
    expect(statuses.find(({ name }) => name === "kind")).toEqual({ name: "kind", holds: false });
  });

  test("are on one that does", () => {
    const { obligations, irregularities } = outcomeWith({ constructor: "valueof", tostring: "x" });
    expect(obligations.map(({ act, state }) => [act, state])).toEqual([
      ["constructor", "done"],
      ["fetch", "open"],
    ]);
    expect(irregularities).toEqual([]);
  });

  test("are invented with the rest of a sample school", () => {
    const until = lastInstant(knownDay("2025-10-10"));
    const files = inventSchool({ seed: 1, pupils: 30, until, program });
    expect(files?.get("staff.csv")).toContain("on file");
    expect([...(files?.values() ?? [])].join("")).not.toContain("function");
  });

  test("are laid out and converted as they are", () => {
    const { ast } = compilation;
    if (ast === undefined) throw new Error("no policy");
    const printed = printPolicy(ast);
    const converted = parseYamlPolicy(makeSource("a.yaml", toYaml(ast)));
    expect(converted.diagnostics).toEqual([]);
    expect(converted.policy && printPolicy(converted.policy)).toBe(printed);
    expect(parsePolicy(makeSource("a", printed)).diagnostics).toEqual([]);
  });
});
