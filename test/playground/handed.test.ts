// What a link hands over, packed and unpacked: whatever somebody may have made of it on the way.

import fc from "fast-check";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "../../playground/share/handed.ts";
import type { Handed } from "../../playground/share/handed.ts";
import { differenceOf, sayDifference } from "../../playground/share/text-difference.ts";

const hallGreen: Handed = {
  version: 1,
  policy: { name: "hall-green/hall-green.rollcall" },
  readings: [["first contact", "voicemail section"]],
  asOf: 1_773_417_600,
};

const pupil: NonNullable<Handed["pupil"]> = {
  year: 4,
  flags: ["send"],
  parents: ["mother", "Zoë O'Neil", "<script>alert(1)</script>"],
  marks: [
    ["20514 AM", "G"],
    ["20514 PM", "-"],
  ],
  arrivals: [1_773_000_000],
  log: [{ act: "send", object: "stage-1-letter", happened: 1_773_000_000, fields: { reason: "=HYPERLINK(1)" } }],
};

async function packed(value: Handed): Promise<string> {
  return (await pack(value)) ?? "";
}

function packedOf(value: unknown): string {
  return `p=${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;
}

describe("what a link hands over", () => {
  test("comes out as it went in: a policy by name, its text, and a pupil", async () => {
    for (const handed of [
      hallGreen,
      { ...hallGreen, policy: { ...hallGreen.policy, text: 'school policy a "Ä — 数"\n' } },
      { ...hallGreen, pupil },
    ])
      expect(await unpack(await packed(handed))).toEqual({ kind: "handed", handed });
  });

  test("stays short where the policy is the page's own", async () => {
    expect((await packed(hallGreen)).length).toBeLessThan(250);
  });

  test("holds nothing but letters that an address may hold", async () => {
    expect(await packed({ ...hallGreen, pupil })).toMatch(/^p=[A-Za-z0-9_-]+$/);
  });

  test("is not packed where nobody could open it again", async () => {
    const text = "x".repeat(2 * 1024 * 1024);
    expect(await pack({ ...hallGreen, policy: { ...hallGreen.policy, text } })).toBeUndefined();
  });

  test("comes out as it went in, whatever the text", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const handed = { ...hallGreen, policy: { ...hallGreen.policy, text } };
        expect(await unpack(await packed(handed))).toEqual({ kind: "handed", handed });
      }),
      { numRuns: 50 },
    ));
});

describe("a link that somebody made or spoilt", () => {
  const refused = expect.objectContaining({
    kind: "refused",
    why: expect.stringMatching(/^It .+\.$/) as string,
  }) as object;

  test.each([
    ["nothing", ""],
    ["another word", "q=abc"],
    ["no letters", "p="],
    ["letters that are never packed", "p=%3Cscript%3E"],
    ["one letter too many", "p=AAAAA"],
    ["no deflated data", "p=AAAAAAAA"],
    ["data that is no JSON", `p=${deflateRawSync("not json {").toString("base64url")}`],
    ["bytes that are no text", `p=${deflateRawSync(Buffer.from([0x22, 0xff, 0xfe, 0x22])).toString("base64url")}`],
    ["another version", packedOf({ ...hallGreen, version: 2 })],
    ["a list", packedOf([])],
    ["nothing at all", packedOf(null)],
    ["a path out of the shelf", packedOf({ ...hallGreen, policy: { name: "../../secret/x.rollcall" } })],
    ["a policy of no known form", packedOf({ ...hallGreen, policy: { name: "a/a.html", text: "" } })],
    ["a moment that is no number", packedOf({ ...hallGreen, asOf: "now" })],
    ["a moment beyond all time", packedOf({ ...hallGreen, asOf: 1e300 })],
    ["a pupil of no year", packedOf({ ...hallGreen, pupil: { ...pupil, year: 400 } })],
    ["a mark that is a script", packedOf({ ...hallGreen, pupil: { ...pupil, marks: [["20514 AM", "<b>"]] } })],
    ["a session that is none", packedOf({ ...hallGreen, pupil: { ...pupil, marks: [["__proto__", "G"]] } })],
    [
      "more marks than a school life has",
      packedOf({ ...hallGreen, pupil: { ...pupil, marks: Array.from({ length: 4001 }, () => ["20514 AM", "G"]) } }),
    ],
  ])("%s is refused with a reason", async (_what, sent) => {
    expect(await unpack(sent)).toEqual(refused);
  });

  test("what was cut short anywhere is refused, and never half opened", async () => {
    const whole = await packed({ ...hallGreen, pupil });
    for (let length = 3; length < whole.length; length += 7)
      expect(await unpack(whole.slice(0, length))).toEqual(refused);
  });

  test("a few letters that would become gigabytes are given up after two megabytes", async () => {
    const bomb = `p=${deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 0x20)).toString("base64url")}`;
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await unpack(bomb)).toEqual({ kind: "refused", why: "It holds more than any policy and pupil would need." });
  });

  test("a link of millions of letters is not even begun", async () => {
    expect(await unpack(`p=${"A".repeat(2_000_000)}`)).toEqual(refused);
  });

  test("names that mean something to JavaScript are names of fields like any other", async () => {
    const text = JSON.stringify({ ...hallGreen, pupil: { ...pupil, log: [] } }).replace(
      '"log":[]',
      '"log":[{"act":"send","happened":1,"fields":[["constructor","x"]]}],"__proto__":{"year":3},"extra":1',
    );
    const read = await unpack(`p=${deflateRawSync(text).toString("base64url")}`);
    expect(read.kind).toBe("handed");
    const handed = read.kind === "handed" ? read.handed : undefined;
    expect(Object.getPrototypeOf(handed?.pupil)).toBe(Object.prototype);
    expect(Object.keys(handed?.pupil ?? {})).not.toContain("extra");
    expect(Object.hasOwn(handed?.pupil?.log[0]?.fields ?? {}, "constructor")).toBe(true);
    expect(({} as { readonly year?: number }).year).toBeUndefined();
  });

  test("a field called __proto__ is refused", async () => {
    const log = [{ act: "send", happened: 1, fields: [["__proto__", "x"]] }];
    expect(await unpack(packedOf({ ...hallGreen, pupil: { ...pupil, log } }))).toEqual(refused);
  });
});

describe("where two texts differ", () => {
  test.each([
    ["a\nb\nc", "a\nX\nc", "line 2 differs"],
    ["a\nb\nc\nd", "X\nb\nc\nY", "everything that differs stands in lines 1 to 4"],
    ["a\nb\nc", "a\nc", "lines were taken out before line 2"],
    ["a\nc", "a\nb\nc", "line 2 differs"],
    ["a\na\na", "a\na", "lines were taken out before line 3"],
  ])("%j and %j: %s", (before, after, said) => {
    const difference = differenceOf(before, after);
    expect(difference === undefined ? "" : sayDifference(difference)).toBe(said);
  });

  test("the same text differs nowhere", () => {
    expect(differenceOf("a\nb", "a\nb")).toBeUndefined();
  });
});
