// Every fault the checker knows, in policies that commit it: the whole file is compared, each finding under its place.

import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as messages from "../../src/checker/diagnostics.ts";
import { applyEdits } from "../../src/diagnostics/apply-fixes.ts";
import type { Diagnostic, Fix } from "../../src/diagnostics/diagnostic.ts";
import { positionOf, makeSource } from "../../src/source/text.ts";
import { goldenFolder } from "../golden-folder.ts";
import { withNotes, withoutNotes } from "./annotate.ts";
import { checkSource } from "./check-text.ts";

const folder = new URL("./fixtures/", import.meta.url);
const golden = goldenFolder(folder);

const fixtures = readdirSync(folder)
  .toSorted()
  .map((name) => {
    const source = makeSource(name, withoutNotes(readFileSync(new URL(name, folder), "utf8")));
    return { name, source, diagnostics: checkSource(source).diagnostics };
  });

describe("a policy with faults", () => {
  test.each(fixtures)("is told of each of them at its place: $name", async ({ name, source, diagnostics }) => {
    expect(diagnostics.length).toBeGreaterThan(0);
    await golden(name, withNotes(source, diagnostics));
  });

  test("shows, over all fixtures, every message there is", () => {
    const shown = new Set(fixtures.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    const known = Object.values(messages).flatMap((family) => Object.values(family).map(({ code }) => code));
    expect(known.filter((code) => !shown.has(code))).toEqual([]);
  });

  const mendable = fixtures.flatMap(({ name, source, diagnostics }) =>
    diagnostics.flatMap((diagnostic) =>
      diagnostic.fixes.map((fix) => {
        const { line } = positionOf(diagnostic.span);
        return { title: `${name} ${line}: ${fix.title}`, source, diagnostics, diagnostic, fix };
      }),
    ),
  );

  test.each(mendable)("is mended by every fix it is offered: $title", ({ source, diagnostics, diagnostic, fix }) => {
    const mended = makeSource(source.name, applyEdits(source, fix.edits));
    const after = checkSource(mended).diagnostics;
    expect(alike(after, diagnostic).length).toBeLessThan(alike(diagnostics, diagnostic).length);
  });

  test("is offered only fixes that change something, each under a title of its own", () => {
    const idle = ({ edits }: Fix): boolean =>
      edits.every(({ span, text }) => span.source.text.slice(span.from, span.to) === text);
    const all = fixtures.flatMap(({ diagnostics }) => diagnostics);
    expect(all.filter(({ fixes }) => fixes.some(idle))).toEqual([]);
    expect(all.filter(({ fixes }) => new Set(fixes.map(({ title }) => title)).size < fixes.length)).toEqual([]);
  });
});

/** The same complaint in the same words, wherever it stands. */
function alike(diagnostics: readonly Diagnostic[], { code, args }: Diagnostic): readonly Diagnostic[] {
  return diagnostics.filter((other) => other.code === code && JSON.stringify(other.args) === JSON.stringify(args));
}
