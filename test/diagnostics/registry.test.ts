// Every message of every room, looked at together: what no single room can see about its own.

import { describe, expect, test } from "vitest";
import type { MessageDefinition } from "../../src/diagnostics/template.ts";
import { readSourceFiles, root } from "../source-files.ts";

interface Listed {
  readonly code: string;
  readonly definition: MessageDefinition;
  readonly path: string;
}

const defining = readSourceFiles("src").filter(
  (file) => file.path !== "src/diagnostics/template.ts" && file.names.has("defineMessages"),
);
const listed = (await Promise.all(defining.map((file) => messagesOf(file.path)))).flat();

/** The constructors among what a file exports, alone or as a set. */
async function messagesOf(path: string): Promise<readonly Listed[]> {
  const exported: Readonly<Record<string, unknown>> = await import(`${root}${path}`);
  return Object.values(exported)
    .flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : [value]))
    .filter(isConstructor)
    .map(({ code, definition }) => ({ code, definition, path }));
}

function isConstructor(value: unknown): value is Listed {
  return typeof value === "function" && "code" in value && "definition" in value;
}

describe("the messages of all rooms", () => {
  test("can be found: whoever defines some exports them", () => {
    const found = new Set(listed.map((message) => message.path));
    expect(defining.map((file) => file.path).filter((path) => !found.has(path))).toEqual([]);
  });

  test("have codes in kebab-case, each used once", () => {
    const codes = listed.map((message) => message.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  test("are sentences: a capital or a name first, a full stop or a name last, no line break", () => {
    const unlike = listed.filter(({ definition }) => !isSentence(definition.message) || !isHint(definition.hint));
    expect(unlike.map(({ code, definition }) => `${code}: ${definition.message} / ${definition.hint}`)).toEqual([]);
  });

  test("that say a policy is wrong say what to do about it", () => {
    const silent = listed.filter(({ definition }) => definition.severity === "error" && definition.hint === "");
    expect(silent.map((message) => message.code)).toEqual([]);
  });
});

function isSentence(text: string): boolean {
  return /^[\p{Lu}\d"“{'‘`].*[.?}"”]$/u.test(text);
}

function isHint(text: string): boolean {
  return text === "" || isSentence(text);
}
