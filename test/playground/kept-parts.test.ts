import { describe, expect, it } from "vitest";
import { keptParts } from "../../playground/state/kept-parts.ts";

describe("the parts of an answer that say what they said before", () => {
  const before = { line: [{ day: 1 }, { day: 2 }], limits: [{ n: 9 }], owed: [] as readonly string[] };

  it("are the same parts, and the whole is the same whole where nothing differs", () => {
    expect(keptParts(before, structuredClone(before))).toBe(before);
  });

  it("stay beside a part that differs", () => {
    const now = keptParts(before, { line: [{ day: 1 }, { day: 2 }], limits: [{ n: 8 }], owed: ["letter"] });
    expect(now).toStrictEqual({ line: [{ day: 1 }, { day: 2 }], limits: [{ n: 8 }], owed: ["letter"] });
    expect(now.line).toBe(before.line);
    expect(now.limits).not.toBe(before.limits);
  });

  it("stay in a list that has grown or shrunk", () => {
    const longer = keptParts(before.line, [{ day: 1 }, { day: 2 }, { day: 3 }]);
    expect(longer).toStrictEqual([{ day: 1 }, { day: 2 }, { day: 3 }]);
    expect(longer[0]).toBe(before.line[0]);
    expect(keptParts(before.line, [{ day: 1 }])).toStrictEqual([{ day: 1 }]);
  });

  it("are told apart from a field that is gone, is new, or holds nothing", () => {
    type Entry = { readonly act: string; readonly by?: string | undefined };
    const entry: Entry = { act: "call", by: "office" };
    expect(keptParts(entry, { act: "call" })).toStrictEqual({ act: "call" });
    expect(keptParts<Entry>({ act: "call" }, entry)).toStrictEqual(entry);
    expect(keptParts<Entry>({ act: "call" }, { act: "call", by: undefined })).toStrictEqual({
      act: "call",
      by: undefined,
    });
    expect(keptParts<Entry>({ act: "call", by: undefined }, { act: "call" })).toStrictEqual({ act: "call" });
  });

  it("are nothing that is no plain data: numbers in a row are taken as they come", () => {
    const numbers = Int32Array.of(1, 2);
    expect(keptParts<Int32Array>(Int32Array.of(1, 2), numbers)).toBe(numbers);
    expect(keptParts<unknown>([1], { 0: 1 })).toStrictEqual({ 0: 1 });
    expect(keptParts<unknown>(undefined, numbers)).toBe(numbers);
  });
});
