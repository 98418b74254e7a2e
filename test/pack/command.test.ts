// `rollcall pack` and `rollcall replay`: what they write and say.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { call, line } from "../cli/call.ts";

const scratch = mkdtempSync(join(tmpdir(), "rollcall-pack-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const packed = join(scratch, "P2.json");
const pack = `pack test/cli/fixtures/hill-top P2 --data test/cli/fixtures/school --as-of 2026-03-12T11:00 --out ${scratch}`;
const text = async (): Promise<string> => {
  const { exit } = await call(line(pack));
  expect(exit).toBe(0);
  return readFileSync(packed, "utf8");
};

async function replayed(name: string, changed: string | Uint8Array): Promise<readonly [number, string]> {
  const path = join(scratch, name);
  writeFileSync(path, changed);
  const { exit, written } = await call(["replay", path]);
  return [exit, written.replaceAll(`${path}: `, "")];
}

test("packing twice gives the same bytes, and replay says that the decision is the same", async () => {
  const first = await text();
  expect(await text()).toBe(first);
  expect(await call(["replay", packed])).toMatchObject({
    exit: 0,
    written: "1 of 1 decision is the same, letter for letter.\n",
  });
});

describe("what is not as it was written is refused, and told in words", () => {
  test("a mark", async () => {
    const [exit, says] = await replayed("mark.json", (await text()).replace('"code": "N"', '"code": "I"'));
    expect(exit).toBe(1);
    expect(says).toMatch(
      /^altered since it was made: its hash does not fit the marks and records in it\. Ask whoever sent it/,
    );
  });

  test("a line break more", async () => {
    const [exit, says] = await replayed("line.json", `${await text()}\n`);
    expect(exit).toBe(1);
    expect(says).toContain(
      "this is no pack that can be replayed: it is laid out otherwise than `rollcall pack` writes it",
    );
  });

  test("a byte that is no text, among packs that are sound", async () => {
    const broken = new TextEncoder().encode(await text());
    broken[100] = 0xff;
    const path = join(scratch, "broken.json");
    writeFileSync(path, broken);
    const { exit, written } = await call(["replay", path, packed]);
    expect(exit).toBe(1);
    expect(written).toContain("it is not a text in UTF-8");
    expect(written).toContain("1 of 2 decisions are the same, letter for letter.");
  });

  test.each([
    ["nothing", () => "null", /: this should be a group of keys and values: a pack, and it is null$/],
    ["another object", () => "{}", /: at `format`, this is missing: one of the formats of a pack$/],
    [
      "a pack without its moment",
      (whole: string) => whole.replace(/"asOf": \d+,/, ""),
      /: at `asOf`, this is missing: a whole number: the moment, /,
    ],
    [
      "a pack whose record stands under another name",
      (whole: string) => whole.replace('"record": {', '"calendar": {'),
      /: at `calendar\.\w+`, this is missing: /,
    ],
    [
      "a pack with more in it",
      (whole: string) => whole.replace('"asOf":', '"asOff": 1, "asOf":'),
      /: `asOff` is not a key that anything reads here\./,
    ],
  ])("%s", async (_what, change, message) => {
    const [exit, says] = await replayed("shape.json", change(await text()));
    expect(exit).toBe(1);
    expect(says.split("\n")[0]).toMatch(message);
  });

  test("the version of the compiler", async () => {
    const [exit, says] = await replayed(
      "version.json",
      (await text()).replace(/"compiler": "[^"]+"/, '"compiler": "9.9.9"'),
    );
    expect(exit).toBe(1);
    expect(says).toContain("its hash does not fit the pack as a whole in it");
  });
});
