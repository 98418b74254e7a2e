import { describe, expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { defineMessages, hintOf, messageOf } from "../../src/diagnostics/template.ts";
import { makeSource, makeSpan } from "../../src/source/text.ts";
import { Bug } from "../../src/support/bug.ts";
import { messages } from "./messages-for-tests.ts";

const span = makeSpan(makeSource("a.rollcall", "invite headmaster"), 7, 17);
const unheardOf = messages.roleUnheardOf({ name: "headmaster", suggestion: 'Did you mean "headteacher"?' }, span);

describe("message templates", () => {
  test("a diagnostic keeps its arguments, and its sentence is written when somebody asks", () => {
    expect(unheardOf).toMatchObject({ code: "role-unheard-of", severity: "error", home: "does-not-make-sense", span });
    expect(unheardOf.args).toEqual({ name: "headmaster", suggestion: 'Did you mean "headteacher"?' });
    expect(messageOf(unheardOf)).toBe('Nobody at this school is called "headmaster".');
    expect(hintOf(unheardOf)).toBe('Did you mean "headteacher"?');
  });

  test("an argument that says nothing leaves no blank at the edge of the hint", () => {
    const more = defineMessages({
      odd: { severity: "error", home: "cannot-read", message: "Odd.", hint: "{why} Look." },
    });
    expect(hintOf(more.odd({ why: "" }, span))).toBe("Look.");
  });

  test("labels, fixes and a witness travel along, and are empty otherwise", () => {
    const fix = { title: "write headteacher", edits: [{ span, text: "headteacher" }] };
    const label = { span, text: "here" };
    const full = messages.clauseNotCited({}, span, { labels: [label], fixes: [fix], witness: { pupil: "P1" } });
    expect(full).toMatchObject({ labels: [label], fixes: [fix], witness: { pupil: "P1" } });
    expect(unheardOf).toMatchObject({ labels: [], fixes: [] });
    expect(unheardOf).not.toHaveProperty("witness");
  });

  test("only an error counts as an error", () => {
    const advice = messages.clauseNotCited({}, span);
    expect(hasErrors([advice])).toBe(false);
    expect(hasErrors([advice, unheardOf])).toBe(true);
  });

  test("what an author wrote is never read as a placeholder", () => {
    const odd = messages.roleUnheardOf({ name: "{suggestion} $& {name}", suggestion: "" }, span);
    expect(messageOf(odd)).toBe('Nobody at this school is called "{suggestion} $& {name}".');
  });

  test("the code and its definition can be read off the constructor", () => {
    expect(messages.targetOutOfReach.code).toBe("target-out-of-reach");
    expect(messages.targetOutOfReach.definition.severity).toBe("warning");
  });

  test("a missing, unknown or wrongly typed argument does not pass the type check", () => {
    // @ts-expect-error -- `suggestion` is missing
    expect(() => hintOf(messages.roleUnheardOf({ name: "head" }, span))).toThrow(Bug);
    // @ts-expect-error -- `because` is in neither sentence
    messages.roleUnheardOf({ name: "head", suggestion: "", because: "" }, span);
    // @ts-expect-error -- a boolean has no plain English
    messages.targetOutOfReach({ target: true, sessions: 4 }, span);
    // @ts-expect-error -- this sentence takes no arguments
    messages.clauseNotCited({ clause: "HAL-021" }, span);
    // @ts-expect-error -- there is no such message
    expect(messages.roleUnheard).toBeUndefined();
    // @ts-expect-error -- an inherited name is not an argument either
    expect(() => fillInherited({})).toThrow(Bug);
  });

  test.each([
    ["Not-Kebab", "A sentence."],
    ["double--hyphen", "A sentence."],
    ["stray-brace", "A sentence with { in it."],
    ["spaced-placeholder", "A sentence with { name } in it."],
  ])("the definition %s: %s is refused as soon as it is loaded", (code, message) => {
    const definition = { severity: "error", home: "cannot-read", message, hint: "" } as const;
    expect(() => defineMessages({ [code]: definition })).toThrow(Bug);
  });

  test("two codes that would make one name are refused", () => {
    const definition = { severity: "error", home: "cannot-read", message: "A sentence.", hint: "" } as const;
    expect(() => defineMessages({ "year-7": definition, year7: definition })).toThrow(Bug);
  });
});

const inherited = defineMessages({
  "asks-for-inherited": { severity: "error", home: "cannot-read", message: "{constructor}", hint: "" },
});

function fillInherited(args: Parameters<typeof inherited.asksForInherited>[0]): string {
  return messageOf(inherited.asksForInherited(args, span));
}
