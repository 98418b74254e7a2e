// Examples: from YAML nodes to the tree.

import { withoutUndefined } from "../support/without-undefined.ts";
import type * as Ast from "../syntax/ast.ts";
import type { Place } from "./comments.ts";
import { formMessages } from "./diagnostics.ts";
import type { YamlNode } from "./document.ts";
import { readList } from "./read-list.ts";
import type { Reading } from "./read-statement.ts";
import { readStatement } from "./read-statement.ts";

export function buildExample(
  reading: Reading,
  node: YamlNode,
  place: Place,
  title: Ast.Text | undefined,
): Ast.Example | undefined {
  return readStatement(reading, "example", node, place, ({ values, parts }) => {
    const items = readList<Ast.ExampleItem>(reading, parts.story, "The story of an example", {
      "example-pupil": buildPupil,
      "example-staff": buildStaff,
      "example-marks": buildMarks,
      "example-arrival": buildArrival,
      "example-record": buildRecord,
      "example-expectation": buildExpectation,
      "example-assumption": buildAssumption,
    });
    return values && title && { kind: "example", title, items };
  });
}

function buildPupil(reading: Reading, node: YamlNode, place: Place): Ast.ExamplePupil | undefined {
  return readStatement(reading, "example-pupil", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { pupil: facts, flagged: flags = [], parents = [] } = values;
    const misplaced = facts.find((fact) => fact.name.text === "flagged" || fact.name.text === "parents");
    if (misplaced === undefined) return { kind: "example-pupil", facts, flags, parents };
    reading.diagnostics.push(formMessages.yamlFactIsKey({ key: misplaced.name.text }, misplaced.name.span));
    return undefined;
  });
}

function buildStaff(reading: Reading, node: YamlNode, place: Place): Ast.ExampleStaff | undefined {
  return readStatement(
    reading,
    "example-staff",
    node,
    place,
    ({ values }) => values && { kind: "example-staff", role: values.staff, fields: values.with ?? [] },
  );
}

function buildMarks(reading: Reading, node: YamlNode, place: Place): Ast.ExampleMarks | undefined {
  return readStatement(reading, "example-marks", node, place, ({ values }) => {
    if (values === undefined) return undefined;
    const { "week-of": week, at, marks, known } = values;
    const date = week ?? at;
    const unit = week ? ("week" as const) : ("day" as const);
    return date && withoutUndefined({ kind: "example-marks" as const, unit, date, marks, known });
  });
}

function buildArrival(reading: Reading, node: YamlNode, place: Place): Ast.ExampleArrival | undefined {
  return readStatement(
    reading,
    "example-arrival",
    node,
    place,
    ({ values }) => values && { kind: "example-arrival", at: values.arrives, fields: values.with ?? [] },
  );
}

function buildRecord(reading: Reading, node: YamlNode, place: Place): Ast.ExampleRecord | undefined {
  return readStatement(
    reading,
    "example-record",
    node,
    place,
    ({ values }) => values && { kind: "example-record", at: values.at, ...values.log },
  );
}

function buildExpectation(reading: Reading, node: YamlNode, place: Place): Ast.ExampleExpectation | undefined {
  return readStatement(
    reading,
    "example-expectation",
    node,
    place,
    ({ values }) => values && { kind: "example-expectation", at: values.at, ...values.expect },
  );
}

function buildAssumption(reading: Reading, node: YamlNode, place: Place): Ast.ExampleAssumption | undefined {
  return readStatement(
    reading,
    "example-assumption",
    node,
    place,
    ({ values }) => values && { kind: "example-assumption", text: values.assuming.value },
  );
}
