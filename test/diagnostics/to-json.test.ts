import { expect, test } from "vitest";
import { toJson } from "../../src/diagnostics/to-json.ts";
import { makeSource, makeSpan } from "../../src/source/text.ts";
import { messages } from "./messages-for-tests.ts";

const source = makeSource("a.rollcall", "step meeting\n  invite headmaster\n");

test("a diagnostic for programs has its sentences and places written out, and survives JSON", () => {
  const span = makeSpan(source, 22, 32);
  const diagnostic = messages.roleUnheardOf({ name: "headmaster", suggestion: "Declare it." }, span, {
    labels: [{ span: makeSpan(source, 5, 32), text: "in this step" }],
    fixes: [{ title: "write headteacher", edits: [{ span, text: "headteacher" }] }],
    witness: { pupil: "P1" },
  });
  const place = { file: "a.rollcall", line: 2, column: 10, endLine: 2, endColumn: 20 };
  expect(JSON.parse(JSON.stringify(toJson(diagnostic)))).toEqual({
    code: "role-unheard-of",
    severity: "error",
    home: "does-not-make-sense",
    message: 'Nobody at this school is called "headmaster".',
    hint: "Declare it.",
    ...place,
    labels: [{ file: "a.rollcall", line: 1, column: 6, endLine: 2, endColumn: 20, text: "in this step" }],
    fixes: [{ title: "write headteacher", edits: [{ ...place, text: "headteacher" }] }],
  });
});
