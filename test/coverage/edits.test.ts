import { describe, expect, test } from "vitest";
import { editsOf } from "../../src/coverage/edits.ts";
import { makeSource } from "../../src/source/text.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { printPolicy } from "../../src/syntax/print.ts";

function parse(declarations: string) {
  const { policy, diagnostics } = parsePolicy(makeSource("small.rollcall", `school policy a "A"\n${declarations}\n`));
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  if (policy === undefined) throw new Error("not a policy");
  return policy;
}

const edits = (declarations: string): readonly string[] =>
  editsOf(parse(declarations)).map(({ kind, says }) => `${kind}: ${says}`);

describe("small edits of a policy", () => {
  test("need no clause: whoever makes them by mistake does not look for one", () => {
    expect(edits("parameter a is 95%")).toEqual([
      "remove: without it",
      "move: 95% becomes 94.9%",
      "move: 95% becomes 95.1%",
    ]);
  });

  test("swap and drop the parts of a condition", () => {
    expect(edits("status a when (late and not away) or looked-after is not yes")).toEqual([
      "remove: without it",
      "condition: or becomes and",
      "condition: without “(late and not away)”",
      "condition: without “looked-after is not yes”",
      "condition: and becomes or",
      "condition: without “late”",
      "condition: without “not away”",
      "condition: without “not”",
      "condition: is not becomes is",
    ]);
  });

  test("give a sentence to another, make it optional, and change or drop its deadline and its if", () => {
    const sentences = `procedure a "A" for each absence {
  step b on start {
    headteacher must send letter to parents within 5 school days if late
    office must telephone parents
  }
}`;
    expect(edits(sentences)).toEqual([
      "remove: without it",
      "remove: without it",
      "remove: without it",
      "actor: headteacher becomes office",
      "modal: must becomes may",
      "deadline: school days becomes calendar days",
      "deadline: without “within 5 school days”",
      "condition: without “if late”",
      "move: 5 becomes 4",
      "move: 5 becomes 6",
      "remove: without it",
      "actor: office becomes headteacher",
      "modal: must becomes may",
    ]);
  });

  test("leave notes, examples, other readings and the files a policy stands on alone", () => {
    const written = `note "A wish." because "nothing follows"
readings "which" {
  chosen "one" because "so" {
    parameter a is 5 school days
  }
  or "two" {
    parameter a is 6 school days
  }
}
example "e" {
  pupil year 4
  on 2026-03-02 expect a exactly 5 school days
}`;
    expect(edits(written)).toEqual([
      "read: read as “two”",
      "remove: without it",
      "move: 5 becomes 4",
      "move: 5 becomes 6",
    ]);
  });

  test("each make another policy, and stand at the smallest place around the change", () => {
    const policy = parse("status a when attendance this year below 95% and late");
    const before = printPolicy(policy);
    const all = editsOf(policy);
    for (const { ast } of all) expect(printPolicy(ast)).not.toBe(before);
    expect(all.find(({ says }) => says.startsWith("95% becomes"))?.span).toMatchObject({ from: 61, to: 64 });
  });
});
