import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/diagnostics/apply-fixes.ts";
import { makeSource } from "../../src/source/text.ts";
import { messages } from "../../src/syntax/diagnostics.ts";
import { parsePhrase } from "../../src/syntax/parse-phrase.ts";
import { parsePolicy } from "../../src/syntax/parse.ts";
import { goldenFolder } from "../golden-folder.ts";
import { policyText } from "./random-edits.ts";
import { complaints, fixture } from "./read.ts";

const golden = goldenFolder(new URL("./golden/messages/", import.meta.url));

const broken = readdirSync(new URL("./fixtures/broken/", import.meta.url)).toSorted();

describe("what an author is told", () => {
  test.each(broken)("about %s", async (name) => {
    await golden(name.replace(".rollcall", ".txt"), complaints(fixture(`broken/${name}`)));
  });

  test("there is a broken policy for every message", () => {
    const told = broken.flatMap((name) => parsePolicy(makeSource(name, fixture(`broken/${name}`))).diagnostics);
    // Each of these needs a text of its own, and has its test beside the reader's limits or the phrases.
    const elsewhere = ["nested-too-deeply", "file-too-long", "too-many-faults", "nothing-written", "comment-in-phrase"];
    const codes = Object.values(messages).map((message) => message.code);
    expect(codes.filter((code) => !elsewhere.includes(code) && told.every((one) => one.code !== code))).toEqual([]);
  });

  test("every fix mends its fault, or uncovers the next one further on", () => {
    const sources = broken.map((name) => makeSource(name, fixture(`broken/${name}`)));
    const fixes = sources.flatMap((source) =>
      parsePolicy(source).diagnostics.flatMap(({ span, fixes: offered }) =>
        offered.map((fix) => ({ source, span, fix })),
      ),
    );
    expect(fixes.length).toBeGreaterThan(10);
    for (const { source, span, fix } of fixes) {
      const mended = makeSource(source.name, applyEdits(source, fix.edits));
      const left = parsePolicy(mended).diagnostics.map((diagnostic) => diagnostic.span.from);
      expect(left).not.toContain(span.from);
    }
  });
});

describe("an opening brace that was left out", () => {
  const text = policyText("hall-green");
  // The block of an act goes on with its heading, so that its place tells nothing.
  const opening = [...text.matchAll(/^(?!act ).* \{$/gm)].map(
    ({ index, [0]: line }) => index + line.length - " {".length,
  );

  test("is told once, where it belongs, and written there on request", () => {
    expect(opening.length).toBeGreaterThan(250);
    const wrong = opening.filter((place) => {
      const source = makeSource("hall-green.rollcall", text.slice(0, place) + text.slice(place + " {".length));
      const { diagnostics } = parsePolicy(source);
      const edits = diagnostics.flatMap(({ fixes }) => fixes).flatMap((fix) => fix.edits);
      return diagnostics.length !== 1 || applyEdits(source, edits) !== text;
    });
    expect(wrong.map((place) => text.slice(0, place).split("\n").length)).toEqual([]);
  });
});

describe("phrases in another file", () => {
  test("are told in that file's own place, and no fix breaks its quotation marks", () => {
    const source = makeSource("policy.yaml", 'when: "absent and said “often”"\n');
    const text = "absent and said “often”";
    const { node, diagnostics } = parsePhrase("condition", text, { source, offsetOf: (offset) => offset + 7 });
    expect(node).toBeUndefined();
    expect(diagnostics.map(({ span }) => span.from)).toEqual([source.text.indexOf("“")]);
    expect(diagnostics.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});
