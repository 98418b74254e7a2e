// Layers that extend each other: told once, at the line that closes the circle, whatever the files are called.

import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Library } from "../../src/draft.ts";
import { policyCalendar } from "../../src/coverage/policy-calendar.ts";
import { makeSource, positionOf } from "../../src/source/text.ts";

const policy = (level: string, name: string, above: string): string =>
  `${level} policy ${name} "${name}"\nextends ${above}\nin force from 2026-01-01\n`;

test.each([
  ["itself", { a: policy("school", "a", "a") }, "a:2"],
  ["each other", { a: policy("school", "a", "b"), b: policy("trust", "b", "a") }, "b:2"],
  [
    "each other by way of a third",
    { a: policy("school", "a", "b"), b: policy("trust", "b", "c"), c: policy("nation", "c", "b") },
    "c:2",
  ],
  ["a file of another name that is itself", { a: policy("school", "x", "a") }, "a:2"],
])("a policy and its layers extend %s", (_what, files: Readonly<Record<string, string>>, place) => {
  const read = (name: string): ReturnType<Library["layer"]> =>
    files[name] === undefined ? undefined : makeSource(name, files[name]);
  const library: Library = { layer: read, beside: () => undefined };
  const source = read("a");
  if (source === undefined) throw new Error("no file a");
  const compilation = compile(source, library);
  const round = compilation.diagnostics.filter(({ code }) => code === "layer-goes-round");
  expect(round.map(({ span }) => `${span.source.name}:${positionOf(span).line}`)).toEqual([place]);
  expect(compilation.ready).toBeUndefined();
  expect(policyCalendar(compilation, library).calendar).toBeUndefined();
});
